import type { Question } from '../content/model.ts';
import type { LastAnswer, LearnerRecords, QuestionCount } from '../core/learner-records.ts';
import type { Course } from '../course/course.ts';
import { memoizePer } from '../language/memoize.ts';
import type { Known } from './order.ts';
import type { Begun } from './practice.ts';
import { missedPracticeOf, type Topic, topicOfKey } from './topics.ts';

type Records = Pick<LearnerRecords, 'lastAnswers' | 'questionCounts' | 'practiceAnswers'>;

const DAY = 86_400_000;
/** Days whose answers say how hard a question is. */
const JUDGED_DAYS = 60;
/** Days for which counts are remembered: practices go on over midnight. */
const REMEMBERED = 3;

const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

const countsBy = memoizePer((_: Records) => new Map<string, Promise<readonly QuestionCount[]>>());

/** How everybody answered in the days before one (ISO, UTC). They are over, so that an order stays as it is. */
function countsBefore(day: string, records: Records): Promise<readonly QuestionCount[]> {
  const remembered = countsBy(records);
  const known = remembered.get(day);
  remembered.delete(day);
  if (known !== undefined) {
    remembered.set(day, known);
    return known;
  }
  const found = records.questionCounts(dayAt(Date.parse(day) - JUDGED_DAYS * DAY), day);
  // What could not be read is asked for again.
  found.catch(() => remembered.delete(day));
  remembered.set(day, found);
  // Those that were asked for longest ago go: a line may say any day, also one to come.
  for (const old of Array.from(remembered.keys()).slice(0, -REMEMBERED)) remembered.delete(old);
  return found;
}

/** What was known when a practice began. Names of before in the records count for the questions that have them now. */
export async function loadKnown(
  person: string,
  { start }: Pick<Begun, 'start'>,
  { records, course }: { records: Records; course: Course },
): Promise<Known> {
  const [last, counts] = await Promise.all([records.lastAnswers(person, start), countsBefore(dayAt(start), records)]);
  const idOf = (name: string): string => course.questionNamed(name)?.id ?? name;
  return {
    last: new Map(last.map((one) => [idOf(one.question), one])),
    counts: new Map(counts.map((one) => [idOf(one.question), one])),
  };
}

/** What of these names a course still has, each once. */
const questionsNamed = (names: readonly string[], course: Course): Question[] =>
  Array.from(new Set(names.flatMap((name) => course.questionNamed(name)?.id ?? []))).flatMap(
    (id) => course.questions.get(id) ?? [],
  );

/** The topic of a practice; undefined where the course no longer has it. */
export async function loadTopic(
  { topic: key, start }: Begun,
  person: string,
  { records, course }: { records: Records; course: Course },
): Promise<Topic | undefined> {
  const of = missedPracticeOf(key);
  if (of === undefined) return topicOfKey(key, course);
  const missed = (answers: readonly LastAnswer[]): Question[] =>
    questionsNamed(
      answers.filter(({ right }) => !right).map(({ question }) => question),
      course,
    );
  const own = of === '' ? [] : missed(await records.practiceAnswers(person, of));
  if (own.length > 0) return { kind: 'missed', questions: own, of };
  // What was picked in a practice of long ago is no longer known: then all that was missed the last time.
  return { kind: 'missed', questions: missed(await records.lastAnswers(person, start)) };
}
