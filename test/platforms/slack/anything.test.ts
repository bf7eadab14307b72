import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import { titleOf } from '../../fakes/slack/seen.ts';
import type { LocalSlack } from '../../fakes/slack/types.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

const person = { id: 'U0ABCDEFG', name: '민수', username: 'minsu', team_id: 'T0ABCDEFG' };
const team = { id: 'T0ABCDEFG', domain: 'school' };
const message = { type: 'message', channel_type: 'im', channel: 'D0ABCDEFG', user: person.id, ts: '1.2', text: '파드' };
const interaction = {
  team,
  user: person,
  trigger_id: '1.2.a',
  container: { channel_id: 'C0ABCDEFG', message_ts: '1' },
};
const view = { id: 'V1', type: 'modal', callback_id: 'answer', private_metadata: '{}', state: { values: {} } };

/** One of each kind that the bot reads. */
const KNOWN: readonly Record<string, unknown>[] = [
  { type: 'event_callback', team_id: team.id, event_id: 'Ev1', event: message },
  { type: 'event_callback', team_id: team.id, event: { ...message, type: 'app_mention', channel: 'C0ABCDEFG' } },
  { type: 'event_callback', team_id: team.id, event: { type: 'app_home_opened', tab: 'home', user: person.id } },
  { type: 'event_callback', authorizations: [{ team_id: team.id, enterprise_id: null }], event: { item: {} } },
  { command: '/k8s', text: '파드', team_id: team.id, user_id: person.id, channel_id: 'C0ABCDEFG', trigger_id: '1' },
  { type: 'block_actions', ...interaction, actions: [{ type: 'button', action_id: 'run:0', value: 'k8s 파드' }] },
  { type: 'block_suggestion', ...interaction, action_id: 'look', block_id: 'a', value: '파' },
  { type: 'view_submission', ...interaction, view },
  { type: 'view_closed', ...interaction, view },
  { type: 'shortcut', ...interaction, callback_id: 'search' },
  { type: 'message_action', ...interaction, callback_id: 'look_up', message, channel: { id: 'C0ABCDEFG' } },
  { type: 'dialog_submission', ...interaction },
];

const WRONG: readonly unknown[] = [
  null,
  true,
  0,
  '',
  [],
  ...['event', 'actions', 'user', 'view', 'channel', 'team', 'container', 'authorizations', 'command', 'type'].flatMap(
    (key) => KNOWN.map((one) => ({ ...one, [key]: null })),
  ),
  { event: null },
  { actions: null },
  { type: 'block_suggestion' },
  { type: 'block_suggestion', ...interaction, action_id: 'look' },
  { type: 'block_suggestion', ...interaction, action_id: 'unknown', value: 'a' },
  { type: 'event_callback', event: { type: 'disconnected' } },
  { type: 'event_callback', event: { type: 'error' } },
];

const anyJson = fc.jsonValue({ maxDepth: 3 });

/** What Slack sends, with something else, or nothing, in one of its places. */
function replaced(value: unknown, path: number, by: unknown): unknown {
  if (path === 0 || typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  const [key, inner] = entries[path % entries.length] ?? [];
  if (key === undefined) return by;
  const changed = replaced(inner, Math.floor(path / entries.length), by);
  return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
}

const almost = fc
  .tuple(fc.constantFrom(...KNOWN), fc.nat(100_000), fc.option(anyJson, { nil: undefined }))
  .map(([one, path, by]) => replaced(one, path, by));

const anything = fc.oneof(anyJson, almost, almost);

/** The bot is there, and answers as ever. */
async function answers(slack: LocalSlack): Promise<void> {
  const next = await slack.command(slack.user('지수', { locale: 'ko-KR' }), 'class', '/k8s 파드').message();
  expect(titleOf(next)).toBe('파드');
}

/** Nothing may be thrown where only the process hears of it; Vitest itself fails for that as well. */
function unseen(): unknown[] {
  const seen: unknown[] = [];
  const hear = (error: unknown): void => void seen.push(error);
  process.on('unhandledRejection', hear);
  onTestFinished(() => void process.off('unhandledRejection', hear));
  return seen;
}

test('a signed request, whatever is in it, is answered with 2xx or 4xx', async () => {
  const thrown = unseen();
  const { slack } = await onSlack({ bot, mode: 'http' });
  async function send(body: unknown): Promise<void> {
    const text = JSON.stringify(body) ?? '';
    const form = new URLSearchParams({ payload: text }).toString();
    for (const [sent, headers] of [[text, JSON_TYPE] as const, [form, FORM_TYPE] as const]) {
      const { status } = await slack.request(sent, headers, 'right');
      expect(status, sent).toSatisfy((code: number) => (code >= 200 && code < 300) || (code >= 400 && code < 500));
    }
  }
  for (const body of WRONG) await send(body);
  await fc.assert(fc.asyncProperty(anything, send), { numRuns: 150 });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom(JSON_TYPE, FORM_TYPE), async (text, headers) => {
      expect((await slack.request(text, headers, 'right')).status).toBeLessThan(500);
    }),
    { numRuns: 50 },
  );
  await answers(slack);
  expect(thrown).toEqual([]);
});

test.each([
  ['null', 'null', JSON_TYPE],
  ['the payload null', 'payload=null', FORM_TYPE],
  ['the event null', '{"type":"event_callback","event":null}', JSON_TYPE],
  ['no words', '', JSON_TYPE],
])('%s is refused at once, and Slack is not to send it again', async (_, body, headers) => {
  const { slack } = await onSlack({ bot, mode: 'http' });
  expect((await slack.request(body, headers, 'right')).status).toBe(400);
});

test('an envelope, whatever is in it, is acknowledged', async () => {
  const thrown = unseen();
  const { slack } = await onSlack({ bot });
  const kind = fc.constantFrom('events_api' as const, 'interactive' as const, 'slash_commands' as const);
  const send = (of: 'events_api' | 'interactive' | 'slash_commands', body: unknown): Promise<unknown> =>
    // Written as whatever it is: the local Slack itself sends objects only.
    slack
      .deliver(of, { toJSON: () => body })
      // It has come: what is offered does not fit all kinds of envelopes.
      .acknowledged.catch((error: unknown) => expect(String(error)).toContain('is not as Slack takes it'));
  for (const body of WRONG) await send('events_api', body);
  for (const body of WRONG) await send('interactive', body);
  await fc.assert(
    fc.asyncProperty(kind, anything, async (of, body) => {
      await send(of, body);
    }),
    { numRuns: 150 },
  );
  await answers(slack);
  expect(slack.socket.opened).toBe(2);
  expect(thrown).toEqual([]);
});
