import { z } from 'zod';
import { isObject } from '../core/json.ts';
import { type QuestionText, questionSchema } from '../questions/types.ts';
import { wordingHash } from '../questions/wording.ts';
import type { Question } from './model.ts';

/** A question that names its concept itself. */
const looseSchema = z.looseObject({ term: z.string().trim().min(1) }).transform(({ term, ...own }, context) => {
  const checked = questionSchema.safeParse(own);
  if (checked.success) return { term, question: checked.data };
  for (const issue of checked.error.issues) context.addIssue({ ...issue });
  return z.NEVER;
});

/** Front matter of a file of questions on any concepts, as `/class questions` writes it. */
export const looseQuestionsSchema = z.strictObject({ questions: z.array(looseSchema).min(1) });

/** Its questions name their concepts, as those of a concept's own file need not. */
export const looksLikeQuestions = (data: object): boolean =>
  'questions' in data &&
  !('id' in data) &&
  Array.isArray(data.questions) &&
  data.questions.some((one: unknown) => isObject(one) && 'term' in one);

/** The questions of such a file. */
export const looseQuestions = (all: readonly { term: string; question: QuestionText }[]): Question[] =>
  all.map(({ term, question }) => ({ ...question, term, id: question.id ?? wordingHash(term, question) }));
