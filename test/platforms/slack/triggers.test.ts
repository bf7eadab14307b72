/** What is good for a while only: a trigger_id for 3 s, a response_url for 30 minutes and five uses. */
import { expect, test } from 'vitest';
import { createClaims } from '../../../src/core/claims.ts';
import { systemTimers } from '../../../src/core/timers.ts';
import { openModal } from '../../../src/platforms/slack/web-api.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { NEXT, PASS, WRITE } from '../../fakes/slack/playing.ts';
import { fromBot, homeOf, labelsSeen, openedBy, said, titleOf } from '../../fakes/slack/seen.ts';
import type { LocalSlack, Message, User } from '../../fakes/slack/types.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world } = await botOf([COURSE]);
const typed = Array.from(world.course().questions.values()).find(({ type }) => type === 'typed');
const MINUTE = 60_000;

/** A bot that takes `takes.ms` before it looks at anything, by a clock of the test's own. */
async function slowBot() {
  const time = { now: Date.now() };
  const takes = { ms: 0 };
  const now = (): number => time.now;
  const claimed = createClaims();
  const claims = {
    ...claimed,
    claim: (name: string) => {
      time.now += takes.ms;
      return claimed.claim(name);
    },
  };
  const { slack, connection } = await onSlack({ bot, now, claims });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const asked = (method: RegExp): number => slack.requests.filter((one) => method.test(one.method)).length;
  return { slack, connection, minsu, time, takes, asked };
}

/** The question of a practice whose answer is typed. */
async function typedQuestion(slack: LocalSlack, user: User): Promise<Message> {
  let shown = await slack.command(user, 'class', `/quiz ${typed?.term}`).message();
  for (let n = 0; n < 20 && !labelsSeen(shown).includes(WRITE.ko); n++) {
    const next = labelsSeen(shown).includes(NEXT.ko) ? NEXT.ko : PASS.ko;
    shown = await slack.press(user, shown, { label: next }).message();
  }
  return shown;
}

test('a trigger that is too old opens nothing: what was asked for comes as a message', async () => {
  const { slack, minsu, takes, asked } = await slowBot();
  const home = await homeOf(slack, minsu);
  takes.ms = 3001;
  slack.press(minsu, home, { label: '할 수 있는 일' });
  await expect.poll(() => fromBot(slack, minsu, 'dm').map(said).join()).toContain('/quiz');
  slack.shortcut(minsu, 'search');
  await expect.poll(() => fromBot(slack, minsu, 'dm').map(said).join()).toContain('한 번 더 눌러 주세요');
  expect(asked(/^views\.(?:open|push)$/)).toBe(0);
  takes.ms = 100;
  await openedBy(slack, minsu, home, '할 수 있는 일');
  expect(asked(/^views\.open$/)).toBe(1);
});

test('an answer is typed into the message where no modal opens in time', async () => {
  const { slack, minsu, takes, asked } = await slowBot();
  const shown = await typedQuestion(slack, minsu);
  takes.ms = 3001;
  const box = await slack.press(minsu, shown, { label: WRITE.ko }).message();
  expect(labelsSeen(box)).toEqual(['제출하기']);
  expect(asked(/^views\.open$/)).toBe(0);
});

test('no try is made once the trigger is too old, however the one before it ended', async () => {
  const time = { now: 1000 };
  const tried: number[] = [];
  const open = async () => {
    tried.push(time.now - 1000);
    time.now += 1200;
    throw new Error('the connection broke');
  };
  const log = { info() {}, warn() {}, error() {} };
  expect(await openModal({ id: 'T', at: 1000 }, open, { now: () => time.now, timers: systemTimers, log })).toBe(false);
  expect(tried).toEqual([0, 1200, 2400]);
});

test('an address is used five times at most, the last time to say that an answer was lost', async () => {
  const { slack, connection } = await onSlack({ bot });
  slack.clock.run();
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const question = await slack.command(minsu, 'class', '/quiz 파드').message();
  const before = slack.requests.length;
  slack.fault({ method: /^response_url$/, times: 4 }, { statusAfter: 500 });
  slack.press(minsu, question, { label: '모르겠어요' });
  await expect.poll(() => fromBot(slack, minsu, 'class', minsu).map(said).join()).toContain('연결이 잠깐 끊겼어요');
  await connection.stop(PATIENCE);
  const sent = slack.requests.slice(before).filter(({ method }) => method === 'response_url');
  expect(sent.map(({ status }) => status)).toEqual([500, 500, 500, 500, 200]);
});

test('an address that is older than half an hour is not used: the grade comes another way', async () => {
  const { slack, minsu, time, asked } = await slowBot();
  const shown = await typedQuestion(slack, minsu);
  const box = await slack.press(minsu, shown, { label: WRITE.ko }).view();
  const used = asked(/^response_url$/);
  time.now += 31 * MINUTE;
  slack.submit(minsu, box, '모르는 답');
  await expect.poll(() => fromBot(slack, minsu, 'class', minsu).map(titleOf).join()).toContain('아쉬워요');
  expect(asked(/^response_url$/)).toBe(used);
  expect(asked(/^chat\.postEphemeral$/)).toBe(1);
});
