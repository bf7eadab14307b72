import { z } from 'zod';
import { choice, common, distinct, letter, optionText, type QuestionType } from './fields.ts';

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

/** All right options, and no other. */
export const multiple: QuestionType<Multiple> = {
  schema,
  form: (question, locale, shuffle) => {
    const labels = shuffle(options(question)).map((option) => option[locale]);
    return choice(labels, { min: 1, max: labels.length });
  },
  isRight: (question, answer, shuffle) => {
    const wanted = shuffle(options(question)).flatMap((option, index) =>
      question.right.includes(option) ? [letter(index)] : [],
    );
    return Array.from(new Set(answer)).sort().join('') === wanted.join('');
  },
  solution: (question, locale) => question.right.map((option) => option[locale]).join(', '),
};
