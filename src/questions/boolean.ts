import { z } from 'zod';
import { choice, common, type QuestionType } from './fields.ts';

const schema = z.strictObject({ type: z.literal('boolean'), ...common, answer: z.boolean() });

const LABELS = [
  { value: true, ko: '맞아요 (O)', en: 'True' },
  { value: false, ko: '틀려요 (X)', en: 'False' },
];

/** A statement that is true or not. Never shuffled: people expect O before X. */
export const boolean: QuestionType<z.infer<typeof schema>> = {
  schema,
  form: (_question, locale) =>
    choice(
      LABELS.map((label) => label[locale]),
      { min: 1, max: 1 },
    ),
  isRight: (question, answer) => answer === (question.answer ? 'a' : 'b'),
  solution: (question, locale) => LABELS.find((label) => label.value === question.answer)?.[locale] ?? '',
};
