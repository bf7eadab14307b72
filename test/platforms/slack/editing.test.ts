/** Six classes of one workspace play at once, and Slack takes 50 edits a minute of them all. */
import { expect, test } from 'vitest';
import { createClock } from '../../../src/app/clock.ts';
import type { Class } from '../../../src/core/class.ts';
import type { Messenger } from '../../../src/core/platform.ts';
import { initialLive, LIVE_TIMES } from '../../../src/live/machine.ts';
import { applyEvent, beginSession } from '../../../src/live/sessions.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { labelsSeen } from '../../fakes/slack/seen.ts';
import type { Fault, Recorded } from '../../fakes/slack/types.ts';
import { HOUR } from '../../support/daily.ts';
import { botOf, COURSE } from '../../support/world.ts';

const CLASSES = 6;
const STEP = 500;

async function sixClasses() {
  const time = { now: HOUR };
  const now = (): number => time.now;
  const outlets: Messenger[] = [];
  const { world, bot, logged: bugs } = await botOf([COURSE], { now, messengers: outlets });
  const { slack, connection } = await onSlack({ bot, now, rateLimits: true });
  outlets.push(connection.messenger);
  const log = { info() {}, warn() {}, error: (fields: object) => void bugs.push(fields) };
  const clock = createClock({ ...world, messengers: outlets, now }, { post: () => {} }, log);
  const questions = Array.from(world.course().questions.values())
    .filter(({ type }) => type === 'single')
    .slice(0, 3);
  const sessions: string[] = [];
  const channels: string[] = [];
  for (let n = 0; n < CLASSES; n++) {
    const channel = slack.channel(`class${n}`);
    channels.push(channel);
    const one: Class = {
      id: `class${n}`,
      timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: true, skips: [] },
      locale: 'ko',
      channels: [{ channel: `slack:${channel}`, space: `slack:${slack.teamId}` }],
      instructors: [],
      paused: undefined,
      due: undefined,
      owner: '',
      code: `CODE000${n}`,
    };
    await world.classes.save(one, now());
    const begun = await beginSession(
      one,
      { questions, mode: 'speed', open: 10_000 },
      undefined,
      now(),
      world,
      undefined,
      initialLive,
    );
    sessions.push(begun?.id ?? '');
  }
  let answers = 0;
  /** Time passes; in every class somebody answers all the time, so that each question always counts too few. */
  const pass = async (ms: number): Promise<void> => {
    for (const end = time.now + ms; time.now < end; ) {
      time.now += STEP;
      for (const session of sessions)
        for (const question of questions.keys())
          await world.sessions.answer(
            {
              ...{ session, question, person: `slack:T:${++answers}`, name: '', picked: 'a', right: false, elapsed: 1 },
              at: time.now,
            },
            (await world.sessions.byId(session))?.version ?? 0,
          );
      await clock.tick();
    }
  };
  const updates = (): readonly Recorded[] => slack.requests.filter(({ method }) => method === 'chat.update');
  const steer = (kind: 'pause' | 'resume' | 'stop') =>
    Promise.all(sessions.map((session) => applyEvent(session, { kind }, now(), world)));
  /** Messages that can still be answered. */
  const open = (): number =>
    channels.flatMap((channel) => slack.messages(channel)).filter((one) => labelsSeen(one).includes('모르겠어요'))
      .length;
  return { slack, pass, steer, updates, open, bugs, questions: questions.length };
}

test('Slack never has to ask for a pause, and every question that is over loses its buttons', async () => {
  const { pass, updates, open, questions, bugs } = await sixClasses();
  await pass(LIVE_TIMES.countdown + questions * (10_000 + LIVE_TIMES.tell) + 30_000);
  expect(updates().filter(({ status }) => status === 429)).toEqual([]);
  expect(updates().length).toBeGreaterThan(CLASSES * questions);
  expect(open()).toBe(0);
  expect(bugs).toEqual([]);
});

test('before Retry-After is over nothing is edited; then what is paused or closed comes first', async () => {
  const { slack, pass, steer, updates, open, bugs } = await sixClasses();
  await pass(LIVE_TIMES.countdown + 4000);
  expect(open()).toBe(CLASSES);
  const pause: Fault = { retryAfter: 30 };
  slack.fault({ method: /^chat\.update$/ }, pause);
  await pass(4000);
  await steer('stop');
  await pass(40_000);
  const wanted = updates().findIndex(({ status }) => status === 429);
  const [{ at = 0 } = {}, ...after] = updates().slice(wanted);
  expect(wanted).toBeGreaterThanOrEqual(0);
  expect(after.map((one) => one.at - at).filter((ms) => ms < 30_000)).toEqual([]);
  expect(after.slice(0, CLASSES).map(({ args }) => JSON.stringify(args.blocks).includes('모르겠어요'))).toEqual(
    Array(CLASSES).fill(false),
  );
  expect(open()).toBe(0);
  expect(bugs).toEqual([]);
});
