import type { APIInteraction } from 'discord.js';
import { expect, test } from 'vitest';
import { callerOf } from '../../../src/platforms/discord/incoming.ts';
import { hasOthers, mayShare, placeOf } from '../../../src/platforms/discord/place.ts';

const USER = { id: '77', username: 'minsu', global_name: '민수' };
const MANAGER = String((1n << 5n) | (1n << 11n));
const MEMBER = { user: USER, nick: '3반 민수', roles: ['5'], permissions: MANAGER };
const SERVER = { guild_id: '55', channel: { id: '66', type: 0 }, member: MEMBER, context: 0 };

/** An interaction of which only what is looked at here is told. */
const interaction = (told: object): APIInteraction => ({ locale: 'ko', ...told }) as APIInteraction;

const ALONE = { space: 'discord:77', manages: false, known: ['discord:77'], name: '민수' };
const TAUGHT = {
  space: 'discord:55',
  channel: 'discord:66',
  manages: true,
  known: ['discord:77', 'discord:&5'],
  name: '3반 민수',
};

test.each<[string, object, object, boolean]>([
  ['a server that has the bot', { ...SERVER, authorizing_integration_owners: { 0: '55' } }, TAUGHT, true],
  [
    'such a server, to one who has it',
    { ...SERVER, authorizing_integration_owners: { 0: '55', 1: '77' } },
    TAUGHT,
    true,
  ],
  ['a server that tells nothing of it', SERVER, TAUGHT, true],
  ['a server without the bot', { ...SERVER, authorizing_integration_owners: { 1: '77' } }, ALONE, true],
  ['a press there by another', { ...SERVER, authorizing_integration_owners: { 1: '78' } }, ALONE, true],
  [
    'direct messages with the bot',
    { user: USER, channel: { id: '9', type: 1 }, context: 1, authorizing_integration_owners: { 0: '0' } },
    ALONE,
    false,
  ],
  ['the same, of a server that tells less', { user: USER, channel_id: '9' }, ALONE, false],
  [
    'a group',
    { user: USER, channel: { id: '9', type: 3 }, context: 2, authorizing_integration_owners: { 1: '77' } },
    ALONE,
    true,
  ],
  [
    'direct messages with a friend',
    { user: USER, channel: { id: '9', type: 1 }, context: 2, authorizing_integration_owners: { 1: '78' } },
    ALONE,
    true,
  ],
])('%s', (_, told, caller, others) => {
  const one = interaction(told);
  const { at: __, id, locale, ...rest } = callerOf(one, 0) ?? {};
  expect([id, locale, rest]).toEqual(['discord:77', 'ko', caller]);
  expect(hasOthers(one, placeOf(one))).toBe(others);
});

test('a brought app shows others only what its person may, and where the server lets it', () => {
  const brought = { ...SERVER, authorizing_integration_owners: { 1: '77' } };
  const may = (told: object): boolean => {
    const one = interaction({ ...brought, ...told });
    return mayShare(one, placeOf(one));
  };
  const member = (...bits: bigint[]) => ({
    member: { ...MEMBER, permissions: String(bits.reduce((a, b) => a | b, 0n)) },
  });
  const [send, external, inThreads, administrator] = [1n << 11n, 1n << 50n, 1n << 38n, 1n << 3n];
  expect([may({}), may(member(send, external)), may(member(external)), may(member(administrator))]).toEqual([
    false,
    true,
    false,
    true,
  ]);
  const thread = { channel: { id: '66', type: 11 } };
  expect([may({ ...thread, ...member(send, external) }), may({ ...thread, ...member(inThreads, external) })]).toEqual([
    false,
    true,
  ]);
  expect(may({ authorizing_integration_owners: { 0: '55' } })).toBe(true);
});
