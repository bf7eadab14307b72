import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMetrics } from '../../src/app/metrics.ts';
import { createDispatch, createReportBug } from '../../src/core/command/dispatch.ts';
import { anyText } from '../support/any.ts';
import { readExposition } from '../support/exposition.ts';
import { runs } from '../support/sample.ts';
import { botOf, COURSE, student } from '../support/world.ts';

const sample = async (text: () => Promise<string>, family: string, key: string) =>
  readExposition(await text())
    .get(family)
    ?.samples.get(key);

test('what is told is what Prometheus reads, in base units', async () => {
  const { meter, text, type } = createMetrics();
  let queued = 3;
  meter.queuedActivities(() => queued);
  meter.interaction('k8s', 'answered', 40);
  meter.interaction('k8s', 'refused', 2900);
  meter.store('claim', 'failed', 5001);
  meter.post('sent');
  meter.post('sent');
  meter.picture('cached');
  const read = async (name: string, labels = '', end = '') => sample(text, name, `${name}${end}${labels}`);
  expect(type).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await read('dosirak_interactions_total', '{command="k8s",outcome="refused"}')).toBe(1);
  const seconds = 'dosirak_interaction_duration_seconds';
  expect(await read(seconds, '{command="k8s"}', '_sum')).toBeCloseTo(2.94);
  expect(await read(seconds, '{le="2",command="k8s"}', '_bucket')).toBe(1);
  expect(await read(seconds, '{le="3",command="k8s"}', '_bucket')).toBe(2);
  const stored = 'dosirak_store_operation_duration_seconds';
  expect(await read(stored, '{operation="claim",outcome="failed"}', '_sum')).toBeCloseTo(5.001);
  expect(await read('dosirak_posts_total', '{outcome="sent"}')).toBe(2);
  expect(await read('dosirak_posts_total', '{outcome="lost"}')).toBe(0);
  expect(await read('dosirak_pictures_total', '{outcome="cached"}')).toBe(1);
  expect(await read('dosirak_notes_queued')).toBe(3);
  queued = 0;
  expect(await read('dosirak_notes_queued')).toBe(0);
});

test('names follow Prometheus’ rules, and the process is among them', async () => {
  const { meter, text } = createMetrics();
  meter.queuedActivities(() => 0);
  const families = readExposition(await text());
  const ours = Array.from(families).filter(([name]) => name.startsWith('dosirak_'));
  expect(ours).toHaveLength(15);
  for (const [name, { type }] of ours) {
    if (type === 'counter') expect(name).toMatch(/_total$/);
    if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    if (type === 'gauge') expect(name).not.toMatch(/_total$/);
  }
  for (const name of ['process_cpu_seconds_total', 'process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds'])
    expect(families.has(name), name).toBe(true);
});

test('of several courses the places to correct and the files that cannot be used are added up as they are now', async () => {
  const { meter, text } = createMetrics();
  const read = (name: string, labels = '') => sample(text, name, `${name}${labels}`);
  expect(await read('dosirak_content_problems')).toBe(0);
  let problems = 2;
  meter.content(() => ({ problems, refused: 1 }));
  meter.content(() => ({ problems: 3, refused: 0 }));
  expect(await read('dosirak_content_problems')).toBe(5);
  expect(await read('dosirak_content_refused_files')).toBe(1);
  problems = 0;
  expect(await read('dosirak_content_problems')).toBe(3);
  meter.reload('taught');
  expect(await read('dosirak_content_reloads_total', '{outcome="taught"}')).toBe(1);
  expect(await read('dosirak_content_reloads_total', '{outcome="failed"}')).toBe(0);
});

test('the page’s figures are as they are now, and its events only grow', async () => {
  const { meter, text } = createMetrics();
  const read = (name: string) => sample(text, name, name);
  expect([await read('dosirak_page_connections'), await read('dosirak_page_events_total')]).toEqual([0, 0]);
  let connections = 40;
  meter.page(() => ({ connections, rooms: 1 }));
  meter.pageEvents(40);
  meter.pageEvents(2);
  connections = 39;
  expect(await read('dosirak_page_connections')).toBe(39);
  expect(await read('dosirak_page_rooms')).toBe(1);
  expect(await read('dosirak_page_events_total')).toBe(42);
});

test('two of them are apart', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.meter.post('sent');
  expect(await sample(other.text, 'dosirak_posts_total', 'dosirak_posts_total{outcome="sent"}')).toBe(0);
});

test('whatever people type, there are no labels but the commands that there are', async () => {
  const { bot } = await botOf([COURSE]);
  const { meter, text } = createMetrics();
  const reportBug = createReportBug({ log: { error: () => {} }, reference: () => 'bug-1' });
  const dispatch = createDispatch(bot.commands, { reportBug, meter });
  const names = new Set([...bot.commands.map(({ name }) => name), 'unknown']);
  const line = fc.oneof(
    anyText,
    anyText.map((words) => `/${words}`),
    fc.constantFrom('/nope', '/quiz', '/퀴즈', '/__proto__', '/k8s"} 1', 'drill x'),
  );
  await fc.assert(
    fc.asyncProperty(line, async (words) => {
      await dispatch(words, student);
    }),
    { numRuns: runs(50) },
  );
  await dispatch('/nope', student);
  const { samples } = readExposition(await text()).get('dosirak_interactions_total') ?? { samples: new Map() };
  const labels = Array.from(samples.keys(), (key) => /command="(.*?)",outcome/.exec(key)?.[1]);
  expect(labels).toContain('unknown');
  expect(labels.filter((label) => label === undefined || !names.has(label))).toEqual([]);
});
