/** A class that plays a live quiz in a Slack channel, with a clock that a test turns. */

import { createClock } from '../../src/app/clock.ts';
import type { Question } from '../../src/content/model.ts';
import type { Class } from '../../src/core/class.ts';
import type { Messenger } from '../../src/core/platform.ts';
import { initialLive, LIVE_TIMES } from '../../src/live/machine.ts';
import { beginSession } from '../../src/live/sessions.ts';
import { onSlack } from '../fakes/slack/bot.ts';
import { labelsSeen } from '../fakes/slack/seen.ts';
import type { Options, User } from '../fakes/slack/types.ts';
import { HOUR } from './daily.ts';
import { botOf, COURSE } from './world.ts';

/** A question of this type is asked at the moment, and open for `open` ms. */
export async function liveOnSlack(type: Question['type'], open: number, options: Options = {}) {
  const time = { now: HOUR };
  const now = (): number => time.now;
  const messengers: Messenger[] = [];
  const { bot, world, logged: bugs } = await botOf([COURSE], { now, messengers });
  const { slack, connection, logged } = await onSlack({ bot, now, ...options });
  messengers.push(connection.messenger);
  const id = slack.channel('class');
  const space = `slack:${slack.teamId}`;
  const one: Class = {
    id: 'class1',
    timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: true, skips: [] },
    locale: 'ko',
    channels: [{ channel: `slack:${id}`, space }],
    instructors: [],
    paused: undefined,
    due: undefined,
    owner: '',
    code: 'CODE0001',
  };
  await world.classes.save(one, now());
  const log = { info() {}, warn() {}, error: (fields: object) => void bugs.push(fields) };
  const clock = createClock({ ...world, messengers, now }, { post: () => {} }, log);
  const question = Array.from(world.course().questions.values()).find((each) => each.type === type);
  if (!question) throw new Error(`there is no ${type}`);
  const plan = { questions: [question], mode: 'speed', open } as const;
  const begun = await beginSession(one, plan, undefined, now(), world, undefined, initialLive);
  if (!begun) throw new Error('there is one already');
  const pass = async (ms: number): Promise<void> => {
    time.now += ms;
    await clock.tick();
  };
  await pass(0);
  await pass(LIVE_TIMES.countdown);
  const message = slack.messages(id).at(-1);
  if (!message || !labelsSeen(message).includes('모르겠어요')) throw new Error('nothing is asked');
  return {
    slack,
    question,
    time,
    pass,
    logged,
    bugs,
    message,
    answers: () => world.sessions.answers(begun.id),
    people: (count: number): User[] =>
      Array.from({ length: count }, (_, i) => slack.user(`학생${i}`, { locale: 'ko-KR' })),
    asked: (method: string): number => slack.requests.filter((request) => request.method === method).length,
  };
}
