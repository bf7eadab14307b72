import type { Question } from '../content/model.ts';
import type { PracticeAnswer } from '../core/learner-records.ts';

/** A question as it was answered the first time; `later`: it was asked again, and how that went. */
export interface AnsweredQuestion {
  question: Question;
  /** Undefined where it is no longer known what was picked. */
  picked: string | undefined;
  right: boolean;
  later?: boolean;
  /** No answer to it is shown now. */
  withheld?: 'class' | 'homework';
}

/** The questions of a practice as its records have them, in the order in which they were asked. */
export function answeredQuestions(
  answers: readonly PracticeAnswer[],
  questionNamed: (name: string) => Question | undefined,
): AnsweredQuestion[] {
  const found = new Map<string, AnsweredQuestion>();
  for (const { question: name, picked, right } of answers.toSorted((a, b) => a.place - b.place)) {
    const question = questionNamed(name);
    if (!question) continue;
    const first = found.get(question.id);
    found.set(question.id, first ? { ...first, later: right } : { question, picked, right });
  }
  return [...found.values()];
}
