/** The real program, killed as homework is told and as its deadline is reminded of; counts what came of each. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Class } from '../../src/core/class.ts';
import { changeHomework } from '../../src/homework/change.ts';
import { encodeHomework, HOMEWORK_KIND, type Homework } from '../../src/homework/codec.ts';
import { draftMessages } from '../../src/homework/posts.ts';
import type { DatabaseAddress } from '../../src/store/address.ts';
import { insist, staged } from './kills.ts';
import type { Running } from './running.ts';

interface Plan {
  address: DatabaseAddress;
  /** A round, each of a class with a channel and a student on Discord and on Slack. */
  homework: number;
  rounds: number;
  /** That run at once, and are killed at once. */
  processes: number;
  random: () => number;
  finished: (end: () => Promise<void> | void) => void;
}

/** Milliseconds until the reminders are due, once all is told; and in which a kill comes, from then on or around it. */
const NEAR = 5000;
const TOLD = 2500;
const AROUND = { before: 500, after: 2000 };
/** The longest wait for what was left behind, in milliseconds. */
const REST = 180_000;
/** The local hour, at least, after the one at which people are reminded: only whether it is time decides. */
const EVENING = 20;

const newId = (): string => randomBytes(5).toString('hex');

/** A zone in which it is evening now. */
function evening(now: number): string {
  const ahead = ((EVENING - new Date(now).getUTCHours() + 12 + 24) % 24) - 12;
  return ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** Runs the plan, and tells of all homework that was not told and reminded of exactly once. */
export async function killingHomework(plan: Plan): Promise<{ counted: number; wrong: readonly string[] }> {
  const { address, homework, rounds, processes, random, finished } = plan;
  const { discord, slack, store, start } = await staged(address, finished);
  const [kim, lee] = [discord.user('민수'), slack.user('지수')];
  const started = (): Promise<readonly Running[]> => Promise.all(Array.from({ length: processes }, () => start()));
  const all: { id: string; there: string; here: string; topic: string }[] = [];

  /** Gives it as `/class homework` does, to be handed in tomorrow; gives their ids. */
  async function give(): Promise<string[]> {
    const now = Date.now();
    const zone = evening(now);
    const tomorrow = Temporal.Instant.fromEpochMilliseconds(now)
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .add({ days: 1 });
    const until = tomorrow.toZonedDateTime({ timeZone: zone, plainTime: { hour: 23, minute: 59 } }).epochMilliseconds;
    for (let i = 0; i < homework; i++) {
      const [id, there, here] = [newId(), discord.channel(newId()), slack.channel(newId())];
      const topic = `숙제${id}`;
      const one: Class = {
        id,
        timetable: { zone, minute: 540, weekdays: [1], holidays: true, skips: [] },
        locale: 'ko',
        channels: [
          { channel: `discord:${there}`, space: `discord:${discord.guild.id}` },
          { channel: `slack:${here}`, space: `slack:${slack.teamId}` },
        ],
        instructors: [],
        paused: undefined,
        due: undefined,
        owner: '',
        code: id.toUpperCase(),
      };
      const given: Homework = {
        ...{ given: now, until, before: [], topic: { ko: topic, en: topic }, questions: ['bce98c'] },
        ...{ reminders: 'ahead', status: 'open' },
      };
      const row = { id, classId: id, kind: HOMEWORK_KIND, planner: '', state: encodeHomework(given), wakes: until };
      await insist(() => store.classes.save(one, now));
      await insist(() => store.appointments.add(row, draftMessages(row, given, one, { now, newId }), now));
      for (const person of [`discord:${kim.id}`, `slack:${slack.teamId}:${lee.id}`])
        await insist(() => store.homework.remind(id, { person, name: undefined }, true, now));
      all.push({ id, there, here, topic });
    }
    return all.slice(-homework).map(({ id }) => id);
  }

  async function kill(bots: readonly Running[], moment: number): Promise<void> {
    await sleep(Math.max(0, moment - Date.now()));
    for (const bot of bots) {
      bot.signal('SIGKILL');
      await bot.ended();
    }
  }

  /** How often each channel was told, and each student reminded. */
  const seen = ({ there, here, topic }: (typeof all)[number]): number[] => {
    const direct = [discord.messages(discord.directChannelId(kim)), slack.messages(slack.channelId(lee, 'dm'))];
    const messages = [discord.messages(there), slack.messages(here), ...direct];
    return messages.map((some) => some.filter((one) => JSON.stringify(one).includes(topic)).length);
  };
  const isTold = (one: (typeof all)[number]): boolean =>
    seen(one)
      .slice(0, 2)
      .every((count) => count > 0);
  const isRight = (one: (typeof all)[number]): boolean => seen(one).every((count) => count === 1);
  async function until(isSo: () => boolean): Promise<void> {
    for (const end = Date.now() + REST; Date.now() < end && !isSo(); ) await sleep(200);
  }

  for (let round = 0; round < rounds; round++) {
    let bots = await started();
    const ids = await give();
    await kill(bots, Date.now() + random() * TOLD);
    bots = await started();
    await until(() => all.every(isTold));
    const at = Date.now() + NEAR;
    for (const id of ids)
      await insist(() => changeHomework(id, (is) => ({ homework: is, wakes: at }), Date.now(), store));
    await kill(bots, at - AROUND.before + random() * (AROUND.before + AROUND.after));
  }
  const last = await started();
  await until(() => all.every(isRight));
  // What is there and not known to be would be written a second time once its lease is over.
  await sleep(25_000);
  for (const bot of last) {
    bot.signal('SIGTERM');
    await bot.ended();
  }
  const wrong = all.filter((one) => !isRight(one)).map((one) => `${one.id}: ${seen(one)}`);
  return { counted: all.length, wrong };
}
