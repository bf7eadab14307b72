/** The real program, killed as planned live quizzes are announced, and at their hour; counts what came of each. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Class } from '../../src/core/class.ts';
import type { Messenger } from '../../src/core/platform.ts';
import { changePlanned } from '../../src/live/plan/change.ts';
import { encodePlanned, type PlannedQuiz } from '../../src/live/plan/codec.ts';
import { draftEvents, draftMessages } from '../../src/live/plan/posts.ts';
import type { DatabaseAddress } from '../../src/store/address.ts';
import { insist, staged } from './kills.ts';
import type { Running } from './running.ts';

interface Plan {
  address: DatabaseAddress;
  /** A round, each of a class with a channel on Discord and one on Slack. */
  quizzes: number;
  rounds: number;
  /** That run at once, and are killed at once. */
  processes: number;
  random: () => number;
  finished: (end: () => Promise<void> | void) => void;
}

/** Milliseconds from the announcement to the hour, which is moved once all are announced: however long that takes. */
const FAR = 60 * 60_000;
/** Milliseconds to the hour then, and before it at which classes are reminded. */
const NEAR = 6000;
const REMINDED = 4000;
/** Milliseconds in which a kill comes, from the announcement and around the hour. */
const TOLD = 2500;
const AROUND = { before: 500, after: 2000 };
/** The longest wait for what was left behind, in milliseconds. */
const REST = 180_000;

/** What the announcement says. */
const TOLD_OF = '라이브 퀴즈 예고';
/** What a quiz's first message says, however long until its first question; and its only question. */
const BEGUN = '문제가 나오면';
const ASKED = '문제 1 / 1';

/** Stands for Discord's messenger, of which only that it has a calendar is looked at. */
const HAS_CALENDAR: Messenger = {
  platform: 'discord',
  post: async () => ({ kind: 'unsure' }),
  find: async () => undefined,
  edit: async () => 'shown',
  reach: async () => undefined,
  calendar: {
    create: async () => ({ kind: 'unsure' }),
    find: async () => undefined,
    change: async () => 'shown',
    remove: async () => 'shown',
  },
};

const newId = (): string => randomBytes(5).toString('hex');

/** Runs the plan, and tells of every quiz that was not announced, entered and begun exactly once. */
export async function killingPlans(plan: Plan): Promise<{ counted: number; wrong: readonly string[] }> {
  const { address, quizzes, rounds, processes, random, finished } = plan;
  const { discord, slack, store, start } = await staged(address, finished);
  const started = (): Promise<readonly Running[]> => Promise.all(Array.from({ length: processes }, () => start()));
  const space = `discord:${discord.guild.id}`;
  const all: { id: string; there: string; here: string }[] = [];

  /** Plans them as `/live plan` does, all for the same hour; gives their ids. */
  async function announce(): Promise<string[]> {
    const now = Date.now();
    const at = now + FAR;
    for (let i = 0; i < quizzes; i++) {
      const [id, there, here] = [newId(), discord.channel(newId()), slack.channel(newId())];
      const one: Class = {
        id,
        timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: true, skips: [] },
        locale: 'ko',
        channels: [
          { channel: `discord:${there}`, space },
          { channel: `slack:${here}`, space: `slack:${slack.teamId}` },
        ],
        instructors: [],
        paused: undefined,
        due: undefined,
        owner: '',
        code: id.toUpperCase(),
      };
      const planned: PlannedQuiz = {
        ...{ at, before: [], words: '파드', topic: { ko: '파드', en: 'Pod' }, count: 1, questions: 1 },
        ...{ how: { mode: 'speed', open: 5000 }, isReminded: false, hindered: undefined },
        ...{ source: undefined, withoutEvent: [], status: 'ahead' },
      };
      const drafting = { now, newId };
      const posts = [
        ...draftMessages({ id }, 'told', planned, one, drafting),
        ...draftEvents({ id }, planned, one, [HAS_CALENDAR], drafting),
      ];
      const row = { id, classId: id, kind: 'live', planner: '', state: encodePlanned(planned), wakes: at };
      await insist(() => store.classes.save(one, now));
      await insist(() => store.appointments.add(row, posts, now));
      all.push({ id, there, here });
    }
    return all.slice(-quizzes).map(({ id }) => id);
  }

  /** Puts the hour near, as time would, and gives it. */
  async function draw(ids: readonly string[]): Promise<number> {
    const at = Date.now() + NEAR;
    for (const id of ids)
      await insist(() =>
        changePlanned(
          id,
          (is) => ({ planned: { ...is, at, before: [...is.before, is.at] }, wakes: at - REMINDED }),
          Date.now(),
          store,
        ),
      );
    return at;
  }

  async function kill(bots: readonly Running[], moment: number): Promise<void> {
    await sleep(Math.max(0, moment - Date.now()));
    for (const bot of bots) {
      bot.signal('SIGKILL');
      await bot.ended();
    }
  }

  const textsOf = ({ there, here }: (typeof all)[number]): string[][] => [
    discord.messages(there).map((message) => JSON.stringify(message.components)),
    slack.messages(here).map((message) => JSON.stringify(message.blocks)),
  ];
  const count = (texts: readonly string[], words: string): number => texts.filter((one) => one.includes(words)).length;
  const eventsOf = ({ there }: (typeof all)[number]): number =>
    discord.events().filter(({ location }) => location.endsWith(`/${there}`)).length;
  const isTold = (quiz: (typeof all)[number]): boolean =>
    eventsOf(quiz) > 0 && textsOf(quiz).every((texts) => count(texts, TOLD_OF) > 0);
  /** Waits for what a killed process has left, however long its leases are. */
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + REST; Date.now() < end && !(await isSo()); ) await sleep(200);
  }

  for (let round = 0; round < rounds; round++) {
    let bots = await started();
    const ids = await announce();
    await kill(bots, Date.now() + random() * TOLD);
    bots = await started();
    await until(async () => all.every((quiz) => isTold(quiz)));
    const at = await draw(ids);
    await kill(bots, at - AROUND.before + random() * (AROUND.before + AROUND.after));
  }
  const last = await started();

  const wrongIn = (quiz: (typeof all)[number]): string[] => {
    const events = eventsOf(quiz);
    const messages = textsOf(quiz).flatMap((texts, i) => {
      const scenes = [TOLD_OF, '잠시 뒤에 라이브 퀴즈가', BEGUN, ASKED];
      const [told = 0, soon = 0, begun = 0, asked = 0] = scenes.map((words) => count(texts, words));
      // What reminds of an hour is not sent after it, nor what counts down to a question once that is asked.
      const isRight = told === 1 && soon <= 1 && begun <= 1 && asked <= 1 && begun + asked > 0;
      const counts = `${told} told, ${soon} reminded, ${begun} begun, ${asked} asked`;
      return isRight ? [] : [`${i === 0 ? 'Discord' : 'Slack'}: ${counts}`];
    });
    return [...messages, ...(events === 1 ? [] : [`${events} events`])];
  };
  const isDone = async (): Promise<boolean> => {
    const rows = await insist(() => Promise.all(all.map(({ id }) => store.appointments.byId(id))));
    return rows.every((row) => row?.wakes === undefined) && all.every((quiz) => wrongIn(quiz).length === 0);
  };
  await until(isDone);
  // What is there and not known to be would be written a second time once its lease is over.
  await sleep(25_000);
  for (const bot of last) {
    bot.signal('SIGTERM');
    await bot.ended();
  }
  const sessions = await insist(() => Promise.all(all.map(({ id }) => store.sessions.history(id, 'live', 9))));
  const wrong = all.flatMap((quiz, i) => [
    ...wrongIn(quiz),
    ...(sessions[i]?.length === 1 ? [] : [`${sessions[i]?.length} sessions`]),
  ]);
  return { counted: all.length, wrong };
}
