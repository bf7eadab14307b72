import { z } from 'zod';
import { choice, common, distinct, letter, optionText, type QuestionType } from './fields.ts';
import { gradedOptions } from './graded.ts';
import { text } from './text.ts';

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
};
