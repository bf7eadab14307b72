import { describe, expect, test } from 'vitest';
import { actions, boltOn, button, call, option, post, slackWith, webClient } from './clients.ts';
import { object, text } from './json.ts';
import type { Json, LocalSlack } from './types.ts';

/** An app that acknowledges everything, and keeps what it heard. */
async function app(slack: LocalSlack, mode: 'socket' | 'http' = 'socket') {
  const heard: Json[] = [];
  await boltOn(
    slack,
    (bolt) => {
      bolt.use(async ({ body, next }) => {
        heard.push(object(body));
        await next();
      });
      bolt.command(/.*/, async ({ ack }) => ack());
      bolt.shortcut(/.*/, async ({ ack }) => ack());
      bolt.action(/.*/, async ({ ack }) => ack());
    },
    mode,
  );
  return {
    heard,
    events: () => heard.map(({ event }) => object(event)).filter(({ type }) => type !== undefined),
    /** The response_url of the last act. */
    url: () => text(heard.at(-1)?.response_url),
  };
}

const rows = [
  actions(button('Go', 'go', { value: '7' }), button('Site', 'site', { url: 'https://example.com' })),
  {
    type: 'actions',
    block_id: 'pick',
    elements: [
      { type: 'static_select', action_id: 'one', options: [option('Pod', 'p'), option('Job & co', 'j')] },
      { type: 'checkboxes', action_id: 'many', options: [option('A', 'a'), option('B', 'b'), option('C', 'c')] },
      { type: 'overflow', action_id: 'more', options: [option('Edit', 'e'), option('Drop', 'd')] },
    ],
  },
];

describe('both ways of delivery', () => {
  for (const mode of ['socket', 'http'] as const) {
    test(`a command is answered by response_url, privately and to all (${mode})`, async () => {
      const slack = await slackWith({ mode });
      const { errors } = await boltOn(
        slack,
        (bolt) =>
          bolt.command('/k8s', async ({ ack, command, respond }) => {
            await ack();
            const response_type = command.text === 'all' ? 'in_channel' : 'ephemeral';
            await respond({ text: `${command.command} ${command.text}`, response_type });
          }),
        mode,
      );
      const user = slack.user('민지');
      const act = slack.command(user, 'class', '/k8s 파드가 뭐야?');
      expect(await act.acknowledged).toBeUndefined();
      const message = await act.message();
      expect([message.text, message.ephemeralFor]).toEqual(['/k8s 파드가 뭐야?', user.id]);
      expect(await slack.command(user, 'outside', '/k8s all').message()).toMatchObject({
        channel: slack.channelId(user, 'outside'),
        ephemeralFor: undefined,
        author: slack.botUserId,
      });
      expect(act.responses).toEqual([{ text: '/k8s 파드가 뭐야?', response_type: 'ephemeral' }]);
      expect(errors).toEqual([]);
    });

    test(`a mention, a direct message and a press are answered (${mode})`, async () => {
      const slack = await slackWith({ mode });
      const { errors } = await boltOn(
        slack,
        (bolt) => {
          bolt.event('app_mention', async ({ event, client }) => {
            const blocks = [actions(button('Go', 'go', { value: '7' }))] as never;
            await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: event.text, blocks });
          });
          bolt.message(async ({ message, say }) => {
            if ('text' in message) await say(`heard ${message.text}`);
          });
          bolt.action('go', async ({ ack, respond, action }) => {
            await ack();
            await respond({ text: 'value' in action ? String(action.value) : '', replace_original: true });
          });
        },
        mode,
      );
      const user = slack.user('a');
      const message = await slack.mention(user, 'class', '1 < 2').message();
      expect(message.text).toBe(`<@${slack.botUserId}> 1 &lt; 2`);
      expect(await slack.press(user, message, { label: 'Go' }).message()).toBe(message);
      expect([message.text, message.edits, message.blocks]).toEqual(['7', 1, []]);
      expect((await slack.direct(user, 'hi').message()).text).toBe('heard hi');
      expect(errors).toEqual([]);
      expect(slack.requests.filter(({ answer }) => answer.ok === false)).toEqual([]);
    });
  }

  test('an acknowledgement may be a message', async () => {
    const slack = await slackWith();
    await boltOn(slack, (bolt) => bolt.command('/k8s', async ({ ack }) => ack('at once')));
    const user = slack.user('a');
    const act = slack.command(user, 'dm', '/k8s');
    expect(await act.acknowledged).toEqual({ text: 'at once' });
    expect(await act.message()).toMatchObject({ text: 'at once', ephemeralFor: user.id });
  });
});

describe('writing', () => {
  test('what people type comes escaped, with links and mentions made of addresses and names', async () => {
    const slack = await slackWith();
    const { events } = await app(slack);
    const [user, other] = [slack.user('a'), slack.user('민지')];
    const typed = 'R&D <b> see https://a.example/?x=1&y=2, kubernetes.io/docs, me@a.com @민지 #class @here @nobody';
    const message = slack.say(user, 'class', typed);
    const channel = slack.channelId(user, 'class');
    expect(message.text).toBe(
      [
        'R&amp;D &lt;b&gt; see <https://a.example/?x=1&amp;y=2,>',
        '<http://kubernetes.io/docs,|kubernetes.io/docs,> <mailto:me@a.com|me@a.com>',
        `<@${other.id}> <#${channel}|class> <!here> @nobody`,
      ].join(' '),
    );
    await slack.mention(user, 'class', 'a > b').acknowledged;
    expect(events().at(-1)).toMatchObject({
      type: 'app_mention',
      user: user.id,
      channel,
      text: `<@${slack.botUserId}> a &gt; b`,
      blocks: [{ type: 'rich_text' }],
    });
    await slack.command(user, 'class', '/k8s a & b').acknowledged;
  });

  test('the app is told of mentions where it is, and of direct messages, and of nothing else', async () => {
    const slack = await slackWith();
    const { events } = await app(slack);
    const user = slack.user('a');
    slack.say(user, 'class', 'not for the bot');
    await expect(slack.mention(user, 'outside', 'hi').acknowledged).rejects.toThrow('not told');
    await slack.mention(user, 'thread', 'hi').acknowledged;
    await slack.direct(user, 'one').acknowledged;
    const { ts } = slack.say(user, 'dm', 'two');
    await slack.direct(user, 'three', ts).acknowledged;
    await expect.poll(() => events().length).toBe(5);
    const [mention, opened, ...directs] = events();
    expect(mention).toMatchObject({ type: 'app_mention', thread_ts: slack.threadTs });
    expect(opened).toMatchObject({ type: 'app_home_opened', tab: 'messages', channel: slack.channelId(user, 'dm') });
    expect(directs.map(({ type, channel_type, text }) => [type, channel_type, text])).toEqual(
      ['one', 'two', 'three'].map((said) => ['message', 'im', said]),
    );
    expect(directs[2]).toMatchObject({ thread_ts: ts });
  });

  test('in direct messages the app hears itself: what it says, changes and deletes', async () => {
    const slack = await slackWith();
    const { events } = await app(slack);
    const channel = slack.channelId(slack.user('a'), 'dm');
    const { ts } = await call(slack, 'chat.postMessage', { channel, text: 'x' });
    await call(slack, 'chat.update', { channel, ts, text: 'y' });
    await call(slack, 'chat.delete', { channel, ts });
    await call(slack, 'chat.postMessage', { channel: slack.channelId(slack.user('a'), 'class'), text: 'x' });
    // Bolt passes over what the app itself says; the others reach it.
    await expect.poll(() => events().map(({ subtype }) => subtype)).toEqual(['message_changed', 'message_deleted']);
    expect(events()[0]).toMatchObject({
      message: { ts, text: 'y', bot_id: slack.botId },
      previous_message: { text: 'x' },
    });
  });

  test('without the scopes there are no events and no commands', async () => {
    const slack = await slackWith({ scopes: [] });
    await app(slack);
    const user = slack.user('a');
    await expect(slack.mention(user, 'class', 'x').acknowledged).rejects.toThrow('not told');
    await expect(slack.direct(user, 'x').acknowledged).rejects.toThrow('not told');
    expect(() => slack.command(user, 'class', '/k8s')).toThrow('no slash commands');
  });

  test('Slack itself refuses commands in threads, and what is no command', async () => {
    const slack = await slackWith();
    const user = slack.user('a');
    // As JavaScript may do.
    expect(() => slack.command(user, 'thread' as 'class', '/k8s')).toThrow('threads');
    expect(() => slack.command(user, 'class', 'k8s')).toThrow('No slash command');
  });

  test('an answer belongs to the act of its conversation and thread', async () => {
    const slack = await slackWith();
    const client = webClient(slack);
    await app(slack);
    const [one, two] = [slack.user('a'), slack.user('b')];
    const channel = slack.channelId(one, 'class');
    const acts = [slack.mention(one, 'class', '1'), slack.mention(two, 'thread', '2'), slack.direct(one, '3')];
    const written = (said: string) => slack.messages(channel).find(({ text }) => text.endsWith(said))?.ts ?? '';
    await client.chat.postMessage({ channel: one.id, text: 'to 3' });
    await client.chat.postMessage({ channel, text: 'to 2', thread_ts: slack.threadTs });
    await client.chat.postEphemeral({ channel, user: two.id, text: 'not for 1' });
    await client.chat.postMessage({ channel, text: 'to 1', thread_ts: written('1') });
    const answers = await Promise.all(acts.map((act) => act.message()));
    expect(answers.map(({ text }) => text)).toEqual(['to 1', 'to 2', 'to 3']);
  });
});

describe('using a message', () => {
  test('a button says where it was, with the message, its state and a trigger', async () => {
    const slack = await slackWith();
    const { heard } = await app(slack);
    const user = slack.user('a');
    const channel = slack.channelId(user, 'class');
    await call(slack, 'chat.postMessage', { channel, text: 'x', blocks: rows, thread_ts: slack.threadTs });
    const message = slack.messages(channel).at(-1);
    if (!message) throw new Error('No message');
    await slack.press(user, message, { label: 'Go' }).acknowledged;
    expect(heard.at(-1)).toMatchObject({
      type: 'block_actions',
      user: { id: user.id, team_id: slack.teamId },
      api_app_id: slack.appId,
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel,
        is_ephemeral: false,
        thread_ts: slack.threadTs,
      },
      channel: { id: channel, name: 'class' },
      message: { ts: message.ts, text: 'x', bot_id: slack.botId },
      state: { values: { pick: { one: { selected_option: null }, many: { selected_options: [] } } } },
      actions: [{ type: 'button', action_id: 'go', value: '7', block_id: message.blocks[0]?.block_id }],
      response_url: expect.stringContaining('/actions/'),
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]+$/),
    });
    await slack.press(user, message, { label: 'Site' }).acknowledged;
    expect(heard.at(-1)).toMatchObject({ actions: [{ action_id: 'site', url: 'https://example.com' }] });
    expect(() => slack.press(user, message, { label: 'Gone' })).toThrow('there are: Go, Site');
    await slack.press(user, message, { actionId: 'forged', value: 'x', forge: true }).acknowledged;
    expect(heard.at(-1)).toMatchObject({ actions: [{ action_id: 'forged', value: 'x' }] });
    expect(() => slack.press(user, message, { actionId: 'forged' })).toThrow('No button');
  });

  test('options are picked by what people read; what was picked stays in the state', async () => {
    const slack = await slackWith();
    const { heard } = await app(slack);
    const user = slack.user('a');
    await call(slack, 'chat.postMessage', { channel: slack.channelId(user, 'class'), text: 'x', blocks: rows });
    const message = slack.messages(slack.channelId(user, 'class')).at(-1);
    if (!message) throw new Error('No message');
    await slack.select(user, message, 'Job & co').acknowledged;
    // Plain texts come back escaped, values as they were.
    expect(heard.at(-1)).toMatchObject({
      actions: [{ type: 'static_select', selected_option: { text: { text: 'Job &amp; co' }, value: 'j' } }],
    });
    await slack.select(user, message, ['A', 'C'], 'many').acknowledged;
    expect(heard.at(-1)).toMatchObject({
      actions: [{ type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'c' }] }],
      state: { values: { pick: { one: { selected_option: { value: 'j' } }, many: { selected_options: [{}, {}] } } } },
    });
    await slack.select(user, message, 'Drop').acknowledged;
    expect(heard.at(-1)).toMatchObject({ actions: [{ type: 'overflow', selected_option: { value: 'd' } }] });
    await slack.press(slack.user('b'), message, { label: 'Go' }).acknowledged;
    expect(heard.at(-1)).toMatchObject({ state: { values: { pick: { one: { selected_option: null } } } } });
    expect(() => slack.select(user, message, ['Pod', 'Job & co'])).toThrow('Just one');
    expect(() => slack.select(user, message, 'Nothing')).toThrow('there are: Pod');
  });

  test('an ephemeral message is used only by who sees it, and comes without the message', async () => {
    const slack = await slackWith();
    const { heard, url } = await app(slack);
    const user = slack.user('a');
    const channel = slack.channelId(user, 'class');
    await call(slack, 'chat.postEphemeral', { channel, user: user.id, text: 'x', blocks: rows });
    const message = slack.messages(channel, user).at(-1);
    if (!message) throw new Error('No message');
    expect(() => slack.press(slack.user('b'), message, { label: 'Go' })).toThrow('cannot see');
    await slack.press(user, message, { label: 'Go' }).acknowledged;
    expect(heard.at(-1)).toMatchObject({ container: { is_ephemeral: true, message_ts: message.ts } });
    expect(heard.at(-1)).not.toHaveProperty('message');
    await post(url(), { replace_original: true, text: 'changed' });
    expect([message.text, message.edits]).toEqual(['changed', 1]);
    const act = slack.press(user, message, { actionId: 'go', forge: true });
    await act.acknowledged;
    await post(url(), { delete_original: true });
    expect(message.deleted).toBe(true);
    expect(() => slack.press(user, message, { label: 'Go' })).toThrow('gone');
  });

  test('shortcuts come with a trigger, those of a message with the message', async () => {
    const slack = await slackWith();
    const { heard, url } = await app(slack);
    const user = slack.user('a');
    await slack.shortcut(user, 'learn').acknowledged;
    expect(heard.at(-1)).toMatchObject({ type: 'shortcut', callback_id: 'learn', trigger_id: expect.any(String) });
    const message = slack.say(user, 'class', 'what is a Pod?');
    const act = slack.messageShortcut(user, 'explain', message);
    await act.acknowledged;
    expect(heard.at(-1)).toMatchObject({
      type: 'message_action',
      callback_id: 'explain',
      message: { text: 'what is a Pod?', ts: message.ts },
      message_ts: message.ts,
    });
    await post(url(), { text: 'here' });
    expect(await act.message()).toMatchObject({ text: 'here', ephemeralFor: user.id });
  });
});
