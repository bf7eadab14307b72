/**
 * What the daily card costs, on both engines of the store: a look at what is due among 10, 1,000 and 100,000 classes of
 * which few are due; 10,000 cards due at the same minute, sent within Discord's 50 requests a second by a simulated
 * clock, with their order and lateness. Prints a report and writes it to bench/DAILY.md. PostgreSQL is measured where
 * TEST_DATABASE_URL names a server. Run: npm run bench:daily
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClock } from '../src/app/clock.ts';
import { loadContent } from '../src/content/load.ts';
import type { Class } from '../src/core/class.ts';
import { unmetered } from '../src/core/meter.ts';
import type { Messenger } from '../src/core/platform.ts';
import { createCourse } from '../src/course/course.ts';
import { planDue } from '../src/daily/plan.ts';
import { machine, median, quantile, ROOT } from './load.ts';
import { engines, fill, type Place } from './stores.ts';

const CLASSES = [10, 1000, 100_000];
const DUE = 5;
const LOOKS = 40;
const CARDS = 10_000;
/** Discord, Rate Limits: global, requests a second. */
const PER_SECOND = 50;

const NINE = Temporal.ZonedDateTime.from('2026-11-26T09:00[Asia/Seoul]').epochMilliseconds;
const course = createCourse(loadContent([join(ROOT, 'content')]));

const classAt = (i: number, due: number): Class => ({
  id: `c${i}`,
  timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1, 2, 3, 4, 5], holidays: true, skips: [] },
  locale: 'ko',
  channels: [{ channel: `discord:${1000 + i}`, space: 'discord:1' }],
  instructors: [],
  paused: undefined,
  due,
  owner: 'discord:1',
  code: `CODE${i}`,
});

let ids = 0;
const sendingOn = (
  { store }: Place,
  messengers: readonly Messenger[],
  now: () => number,
): Parameters<typeof createClock>[0] => ({
  courses: () => [course],
  classes: store.classes,
  outbox: store.outbox,
  records: store,
  sessions: store.sessions,
  appointments: store.appointments,
  homework: store.homework,
  classQuestions: store.classQuestions,
  newId: () => `b${(ids++).toString(36).padStart(9, '0')}`,
  page: () => undefined,
  hurry: () => {},
  messengers,
  now,
});

const failed = (error: unknown): never => {
  throw error;
};

/** Milliseconds of a look where nothing is due, and of one where a few are. */
async function looks(place: Place, classes: number): Promise<{ idle: number; few: number }> {
  const far = NINE + 30 * 86_400_000;
  await fill(
    place,
    Array.from({ length: classes }, (_, i) => classAt(i, far)),
  );
  const sending = sendingOn(place, [], () => NINE);
  const time = async (): Promise<number> => {
    const begun = performance.now();
    await planDue(NINE, sending, failed);
    return performance.now() - begun;
  };
  const idle: number[] = [];
  const few: number[] = [];
  for (let look = 0; look < LOOKS; look++) {
    idle.push(await time());
    if (look >= classes / DUE) continue;
    for (let i = 0; i < DUE; i++) await place.store.classes.save(classAt((look * DUE + i) % classes, NINE), NINE);
    few.push(await time());
  }
  return { idle: median(idle), few: median(few) };
}

/** Sends all that is due by a platform that takes so many a second; time passes only there. */
async function rush(place: Place) {
  await fill(
    place,
    Array.from({ length: CARDS }, (_, i) => classAt(i, NINE)),
  );
  let clock = NINE;
  const late: number[] = [];
  const seen = new Map<string, number>();
  const outlet: Messenger = {
    platform: 'discord',
    async post(channel, { idempotencyKey }) {
      clock += 1000 / PER_SECOND;
      late.push(clock - NINE);
      seen.set(channel, (seen.get(channel) ?? 0) + 1);
      return { kind: 'sent', message: idempotencyKey };
    },
    find: async () => undefined,
    edit: async () => 'shown',
    reach: async () => undefined,
  };
  const log = { info() {}, warn() {}, error: (fields: object) => failed(fields) };
  const { tick } = createClock(
    sendingOn(place, [outlet], () => clock),
    unmetered,
    log,
  );
  const begun = performance.now();
  while (seen.size < CARDS) await tick();
  const took = performance.now() - begun;
  const twice = [...seen.values()].filter((times) => times > 1).length;
  return { late, took, twice, sent: seen.size };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const ms = (value: number): string => `${value.toFixed(2)} ms`;

const report = ['# The daily card, measured', '', `\`npm run bench:daily\` on ${machine()}.`];
for (const engine of engines) {
  report.push(
    '',
    `## ${engine.name}`,
    '',
    '| Classes | Nothing due | A look at 5 that are due, planned |',
    '| --: | --: | --: |',
  );
  for (const classes of CLASSES) {
    const place = await engine.open();
    const { idle, few } = await looks(place, classes);
    report.push(`| ${classes.toLocaleString('en')} | ${ms(idle)} | ${ms(few)} |`);
    await place.close();
  }
  const place = await engine.open();
  const { late, took, twice, sent } = await rush(place);
  await place.close();
  const inOrder = late.every((value, i) => i === 0 || value >= (late[i - 1] ?? 0));
  report.push(
    '',
    `${CARDS.toLocaleString('en')} cards due at once, ${PER_SECOND} a second by a simulated clock: ${sent.toLocaleString('en')} sent, ${twice} twice, longest due first: ${inOrder ? 'yes' : 'no'}. ` +
      `Late by ${seconds(median(late))} at the median, ${seconds(quantile(late, 0.99))} at the 99th percentile, ${seconds(Math.max(...late))} at most (the floor is ${seconds((CARDS * 1000) / PER_SECOND)}). ` +
      `The bot's own work, planning and keeping: ${seconds(took)}, ${ms(took / CARDS)} a card.`,
  );
}
const text = `${report.join('\n')}\n`;
process.stdout.write(text);
writeFileSync(join(ROOT, 'bench/DAILY.md'), text);
process.exit(0);
