import { describe, expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import type { LocalSlack, Message, User } from '../../fakes/slack/types.ts';
import { eventually } from '../../support/eventually.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);

type End = (end: () => Promise<void>) => void;

const connected = (finished: End, more: Parameters<typeof onSlack>[0] = {}) => onSlack({ bot, finished, ...more });

const both = (slack: LocalSlack) => eventually(() => expect(slack.socket.connections).toBe(2));

const ask = (slack: LocalSlack, user: User): Promise<Message> => slack.command(user, 'class', '/k8s 파드').message();

const told = (message: Message): boolean => message.text.includes('가장 작은 배포 단위');

describe.concurrent('over two connections', () => {
  test('what comes while one of them is lost comes over the other', async ({ onTestFinished }) => {
    const { slack, connection } = await connected(onTestFinished);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    await both(slack);
    for (let round = 0; round < 3; round++) {
      slack.socket.drop(1);
      expect(connection.ready()).toBe(true);
      for (let i = 0; i < 3; i++) expect(told(await ask(slack, minsu))).toBe(true);
      await both(slack);
    }
  });

  test.each(['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets'] as const)(
    'a `disconnect` for %s loses nothing, and both are back soon',
    async (reason) => {
      const ends: (() => Promise<void>)[] = [];
      try {
        const { slack } = await connected((end) => void ends.push(end));
        const [minsu, jisu] = [slack.user('민수', { locale: 'ko-KR' }), slack.user('지수', { locale: 'ko-KR' })];
        await both(slack);
        const before = slack.mention(minsu, 'class', '파드').message();
        slack.socket.disconnect(reason);
        const after = slack.mention(jisu, 'class', '파드').message();
        expect([told(await before), told(await after)]).toEqual([true, true]);
        await both(slack);
        expect(told(await ask(slack, minsu))).toBe(true);
      } finally {
        for (const end of ends.reverse()) await end();
      }
    },
  );

  test('events that come while both are lost are handled once they are back', async ({ onTestFinished }) => {
    const { slack, connection } = await connected(onTestFinished);
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    await both(slack);
    slack.socket.refuse(true);
    slack.socket.drop();
    await eventually(() => expect(connection.ready()).toBe(false));
    const asked = slack.mention(minsu, 'class', '파드');
    slack.socket.refuse(false);
    expect(told(await asked.message())).toBe(true);
    await eventually(() => expect(connection.ready()).toBe(true));
  });

  test('no hello is no connection: it is not ready until Slack has greeted it', async ({ onTestFinished }) => {
    const { slack, connection } = await connected(onTestFinished);
    await both(slack);
    slack.socket.withholdHello(true);
    const before = slack.socket.opened;
    slack.socket.drop();
    await eventually(() => expect(slack.socket.opened).toBeGreaterThan(before));
    expect(connection.ready()).toBe(false);
    slack.socket.withholdHello(false);
    slack.socket.drop();
    await eventually(() => expect(connection.ready()).toBe(true));
  });

  test('a peer that says nothing any more is given up', async ({ onTestFinished }) => {
    const { slack } = await connected(onTestFinished);
    await both(slack);
    const before = slack.socket.opened;
    slack.socket.stall(1);
    await eventually(() => expect(slack.socket.opened).toBeGreaterThan(before));
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    expect(told(await ask(slack, minsu))).toBe(true);
  });

  test('a Slack that is out of order for a while is tried until it is there', async ({ onTestFinished }) => {
    const { slack, connection, logged } = await connected(onTestFinished);
    await both(slack);
    slack.clock.run();
    for (const fault of [{ status: 500 }, { drop: 'before' }, { retryAfter: 1 }, { error: 'internal_error' }] as const)
      slack.fault({ method: /apps\.connections\.open/, times: 2 }, fault);
    slack.socket.drop();
    await eventually(() => expect(connection.ready()).toBe(false));
    await eventually(() => expect(connection.ready()).toBe(true));
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a token that is revoked ends it with a line for the operator', async ({ onTestFinished }) => {
    const { slack, connection } = await connected(onTestFinished);
    await both(slack);
    slack.revoke('app-token');
    slack.socket.drop();
    expect((await connection.closed).message).toMatch(/^SLACK_APP_TOKEN: /);
  });
});

describe.concurrent('what Slack sends twice is answered once', () => {
  const everything = async (slack: LocalSlack, user: User): Promise<Message[]> => {
    const home = slack.openHome(user);
    await home.acknowledged;
    const direct = await slack.direct(user, '파드').message();
    const quiz = await slack.command(user, 'class', '/quiz 파드').message();
    return [
      await ask(slack, user),
      await slack.mention(user, 'class', '파드').message(),
      await slack.press(user, direct, { label: '노드' }).message(),
      quiz,
      await slack.press(user, quiz, { label: '모르겠어요' }).message(),
    ];
  };
  const seen = (slack: LocalSlack, user: User): number =>
    [...slack.messages(slack.channelId(user, 'class'), user), ...slack.messages(slack.channelId(user, 'dm'), user)]
      .filter(({ author }) => author === slack.botUserId || author === slack.botId)
      .reduce((sum, { edits }) => sum + 1 + edits, 0);

  test.each(['socket', 'http'] as const)('envelopes and requests that are duplicated, %s', async (mode) => {
    const ends: (() => Promise<void>)[] = [];
    try {
      const { slack, connection } = await connected((end) => void ends.push(end), { mode });
      const minsu = slack.user('민수', { locale: 'ko-KR' });
      await everything(slack, minsu);
      const once = seen(slack, minsu);
      const jisu = slack.user('지수', { locale: 'ko-KR' });
      slack.socket.duplicate(3);
      await everything(slack, jisu);
      await connection.stop(PATIENCE);
      expect(seen(slack, jisu)).toBe(once);
    } finally {
      for (const end of ends.reverse()) await end();
    }
  });

  test('an event whose acknowledgement was lost, also after a restart', async ({ onTestFinished }) => {
    const first = await connected(onTestFinished);
    const { slack, claimed } = first;
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    const mention = slack.mention(minsu, 'class', '파드');
    await mention.message();
    const command = slack.command(minsu, 'class', '/k8s 노드');
    await command.message();
    const before = seen(slack, minsu);
    await slack.redeliver(mention);
    await slack.redeliver(command);
    await first.connection.stop(PATIENCE);
    const { connection } = await connected(onTestFinished, { at: slack, claimed });
    await slack.redeliver(mention);
    await slack.redeliver(command);
    expect(told(await ask(slack, minsu))).toBe(true);
    await connection.stop(PATIENCE);
    expect(seen(slack, minsu)).toBe(before + 1);
  });

  test('an event that comes late, because nobody was there, is handled', async ({ onTestFinished }) => {
    const first = await connected(onTestFinished);
    const { slack } = first;
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    await first.connection.stop(PATIENCE);
    const mention = slack.mention(minsu, 'class', '파드');
    await connected(onTestFinished, { at: slack });
    expect(told(await mention.message())).toBe(true);
  });
});
