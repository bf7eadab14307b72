/**
 * Dosirak's search, with what it learned, beside other search libraries: the same documents and queries, at the course's
 * size and at so many times that. Prints tables and writes them to bench/RESULTS.md. Run: npm run bench -- [times]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { loadContent } from '../src/content/load.ts';
import { documentsOf } from '../src/course/documents.ts';
import type { Document } from '../src/search/document.ts';
import { type Answer, PEERS } from './peers.ts';

interface Labelled {
  query: string;
  kind: string;
  expect: string[];
}

const ROOT = join(import.meta.dirname, '..');
const TIMES = Number(process.argv[2] ?? 10);
/** A peer that needs longer than this for the whole round is measured on fewer queries; at the course's size none does. */
const ROUND_MS = { course: 90_000, large: 20_000 } as const;

const queries = readFileSync(join(ROOT, 'test/search/queries.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): Labelled => JSON.parse(line));

/** Copies whose words differ from the originals', so that the vocabulary grows as it would with more courses. */
function multiply(documents: readonly Document[], times: number): Document[] {
  const copies = [...documents];
  for (let copy = 1; copy < times; copy++) {
    const mark = String.fromCharCode(0xac00 + copy * 7);
    let n = 0;
    // Every second word gets a syllable of its copy's own.
    const alter = (text: string): string =>
      text.replace(/[\p{L}\p{N}]+/gu, (word) => (n++ % 2 === 0 ? word + mark : word));
    const rename = (text: string): string => `${text} ${mark}${mark}`;
    for (const document of documents)
      copies.push({
        ...document,
        id: `${document.id}-${copy}`,
        title: { ko: rename(document.title.ko), en: rename(document.title.en) },
        names: document.names.map(rename),
        misspellings: document.misspellings.map(rename),
        asks: document.asks.map(alter),
        definition: alter(document.definition),
        body: alter(document.body),
      });
  }
  return copies;
}

/** `section:x` in the labels is any chapter's section x. */
const same = (id: string, label: string): boolean =>
  label.startsWith('section:') ? id.endsWith(`#${label.slice('section:'.length)}`) : id === label;

function hit({ kind, expect }: Labelled, ids: readonly string[], within: number): boolean {
  if (kind === 'off-topic') return ids.length === 0;
  const top = ids.slice(0, Math.max(within, kind === 'two-concepts' ? 2 : 1));
  return kind === 'two-concepts'
    ? expect.every((label) => top.some((id) => same(id, label)))
    : top.some((id) => expect.some((label) => same(id, label)));
}

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;

interface Measured {
  name: string;
  build: number;
  /** Fastest answer to each query, in the order asked; a slow peer has fewer. */
  times: readonly number[];
  /** Every answer's time. */
  all: readonly number[];
  at1: ReadonlyMap<string, number>;
  at3: ReadonlyMap<string, number>;
}

async function measure(name: string, answer: Answer, build: number, roundMs: number): Promise<Measured> {
  const asked: Labelled[] = [];
  const times: number[] = [];
  const shares = { at1: new Map<string, number[]>(), at3: new Map<string, number[]>() };
  const started = performance.now();
  // Every 7th, then the next ones, so that a cut round still has every kind.
  const order = Array.from({ length: 7 }, (_, i) => queries.filter((_, at) => at % 7 === i)).flat();
  for (const labelled of order) {
    if (performance.now() - started > roundMs) break;
    const ids = await answer(labelled.query);
    asked.push(labelled);
    for (const [key, within] of [
      ['at1', 1],
      ['at3', 3],
    ] as const)
      for (const kind of [labelled.kind, labelled.kind === 'off-topic' ? '' : 'all'])
        shares[key].set(kind, [...(shares[key].get(kind) ?? []), hit(labelled, ids, within) ? 1 : 0]);
  }
  const best = asked.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 5 && performance.now() - started < roundMs * 1.5; round++)
    for (const [i, { query }] of asked.entries()) {
      const start = performance.now();
      const found = answer(query);
      if (found instanceof Promise) await found;
      const time = performance.now() - start;
      times.push(time);
      best[i] = Math.min(best[i] ?? time, time);
    }
  process.stderr.write(`${name}: ${asked.length} queries\n`);
  const mean = (map: ReadonlyMap<string, number[]>) =>
    new Map(Array.from(map, ([kind, list]) => [kind, list.reduce((sum, one) => sum + one, 0) / list.length]));
  const known = best.filter((time) => Number.isFinite(time));
  return { name, build, times: known, all: times, at1: mean(shares.at1), at3: mean(shares.at3) };
}

async function compare(documents: readonly Document[], roundMs: number): Promise<Measured[]> {
  const results: Measured[] = [];
  for (const peer of PEERS) {
    globalThis.gc?.();
    const start = performance.now();
    const answer = await peer.build(documents, content);
    results.push(await measure(peer.name, answer, performance.now() - start, roundMs));
  }
  return results;
}

const percent = (share: number | undefined): string => `${Math.round((share ?? 0) * 100)} %`;
const us = (ms: number): string => (ms < 1 ? `${Math.round(ms * 1000)} µs` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`);

const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);

function speedTable(results: readonly Measured[]): string {
  const reference = results.find(({ name }) => name === 'MiniSearch');
  const rows = results.map(({ name, build, times, all }) => {
    // A ratio compares the queries that both have answered, each at its best of the rounds.
    const common = Math.min(times.length, reference?.times.length ?? 0);
    const ratio = (q: number): string =>
      `${(quantile(sorted(times.slice(0, common)), q) / quantile(sorted(reference?.times.slice(0, common) ?? []), q)).toFixed(2)}×`;
    const own = sorted(all);
    return `| ${name} | ${us(quantile(own, 0.5))} | ${ratio(0.5)} | ${us(quantile(own, 0.99))} | ${ratio(0.99)} | ${us(build)} | ${times.length} |`;
  });
  return [
    '| | median | to MiniSearch | 99th percentile | to MiniSearch | build | queries |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

function qualityTable(results: readonly Measured[]): string {
  const kinds = Array.from(new Set(queries.map(({ kind }) => kind))).filter((kind) => kind !== 'off-topic');
  const row = (label: string, value: (result: Measured) => string): string =>
    `| ${label} | ${results.map(value).join(' | ')} |`;
  return [
    row('', ({ name }) => name),
    `| --- | ${results.map(() => '--:').join(' | ')} |`,
    row('first answer right', ({ at1 }) => `**${percent(at1.get('all'))}**`),
    row('right within three', ({ at3 }) => percent(at3.get('all'))),
    row('off-topic refused', ({ at1 }) => `**${percent(at1.get('off-topic'))}**`),
    ...kinds.map((kind) => row(`first: ${kind}`, ({ at1 }) => percent(at1.get(kind)))),
  ].join('\n');
}

const content = loadContent([join(ROOT, 'content')]);
const documents = documentsOf(content);
const large = multiply(documents, TIMES);
const ours = await compare(documents, ROUND_MS.course);
const many = await compare(large, ROUND_MS.large);
const report = `# Search, measured beside its peers

\`npm run bench\` on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${platform()} ${arch()}, Node ${process.versions.node}; ${queries.length} labelled queries (test/search/queries.jsonl). Times depend on the machine; the ratios hold.
A peer answers whenever it finds anything; Dosirak may refuse. Peers have the settings that their documentation recommends (bench/peers.ts).

## Quality, ${documents.length} documents

${qualityTable(ours)}

## Speed, ${documents.length} documents

${speedTable(ours)}

## Speed, ${large.length} documents

${speedTable(many)}

"queries" is how many of the set a peer answered within ${ROUND_MS.large / 1000} s (at the course's size ${ROUND_MS.course / 1000} s); a ratio compares the queries that both answered, each at its fastest of up to five rounds.
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/RESULTS.md'), report);
