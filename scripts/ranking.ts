import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AskedQuestion, readAsked } from '../src/content/asked.ts';
import { loadContent } from '../src/content/load.ts';
import { hash } from '../src/core/hash.ts';
import { finish } from '../src/core/steps.ts';
import { documentsOf } from '../src/course/documents.ts';
import type { Weights } from '../src/search/learned/learned.ts';
import { createTeacher } from '../src/search/learned/teacher.ts';
import { assurance, bounded, type Known, rank, SURE_FROM, weighable } from '../src/search/ranking.ts';
import { searchSteps } from '../src/search/search.ts';

// Finds what each thing in src/search/ranking.txt is worth (and in ranking-learned.txt and sureness.txt, where a course has
// learned from questions), from the questions of content/asked: a right document is to have more than all others of a
// question together, and what is answered is to be what can be answered. What was learned is judged by questions that it was
// not learned from. Says how often the first is right when each part of the questions is judged by what the others taught,
// since a worth that only fits the questions it was found with helps no student.
// node scripts/ranking.ts [--write]

const ROOT = join(import.meta.dirname, '..');
const SEARCH = join(ROOT, 'src/search');
const CONTENT = join(ROOT, 'content');
/** Steps of the descent, how far each goes, and what keeps a worth small. */
const DESCENT = { steps: 150, rate: 0.1, small: 0.0003 } as const;
/** Parts of the questions: each is judged by what the others taught. */
const PARTS = 5;
/** Written for one concept after another, they count less than what a day brings. */
const WRITTEN = { files: /^(?:concepts|sections|ways|printed)/, weight: 0.2 } as const;

/** What is known of several things of which some are right; what is known of a thing is a list of numbers. */
interface Choice {
  part: number;
  weight: number;
  known: readonly (readonly number[])[];
  right: readonly boolean[];
}

interface Seen {
  question: AskedQuestion;
  part: number;
  known: Known;
}

const content = loadContent([CONTENT]);
const documents = documentsOf(content);
const { asked } = readAsked(content);
const partOf = ({ text }: AskedQuestion): number => hash(text) % PARTS;

/** Every question with what is known of it when it is asked of a search that has learned without its part. */
function seenBy(learnedWithout: (part: number) => Weights | undefined): Seen[] {
  return Array.from({ length: PARTS }, (_, part) => {
    let last: Known | undefined;
    const choose = (known: Known) => {
      last = known;
      return rank(known);
    };
    const search = finish(searchSteps(documents, content.synonyms, {}, { learned: learnedWithout(part), choose }));
    return asked
      .filter((question) => partOf(question) === part)
      .flatMap((question) => {
        last = undefined;
        search(question.text);
        return last === undefined ? [] : [{ question, part, known: last }];
      });
  }).flat();
}

const weightOf = ({ file }: AskedQuestion): number => (WRITTEN.files.test(basename(file)) ? WRITTEN.weight : 1);
const valuesOf = (names: readonly string[], what: Readonly<Record<string, number>>): number[] =>
  names.map((name) => bounded(what[name] ?? 0));

const sumOf = (worth: readonly number[], known: readonly number[]): number =>
  known.reduce((sum, value, i) => sum + value * (worth[i] ?? 0), 0);

/** The place of the largest. */
const bestOf = (sums: readonly number[]): number => sums.indexOf(Math.max(...sums));

/** The worths that make most of these right: steepest descent, whose steps are evened out (Adam). */
function solve(choices: readonly Choice[], size: number): number[] {
  // In a row: a step looks at millions of numbers.
  const known = Float64Array.from(choices.flatMap((one) => one.known.flat()));
  const weights = choices.reduce((sum, { weight }) => sum + weight, 0);
  const worth = new Float64Array(size);
  const mean = new Float64Array(size);
  const spread = new Float64Array(size);
  for (let step = 1; step <= DESCENT.steps; step++) {
    // Which way each worth should change for the right ones to be right more surely.
    const slope = worth.map((one) => DESCENT.small * one);
    let from = 0;
    for (const { right, weight } of choices) {
      const sums = right.map((_, i) => {
        let sum = 0;
        for (let at = 0; at < size; at++) sum += (known[from + i * size + at] ?? 0) * (worth[at] ?? 0);
        return sum;
      });
      const most = Math.max(...sums);
      const shares = sums.map((sum) => Math.exp(sum - most));
      const whole = shares.reduce((sum, share) => sum + share, 0);
      const ofRight = shares.reduce((sum, share, i) => sum + (right[i] ? share : 0), 0);
      for (const [i, share] of shares.entries()) {
        const pull = ((share / whole - (right[i] ? share / ofRight : 0)) * weight) / weights;
        for (let at = 0; at < size; at++) slope[at] = (slope[at] ?? 0) + pull * (known[from + i * size + at] ?? 0);
      }
      from += right.length * size;
    }
    for (const [i, one] of slope.entries()) {
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * one;
      spread[i] = 0.98 * (spread[i] ?? 0) + 0.02 * one ** 2;
      const even = Math.sqrt((spread[i] ?? 0) / (1 - 0.98 ** step)) + 1e-8;
      const rate = DESCENT.rate * (1 - (0.7 * step) / DESCENT.steps);
      worth[i] = (worth[i] ?? 0) - (rate * (mean[i] ?? 0)) / (1 - 0.9 ** step) / even;
    }
  }
  return Array.from(worth);
}

/** By parts, what the other parts taught; and in the end what all taught. */
const byParts = (choices: readonly Choice[], size: number): number[][] =>
  Array.from({ length: PARTS + 1 }, (_, part) =>
    solve(
      choices.filter((one) => one.part !== part),
      size,
    ),
  );

function write(name: string, names: readonly string[], worth: readonly number[]): void {
  const table = names.map((one, i) => `${one} ${(worth[i] ?? 0).toFixed(2)}`);
  console.log(table.join('\n'));
  if (!process.argv.includes('--write')) return;
  const file = join(SEARCH, name);
  const remarks = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'));
  writeFileSync(file, `${[...remarks, ...table].join('\n')}\n`);
}

const isRight = ({ question }: Seen, doc: number): boolean => question.about.includes(documents[doc]?.id ?? '');

/** The worths of what speaks for one of a question's contenders; gives for each question its contenders' sums. */
function solveRanking(seen: readonly Seen[], file: string): (one: Seen) => number[] {
  const names = Object.keys(
    seen.flatMap(({ known }) => known.contenders.slice(0, 1).map((one) => weighable(one, known)))[0] ?? {},
  );
  const valuesIn = ({ known }: Seen): number[][] =>
    known.contenders.map((one) => valuesOf(names, weighable(one, known)));
  const choices = seen.flatMap((one) => {
    const right = one.known.contenders.map(({ doc }) => isRight(one, doc));
    return right.includes(true)
      ? [{ part: one.part, weight: weightOf(one.question), known: valuesIn(one), right }]
      : [];
  });
  const worths = byParts(choices, names.length);
  const right = choices.filter(
    (one) => one.right[bestOf(one.known.map((known) => sumOf(worths[one.part] ?? [], known)))],
  ).length;
  console.log(`${file}: ${right} of ${choices.length} right first, by what the other parts taught`);
  write(file, names, worths[PARTS] ?? []);
  return (one) => valuesIn(one).map((known) => sumOf(worths[one.part] ?? [], known));
}

/** The worths of what makes an answer sure. */
function solveSureness(seen: readonly Seen[], sumsOf: (one: Seen) => number[]): void {
  const rows = seen.flatMap((one) => {
    const sums = sumsOf(one);
    const best = bestOf(sums);
    const contender = one.known.contenders[best];
    if (contender === undefined) return [];
    const next = Math.max(...sums.filter((_, i) => i !== best), (sums[best] ?? 0) - 9);
    const what = assurance(contender, (sums[best] ?? 0) - next, one.known);
    const isFine = one.question.about.length > 0;
    return [{ one, what, isFine, isFirst: isRight(one, contender.doc) }];
  });
  const names = Object.keys(rows[0]?.what ?? {});
  const nothing = names.map(() => 0);
  const choices = rows.map(
    ({ one, what, isFine }): Choice => ({
      part: one.part,
      weight: weightOf(one.question),
      known: [valuesOf(names, what), nothing],
      right: [isFine, !isFine],
    }),
  );
  const worths = byParts(choices, names.length);
  const isSure = ({ part, known }: Choice): boolean => sumOf(worths[part] ?? [], known[0] ?? []) > SURE_FROM;
  const files = Map.groupBy(rows.keys(), (i) => basename(rows[i]?.one.question.file ?? ''));
  for (const [file, own] of files) {
    const ours = own.filter((i) => rows[i]?.isFine);
    const others = own.filter((i) => !rows[i]?.isFine);
    const fine = ours.filter((i) => choices[i] && isSure(choices[i]));
    const first = fine.filter((i) => rows[i]?.isFirst);
    const refused = others.filter((i) => choices[i] && !isSure(choices[i]));
    console.log(
      `${file}: ${first.length} of ${ours.length} right (${ours.length - fine.length} refused), ${refused.length} of ${others.length} others refused`,
    );
  }
  write('sureness.txt', names, worths[PARTS] ?? []);
}

const teach = createTeacher(documents, content.synonyms);
const learnedWithout = (part: number): Weights => teach(asked.filter((question) => partOf(question) !== part)).learned;
solveRanking(
  seenBy(() => undefined).filter(({ question }) => question.about.length > 0),
  'ranking.txt',
);
const seen = seenBy(learnedWithout);
solveSureness(seen, solveRanking(seen, 'ranking-learned.txt'));
