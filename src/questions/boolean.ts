import { z } from 'zod';
import { choice, common, type QuestionType } from './fields.ts';
import { text } from './text.ts';

const schema = z.strictObject({ type: z.literal('boolean'), ...common, answer: z.boolean() });

/** A statement that is true or not. Never shuffled: people expect O before X. */
export const boolean: QuestionType<z.infer<typeof schema>> = {
  schema,
  level: 1,
  form: (_question, locale) => choice([text(locale).isTrue, text(locale).isFalse], { min: 1, max: 1 }),
  isRight: (question, answer) => answer === (question.answer ? 'a' : 'b'),
  solution: (question, locale) => (question.answer ? text(locale).isTrue : text(locale).isFalse),
  exchange: {
    give: ({ answer }) => ({ kind: 'truth', isTrue: answer }),
    take: (answer) => (answer.kind === 'truth' ? { answer: answer.isTrue } : undefined),
  },
};
