import type { Question } from '../content/model.ts';
import type { HomeworkAnswer } from '../core/homework.ts';
import type { Course } from '../course/course.ts';
import type { Homework } from './codec.ts';
import { endOf } from './deadline.ts';

/** What a course still has of a homework, in the order in which it was given. It counts without what is gone or hidden. */
export const questionsLeft = (
  { questions }: Pick<Homework, 'questions'>,
  course: Pick<Course, 'questions' | 'questionNamed'>,
): Question[] =>
  Array.from(new Set(questions.flatMap((name) => course.questionNamed(name)?.id ?? []))).flatMap(
    (id) => course.questions.get(id) ?? [],
  );

/** How far a student is with a homework. */
export interface Standing {
  /** How many questions there are. */
  of: number;
  answered: number;
  right: number;
  /** When the last of them was answered, right or not: then it is handed in. Undefined before (epoch milliseconds). */
  done: number | undefined;
  /** It was handed in after its deadline. */
  late: boolean;
}

/** The first answers of a student to those questions, oldest first. `answers`: all of that student's, oldest first. */
export function firstAnswers(
  left: readonly Question[],
  answers: readonly HomeworkAnswer[],
  course: Pick<Course, 'questionNamed'>,
): { question: Question; right: boolean; at: number }[] {
  const byId = new Map(left.map((question) => [question.id, question]));
  const found = new Map<string, { question: Question; right: boolean; at: number }>();
  for (const { question: name, right, at } of answers) {
    // An author may have given it another id since.
    const question = byId.get(course.questionNamed(name)?.id ?? name);
    if (question && !found.has(question.id)) found.set(question.id, { question, right, at });
  }
  return [...found.values()];
}

export function standingOf(
  homework: Homework,
  answers: readonly HomeworkAnswer[],
  course: Pick<Course, 'questions' | 'questionNamed'>,
): Standing {
  const left = questionsLeft(homework, course);
  const first = firstAnswers(left, answers, course);
  const done = left.length > 0 && first.length === left.length ? Math.max(...first.map(({ at }) => at)) : undefined;
  return {
    of: left.length,
    answered: first.length,
    right: first.filter(({ right }) => right).length,
    done,
    late: done !== undefined && done >= endOf(homework),
  };
}
