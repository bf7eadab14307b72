import { z } from 'zod';
import { choice, common, distinct, letter, lettered, optionText, type QuestionType } from './fields.ts';
import { gradedOrder } from './graded.ts';
import { text } from './text.ts';

const schema = z
  .strictObject({
    type: z.literal('order'),
    ...common,
    /** In the right order. */
    steps: z.array(optionText).min(3).max(8),
  })
  .refine(({ steps }) => distinct(steps), { message: 'same-options' });

const NUMBERED = /^(\d{1,2})[.)] ?/;

/** Does each line begin with its number? */
const areNumbered = (lines: readonly string[]): boolean =>
  lines.every((line, i) => NUMBERED.exec(line)?.[1] === String(i + 1));

/** Steps to be put in their order. */
export const order: QuestionType<z.infer<typeof schema>> = {
  schema,
  form: (question, locale, shuffle) => {
    const labels = shuffle(question.steps).map((step) => step[locale]);
    return choice(labels, { min: labels.length, max: labels.length, ordered: true });
  },
  isRight: (question, answer, shuffle) => {
    const shown = shuffle(question.steps);
    return answer === question.steps.map((step) => letter(shown.indexOf(step))).join('');
  },
  solution: (question, locale) => question.steps.map((step, index) => `${index + 1}. ${step[locale]}`).join('\n'),
  graded: (question, answer, locale, shuffle) => {
    const shown = shuffle(question.steps);
    const picked = Array.from(answer).flatMap((one) => lettered(shown, one) ?? []);
    const words = (steps: typeof shown): string[] => steps.map((step) => step[locale]);
    return gradedOrder(words(picked), words(question.steps), locale);
  },
  exchange: {
    give: (question, locale) => ({ kind: 'steps', steps: question.steps.map((step) => step[locale]) }),
    take: (answer) => (answer.kind === 'steps' ? { steps: answer.steps } : undefined),
  },
  // It takes one press after the other, which a message for the whole class cannot show.
  whyNotLive: text.both((words) => words.orderQuestion),
  writing: {
    name: text.both(({ typeNames }) => typeNames.order),
    labels: { right: text.both(({ labels }) => labels.stepsInOrder) },
    looks: ({ right, wrong }) => (right.length > 1 && wrong.length === 0 && areNumbered(right) ? 'surely' : 'not'),
    read: ({ right, wrong }) =>
      wrong.length > 0
        ? { part: 'wrong', why: text.both(({ misfits }) => misfits.noWrong) }
        : { steps: areNumbered(right) ? right.map((line) => line.replace(NUMBERED, '').trim()) : right },
    write: ({ steps }) => ({ right: steps.map(({ ko }, i) => `${i + 1}. ${ko}`), wrong: [] }),
  },
};
