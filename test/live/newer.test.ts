import { expect, test } from 'vitest';
import { createClock } from '../../src/app/clock.ts';
import type { Draft } from '../../src/core/outbox.ts';
import type { Messenger } from '../../src/core/platform.ts';
import { draftScenes, keyPrefixOf } from '../../src/live/posts.ts';
import { classIn, GUILD, manager, outletOf, ROOM, smallBot } from '../support/classes.ts';
import { textsOf } from '../support/replies.ts';
import { stateIn } from '../support/sessions.ts';

/** A process beside one of a newer version, which has taken a quiz over. */
async function beside() {
  let at = Date.parse('2026-11-25T01:00:00Z');
  const now = (): number => at;
  const done: string[] = [];
  const outlet: Messenger = {
    ...outletOf('discord', { [ROOM]: GUILD }),
    find: async () => undefined,
    async post(_, { idempotencyKey }) {
      done.push(`post ${idempotencyKey}`);
      return { kind: 'sent', message: idempotencyKey };
    },
    async edit(_, message) {
      done.push(`edit ${message}`);
      return 'shown';
    },
  };
  const { bot, world, logged } = await smallBot({ now, messengers: [outlet] });
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void logged.push(fields) };
  const clock = createClock({ ...world, messengers: [outlet], now }, { post: () => {} }, log);
  await bot.dispatch('/class setup 매일', manager);
  await bot.dispatch('/live start', manager);
  await clock.tick();
  const { id: classId } = await classIn(ROOM, world);
  const running = async () => {
    const [one] = await world.sessions.running(classId);
    if (!one) throw new Error('it has ended');
    return one;
  };
  const begun = await running();
  /** Stores its state again, as a version does, with posts; `again`: its question looks different then. */
  const written = async (version: number, { posts = [], again }: { posts?: Draft[]; again?: string } = {}) => {
    const one = await running();
    const state = JSON.stringify({ ...JSON.parse(one.state), version });
    await world.sessions.step(one, { state, wakes: one.wakes }, posts, { again, ended: undefined }, at);
  };
  const pass = async (ms: number): Promise<string[]> => {
    at += ms;
    await clock.tick();
    return done.splice(0);
  };
  const scene = { kind: 'ask', at: 0 } as const;
  const ask = { posts: draftScenes(begun, stateIn(begun), scene, at, () => 'ask0') };
  done.length = 0;
  return { bot, logged, written, pass, ask, again: keyPrefixOf(begun.id, scene) };
}

test('what a newer version plays is posted and shown anew by that version alone, and nothing of it is given up', async () => {
  const { bot, logged, written, pass, ask, again } = await beside();
  await written(99, ask);
  expect(await pass(0)).toEqual([]);
  expect(await pass(1000)).toEqual([]);
  expect(textsOf(await bot.dispatch('pick ask0 a', manager)).join('\n')).toContain('새 버전');
  expect(textsOf(await bot.dispatch('/live', manager)).join('\n')).toContain('새 버전');
  await written(2);
  expect(await pass(3000)).toEqual(['post ask0']);
  await written(99, { again });
  expect(await pass(3000)).toEqual([]);
  await written(2);
  expect(await pass(1000)).toEqual(['edit ask0']);
  expect(logged).toEqual([]);
});
