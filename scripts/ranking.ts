import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AskedQuestion, readAsked } from '../src/content/asked.ts';
import { loadContent } from '../src/content/load.ts';
import { hash } from '../src/core/hash.ts';
import { finish } from '../src/core/steps.ts';
import { documentsOf } from '../src/course/documents.ts';
import type { Weights } from '../src/search/learned/learned.ts';
import { createTeacher } from '../src/search/learned/teacher.ts';
import { type Network, worthOf, writeNetwork } from '../src/search/network.ts';
import { assurance, type Known, numbersOf, rank, SURE_FROM, weighable } from '../src/search/ranking.ts';
import { searchSteps } from '../src/search/search.ts';
import { type Choice, train } from './train-network.ts';

// Finds what each thing in src/search/ranking.txt is worth (and in ranking-learned.txt and sureness.txt, where a course has
// learned from questions), from the questions of content/asked: a right document is to have more than all others of a
// question together, and what is answered is to be what can be answered. What was learned is judged by questions that it was
// not learned from. Says how often the first is right when each part of the questions is judged by what the others taught,
// since a worth that only fits the questions it was found with helps no student.
// node scripts/ranking.ts [--write]

const ROOT = join(import.meta.dirname, '..');
const SEARCH = join(ROOT, 'src/search');
const CONTENT = join(ROOT, 'content');
/** Parts of the questions: each is judged by what the others taught. */
const PARTS = 5;
/** Units of networks. What holds for courses that have learned nothing has none: units would learn this course by heart. */
const UNITS = { learned: 64, plain: 0 } as const;
/** Written for one concept after another, they count less than what a day brings. */
const WRITTEN = { files: /^(?:concepts|sections|ways|printed)/, weight: 0.2 } as const;

/** A choice of one of the parts. */
interface PartChoice extends Choice {
  part: number;
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

/** The place of the largest. */
const bestOf = (sums: readonly number[]): number => sums.indexOf(Math.max(...sums));

/** By parts, what the other parts taught; and in the end what all taught. */
const byParts = (names: readonly string[], choices: readonly PartChoice[], units: number): Network[] =>
  Array.from({ length: PARTS + 1 }, (_, part) =>
    train(
      names,
      choices.filter((one) => one.part !== part),
      units,
    ),
  );

/** What a choice's things are worth by what the other parts taught. */
function sumsBy({ part, known }: PartChoice, networks: readonly Network[]): number[] {
  const network = networks[part];
  return known.map((numbers) => (network ? worthOf(numbers, network) : 0));
}

function write(name: string, network: Network | undefined): void {
  if (network === undefined || !process.argv.includes('--write')) return;
  const file = join(SEARCH, name);
  const remarks = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'));
  writeFileSync(file, [...remarks, writeNetwork(network)].join('\n'));
}

const isRight = ({ question }: Seen, doc: number): boolean => question.about.includes(documents[doc]?.id ?? '');

/** The network that weighs what speaks for one of a question's contenders; gives by questions their contenders' sums. */
function solveRanking(seen: readonly Seen[], file: string, units: number): number[][] {
  const names = Object.keys(seen.flatMap(({ known }) => weighable(known).slice(0, 1))[0] ?? {});
  const all = seen.map(
    (one): PartChoice => ({
      part: one.part,
      weight: weightOf(one.question),
      known: weighable(one.known).map((what) => numbersOf(what, names)),
      right: one.known.contenders.map(({ doc }) => isRight(one, doc)),
    }),
  );
  const choices = all.filter(({ right }) => right.includes(true));
  const networks = byParts(names, choices, units);
  const right = choices.filter((one) => one.right[bestOf(sumsBy(one, networks))]).length;
  console.log(`${file}: ${right} of ${choices.length} right first, by what the other parts taught`);
  write(file, networks[PARTS]);
  return all.map((choice) => sumsBy(choice, networks));
}

/** The network that weighs what makes an answer sure. */
function solveSureness(seen: readonly Seen[], allSums: readonly (readonly number[])[]): void {
  const rows = seen.flatMap((one, at) => {
    const sums = allSums[at] ?? [];
    const best = bestOf(sums);
    const contender = one.known.contenders[best];
    if (contender === undefined) return [];
    const next = Math.max(...sums.filter((_, i) => i !== best), (sums[best] ?? 0) - 9);
    const what = assurance(contender, (sums[best] ?? 0) - next, one.known);
    const isFine = one.question.about.length > 0;
    return [{ one, what, isFine, isFirst: isRight(one, contender.doc) }];
  });
  const names = Object.keys(rows[0]?.what ?? {});
  const choices = rows.map(
    ({ one, what, isFine }): PartChoice => ({
      part: one.part,
      weight: weightOf(one.question),
      known: [numbersOf(what, names)],
      right: [isFine],
      none: !isFine,
    }),
  );
  const networks = byParts(names, choices, UNITS.learned);
  const isSure = (one: PartChoice): boolean => (sumsBy(one, networks)[0] ?? 0) > SURE_FROM;
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
  write('sureness.txt', networks[PARTS]);
}

const teach = createTeacher(documents, content.synonyms);
const learnedWithout = (part: number): Weights => teach(asked.filter((question) => partOf(question) !== part)).learned;
solveRanking(
  seenBy(() => undefined).filter(({ question }) => question.about.length > 0),
  'ranking.txt',
  UNITS.plain,
);
const seen = seenBy(learnedWithout);
solveSureness(seen, solveRanking(seen, 'ranking-learned.txt', UNITS.learned));
