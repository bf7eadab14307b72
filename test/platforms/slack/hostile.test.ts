import { inspect } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import { fromBot, homeOf, openedBy, pressed, titleOf } from '../../fakes/slack/seen.ts';
import type { Fault, Json, LocalSlack, Message, User } from '../../fakes/slack/types.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);
const SECRET = '비밀번호는xyzzy1234';

/** Everything that goes to the terminal by itself, past our log. */
function printed(): unknown[] {
  const seen: unknown[] = [];
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const spy = vi.spyOn(console, name).mockImplementation((...said) => void seen.push(said));
    onTestFinished(() => spy.mockRestore());
  }
  return seen;
}

/** What nobody may find in a log: tokens, addresses that answer, people and what they write. */
function secretsOf({ requests, ...slack }: LocalSlack, users: readonly User[]): string[] {
  const sent = JSON.stringify(requests);
  return [
    SECRET,
    'xyzzy',
    slack.botToken,
    slack.appToken,
    slack.signingSecret,
    ...users.flatMap(({ id, name }) => [id, name]),
    ...(sent.match(/127\.0\.0\.1:\d+\/[\w/]{20,}/g) ?? []),
  ];
}

const FAULTS: [string, Fault][] = [
  ['refuses', { error: 'fatal_refusal' }],
  ['refuses the blocks', { error: 'invalid_blocks' }],
  ['breaks off', { drop: 'before' }],
  ['breaks off after it was done', { drop: 'after', clean: true }],
  ['is in trouble', { status: 500, body: `<html>${SECRET}` }],
  ['says nothing that is JSON', { status: 200, body: `<html>${SECRET}` }],
  ['wants a pause', { retryAfter: 1 }],
];

test.each(FAULTS)('nothing of payloads, people or tokens is in the log where Slack %s', async (_, fault) => {
  const out = printed();
  const { slack, connection, logged } = await onSlack({ bot });
  const minsu = slack.user('민수김', { locale: 'ko-KR' });
  const quiz = await slack.command(minsu, 'class', '/quiz 파드').message();
  const pod = await slack.command(minsu, 'class', '/k8s 파드').message();
  const home = await homeOf(slack, minsu);
  for (const method of [/^response_url$/, /^chat\./, /^views\./, /^users\.info$/, /^files\./, /^conversations\./])
    slack.fault({ method, times: 2 }, fault);
  slack.clock.run();
  const ann = slack.user('AnnSmith');
  const acts = [
    slack.command(ann, 'class', `/k8s ${SECRET}`),
    slack.mention(minsu, 'thread', SECRET),
    slack.direct(minsu, SECRET),
    slack.press(minsu, quiz, { label: '모르겠어요' }),
    slack.press(minsu, pod, { label: '📢 채널에 공유' }),
    slack.press(minsu, home, { label: '자세히' }),
    slack.messageShortcut(ann, 'look_up', slack.say(minsu, 'class', SECRET)),
    slack.openHome(ann),
  ];
  await Promise.all(acts.map((act) => act.acknowledged));
  await connection.stop(PATIENCE);
  const told = inspect([logged, bugs, out], { depth: 10 });
  for (const secret of secretsOf(slack, [minsu, ann])) expect(told).not.toContain(secret);
  expect([logged.filter(({ level }) => level === 'error'), out, bugs]).toEqual([[], [], []]);
});

/** Payloads as no Slack sends them. */
const MALFORMED: [string, 'events_api' | 'interactive' | 'slash_commands', (slack: LocalSlack, user: User) => Json][] =
  [
    [
      'a message without anything',
      'events_api',
      ({ teamId }) => ({ type: 'event_callback', team_id: teamId, event: { type: 'message', channel_type: 'im' } }),
    ],
    [
      'a message whose text is no text',
      'events_api',
      ({ teamId }, { id }) => ({
        type: 'event_callback',
        team_id: teamId,
        event: {
          type: 'message',
          channel_type: 'im',
          channel: 'D0ABCDEFG',
          user: id,
          ts: '1.2',
          text: { [SECRET]: 1 },
        },
      }),
    ],
    [
      'a home tab of nobody',
      'events_api',
      ({ teamId }) => ({ type: 'event_callback', team_id: teamId, event: { type: 'app_home_opened', tab: 'home' } }),
    ],
    [
      'an event of a kind that we never asked for',
      'events_api',
      () => ({ type: 'event_callback', event: { type: SECRET } }),
    ],
    ['an empty interaction', 'interactive', () => ({})],
    ['a press without an action', 'interactive', ({ teamId }, { id }) => ({ ...pressOf(teamId, id), actions: [] })],
    ['a press of nobody', 'interactive', ({ teamId }) => ({ ...pressOf(teamId, ''), user: {} })],
    [
      'a press whose value is no text',
      'interactive',
      ({ teamId }, { id }) => pressOf(teamId, id, { value: { [SECRET]: 1 } }),
    ],
    [
      'a box with a state that is no JSON',
      'interactive',
      ({ teamId }, { id }) => submissionOf(teamId, id, `{"line":"${SECRET}`),
    ],
    ['a box without a state', 'interactive', ({ teamId }, { id }) => submissionOf(teamId, id, '')],
    ['a box with the state null', 'interactive', ({ teamId }, { id }) => submissionOf(teamId, id, 'null')],
    ['a box whose state is of another kind', 'interactive', ({ teamId }, { id }) => submissionOf(teamId, id, '["a"]')],
    ['an empty command', 'slash_commands', () => ({})],
    [
      'a command without a text and an address',
      'slash_commands',
      ({ teamId }, { id }) => ({ command: '/k8s', team_id: teamId, user_id: id, trigger_id: SECRET }),
    ],
  ];

const pressOf = (team: string, user: string, more: Json = {}): Json => ({
  type: 'block_actions',
  team: { id: team },
  user: { id: user, username: SECRET },
  trigger_id: `1.2.${SECRET}`,
  container: { type: 'message', message_ts: '1.2', channel_id: 'C0ABCDEFG' },
  actions: [{ type: 'button', action_id: 'run:0', block_id: 'a', value: SECRET, action_ts: '1.2', ...more }],
});

const submissionOf = (team: string, user: string, state: string): Json => ({
  type: 'view_submission',
  team: { id: team },
  user: { id: user, name: SECRET },
  trigger_id: `1.2.${SECRET}`,
  view: {
    id: 'V0ABCDEFG',
    type: 'modal',
    callback_id: 'answer',
    private_metadata: state,
    state: { values: { answer: { answer: { type: 'plain_text_input', value: SECRET } } } },
  },
});

test.each(MALFORMED.flatMap((one) => (['socket', 'http'] as const).map((mode) => [...one, mode] as const)))(
  '%s harms nobody: the next is answered, and nothing of it is in the log',
  async (_, kind, payload, mode) => {
    const out = printed();
    const { slack, connection, logged } = await onSlack({ bot, mode });
    const minsu = slack.user('민수김', { locale: 'ko-KR' });
    slack.deliver(kind, payload(slack, minsu)).acknowledged.catch(() => undefined);
    const next: Message = await slack.command(minsu, 'class', '/k8s 파드').message();
    expect(titleOf(next)).toBe('파드');
    expect(titleOf(await pressed(slack, minsu, next, '노드'))).toBe('노드');
    expect(titleOf(await openedBy(slack, minsu, await homeOf(slack, minsu), '할 수 있는 일'))).not.toBe('');
    await connection.stop(PATIENCE);
    // With the messages of errors.
    const told = inspect([logged, bugs, out], { depth: 10 });
    for (const secret of secretsOf(slack, [minsu])) expect(told).not.toContain(secret);
    expect(out).toEqual([]);
    expect(fromBot(slack, minsu, 'class')).toEqual([]);
  },
);
