import { exchanged, guessChance, levelOf } from '../questions/types.ts';
import type { Content, Problem, Question } from './model.ts';
import { text } from './text.ts';

/** What can be counted of a course's questions. Shares are 0 to 1. */
export interface Survey {
  questions: number;
  practical: number;
  /** What blind guesses would get right. */
  guess: number;
  /** How many there are of each type, most first. */
  types: readonly (readonly [type: string, count: number])[];
  /** How many there are of each level, 1 to 3; none where their authors have given no level. */
  levels: readonly number[];
  /** Of those with one right option, where that is the longest, and where it would be by chance. */
  longest: { right: number; chance: number };
}

const LEVELS = [1, 2, 3] as const;
/** Options of one of several kinds in “choose all”, below which what is right can be told without knowing. */
const SEVERAL = 2;

/** Terms that are named in one hint. */
const NAMED = 10;

const share = <T>(list: readonly T[], is: (one: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(is).length / list.length;

/** All of a course's questions, with those that are kept back. */
export const questionsOf = ({ terms, keptBack }: Content): Question[] =>
  Array.from(new Set([...terms.flatMap((term) => term.questions), ...keptBack.flatMap((set) => set.questions)]));

/** What a question's options are, where it is answered by picking of them. */
function optionsOf(question: Question) {
  const answer = exchanged(question, 'ko');
  return answer?.kind === 'options' ? answer : undefined;
}

/** The options of a question with one right one: is that one longer than every other, and how many are there? */
function longestOf(question: Question): { isRight: boolean; options: number }[] {
  const answer = optionsOf(question);
  if (!answer || answer.several) return [];
  const lengths = answer.options.map(({ text: option, right }) => ({ right, length: Array.from(option).length }));
  const most = Math.max(...lengths.map(({ length }) => length));
  const longest = lengths.filter(({ length }) => length === most);
  return [{ isRight: longest.length === 1 && longest[0]?.right === true, options: lengths.length }];
}

export function surveyOf(content: Content): Survey {
  const questions = questionsOf(content);
  const chosen = questions.flatMap(longestOf);
  return {
    questions: questions.length,
    practical: share(questions, ({ practical }) => practical),
    guess: questions.reduce((sum, question) => sum + guessChance(question), 0) / Math.max(1, questions.length),
    types: Array.from(
      Map.groupBy(questions, ({ type }) => type),
      ([type, own]) => [type, own.length] as const,
    ).sort((a, b) => b[1] - a[1]),
    levels: questions.some(({ level }) => level !== undefined)
      ? LEVELS.map((level) => questions.filter((question) => levelOf(question) === level).length)
      : [],
    longest: {
      right: share(chosen, ({ isRight }) => isRight),
      chance: chosen.reduce((sum, { options }) => sum + 1 / options, 0) / Math.max(1, chosen.length),
    },
  };
}

/** The file's line that has words first, from 1. */
type LineWith = (file: string, words: string) => number;

/**
 * Terms that no chapter teaches, told at the first of them; a course without chapters teaches none, and a chapter that cannot
 * be used may teach them.
 */
function untaughtIn({ chapters, terms, lost }: Content): Problem[] {
  const untaught = chapters.length === 0 || lost.size > 0 ? [] : terms.filter(({ section }) => section === undefined);
  const ids = untaught.map(({ id }) => id);
  return untaught.slice(0, 1).map(({ file }) => ({
    file,
    line: 1,
    message: text.both((words) => words.untaught(ids.slice(0, NAMED), ids.length)),
  }));
}

/** Questions for all that is right, which has too few options of a kind. */
function fewOfAKind({ terms }: Content, line: LineWith): Problem[] {
  const isTold = (question: Question): boolean => {
    const answer = optionsOf(question);
    if (!answer?.several) return false;
    const right = answer.options.filter((option) => option.right).length;
    return right < SEVERAL || answer.options.length - right < SEVERAL;
  };
  return terms.flatMap(({ file, questions }) =>
    questions.filter(isTold).map(({ id }) => ({
      file,
      line: line(file, `id: ${id}`),
      message: text.both((words) => words.fewOfAKind),
    })),
  );
}

/** Sections that have questions enough, some with a level that their author has given, and none of some level. */
function withoutLevels({ chapters, terms }: Content, line: LineWith): Problem[] {
  const taught = Map.groupBy(terms, ({ section }) => section);
  return chapters.flatMap(({ file, sections }) =>
    sections.flatMap(({ id }) => {
      const own = (taught.get(id) ?? []).flatMap(({ questions }) => questions);
      const missing = LEVELS.filter((level) => !own.some((question) => levelOf(question) === level));
      const isTold = own.some(({ level }) => level !== undefined);
      if (!isTold || own.length < LEVELS.length || missing.length === 0) return [];
      const [, heading = id] = id.split('#');
      const message = text.both((words) => words.noLevels(heading, missing.join(', ')));
      return [{ file, line: line(file, `{#${heading}}`), message }];
    }),
  );
}

/** What could be better in a course, by what can be counted. */
export const hintsOn = (content: Content, line: LineWith): Problem[] => [
  ...untaughtIn(content),
  ...fewOfAKind(content, line),
  ...withoutLevels(content, line),
];
