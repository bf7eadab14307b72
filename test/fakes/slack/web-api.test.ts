import { describe, expect, test } from 'vitest';
import { actions, button, call, slackWith, webClient } from './clients.ts';
import { object } from './json.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('authorization', () => {
  test('tokens that are missing, unknown, revoked or of the wrong kind are refused', async () => {
    const slack = await slackWith();
    const refused = async (token: string, method = 'auth.test') => (await call(slack, method, {}, token)).error;
    expect(await refused('')).toBe('not_authed');
    expect(await refused('xoxb-1')).toBe('invalid_auth');
    expect(await refused(slack.appToken)).toBe('not_allowed_token_type');
    expect(await refused(slack.botToken, 'apps.connections.open')).toBe('not_allowed_token_type');
    slack.revoke('token');
    expect(await refused(slack.botToken)).toBe('token_revoked');
    expect(await call(slack, 'apps.connections.open', {}, slack.appToken)).toMatchObject({ ok: true });
    slack.revoke('app-token');
    expect(await refused(slack.appToken, 'apps.connections.open')).toBe('invalid_auth');
  });

  test('a scope that is missing is named, with those that there are', async () => {
    const slack = await slackWith({ scopes: ['im:history', 'users:read'] });
    const { channelId } = slack;
    const user = slack.user('a');
    const channel = channelId(user, 'class');
    const missing = (needed: string) => ({
      ok: false,
      error: 'missing_scope',
      needed,
      provided: 'im:history,users:read',
    });
    expect(await call(slack, 'chat.postMessage', { channel, text: 'x' })).toEqual(missing('chat:write'));
    expect(await call(slack, 'conversations.history', { channel })).toEqual(missing('channels:history'));
    expect(await call(slack, 'conversations.history', { channel: channelId(user, 'dm') })).toMatchObject({ ok: true });
    expect(await call(slack, 'users.info', { user: user.id })).toMatchObject({ ok: true });
  });

  test('what the app has can be taken from it', async () => {
    const slack = await slackWith();
    const channel = slack.channelId(slack.user('a'), 'class');
    const error = async () => (await call(slack, 'chat.postMessage', { channel, text: 'x' })).error;
    expect(await error()).toBeUndefined();
    slack.revoke('channel');
    expect(await error()).toBe('not_in_channel');
    slack.revoke({ scope: 'chat:write' });
    expect(await error()).toBe('missing_scope');
  });

  test('a token may be an argument of a form, but not of JSON', async () => {
    const slack = await slackWith();
    const { url, botToken } = slack;
    expect(await call(slack, 'auth.test', { token: botToken }, '')).toMatchObject({ ok: true });
    expect(slack.requests.at(-1)).toMatchObject({ token: botToken, args: {} });
    const response = await fetch(`${url}auth.test`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ token: botToken }),
    });
    expect(await response.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  test('the client is told who it is, and of its scopes', async () => {
    const slack = await slackWith({ scopes: ['chat:write'] });
    const answer = await webClient(slack).auth.test();
    const { teamId, botId, botUserId } = slack;
    expect(answer).toMatchObject({ team_id: teamId, user_id: botUserId, bot_id: botId });
    expect(answer.response_metadata?.scopes).toEqual(['chat:write']);
  });
});

describe('bodies', () => {
  const posted = async (url: string, token: string, type: string, body: string) => {
    const headers = { authorization: `Bearer ${token}`, ...(type === '' ? {} : { 'content-type': type }) };
    const response = await fetch(`${url}api.test`, { method: 'POST', headers, body: new TextEncoder().encode(body) });
    return object(await response.json());
  };

  test('JSON without a charset and a form with one are taken with a warning', async () => {
    const { url, botToken } = await slackWith();
    expect(await posted(url, botToken, 'application/json', '{"a":1}')).toEqual({
      ok: true,
      args: { a: 1 },
      warning: 'missing_charset',
      response_metadata: { warnings: ['missing_charset'] },
    });
    expect(await posted(url, botToken, 'application/json; charset=utf-8', '{"a":1}')).not.toHaveProperty('warning');
    const form = 'application/x-www-form-urlencoded';
    expect(await posted(url, botToken, form, 'a=1')).toEqual({ ok: true, args: { a: '1' } });
    expect(await posted(url, botToken, `${form}; charset=utf-8`, 'a=1')).toMatchObject({
      warning: 'superfluous_charset',
    });
  });

  test('what cannot be read is refused by its kind', async () => {
    const { url, botToken } = await slackWith();
    const error = async (type: string, body: string) => (await posted(url, botToken, type, body)).error;
    expect(await error('application/json', '{')).toBe('invalid_json');
    expect(await error('application/json', '[]')).toBe('json_not_object');
    expect(await error('application/xml', '<a/>')).toBe('invalid_post_type');
    expect(await error('', 'a=1')).toBe('missing_post_type');
    expect(await error('multipart/form-data; boundary=x', 'nothing')).toBe('invalid_form_data');
  });

  test('a method that is not there is unknown, and what api.test is asked to refuse it refuses', async () => {
    const slack = await slackWith();
    expect(await call(slack, 'chat.sing')).toMatchObject({ ok: false, error: 'unknown_method' });
    expect(await call(slack, 'toString')).toMatchObject({ error: 'unknown_method' });
    expect(await call(slack, 'api.test', { error: 'my_error' }, '')).toMatchObject({ ok: false, error: 'my_error' });
  });
});

describe('posting', () => {
  test('a message is stored with ids for its blocks and tells who wrote it', async () => {
    const slack = await slackWith();
    const user = slack.user('a');
    const channel = slack.channelId(user, 'class');
    const client = webClient(slack);
    const metadata = { event_type: 'card', event_payload: { key: '1' } };
    const answer = await client.chat.postMessage({
      channel,
      text: 'hello',
      blocks: [section('*hello*'), actions(button('Go', 'go'))] as never,
      metadata,
    });
    expect(answer.message).toMatchObject({
      type: 'message',
      user: slack.botUserId,
      bot_id: slack.botId,
      app_id: slack.appId,
      text: 'hello',
      ts: answer.ts,
      metadata,
    });
    const message = slack.messages(channel).at(-1);
    expect(message).toMatchObject({ ts: answer.ts, author: slack.botUserId, metadata, edits: 0, threadTs: undefined });
    expect(message?.blocks).toEqual([
      { type: 'section', block_id: expect.any(String), text: { type: 'mrkdwn', text: '*hello*', verbatim: false } },
      {
        type: 'actions',
        block_id: expect.any(String),
        elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go', emoji: true } }],
      },
    ]);
  });

  test('a person, a channel by name and a direct message are places to post; others are refused', async () => {
    const slack = await slackWith();
    const user = slack.user('a');
    const to = async (channel: string) => call(slack, 'chat.postMessage', { channel, text: 'x' });
    const direct = slack.channelId(user, 'dm');
    expect(await to(user.id)).toMatchObject({ ok: true, channel: direct });
    expect(await to(direct)).toMatchObject({ ok: true, channel: direct });
    expect(await to('#class')).toMatchObject({ ok: true, channel: slack.channelId(user, 'class') });
    expect(await to(slack.channelId(user, 'outside'))).toEqual({ ok: false, error: 'not_in_channel' });
    expect(await to('C404')).toEqual({ ok: false, error: 'channel_not_found' });
    expect(await to('')).toMatchObject({ error: 'invalid_arguments' });
    expect(await call(slack, 'chat.update', { channel: user.id, ts: '1.1', text: 'x' })).toEqual({
      ok: false,
      error: 'channel_not_found',
    });
  });

  test('a message without anything to say is refused, and so are wrong blocks, by their place', async () => {
    const slack = await slackWith();
    const channel = slack.channelId(slack.user('a'), 'class');
    const say = (args: object) => call(slack, 'chat.postMessage', { channel, ...args });
    expect(await say({})).toEqual({ ok: false, error: 'no_text' });
    expect(await say({ text: '', blocks: [], attachments: [] })).toEqual({ ok: false, error: 'no_text' });
    expect(await say({ blocks: '[{' })).toEqual({ ok: false, error: 'invalid_blocks_format' });
    const wrong = await say({ text: 'x', blocks: [section('fine'), { type: 'nonsense' }] });
    const problem = 'unsupported type: nonsense [json-pointer:/blocks/1/type]';
    expect(wrong).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [problem],
      response_metadata: { messages: [`[ERROR] ${problem}`] },
    });
    expect(await say({ text: 'x', metadata: { event_type: '' } })).toMatchObject({ error: 'invalid_metadata_format' });
    expect(await say({ text: 'x', attachments: [{ blocks: [{ type: 'nonsense' }] }] })).toMatchObject({
      error: 'invalid_attachments',
    });
    expect(
      await say({ text: 'x', blocks: [{ type: 'image', alt_text: 'a', slack_file: { id: 'F404' } }] }),
    ).toMatchObject({ error: 'invalid_blocks', errors: ['invalid slack file [json-pointer:/blocks/0/slack_file]'] });
    expect(await say({ markdown_text: '**x**', text: 'x' })).toMatchObject({ error: 'markdown_text_conflict' });
    expect(await say({ markdown_text: '**x**' })).toMatchObject({ message: { blocks: [{ type: 'markdown' }] } });
    expect(await say({ text: 'x'.repeat(40_001) })).toMatchObject({ message: { text: 'x'.repeat(40_000) } });
  });

  test('replies hang on a message that is there and is no reply itself', async () => {
    const slack = await slackWith();
    const channel = slack.channelId(slack.user('a'), 'class');
    const say = (thread_ts: string) => call(slack, 'chat.postMessage', { channel, text: 'x', thread_ts });
    const reply = await say(slack.threadTs);
    expect(reply).toMatchObject({ message: { thread_ts: slack.threadTs } });
    expect(await say('1.000001')).toEqual({ ok: false, error: 'thread_not_found' });
    expect(await say(String(reply.ts))).toEqual({ ok: false, error: 'cannot_reply_to_message' });
  });

  test('an ephemeral message is seen by one person, and cannot be changed, deleted or found', async () => {
    const slack = await slackWith();
    const [user, other] = [slack.user('a'), slack.user('b')];
    const channel = slack.channelId(user, 'class');
    const answer = await call(slack, 'chat.postEphemeral', { channel, user: user.id, text: 'only you' });
    const ts = String(answer.message_ts);
    expect(slack.messages(channel, user).at(-1)).toMatchObject({ ts, ephemeralFor: user.id });
    expect(slack.messages(channel, other).map((one) => one.ts)).not.toContain(ts);
    expect(slack.messages(channel).map((one) => one.ts)).not.toContain(ts);
    const gone = { ok: false, error: 'message_not_found' };
    expect(await call(slack, 'chat.update', { channel, ts, text: 'x' })).toEqual(gone);
    expect(await call(slack, 'chat.delete', { channel, ts })).toEqual(gone);
    const history = await call(slack, 'conversations.history', { channel });
    expect(JSON.stringify(history)).not.toContain('only you');
    const to = (user: string) => call(slack, 'chat.postEphemeral', { channel, user, text: 'x' });
    expect(await to('U404')).toEqual({ ok: false, error: 'user_not_in_channel' });
    expect(await to('')).toMatchObject({ error: 'invalid_arguments' });
  });

  test('whom a message notifies is told by its text and blocks', async () => {
    const slack = await slackWith();
    const user = slack.user('a');
    const channel = slack.channelId(user, 'class');
    await call(slack, 'chat.postMessage', { channel, text: 'x', blocks: [section(`<!here> <@${user.id}>`)] });
    expect(slack.messages(channel).at(-1)?.pings).toMatchObject({ broadcasts: ['here'], users: [user.id] });
  });
});

describe('changing', () => {
  test('a new text takes the blocks away, and attachments and metadata stay unless emptied', async () => {
    const slack = await slackWith();
    const channel = slack.channelId(slack.user('a'), 'class');
    const metadata = { event_type: 'card', event_payload: {} };
    const { ts } = await call(slack, 'chat.postMessage', {
      channel,
      text: 'one',
      blocks: [section('one')],
      attachments: [{ text: 'more' }],
      metadata,
    });
    const message = slack.messages(channel).at(-1);
    const update = (args: object) => call(slack, 'chat.update', { channel, ts, ...args });
    expect(await update({ blocks: [section('two')] })).toMatchObject({ ok: true, ts, message: { attachments: [{}] } });
    expect(message).toMatchObject({ edits: 1, blocks: [{ text: { text: 'two' } }], metadata });
    expect(await update({ text: 'three' })).toMatchObject({ text: 'three', message: { edited: {} } });
    expect(message).toMatchObject({ text: 'three', blocks: [], attachments: [{ text: 'more' }], metadata });
    await update({ text: 'four', attachments: [], metadata: {} });
    expect(message).toMatchObject({ text: 'four', attachments: [], edits: 3 });
    expect(await update({ metadata })).toEqual({ ok: false, error: 'no_text' });
    expect(await update({ text: 'x'.repeat(4001) })).toEqual({ ok: false, error: 'msg_too_long' });
    expect(await update({ blocks: [{}] })).toMatchObject({ error: 'invalid_blocks' });
  });

  test("people's messages are not the bot's to change or delete", async () => {
    const slack = await slackWith();
    const user = slack.user('a');
    const message = slack.say(user, 'class', 'mine');
    const { channel, ts } = message;
    expect(await call(slack, 'chat.update', { channel, ts, text: 'x' })).toEqual({
      ok: false,
      error: 'cant_update_message',
    });
    expect(await call(slack, 'chat.delete', { channel, ts })).toEqual({ ok: false, error: 'cant_delete_message' });
  });

  test('a deleted message is gone, from its thread too', async () => {
    const slack = await slackWith();
    const channel = slack.channelId(slack.user('a'), 'class');
    const { ts } = await call(slack, 'chat.postMessage', { channel, text: 'x', thread_ts: slack.threadTs });
    const message = slack.messages(channel).at(-1);
    const replies = () => call(slack, 'conversations.replies', { channel, ts: slack.threadTs });
    expect(await replies()).toMatchObject({ messages: [{ reply_count: 1, latest_reply: ts }, { ts }] });
    expect(await call(slack, 'chat.delete', { channel, ts })).toEqual({ ok: true, channel, ts });
    expect(message?.deleted).toBe(true);
    expect(((await replies()).messages as unknown[]).length).toBe(1);
    expect(await call(slack, 'chat.delete', { channel, ts })).toMatchObject({ error: 'message_not_found' });
  });
});

describe('reading', () => {
  test('history has the newest first, without replies, in pages and between times', async () => {
    const slack = await slackWith();
    const channel = slack.channelId(slack.user('a'), 'class');
    const client = webClient(slack);
    const times: string[] = [];
    for (const text of ['1', '2', '3']) times.push(String((await client.chat.postMessage({ channel, text })).ts));
    await client.chat.postMessage({ channel, text: 'reply', thread_ts: slack.threadTs });
    await client.chat.postMessage({ channel, text: 'both', thread_ts: slack.threadTs, reply_broadcast: true });
    const texts: (string | undefined)[][] = [];
    for await (const page of client.paginate('conversations.history', { channel, limit: 2 }))
      texts.push((page as { messages?: { text?: string }[] }).messages?.map(({ text }) => text) ?? []);
    expect(texts).toEqual([['both', '3'], ['2', '1'], ['lesson']]);
    const between = async (more: object) =>
      (await client.conversations.history({ channel, ...more })).messages?.map(({ text }) => text);
    expect(await between({ oldest: times[0], latest: times[2] })).toEqual(['2']);
    expect(await between({ oldest: times[0], latest: times[2], inclusive: true })).toEqual(['3', '2', '1']);
    expect(await call(slack, 'conversations.history', { channel, cursor: 'nonsense' })).toMatchObject({
      error: 'invalid_cursor',
    });
  });

  test('metadata is told only to whom asks for it', async () => {
    const slack = await slackWith();
    const channel = slack.channelId(slack.user('a'), 'class');
    const metadata = { event_type: 'card', event_payload: { key: '7' } };
    await call(slack, 'chat.postMessage', { channel, text: 'x', metadata });
    const first = async (more: object) =>
      ((await call(slack, 'conversations.history', { channel, ...more })).messages as object[])[0];
    expect(await first({})).not.toHaveProperty('metadata');
    expect(await first({ include_all_metadata: true })).toMatchObject({ metadata });
  });

  test('conversations, their members and people are told of', async () => {
    const slack = await slackWith();
    const user = slack.user('민지', { locale: 'ko-KR' });
    const client = webClient(slack);
    const channel = slack.channelId(user, 'class');
    expect((await client.conversations.info({ channel })).channel).toMatchObject({ name: 'class', is_member: true });
    const outside = slack.channelId(user, 'outside');
    expect((await client.conversations.info({ channel: outside })).channel).toMatchObject({ is_member: false });
    expect((await client.conversations.members({ channel })).members).toEqual([
      slack.botUserId,
      expect.any(String),
      user.id,
    ]);
    expect(await call(slack, 'conversations.history', { channel: outside })).toMatchObject({ error: 'not_in_channel' });
    const about = async (more: object) => (await call(slack, 'users.info', { user: user.id, ...more })).user;
    expect(await about({ include_locale: true })).toMatchObject({ real_name: '민지', locale: 'ko-KR', is_bot: false });
    expect(await about({})).not.toHaveProperty('locale');
    expect(await call(slack, 'users.info', { user: 'U404' })).toEqual({ ok: false, error: 'user_not_found' });
  });

  test('a direct message is opened once', async () => {
    const slack = await slackWith();
    const user = slack.user('a');
    const open = (users: string) => call(slack, 'conversations.open', { users });
    const id = ((await open(user.id)).channel as { id: string }).id;
    expect(id).toBe(slack.channelId(user, 'dm'));
    expect(await open(user.id)).toEqual({ ok: true, no_op: true, already_open: true, channel: { id } });
    expect(await open('')).toEqual({ ok: false, error: 'users_list_not_supplied' });
    expect(await open('U404')).toEqual({ ok: false, error: 'user_not_found' });
    expect(await open(slack.botUserId)).toEqual({ ok: false, error: 'cannot_dm_bot' });
  });

  test('a message has a permalink', async () => {
    const slack = await slackWith();
    const { channel, ts } = slack.say(slack.user('a'), 'thread', 'x');
    const { permalink } = await webClient(slack).chat.getPermalink({ channel, message_ts: ts });
    expect(permalink).toContain(`/archives/${channel}/p${ts.replace('.', '')}?thread_ts=${slack.threadTs}`);
    expect(await call(slack, 'chat.getPermalink', { channel, message_ts: '1.000001' })).toMatchObject({
      error: 'message_not_found',
    });
  });
});
