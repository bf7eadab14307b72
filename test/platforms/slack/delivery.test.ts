import { describe, expect, test } from 'vitest';
import { TIMES } from '../../../src/platforms/slack/limits.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import type { Fault, LocalSlack, Message, User } from '../../fakes/slack/types.ts';
import { eventually } from '../../support/eventually.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);

type End = (end: () => Promise<void>) => void;
const connected = (finished: End) => onSlack({ bot, finished });

const TOLD = '가장 작은 배포 단위';

/** What the bot has written that this person sees in a conversation. */
const written = (slack: LocalSlack, user: User, where: 'class' | 'dm'): readonly Message[] =>
  slack
    .messages(slack.channelId(user, where), user)
    .filter(({ author, ts }) => (author === slack.botUserId || author === slack.botId) && ts !== slack.threadTs);

/** Faults after which a call has certainly not been done. */
const REFUSED: readonly [string, Fault, number][] = [
  ['a 429 with a second', { retryAfter: 1 }, 1],
  ['a word of Slack’s that it is too fast', { error: 'ratelimited' }, 1],
  ['a slow answer', { delay: TIMES.call - 1 }, 1],
];

/** Faults after which nobody knows. */
const LOST: readonly [string, Fault][] = [
  ['is reset before the effect', { drop: 'before' }],
  ['is reset after the effect', { drop: 'after' }],
  ['is closed before the effect', { drop: 'before', clean: true }],
  ['is closed after the effect', { drop: 'after', clean: true }],
  ['gives a 500', { status: 500 }],
  ['gives a 500 after the effect', { statusAfter: 500 }],
  ['gives a 502 that is no JSON after the effect', { statusAfter: 502 }],
  ['gives a 503 after the effect', { statusAfter: 503 }],
  ['gives a page instead of an answer', { status: 200, body: '<html>' }],
  ['says that the service is away', { error: 'service_unavailable' }],
  ['gives an internal error', { error: 'internal_error' }],
];

describe.concurrent.each(REFUSED)('through %s', (_, fault, times) => {
  test.each([
    [
      'a command',
      /response_url/,
      (slack: LocalSlack, user: User) => slack.command(user, 'class', '/k8s 파드'),
      'class',
    ],
    [
      'a mention',
      /chat\.postEphemeral/,
      (slack: LocalSlack, user: User) => slack.mention(user, 'class', '파드'),
      'class',
    ],
    ['a message', /chat\.postMessage/, (slack: LocalSlack, user: User) => slack.direct(user, '파드'), 'dm'],
  ] as const)('%s has exactly one answer', async (_, method, act, where) => {
    const ends: (() => Promise<void>)[] = [];
    try {
      const { slack, connection, logged } = await connected((end) => void ends.push(end));
      const minsu = slack.user('민수', { locale: 'ko-KR' });
      const met = slack.fault({ method, times }, fault);
      const asked = act(slack, minsu);
      await eventually(() => expect(met.struck()).toBe(1));
      if ('delay' in fault) slack.clock.advance(fault.delay);
      else slack.clock.run();
      const message = await asked.message();
      await connection.stop(PATIENCE);
      expect(message.text).toContain(TOLD);
      expect(written(slack, minsu, where)).toEqual([message]);
      expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
    } finally {
      for (const end of ends.reverse()) await end();
    }
  });
});

describe.concurrent.each(LOST)('where the connection of an answer %s', (_, fault) => {
  test('a command is answered once, or its caller is told to ask again', async ({ onTestFinished }) => {
    const { slack, connection, logged } = await connected(onTestFinished);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    slack.fault({ method: /response_url/ }, fault);
    await slack.command(minsu, 'class', '/k8s 파드').message();
    await connection.stop(PATIENCE);
    const seen = written(slack, minsu, 'class');
    const notice = seen.find(({ text }) => text.includes('연결이 잠깐 끊겼어요'));
    expect(seen.filter(({ text }) => text.includes(TOLD)).length).toBeLessThanOrEqual(1);
    expect(notice?.ephemeralFor).toBe(minsu.id);
    expect(JSON.stringify(notice?.blocks)).toContain('다시 보기');
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a direct message has exactly one answer', async ({ onTestFinished }) => {
    const { slack, connection } = await connected(onTestFinished);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    slack.fault({ method: /chat\.postMessage/ }, fault);
    const message = await slack.direct(minsu, '파드').message();
    await connection.stop(PATIENCE);
    expect(message.text).toContain(TOLD);
    expect(written(slack, minsu, 'dm')).toEqual([message]);
  });

  test('a press in a quiz has exactly one effect, and a modal opens once', async ({ onTestFinished }) => {
    const { slack, connection } = await connected(onTestFinished);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    const quiz = await slack.command(minsu, 'class', '/quiz 파드').message();
    slack.clock.run();
    slack.fault({ method: /response_url/ }, fault);
    const graded = await slack.press(minsu, quiz, { label: '모르겠어요' }).message();
    expect(graded).toBe(quiz);
    slack.openHome(minsu);
    const home = await slack.published(minsu);
    slack.fault({ method: /views\.open/ }, fault);
    const view = await slack.press(minsu, home, { label: '할 수 있는 일' }).view();
    await connection.stop(PATIENCE);
    expect(written(slack, minsu, 'class')).toEqual([quiz]);
    expect(JSON.stringify(graded.blocks)).toContain('다음 문제');
    expect(JSON.stringify(view.blocks)).toContain('/quiz');
  });

  test('what is shared is in the channel at most once', async ({ onTestFinished }) => {
    const { slack, connection } = await connected(onTestFinished);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    const seen = await slack.command(minsu, 'class', '/k8s 파드').message();
    slack.fault({ method: /response_url/ }, fault);
    await slack.press(minsu, seen, { label: '📢 채널에 공유' }).message();
    await eventually(() => expect(JSON.stringify(written(slack, minsu, 'class'))).toContain('모르겠어요'));
    const shared = slack.messages(slack.channelId(minsu, 'class')).filter(({ text }) => text.includes(TOLD));
    expect(shared.length).toBeLessThanOrEqual(1);
    const notice = written(slack, minsu, 'class').find(({ text }) => text.includes('공유됐는지 모르겠어요'));
    expect(notice?.ephemeralFor).toBe(minsu.id);
    // Who is told to press again may.
    await slack.press(minsu, seen, { label: '📢 채널에 공유' }).message();
    await connection.stop(PATIENCE);
    expect(slack.messages(slack.channelId(minsu, 'class')).filter(({ text }) => text.includes(TOLD)).length).toBe(
      shared.length + 1,
    );
  });
});

describe.concurrent('where Slack does not take an answer', () => {
  test.each([
    ['its address is too old', 'expired_url'],
    ['its address is used up', 'used_url'],
  ])('because %s, it is shown in the channel for the caller alone', async (_, error) => {
    const ends: (() => Promise<void>)[] = [];
    try {
      const { slack } = await connected((end) => void ends.push(end));
      const minsu = slack.user('민수', { locale: 'ko-KR' });
      slack.fault({ method: /response_url/, times: Number.POSITIVE_INFINITY }, { error });
      const message = await slack.command(minsu, 'class', '/k8s 파드').message();
      expect(message).toMatchObject({ ephemeralFor: minsu.id, text: expect.stringContaining(TOLD) });
    } finally {
      for (const end of ends.reverse()) await end();
    }
  });

  test('and the bot is not in the channel, it is written to the caller directly', async ({ onTestFinished }) => {
    const { slack } = await connected(onTestFinished);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    slack.fault({ method: /response_url/, times: Number.POSITIVE_INFINITY }, { error: 'expired_url' });
    const asked = slack.command(minsu, 'outside', '/k8s 파드');
    await asked.acknowledged;
    await eventually(() =>
      expect(written(slack, minsu, 'dm').map(({ text }) => text)).toEqual([expect.stringContaining(TOLD)]),
    );
  });

  test('because of its blocks, it is shown in words', async ({ onTestFinished }) => {
    const { slack, logged } = await connected(onTestFinished);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    slack.fault({ method: /response_url/ }, { error: 'invalid_blocks' });
    const message = await slack.command(minsu, 'class', '/k8s 파드').message();
    expect(message.text).toContain(TOLD);
    expect(message.blocks).toEqual([]);
    expect(logged).toContainEqual(expect.objectContaining({ level: 'warn', fields: { reason: 'invalid_blocks' } }));
  });

  test('because a trigger came too late, whoever pressed is told or answered in words', async ({ onTestFinished }) => {
    const { slack } = await connected(onTestFinished);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    slack.openHome(minsu);
    const home = await slack.published(minsu);
    slack.fault({ method: /views\.open/ }, { error: 'expired_trigger_id' });
    slack.press(minsu, home, { label: '할 수 있는 일' });
    await eventually(() =>
      expect(written(slack, minsu, 'dm').map(({ text }) => text)).toEqual([expect.stringContaining('/quiz')]),
    );
  });

  test('a pause that Slack wants of one call holds no other up', async ({ onTestFinished }) => {
    const { slack } = await connected(onTestFinished);
    const [minsu, jisu] = [slack.user('민수', { locale: 'ko-KR' }), slack.user('지수', { locale: 'ko-KR' })];
    // Their languages are known by now.
    await slack.command(jisu, 'class', '/card').message();
    await slack.command(minsu, 'class', '/card').message();
    slack.clock.run();
    slack.fault({ method: /chat\.postMessage/ }, { retryAfter: 3 });
    const waiting = slack.direct(minsu, '파드').message();
    await eventually(() => expect(slack.requests.some(({ status }) => status === 429)).toBe(true));
    const first = await Promise.race([
      waiting.then(() => '민수'),
      slack
        .direct(jisu, '파드')
        .message()
        .then(() => '지수'),
    ]);
    expect(first).toBe('지수');
    expect((await waiting).text).toContain(TOLD);
  });
});
