import { describe, expect, test } from 'vitest';
import { createPeople, KNOWN_MS } from '../../../src/platforms/slack/people.ts';
import { onSlack } from '../../support/slack/bot.ts';
import { slackWith, webClient } from '../../support/slack/clients.ts';
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

describe('what is known of a person', () => {
  async function known() {
    const slack = await slackWith();
    const clock = { now: 0 };
    const warned: object[] = [];
    const log = { error: () => {}, warn: (fields: object) => void warned.push(fields), info: () => {} };
    const people = createPeople(webClient(slack), () => clock.now, log);
    const asked = () => slack.requests.filter(({ method }) => method === 'users.info').length;
    return { slack, clock, warned, asked, of: ({ id }: { id: string }) => people(id, '', 30_000) };
  }

  test('is asked again after five minutes: an admin counts as one, and one who is no more does not', async () => {
    const { slack, clock, asked, of } = await known();
    const ann = slack.user('ann', { locale: 'en-US' });
    expect(KNOWN_MS).toBeLessThanOrEqual(300_000);
    expect(await of(ann)).toEqual({ locale: 'en', name: 'ann', manages: false });
    slack.promote(ann, 'admin');
    clock.now = KNOWN_MS - 1;
    expect((await of(ann)).manages).toBe(false);
    expect(asked()).toBe(1);
    clock.now = KNOWN_MS;
    expect((await of(ann)).manages).toBe(true);
    slack.promote(ann, 'member');
    clock.now *= 2;
    expect((await of(ann)).manages).toBe(false);
    expect(asked()).toBe(3);
  });

  test('is, where Slack does not answer, what was known before, but for the rank; and soon asked again', async () => {
    const { slack, clock, warned, of } = await known();
    const ann = slack.user('ann', { locale: 'en-US', rank: 'owner' });
    expect((await of(ann)).manages).toBe(true);
    slack.fault({ method: /^users\.info$/ }, { error: 'user_not_found' });
    clock.now = KNOWN_MS;
    expect(await of(ann)).toEqual({ locale: 'en', name: 'ann', manages: false });
    expect(warned).toEqual([{ reason: 'user_not_found' }]);
    clock.now += 60_000;
    expect(await of(ann)).toEqual({ locale: 'en', name: 'ann', manages: true });
  });

  test('is not waited for where it is known already', async () => {
    const { slack, clock, warned, of } = await known();
    const ann = slack.user('ann', { locale: 'en-US' });
    await of(ann);
    slack.fault({ method: /^users\.info$/ }, { delay: 60_000 });
    clock.now = KNOWN_MS;
    expect(await of(ann)).toEqual({ locale: 'en', name: 'ann', manages: false });
    expect(warned).toEqual([]);
  });
});
