/** The real program, killed again and again while a class plays a live quiz on both platforms, and on the page, at once. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Class } from '../../src/core/class.ts';
import type { LiveState } from '../../src/live/state.ts';
import type { DatabaseAddress } from '../../src/store/address.ts';
import { createBalancer } from './balancer.ts';
import { type Env, insist, staged } from './kills.ts';
import { type Counted, countLive } from './live-count.ts';
import { liveOnPage, type PageCounts } from './live-on-page.ts';
import { type LiveSide, liveOnDiscord, liveOnSlack, type Quiz, type Told } from './live-side.ts';
import { createStudents } from './live-students.ts';
import { freePort } from './ports.ts';
import type { Running } from './running.ts';
import { stateIn } from './sessions.ts';

export interface Plan {
  address: DatabaseAddress;
  quiz: Quiz;
  /** Students on each platform. */
  students: number;
  /** Students on the page, behind a balancer that keeps none of them to one process; where some are, half of the kills spare a process. */
  pages?: number;
  /** Quizzes are played until so many processes were killed. */
  kills: number;
  /** That run at once, and are killed at once. */
  processes: number;
  /** Requests are slow, or lose their answers, until the kill. */
  slow: boolean;
  random: () => number;
  finished: (end: () => Promise<void> | void) => void;
  /** More of the program's environment. */
  env?: Env;
}

/** Milliseconds around the end of a step in which the next one's messages are sent. */
const AROUND = { before: 300, after: 1500 };
/** The longest that a message takes, in milliseconds, and how many at most nobody hears of. */
const SLOW = 1200;
const LOST = 3;
/** How often the next kill waits until the quiz is a step further. */
const PEACE = 0.7;
/** Milliseconds between two looks of everybody who waits for something. */
const LOOK = 30;
/** A command's answer is waited for so long, in milliseconds, before it is typed again. */
const TYPED = 6000;
/** Milliseconds without a step, while a program is there, after which a quiz hangs: it ends a question that nobody saw after a minute. */
const HANGS = 120_000;
/** The longest that is waited for what is left behind of a quiz, in milliseconds: its leases, and what is looked for. */
const REST = 120_000;

/** A channel's messages are slow for a while, or the program does not hear of them. */
function disturbed(side: LiveSide, random: () => number): () => void {
  const kind = random();
  if (kind < 0.3) return () => {};
  const ms = SLOW * random();
  if (kind < 0.9) return side.disturb(kind < 0.6 ? { delay: ms } : { late: ms }, Number.POSITIVE_INFINITY);
  return side.disturb({ drop: 'after' }, LOST);
}

export interface Report {
  kills: number;
  quizzes: readonly Counted[];
  /** Of each quiz. */
  pages: readonly PageCounts[];
}

/** Plays quizzes, kills the program in each step of them, and counts what came of every press and every message. */
export async function killingLive(plan: Plan): Promise<Report> {
  const { address, quiz, students, pages, processes, slow, random, finished } = plan;
  const ports = await Promise.all(Array.from({ length: processes }, freePort));
  const balancer = await createBalancer(ports, finished);
  const { discord, slack, store, start } = await staged(address, finished, plan.env);
  const startAt = (port: number): Promise<Running> =>
    start(pages === undefined ? {} : { WEB: 'on', PORT: `${port}`, PUBLIC_URL: balancer.url });
  let bots = await Promise.all(ports.map(startAt));
  const page = pages === undefined ? undefined : await liveOnPage(balancer, store, pages);
  const chats: readonly LiveSide[] = [liveOnDiscord(discord, quiz), liveOnSlack(slack, quiz, random)];
  const sides = page ? [...chats, page] : chats;
  // Two processes of one shard are both told of a command on Discord; Slack tells one of them.
  const typing = processes > 1 ? chats.slice(1) : chats;
  const counts = [students, students, pages ?? 0];
  const { names, sit } = createStudents(sides, counts, quiz.seconds * quiz.haste, random);
  const one: Class = {
    id: randomBytes(8).toString('hex'),
    timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: true, skips: [] },
    locale: 'ko',
    channels: chats.map(({ channel, space }) => ({ channel, space })),
    instructors: chats.map(({ teacher }) => teacher),
    paused: undefined,
    due: undefined,
    owner: '',
    code: randomBytes(4).toString('hex').toUpperCase(),
  };
  await store.classes.save(one, Date.now());

  /** Types a command until it has done what it is for; a killed program may have, and have told nobody. */
  async function type(what: 'start' | 'resume' | 'next', isDone: () => Promise<boolean>): Promise<void> {
    while (!(await insist(isDone))) {
      const side = typing[Math.floor(random() * typing.length)];
      await side?.type[what]().catch(() => undefined);
      for (const until = Date.now() + TYPED; Date.now() < until && !(await insist(isDone)); ) await sleep(LOOK);
    }
  }

  const ofClass = async () => (await insist(() => store.sessions.running(one.id)))[0];

  const ready: number[] = [];
  let killed = 0;
  const came: PageCounts[] = [];
  async function play(): Promise<Counted> {
    const before = new Set(sides.flatMap((side) => side.messages()));
    const messages = (side: LiveSide): Told[] => side.messages().filter((message) => !before.has(message));
    await type('start', async () => (await store.sessions.running(one.id))[0] !== undefined);
    const id = (await ofClass())?.id;
    if (id === undefined) throw new Error('it is over already');
    page?.enter(id);
    const kept = async (): Promise<LiveState> => {
      const session = await insist(() => store.sessions.byId(id));
      if (!session) throw new Error('it is gone');
      return stateIn(session);
    };
    // The lobby waits for its instructor, who lets it count down at once.
    await type('resume', async () => (await kept()).live.paused === undefined);
    const states: LiveState[] = [await kept()];
    const now = (): LiveState['live'] => (states.at(-1) as LiveState).live;
    const { pressed, lobbies, asked, joined, look, over } = sit(messages);
    const typed: Promise<void>[] = [];
    const posts = new Set<string>();
    /** The posts of messages, as their buttons name them. */
    function note(): void {
      for (const line of sides.flatMap(messages).flatMap((message) => message.lines())) {
        const [, post] = /^(?:join-in|pick|seen|result) (\S+)/.exec(line) ?? [];
        if (post !== undefined) posts.add(post);
      }
    }
    /** Is each known to be there? Otherwise it is looked for when its lease is over, and might be written again. */
    const areKnown = async (): Promise<boolean> =>
      (await insist(() => Promise.all(Array.from(posts, store.outbox.byId)))).every(
        (post) => post?.message !== undefined,
      );
    /** When it was stepped, or a program was there again. */
    let moved = Date.now();
    let isThere = true;

    async function watch(): Promise<void> {
      const gone = new Set<number>();
      while (now().step.kind !== 'over') {
        await page?.read();
        look();
        note();
        const before = JSON.stringify(now());
        states.push(await kept());
        const { step } = now();
        if (JSON.stringify(now()) !== before) moved = Date.now();
        if (isThere && Date.now() > moved + HANGS) throw new Error(`the quiz hangs: ${JSON.stringify(step)}`);
        const isTold = (side: LiveSide, at: number): boolean =>
          messages(side).some((message) => message.said().includes(`문제 ${at + 1} 정답`));
        if (!quiz.auto && step.kind === 'told' && !gone.has(step.at) && sides.every((side) => isTold(side, step.at))) {
          gone.add(step.at);
          // An instructor does not wait; but what is to go on by itself in a moment is not typed for.
          const isNear = step.ends < Date.now() + TYPED;
          const isStill = async (): Promise<boolean> => {
            const { step: is } = (await kept()).live;
            return is.kind === 'told' && is.at === step.at;
          };
          if (!isNear) typed.push(type('next', async () => !(await isStill())));
        }
        await sleep(LOOK);
      }
    }

    async function kill(): Promise<void> {
      while (now().step.kind !== 'over' && killed < plan.kills) {
        const ends = slow ? sides.map((side) => disturbed(side, random)) : [];
        const { step } = now();
        const until = step.kind === 'over' ? 0 : step.ends - Date.now();
        const left = Math.min(Math.max(0, until), quiz.seconds * 1000);
        const around = Date.now() + left - AROUND.before + random() * (AROUND.before + AROUND.after);
        const moment = random() < 0.5 ? Date.now() + random() * left : around;
        await sleep(Math.max(0, moment - Date.now()));
        const [first] = bots;
        const isSparing = page !== undefined && processes > 1 && random() < 0.5;
        const isSpared = (bot: Running): boolean => isSparing && bot === first;
        for (const bot of bots.filter((one) => !isSpared(one))) {
          killed += 1;
          bot.signal('SIGKILL');
          await bot.ended();
        }
        for (const end of ends) end();
        isThere = false;
        bots = await Promise.all(
          bots.map(async (bot, nth) => (isSpared(bot) ? bot : startAt(ports[nth] ?? Number.NaN))),
        );
        isThere = true;
        moved = Date.now();
        ready.push(moved);
        // Mostly the class has a while to go on.
        const isOn = now().step;
        const rest = random() < PEACE ? Date.now() + quiz.seconds * 1000 : 0;
        while (Date.now() < rest && now().step.kind === isOn.kind) await sleep(LOOK);
      }
    }

    await Promise.all([watch(), kill()]);
    await Promise.all([over(), ...typed]);
    const until = Date.now() + REST;
    const finds = async (): Promise<Counted> => {
      await page?.read();
      const answers = await insist(() => store.sessions.answers(id));
      const players = await insist(() => store.sessions.players(id));
      const channels = sides.map((side) => ({ channel: side.channel, messages: messages(side) }));
      return countLive({ states, answers, players, pressed, joined, lobbies, asked, channels, names, started: ready });
    };
    for (;;) {
      const found = await finds();
      note();
      const onPage = await page?.counts();
      const isDone = found.missing === 0 && found.wrong === 0 && !onPage?.behind && (await areKnown());
      if (isDone || Date.now() > until) {
        if (onPage) came.push(onPage);
        return found;
      }
      await sleep(200);
    }
  }

  const quizzes: Counted[] = [];
  while (killed < plan.kills) quizzes.push(await play());
  for (const bot of bots) {
    bot.signal('SIGTERM');
    await bot.ended();
  }
  return { kills: killed, quizzes, pages: came };
}
