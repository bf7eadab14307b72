import { expect, test } from 'vitest';
import { readText } from '../../../src/platforms/slack/incoming.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const COMMAND = 'command=%2Fk8s&text=pod&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1.2.a';

test('requests whose signature is wrong, old or missing are refused with 401, and do nothing', async () => {
  const { slack, connection } = await onSlack({ bot, mode: 'http' });
  for (const sign of ['wrong', 'old', 'none'] as const)
    expect((await slack.request(COMMAND, FORM, sign)).status).toBe(401);
  const future = { ...FORM, 'x-slack-request-timestamp': String(Math.ceil(Date.now() / 1000) + 3600) };
  expect((await slack.request(COMMAND, future, 'none')).status).toBe(401);
  await connection.stop(PATIENCE);
  expect(slack.requests.map(({ method }) => method)).toEqual(['auth.test']);
});

test.each([
  ['no JSON', '{', 'application/json'],
  ['a payload that is no JSON', 'payload=%7B', 'application/x-www-form-urlencoded'],
  ['an event of no kind that is known', '{"type":"event_callback","event":{"type":"x"}}', 'application/json'],
])('a signed request with %s has an answer, and the bot lives on', async (_, body, type) => {
  const { slack } = await onSlack({ bot, mode: 'http' });
  const { status } = await slack.request(body, { 'content-type': type }, 'right');
  expect([200, 400, 404]).toContain(status);
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  expect((await slack.command(minsu, 'class', '/k8s 파드').message()).text).toContain('가장 작은 배포 단위');
});

test('a long form that nobody has signed is refused without being read', async () => {
  const { slack } = await onSlack({ bot, mode: 'http' });
  // Read as a form it would hold the process for minutes.
  expect((await slack.request('a&'.repeat(2_000_000), FORM, 'none')).status).toBe(401);
  expect((await slack.request('ssl_check=1&token=abc', FORM, 'none')).status).toBe(200);
});

test('Slack’s questions whether the address is ours are answered', async () => {
  const { slack } = await onSlack({ bot, mode: 'http' });
  const asked = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
  expect(await slack.request(asked, { 'content-type': 'application/json' }, 'right')).toMatchObject({
    status: 200,
    body: expect.stringContaining('abc'),
  });
});

test.each(['<', '<@', '<#', '<!', '<a|'])('a message of %j over and over is read at once', (mark) => {
  // Were it read in time that grows with the square of its length, this would never end.
  expect(typeof readText(mark.repeat(2_000_000))).toBe('string');
});
