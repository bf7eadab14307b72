import { webApi } from '@slack/bolt';
import { describe, expect, onTestFinished, test } from 'vitest';
import { RANK_LASTS } from '../../../src/core/managers.ts';
import type { Timers } from '../../../src/core/timers.ts';
import { TIMES } from '../../../src/platforms/slack/limits.ts';
import { boltLogger } from '../../../src/platforms/slack/log.ts';
import { createPeople, KNOWN_MS } from '../../../src/platforms/slack/user-cache.ts';
import { clientOptions } from '../../../src/platforms/slack/web-api.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { slackWith } from '../../fakes/slack/clients.ts';
import { titleOf } from '../../fakes/slack/seen.ts';
import { eventually } from '../../support/eventually.ts';
import { botOf, COURSE, forgetful } from '../../support/world.ts';

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
  ['an answer that takes too long', { delay: TIMES.call }],
] as const)('nobody waits for long to be known: %s', async (_, fault) => {
  const { slack, logged, ann } = await withAnn();
  const trouble = slack.fault({ method: /^users\.info$/, times: Number.POSITIVE_INFINITY }, fault);
  const asked = slack.command(ann, 'class', '/k8s pod');
  await eventually(() => expect(trouble.struck()).toBeGreaterThan(0));
  slack.clock.advance(TIMES.known);
  expect(titleOf(await asked.message())).toBe('파드');
  expect(logged.every(({ level }) => level !== 'error')).toBe(true);
});

test('a person is looked up once, however much they ask at the same time', async () => {
  const { slack, ann } = await withAnn();
  await Promise.all(['pod', 'node', 'service'].map((term) => slack.command(ann, 'dm', `/k8s ${term}`).message()));
  await slack.mention(ann, 'class', 'pod').message();
  const asked = slack.requests.filter(({ method }) => method === 'users.info');
  expect(asked.map(({ args }) => [args.user, String(args.include_locale)])).toEqual([[ann.id, 'true']]);
});

/** Milliseconds that an answer waits for what is known of a person. */
const LONGEST = 30_000;

describe('what is known of a person', () => {
  async function known() {
    const slack = await slackWith();
    const clock = { now: 0, isPatient: true };
    const { managers } = await forgetful();
    const warned: object[] = [];
    const log = { error: () => {}, warn: (fields: object) => void warned.push(fields), info: () => {} };
    const now = (): number => clock.now;
    let paused = 0;
    const timers: Timers = {
      now: () => clock.now + paused,
      after: (ms, call) => {
        const isDeadline = ms === LONGEST || ms === TIMES.patience;
        // A pause before another try passes at once.
        if (!isDeadline) paused += ms;
        if (!isDeadline || !clock.isPatient) setImmediate(call);
        return () => {};
      },
    };
    /** One of several processes, or after a restart: it knows what is kept, and no more. */
    const process = () => {
      const client = new webApi.WebClient(slack.botToken, {
        ...clientOptions(slack.url, now, slack.clock),
        logger: boltLogger(log),
      });
      const people = createPeople({ client, managers, timers, now, log });
      return ({ id: user }: { id: string }) => people({ team: slack.teamId, user, name: 'handle' }, LONGEST);
    };
    const asked = () => slack.requests.filter(({ method }) => method === 'users.info').length;
    return { slack, clock, warned, asked, managers, process, of: process() };
  }

  test('is asked again after five minutes at most: an admin counts as one, and one who is no more does not', async () => {
    const { slack, clock, asked, of } = await known();
    const ann = slack.user('ann', { locale: 'en-US' });
    expect(KNOWN_MS).toBeLessThanOrEqual(300_000);
    expect(await of(ann)).toEqual({ locale: 'en', name: 'ann', manages: false });
    slack.promote(ann, 'admin');
    clock.now = KNOWN_MS / 2;
    expect((await of(ann)).manages).toBe(false);
    expect(asked()).toBe(1);
    clock.now = KNOWN_MS;
    expect((await of(ann)).manages).toBe(true);
    slack.promote(ann, 'member');
    clock.now *= 2;
    expect((await of(ann)).manages).toBe(false);
    expect(asked()).toBe(3);
  });

  test('of a class that came all at once is not asked again all at once', async () => {
    const { slack, clock, asked, of } = await known();
    const all = Array.from({ length: 40 }, (_, i) => slack.user(`student${i}`));
    await Promise.all(all.map(of));
    const askedBy = async (share: number): Promise<number> => {
      clock.now = KNOWN_MS * share;
      await Promise.all(all.map(of));
      return asked() - all.length;
    };
    expect(await askedBy(0.5)).toBe(0);
    const some = await askedBy(0.8);
    expect(some).toBeGreaterThan(5);
    expect(some).toBeLessThan(35);
    expect(await askedBy(1)).toBe(all.length);
  });

  test('is, where Slack refuses to tell, what was known before, but for the rank; and soon asked again', async () => {
    const { slack, clock, warned, of } = await known();
    const ann = slack.user('ann', { locale: 'en-US', rank: 'owner' });
    expect((await of(ann)).manages).toBe(true);
    slack.fault({ method: /^users\.info$/ }, { error: 'user_not_found' });
    clock.now = KNOWN_MS;
    expect(await of(ann)).toEqual({ locale: 'en', name: 'ann', manages: undefined });
    expect(warned).toEqual([{ reason: 'user_not_found' }]);
    expect((await of(ann)).manages).toBeUndefined();
    clock.now += 60_000;
    expect(await of(ann)).toEqual({ locale: 'en', name: 'ann', manages: true });
  });

  test('is not waited for where it is known already', async () => {
    const { slack, clock, warned, of } = await known();
    const ann = slack.user('ann', { locale: 'en-US' });
    await of(ann);
    slack.fault({ method: /^users\.info$/ }, { delay: 60_000 });
    Object.assign(clock, { now: KNOWN_MS, isPatient: false });
    expect(await of(ann)).toEqual({ locale: 'en', name: 'ann', manages: false });
    expect(warned).toEqual([]);
  });

  test('is, while Slack wants a pause, no question to it and no wait for anybody', async () => {
    const { slack, clock, asked, of } = await known();
    const [ann, bob] = [slack.user('ann', { locale: 'en-US' }), slack.user('bob', { locale: 'en-US' })];
    const end = slack.fault({ method: /^users\.info$/, times: Number.POSITIVE_INFINITY }, { retryAfter: 60 });
    expect(await of(ann)).toEqual({ locale: 'ko', name: 'handle', manages: undefined });
    expect(await Promise.all([of(bob), of(ann), of(bob)])).toMatchObject([{ name: 'handle' }, {}, { locale: 'ko' }]);
    clock.now = 59_999;
    await of(ann);
    expect(asked()).toBe(1);
    end();
    clock.now = 60_000;
    expect(await Promise.all([of(ann), of(bob)])).toMatchObject([{ name: 'ann' }, { locale: 'en', name: 'bob' }]);
    expect(asked()).toBe(3);
  });

  const SILENT = [
    ['wants a pause', { retryAfter: 900 }],
    ['says nothing', { delay: 60_000 }],
  ] as const;

  test.each(SILENT)(
    'keeps an admin their rank for a week where Slack %s, over a restart, and no longer',
    async (_, fault) => {
      const { slack, clock, of, process } = await known();
      const [ann, bob, eve] = [slack.user('ann', { rank: 'admin' }), slack.user('bob'), slack.user('eve')];
      for (const one of [ann, bob]) await of(one);
      slack.fault({ method: /^users\.info$/, times: Number.POSITIVE_INFINITY }, fault);
      // Each call that Slack says nothing to has its time behind it soon.
      const passing = setInterval(() => slack.clock.advance(TIMES.call), 10);
      onTestFinished(() => clearInterval(passing));
      const manages = async (people: typeof of) =>
        (await Promise.all([ann, bob, eve].map(people))).map((one) => one.manages);
      const again = process();
      clock.now = RANK_LASTS - 1;
      // A process that Slack has told that bob is none does not doubt it; of eve nobody knows anything.
      expect(await Promise.all([of, again].map(manages))).toEqual([
        [true, false, undefined],
        [true, undefined, undefined],
      ]);
      clock.now = RANK_LASTS;
      expect(await Promise.all([of, again].map(manages))).toEqual([
        [undefined, false, undefined],
        [undefined, undefined, undefined],
      ]);
    },
  );

  test('makes an admin who is none any more a student in every process, as soon as Slack has told one of them', async () => {
    const { slack, clock, of, process } = await known();
    const ann = slack.user('ann', { rank: 'owner' });
    expect((await of(ann)).manages).toBe(true);
    slack.promote(ann, 'member');
    const other = process();
    expect((await other(ann)).manages).toBe(false);
    slack.fault({ method: /^users\.info$/, times: Number.POSITIVE_INFINITY }, { retryAfter: 900 });
    clock.now = KNOWN_MS;
    expect((await of(ann)).manages).toBeUndefined();
    expect((await other(ann)).manages).toBe(false);
    expect((await process()(ann)).manages).toBeUndefined();
  });

  test('is no admin to a process that was told so later than what is kept, which another could not take back', async () => {
    const { slack, clock, of, managers } = await known();
    const ann = slack.user('ann');
    clock.now = 10;
    expect((await of(ann)).manages).toBe(false);
    const space = `slack:${slack.teamId}`;
    const kept = (at: number) => managers.record({ person: `${space}:${ann.id}`, space, manages: true, at });
    // Once its own word has found nothing to take back.
    await managers.of(space, clock.now);
    await kept(9);
    slack.fault({ method: /^users\.info$/, times: Number.POSITIVE_INFINITY }, { retryAfter: 900 });
    clock.now += KNOWN_MS;
    expect((await of(ann)).manages).toBe(false);
    await kept(11);
    expect((await of(ann)).manages).toBe(true);
  });

  test('makes nobody an admin of another workspace', async () => {
    const { slack, clock, of, process } = await known();
    const ann = slack.user('ann', { rank: 'owner' });
    await of(ann);
    slack.fault({ method: /^users\.info$/, times: Number.POSITIVE_INFINITY }, { retryAfter: 900 });
    clock.now = KNOWN_MS;
    expect((await process()(ann)).manages).toBe(true);
    expect((await process()({ id: ann.id.toLowerCase() })).manages).toBeUndefined();
  });
});
