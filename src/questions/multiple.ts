import { z } from 'zod';
import type { Locale } from '../core/locale.ts';
import { choice, common, distinct, letter, optionText, type QuestionType, type Shuffle } from './fields.ts';
import { gradedOptions } from './graded.ts';
import { optionShares } from './shares.ts';
import { text } from './text.ts';

const schema = z
  .strictObject({
    type: z.literal('multiple'),
    ...common,
    right: z.array(optionText).min(1).max(6),
    wrong: z.array(optionText).min(1).max(6),
  })
  .refine(({ right, wrong }) => distinct([...right, ...wrong]), { message: 'same-options' });

type Multiple = z.infer<typeof schema>;

const options = (question: Multiple) => [...question.right, ...question.wrong];

function form(question: Multiple, locale: Locale, shuffle: Shuffle) {
  const labels = shuffle(options(question)).map((option) => option[locale]);
  return choice(labels, { min: 1, max: labels.length });
}

/** The letters of the right options, in order. */
const wantedOf = (question: Multiple, shuffle: Shuffle): string[] =>
  shuffle(options(question)).flatMap((option, index) => (question.right.includes(option) ? [letter(index)] : []));

/** All right options, and no other. */
export const multiple: QuestionType<Multiple> = {
  schema,
  form,
  isRight: (question, answer, shuffle) =>
    Array.from(new Set(answer)).sort().join('') === wantedOf(question, shuffle).join(''),
  solution: (question, locale) => question.right.map((option) => option[locale]).join(', '),
  graded: (question, answer, locale, shuffle) =>
    gradedOptions(
      shuffle(options(question)).map((option, i) => ({
        label: option[locale],
        picked: answer.includes(letter(i)),
        right: question.right.includes(option),
      })),
      locale,
    ),
  shares: (question, given, locale, shuffle) => {
    const wanted = wantedOf(question, shuffle);
    return optionShares(form(question, locale, shuffle), given, (value) => wanted.includes(value)).map((share) =>
      share.right ? { ...share, leftOut: given.length - share.count } : share,
    );
  },
  exchange: {
    give: (question, locale) => ({
      kind: 'options',
      options: options(question).map((option) => ({ text: option[locale], right: question.right.includes(option) })),
      several: true,
    }),
    take: (answer) => {
      if (answer.kind !== 'options' || !answer.several) return undefined;
      const textsOf = (isRight: boolean): string[] =>
        answer.options.filter(({ right }) => right === isRight).map(({ text }) => text);
      return { right: textsOf(true), wrong: textsOf(false) };
    },
  },
  writing: {
    name: text.both(({ typeNames }) => typeNames.multiple),
    labels: { right: text.both(({ labels }) => labels.rights), wrong: text.both(({ labels }) => labels.wrongs) },
    looks: ({ right, wrong }) => (right.length > 1 && wrong.length > 0 ? 'surely' : 'not'),
    read: ({ right, wrong }) => ({ right, wrong }),
    write: ({ right, wrong }) => ({ right: right.map(({ ko }) => ko), wrong: wrong.map(({ ko }) => ko) }),
  },
};
