import type { Question } from '../content/model.ts';
import { UserError } from '../core/errors.ts';
import type { Course } from '../course/course.ts';
import { type AnsweredQuestion, answeredQuestions } from './answered.ts';
import type { Assignment } from './homework.ts';
import { loadTopic } from './known.ts';
import { drawQuestions, isBegun, isMissed, type Practice, practiceId } from './practice.ts';
import { loadQuestions, type PracticeContext } from './start.ts';
import { text } from './text.ts';
import { poolsOf, type Topic, topicOfKey } from './topics.ts';

/** There is no such question any more, or never was. */
export const questionGone = (): UserError => new UserError(text.both((words) => words.questionGone));

/** The topic of a practice and its questions in their order; `homework`: where it is one. */
export async function loadDrill(
  practice: Practice,
  person: string,
  course: Course,
  { records }: Pick<PracticeContext, 'records'>,
  homework: Assignment | undefined,
): Promise<{ topic: Topic; questions: readonly Question[] }> {
  if (homework) return { topic: homework.topic, questions: homework.topic.questions };
  const topic = isBegun(practice)
    ? await loadTopic(practice, person, { records, course })
    : topicOfKey(practice.topic, course);
  if (!topic) throw questionGone();
  const questions = isBegun(practice)
    ? await loadQuestions(practice, topic, person, { records, course })
    : drawQuestions(practice, poolsOf(topic, course.terms));
  return { topic, questions };
}

/** How a practice went: as its records have it, or, where they are gone, by its marks. */
export async function answeredIn(
  practice: Practice,
  { topic, questions }: { topic: Topic; questions: readonly Question[] },
  person: string,
  course: Course,
  { records }: Pick<PracticeContext, 'records'>,
): Promise<AnsweredQuestion[]> {
  const answers = isBegun(practice) ? await records.practiceAnswers(person, practiceId(practice)) : [];
  const kept = answeredQuestions(answers, course.questionNamed);
  // A homework goes on for longer than what was picked is kept.
  if (topic.kind === 'homework')
    return topic.answered.flatMap((right, i) => {
      const question = questions[i];
      const picked = kept.find((one) => one.question.id === question?.id);
      return question ? [{ question, picked: picked?.picked, right, ...(picked?.later ? { later: true } : {}) }] : [];
    });
  if (kept.length > 0) return kept;
  return questions.flatMap((question, i) => {
    const mark = practice.marks[i];
    return mark === '1' || isMissed(mark) ? [{ question, picked: undefined, right: mark === '1' }] : [];
  });
}
