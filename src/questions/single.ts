import { z } from 'zod';
import { choice, common, distinct, letter, optionText, type QuestionType } from './fields.ts';
import { gradedOptions } from './graded.ts';

const schema = z
  .strictObject({
    type: z.literal('single'),
    ...common,
    right: optionText,
    wrong: z.array(optionText).min(1).max(5),
  })
  .refine(({ right, wrong }) => distinct([right, ...wrong]), { message: 'same-options' });

type Single = z.infer<typeof schema>;

const options = (question: Single) => [question.right, ...question.wrong];

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
};
