import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { inQuestion, type Made, type Subject, whatItIs } from './definition.ts';
import { choice, common, distinct, isListed, letter, listedText, type QuestionType } from './fields.ts';
import { gradedOptions } from './graded.ts';
import { text } from './text.ts';

const schema = z
  .strictObject({
    type: z.literal('single'),
    ...common,
    right: listedText,
    wrong: z.array(listedText).min(1).max(5),
  })
  .refine(({ right, wrong }) => distinct([right, ...wrong]), { message: 'same-options' });

type Single = z.infer<typeof schema>;

const options = (question: Single) => [question.right, ...question.wrong];

/** Wrong options of a question that is made of a definition. */
const WRONG = 3;

/** The first of these that can stand beside the right one, and beside one another. */
function wrongOptions(right: Localized, candidates: readonly Localized[]): Localized[] {
  const found: Localized[] = [];
  for (const one of candidates)
    if (found.length < WRONG && isListed(one) && distinct([right, ...found, one])) found.push(one);
  return found;
}

/** Which concept a definition fits, and which definition fits a concept; each with other wrong options where there are more. */
function fromDefinition(subject: Subject): Made<Single>[] {
  const { title, clue, others } = subject;
  const make = (kind: string, ask: Localized, right: Localized, candidates: readonly Localized[]): Made<Single>[] => {
    const wrong = isListed(right) ? wrongOptions(right, candidates) : [];
    const question: Single = { type: 'single', ask, right, wrong, practical: false, why: whatItIs(subject) };
    return wrong.length === 0 ? [] : [{ kind, question }];
  };
  return [
    ...make(
      'term',
      text.both(({ whichTerm }, locale) => whichTerm(inQuestion(clue[locale]))),
      title,
      others.map((one) => one.title),
    ),
    ...make(
      'meaning',
      text.both(({ whichMeaning }, locale) => whichMeaning(inQuestion(title[locale]))),
      clue,
      [...others.slice(WRONG), ...others].map((one) => one.clue),
    ),
  ];
}

/** One right option among several. */
export const single: QuestionType<Single> = {
  schema,
  level: 1,
  form: (question, locale, shuffle) =>
    choice(
      shuffle(options(question)).map((option) => option[locale]),
      { min: 1, max: 1 },
    ),
  isRight: (question, answer, shuffle) => answer === letter(shuffle(options(question)).indexOf(question.right)),
  solution: (question, locale) => question.right[locale],
  graded: (question, answer, locale, shuffle) =>
    gradedOptions(
      shuffle(options(question)).map((option, i) => ({
        label: option[locale],
        picked: answer === letter(i),
        right: option === question.right,
      })),
      locale,
    ),
  exchange: {
    give: (question, locale) => ({
      kind: 'options',
      options: options(question).map((option) => ({ text: option[locale], right: option === question.right })),
      several: false,
    }),
    take: (answer) => {
      if (answer.kind !== 'options' || answer.several) return undefined;
      const [right, ...others] = answer.options.filter((option) => option.right);
      const wrong = answer.options.filter((option) => !option.right).map(({ text }) => text);
      return right && others.length === 0 ? { right: right.text, wrong } : undefined;
    },
  },
  writing: {
    name: text.both(({ typeNames }) => typeNames.single),
    labels: { right: text.both(({ labels }) => labels.right), wrong: text.both(({ labels }) => labels.wrongs) },
    looks: ({ right, wrong }) => (right.length === 1 && wrong.length > 0 ? 'surely' : 'not'),
    read: ({ right, wrong }) =>
      right.length > 1
        ? { part: 'right', why: text.both(({ misfits }) => misfits.oneRight) }
        : { right: right[0], wrong },
    write: ({ right, wrong }) => ({ right: [right.ko], wrong: wrong.map(({ ko }) => ko) }),
  },
  fromDefinition,
};
