import { z } from 'zod';
import { choice, common, letter, localized, type QuestionType } from './fields.ts';

const schema = z.object({
  type: z.literal('single'),
  ...common,
  right: localized,
  wrong: z.array(localized).min(1).max(5),
});

type Single = z.infer<typeof schema>;

const options = (question: Single) => [question.right, ...question.wrong];

/** One right option among several. */
export const single: QuestionType<Single> = {
  schema,
  form: (question, locale, shuffle) =>
    choice(
      shuffle(options(question)).map((option) => option[locale]),
      { min: 1, max: 1 },
    ),
  isRight: (question, answer, shuffle) => answer === letter(shuffle(options(question)).indexOf(question.right)),
  solution: (question, locale) => question.right[locale],
};
