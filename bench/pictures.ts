/**
 * Cards as PNG: the first, then how long one takes and how many there are a second, one after another and all at once,
 * how long they keep anything else waiting, and what the cache spares; then pictures of a lab's cluster, beside the
 * least that a picture of their size costs: its ground alone. Prints a table and writes it to
 * bench/PICTURES.md. Run: npm run bench:pictures
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { container } from '@takumi-rs/helpers';
import { loadContent } from '../src/content/load.ts';
import type { Drawable, Picture } from '../src/core/reply/blocks.ts';
import { type ClusterPicture, clusterSize } from '../src/core/reply/cluster.ts';
import { cardOf } from '../src/course/term-blocks.ts';
import { view } from '../src/lab/picture/view.ts';
import { pictureOf, stripOf } from '../src/lab/picture/words.ts';
import { withCache } from '../src/pictures/cache.ts';
import { drawCard } from '../src/pictures/card.ts';
import { loadFont } from '../src/pictures/font.ts';
import { crowded, rollout, scaling, stuck } from '../test/lab/picture/scenes.ts';
import { machine, ROOT } from './load.ts';

const COUNT = 100;
const { terms } = loadContent([join(ROOT, 'content')]);
const cards = (drawn: boolean): Picture[] => {
  const some = terms
    .filter((term) => (term.diagram !== undefined) === drawn)
    .map((term) => cardOf(term, '개념 카드', 'ko'));
  // No two are alike.
  return Array.from({ length: COUNT }, (_, i) => ({ ...(some[i % some.length] as Picture), foot: `${i}` }));
};

interface Measured {
  median: number;
  worst: number;
  perSecond: number;
  /** Milliseconds for which the event loop did nothing else, at most. */
  stall: number;
  /** The share of the time in which the event loop was busy. */
  busy: number;
}

async function measure(
  work: (wait: (one: () => Promise<unknown>) => Promise<void>) => Promise<unknown>,
): Promise<Measured> {
  const waits: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await sleep(20);
  delay.reset();
  const utilization = performance.eventLoopUtilization();
  const begun = performance.now();
  await work(async (one) => {
    const start = performance.now();
    await one();
    waits.push(performance.now() - start);
  });
  const took = performance.now() - begun;
  const { utilization: busy } = performance.eventLoopUtilization(utilization);
  await sleep(5);
  delay.disable();
  waits.sort((a, b) => a - b);
  return {
    median: waits[Math.floor(waits.length / 2)] ?? 0,
    worst: waits[Math.floor(waits.length * 0.99)] ?? 0,
    perSecond: (waits.length / took) * 1000,
    // The monitor's own timer fires every millisecond.
    stall: Math.max(0, delay.max / 1e6 - 1),
    busy,
  };
}

const inTurn = (draw: typeof drawCard, pictures: readonly Drawable[]) =>
  measure(async (wait) => {
    for (const picture of pictures) await wait(() => draw(picture, 'dark'));
  });

const atOnce = (draw: typeof drawCard, pictures: readonly Picture[]) =>
  measure((wait) => Promise.all(pictures.map((picture) => wait(() => draw(picture, 'light')))));

const [withDiagram, ofWords] = [cards(true), cards(false)];
const [one] = withDiagram;
if (!one) throw new Error('the course has no diagram');
const begun = performance.now();
await drawCard(one, 'dark');
const first = performance.now() - begun;
for (const picture of withDiagram.slice(0, 30)) await drawCard(picture, 'light');
const kept = withCache(drawCard, { bytes: 16_000_000 });
for (const picture of withDiagram) await kept(picture, 'dark');

const rows: [string, Measured][] = [
  ['nothing', await measure(() => sleep(1000))],
  ['cards of words, one after another', await inTurn(drawCard, ofWords)],
  ['cards with a diagram, one after another', await inTurn(drawCard, withDiagram)],
  ['cards with a diagram, all at once', await atOnce(drawCard, withDiagram)],
  ['cards with a diagram that were drawn before', await inTurn(kept, withDiagram)],
];
/** No two are alike. */
const frames = (picture: ClusterPicture): ClusterPicture[] =>
  Array.from({ length: COUNT }, (_, i) => ({ ...picture, foot: `${i}` }));
const half = pictureOf(view(rollout()), 'ko');
const { renderer } = await loadFont();
const ground = container({ style: { ...clusterSize(half), backgroundColor: '#1f1a16' }, children: [] });
const floor = await measure(async (wait) => {
  for (let i = 0; i < COUNT; i++) await wait(() => renderer.render(ground, { ...clusterSize(half), format: 'png' }));
});
const six = [rollout, stuck, scaling, rollout, stuck, scaling].map((scene, i) => ({
  title: `${i}`,
  view: view(scene()),
}));
const labs: [string, Measured][] = [
  ['its ground alone', floor],
  ['a rollout half done', await inTurn(drawCard, frames(half))],
  ['40 Pods', await inTurn(drawCard, frames(pictureOf(view(crowded()), 'ko')))],
  ['a strip of six moments', await inTurn(drawCard, frames(stripOf(six, 'ko')))],
];
const ms = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} ms`;
const table = rows.map(([name, { median, worst, perSecond, stall, busy }]) =>
  perSecond === 0
    ? `| ${name} | | | | ${ms(stall)} | ${Math.round(busy * 100)}% |`
    : `| ${name} | ${ms(median)} | ${ms(worst)} | ${Math.round(perSecond)} | ${ms(stall)} | ${Math.round(busy * 100)}% |`,
);
const labTable = labs.map(
  ([name, { median, worst, busy }]) =>
    `| ${name} | ${ms(median)} | ${ms(worst)} | × ${(median / floor.median).toFixed(1)} | ${Math.round(busy * 100)}% |`,
);
const report = `# Pictures

\`npm run bench:pictures\` on ${machine()}: ${COUNT} concept cards of the course as PNG, 1200 × 630. The first picture of a process, which reads the font, takes ${ms(first)}. Painting is done on another thread; the longest stall is how long anything else that the process does may have waited. Times depend on the machine.

| | median | 99th percentile | a second | longest stall | event loop busy |
| --- | --: | --: | --: | --: | --: |
${table.join('\n')}

Pictures of a lab's cluster, 960 × 768, one after another, beside what their ground costs with nothing on it:

| | median | 99th percentile | of the ground | event loop busy |
| --- | --: | --: | --: | --: |
${labTable.join('\n')}
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/PICTURES.md'), report);
