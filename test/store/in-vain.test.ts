import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Activity } from '../../src/core/learner-records.ts';
import { IN_MEMORY } from '../../src/store/address.ts';
import { openStore } from '../../src/store/open.ts';
import { createServices, type Services } from '../../src/store/services.ts';
import { classOf } from '../support/store/samples.ts';
import { folderOf } from '../support/world.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 1);
const log = { info: () => {}, warn: () => {} };

const asked = (person: string, question: string, at = NOW): Activity => ({
  kind: 'vain',
  person,
  channel: 'discord:a',
  space: 'discord:1',
  question,
  at,
});

afterEach(() => void vi.useRealTimers());

test('nothing in the file says who asked, and after a week neither a key nor a hash is there', async () => {
  const file = join(folderOf({}), 'class.db');
  const store = await openStore({ engine: 'sqlite', file }, { unique: randomUUID, log });
  onTestFinished(() => store.close());
  await store.classes.save(classOf('a'), NOW);
  await store.record([asked('discord:kim', '사이드카'), asked('discord:lee', '사이드카')]);
  await store.record([asked('discord:kim', '사이드카', NOW + DAY), asked('discord:kim', '메시', NOW + DAY)]);
  const raw = new DatabaseSync(file, { readOnly: true });
  onTestFinished(() => raw.close());
  const rows = (table: string) => raw.prepare(`select * from ${table}`).all();
  const tables = raw.prepare("select name from sqlite_master where type = 'table'").all();
  expect(JSON.stringify(tables.map(({ name }) => rows(String(name))))).not.toMatch(/kim|lee/);
  const whos = rows('vain_asker').map(({ who }) => who);
  // The same person has another hash for another question and on another day.
  expect([whos.length, new Set(whos).size]).toEqual([4, 4]);
  const secrets = rows('vain_key').map(({ secret }) => String(secret));
  expect(secrets.map(({ length }) => length)).toEqual([36, 36]);
  expect(new Set(secrets).size).toBe(2);
  await store.pruneInVain(NOW + 8 * DAY);
  expect([rows('vain_key').length, rows('vain_asker').length]).toEqual([1, 2]);
  await store.pruneInVain(NOW + 9 * DAY);
  expect([rows('vain_key'), rows('vain_asker')]).toEqual([[], []]);
  expect(rows('vain_question').map(({ question, people }) => [question, people])).toEqual([['사이드카', 2]]);
});

test('what has had its time is thrown away soon after the start, and every hour', async () => {
  const store = await openStore(IN_MEMORY, { unique: randomUUID, log });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  let now = NOW;
  const pruned: number[] = [];
  const services = createServices({ ...store, pruneInVain: async (at) => void pruned.push(at) }, () => now, log);
  vi.advanceTimersByTime(60_000);
  expect(pruned).toEqual([NOW]);
  now += DAY;
  vi.advanceTimersByTime(2 * 3_600_000);
  expect(pruned).toEqual([NOW, NOW + DAY, NOW + DAY]);
  await services.close();
  vi.advanceTimersByTime(DAY);
  expect(pruned).toHaveLength(3);
});

async function services(): Promise<Services> {
  const all = createServices(await openStore(IN_MEMORY, { unique: randomUUID, log }), () => NOW, log);
  onTestFinished(() => all.close());
  await all.classes.save(classOf('a'), NOW);
  return all;
}

test('what was asked before hiding counts, and what was asked while hidden never does, however soon after', async () => {
  const { records, reports } = await services();
  records.record(asked('lee', '먼저'));
  records.record(asked('lee', '사이에'));
  records.record(asked('kim', '먼저'));
  await records.hide('kim', true, NOW);
  records.record(asked('kim', '사이에'));
  await records.hide('kim', false, NOW);
  expect((await reports.askedInVain('a', NOW, 5)).map(({ question }) => question)).toEqual(['먼저']);
});

test('what was asked a moment before all is deleted is not written after it', async () => {
  const { records, reports } = await services();
  records.record(asked('lee', '사이드카', NOW));
  records.record(asked('kim', '사이드카', NOW));
  const done = records.forget('kim');
  records.record(asked('kim', '사이드카', NOW));
  await done;
  records.record(asked('kim', '사이드카', NOW));
  expect(await reports.askedInVain('a', NOW, 5)).toEqual([]);
  expect((await records.personalData('kim')).asked).toEqual([]);
  // What they ask later counts again.
  records.record(asked('kim', '사이드카', NOW + 1));
  expect(await reports.askedInVain('a', NOW, 5)).toHaveLength(1);
});
