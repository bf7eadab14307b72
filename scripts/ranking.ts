import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../src/content/load.ts';
import { finish } from '../src/core/steps.ts';
import { documentsOf } from '../src/course/documents.ts';
import { rank, weighable } from '../src/search/ranking.ts';
import { searchSteps } from '../src/search/search.ts';

// Finds what each thing in src/search/ranking.txt is worth, from the labelled questions of test/search: a right document is
// to have more than all others of a question together. Says first how often the first is right when each file's questions are
// judged by what the other files taught, since a worth that only fits the questions it was found with helps no student.
// node scripts/ranking.ts [--write]

const ROOT = join(import.meta.dirname, '..');
const TABLE = join(ROOT, 'src/search/ranking.txt');
const QUESTIONS = join(ROOT, 'test/search');
/** Steps of the descent, how far each goes, and what keeps a worth small. */
const DESCENT = { steps: 400, rate: 0.08, small: 0.0003 } as const;

interface Labelled {
  query: string;
  kind: string;
  expect: string[];
}

/** A question's contenders: what is known of each, and whether it is a right answer. */
interface Example {
  file: string;
  known: readonly (readonly number[])[];
  right: readonly boolean[];
  first: number;
}

const content = loadContent([join(ROOT, 'content')]);
const documents = documentsOf(content);
const names: string[] = [];
/** The contenders of the question that was looked up last; none where nothing is set side by side. */
const seen: { known: number[][]; docs: number[]; first: number }[] = [];
const search = finish(
  searchSteps(documents, content.synonyms, {}, (contenders, before, all) => {
    const known = contenders.map((one) => weighable(one, before, all[one.doc]?.kind === 'section'));
    names.splice(0, names.length, ...Object.keys(known[0] ?? {}));
    seen.push({ known: known.map(Object.values), docs: contenders.map(({ doc }) => doc), first: before.docs[0] ?? -1 });
    return rank(contenders, before, all);
  }),
);

const label = (id: string | undefined): string => id?.replace(/^.*#/, 'section:') ?? '';
const files = ['queries.jsonl', ...readdirSync(join(QUESTIONS, 'day')).map((file) => join('day', file))];

function examplesIn(file: string): Example[] {
  const lines = readFileSync(join(QUESTIONS, file), 'utf8').trim().split('\n');
  return lines
    .map((line): Labelled => JSON.parse(line))
    .filter(({ kind, expect }) => expect.length > 0 && !['beside', 'two-concepts', 'follow-up'].includes(kind))
    .flatMap(({ query, expect }) => {
      seen.length = 0;
      search(query);
      const [last] = seen;
      if (last === undefined) return [];
      const { known, docs, first } = last;
      const right = docs.map((doc) => expect.includes(label(documents[doc]?.id)));
      return right.includes(true) ? [{ file, known, right, first: docs.indexOf(first) }] : [];
    });
}

const sumOf = (worth: readonly number[], known: readonly number[]): number =>
  known.reduce((sum, value, i) => sum + value * (worth[i] ?? 0), 0);

/** Which way each worth should change for these to be right more surely. */
function slopeOf(examples: readonly Example[], worth: readonly number[]): number[] {
  const slope = worth.map((one) => DESCENT.small * one);
  for (const { known, right } of examples) {
    const sums = known.map((one) => sumOf(worth, one));
    const most = Math.max(...sums);
    const shares = sums.map((sum) => Math.exp(sum - most));
    const all = shares.reduce((sum, share) => sum + share, 0);
    const ofRight = shares.reduce((sum, share, i) => sum + (right[i] ? share : 0), 0);
    for (const [i, one] of known.entries()) {
      const share = shares[i] ?? 0;
      const pull = (share / all - (right[i] ? share / ofRight : 0)) / examples.length;
      for (const [at, value] of one.entries()) slope[at] = (slope[at] ?? 0) + pull * value;
    }
  }
  return slope;
}

/** The worths that make most of these right: steepest descent, whose steps are evened out (Adam). */
function learn(examples: readonly Example[]): number[] {
  const worth = names.map(() => 0);
  const mean = names.map(() => 0);
  const spread = names.map(() => 0);
  for (let step = 1; step <= DESCENT.steps; step++) {
    for (const [i, slope] of slopeOf(examples, worth).entries()) {
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * slope;
      spread[i] = 0.98 * (spread[i] ?? 0) + 0.02 * slope ** 2;
      const even = Math.sqrt((spread[i] ?? 0) / (1 - 0.98 ** step)) + 1e-8;
      const rate = DESCENT.rate * (1 - (0.7 * step) / DESCENT.steps);
      worth[i] = (worth[i] ?? 0) - (rate * (mean[i] ?? 0)) / (1 - 0.9 ** step) / even;
    }
  }
  return worth;
}

const rightOf = (examples: readonly Example[], worth: readonly number[]): number =>
  examples.filter(({ known, right }) => {
    const sums = known.map((one) => sumOf(worth, one));
    return right[sums.indexOf(Math.max(...sums))];
  }).length;

const examples = files.flatMap(examplesIn);
let right = 0;
for (const file of files) {
  const own = examples.filter((one) => one.file === file);
  if (own.length > 0) right += rightOf(own, learn(examples.filter((one) => one.file !== file)));
}
const before = examples.filter((one) => one.right[one.first]).length;
const worth = learn(examples);
console.log(`${examples.length} questions: ${before} right before, ${right} by what the other files taught`);
console.log(`${rightOf(examples, worth)} by what all taught`);
const table = names.map((name, i) => `${name} ${(worth[i] ?? 0).toFixed(2)}`);
console.log(table.join('\n'));
if (process.argv.includes('--write')) {
  const remarks = readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'));
  writeFileSync(TABLE, `${[...remarks, ...table].join('\n')}\n`);
}
