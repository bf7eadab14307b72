import { expect, test } from 'vitest';
import { onSlack } from '../../support/slack/bot.ts';
import { titleOf } from '../../support/slack/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot } = await botOf([COURSE]);

async function withAnn() {
  const { slack, logged } = await onSlack({ bot });
  return { slack, logged, ann: slack.user('Ann', { locale: 'en-US' }) };
}

test.each([
  ['an error', { error: 'user_not_found' }],
  ['a refusal', { error: 'missing_scope' }],
  ['a server in trouble', { status: 400, body: 'no' }],
] as const)('where Slack does not tell who somebody is, they are answered in Korean: %s', async (_, fault) => {
  const { slack, logged, ann } = await withAnn();
  slack.fault({ method: /^users\.info$/, times: Number.POSITIVE_INFINITY }, fault);
  expect(titleOf(await slack.command(ann, 'class', '/k8s pod').message())).toBe('파드');
  expect(titleOf(await slack.direct(ann, 'pod').message())).toBe('파드');
  expect(logged.every(({ level }) => level !== 'error')).toBe(true);
  expect(logged.map(({ message }) => message)).toContain(
    'a person is not known; answering in the language known before, or in Korean',
  );
});

test.each([
  ['a body that is no JSON', { status: 200, body: '<html>' }],
  ['a connection that breaks', { drop: 'before' }],
  ['an answer that takes too long', { delay: 20_000 }],
] as const)('nobody waits for long to be known: %s', async (_, fault) => {
  const { slack, logged, ann } = await withAnn();
  slack.fault({ method: /^users\.info$/, times: Number.POSITIVE_INFINITY }, fault);
  expect(titleOf(await slack.command(ann, 'class', '/k8s pod').message())).toBe('파드');
  expect(logged.every(({ level }) => level !== 'error')).toBe(true);
});

test('a person is looked up once, however much they ask at the same time', async () => {
  const { slack, ann } = await withAnn();
  await Promise.all(['pod', 'node', 'service'].map((term) => slack.command(ann, 'dm', `/k8s ${term}`).message()));
  await slack.mention(ann, 'class', 'pod').message();
  const asked = slack.requests.filter(({ method }) => method === 'users.info');
  expect(asked.map(({ args }) => [args.user, String(args.include_locale)])).toEqual([[ann.id, 'true']]);
});
