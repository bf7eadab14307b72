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
  /** How many there are of each level, 1 to 3. */
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

/** The options of a question with one right one: is that one longer than every other, and how many are there? */
function longestOf(question: Question): { isRight: boolean; options: number }[] {
  const answer = exchanged(question, 'ko');
  if (answer?.kind !== 'options' || answer.several) return [];
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
    levels: LEVELS.map((level) => questions.filter((question) => levelOf(question) === level).length),
    longest: {
      right: share(chosen, ({ isRight }) => isRight),
      chance: chosen.reduce((sum, { options }) => sum + 1 / options, 0) / Math.max(1, chosen.length),
    },
  };
}

/** What could be better in a course, by what can be counted; `line` is where a file has these words first. */
export function hintsOn(content: Content, line: (file: string, words: string) => number): Problem[] {
  const { chapters, terms } = content;
  const untaught = chapters.length === 0 ? [] : terms.filter(({ section }) => section === undefined);
  const several = terms.flatMap((term) =>
    term.questions.flatMap((question) => {
      const answer = exchanged(question, 'ko');
      if (answer?.kind !== 'options' || !answer.several) return [];
      const right = answer.options.filter((option) => option.right).length;
      const isTold = right < SEVERAL || answer.options.length - right < SEVERAL;
      const message = text.both((words) => words.fewOfAKind);
      return isTold ? [{ file: term.file, line: line(term.file, `id: ${question.id}`), message }] : [];
    }),
  );
  const isLevelled = terms.some(({ questions }) => questions.some(({ level }) => level !== undefined));
  const sections = !isLevelled
    ? []
    : chapters.flatMap(({ file, sections }) =>
        sections.flatMap(({ id }) => {
          const own = terms.filter(({ section }) => section === id).flatMap(({ questions }) => questions);
          const missing = LEVELS.filter((level) => !own.some((question) => levelOf(question) === level));
          if (own.length < LEVELS.length || missing.length === 0) return [];
          const [, heading = id] = id.split('#');
          const message = text.both((words) => words.noLevels(heading, missing.join(', ')));
          return [{ file, line: line(file, `{#${heading}}`), message }];
        }),
      );
  return [
    ...untaught.slice(0, 1).map(({ file }) => {
      const ids = untaught.map(({ id }) => id);
      return { file, line: 1, message: text.both((words) => words.untaught(ids.slice(0, NAMED), ids.length)) };
    }),
    ...several,
    ...sections,
  ];
}
