import { expect, test } from 'vitest';
import { call, slackWith } from './clients.ts';

test('channels are made, archived, left and deleted, and refuse as the methods say', async () => {
  const slack = await slackWith();
  const [archived, left, gone] = [slack.channel('a'), slack.channel('b'), slack.channel('c')];
  slack.say(slack.user('kim'), { channel: archived }, 'hello');
  const say = (channel: string) => call(slack, 'chat.postMessage', { channel, text: 'x' });
  expect(await say(archived)).toMatchObject({ ok: true, channel: archived });
  slack.archive(archived);
  slack.removeFrom(left);
  slack.deleteChannel(gone);
  expect(await say(archived)).toMatchObject({ ok: false, error: 'is_archived' });
  expect(await say(left)).toMatchObject({ ok: false, error: 'not_in_channel' });
  expect(await say(gone)).toMatchObject({ ok: false, error: 'channel_not_found' });
  const read = (channel: string) => call(slack, 'conversations.history', { channel });
  expect(await read(archived)).toMatchObject({ ok: true, messages: [{ text: 'x' }, { text: 'hello' }] });
  expect(await read(left)).toMatchObject({ error: 'not_in_channel' });
  slack.inviteTo(left);
  expect(await say(left)).toMatchObject({ ok: true });
});

test('metadata is told only where it is asked for, and stays over an update', async () => {
  const slack = await slackWith();
  const channel = slack.channel('a');
  const metadata = { event_type: 'x', event_payload: { mark: 'm' } };
  const { ts } = await call(slack, 'chat.postMessage', { channel, text: 'x', metadata });
  await call(slack, 'chat.update', { channel, ts, text: 'y' });
  const read = (more: object) => call(slack, 'conversations.history', { channel, ...more });
  expect((await read({})).messages).toMatchObject([{ text: 'y' }]);
  expect(JSON.stringify(await read({}))).not.toContain('event_payload');
  expect(await read({ include_all_metadata: true })).toMatchObject({ messages: [{ metadata }] });
});

test('an answer may come late or as an error after the effect, until the fault is ended', async () => {
  const slack = await slackWith();
  const channel = slack.channel('a');
  const say = () => call(slack, 'chat.postMessage', { channel, text: 'x' });
  const end = slack.fault({ method: /postMessage/, times: 9 }, { errorAfter: 'internal_error' });
  expect(await say()).toMatchObject({ ok: false, error: 'internal_error' });
  end();
  slack.fault({ method: /postMessage/ }, { late: 50 });
  const late = say();
  while (slack.messages(channel).length < 2) await new Promise((resolve) => setImmediate(resolve));
  expect(slack.requests).toHaveLength(1);
  slack.clock.advance(50);
  expect(await late).toMatchObject({ ok: true });
});
