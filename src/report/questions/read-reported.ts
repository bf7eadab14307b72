import type { Question } from '../../content/model.ts';
import { namesOfQuestion } from '../../content/question-ids.ts';
import type { Class } from '../../core/class.ts';
import type { Tally } from '../../core/reply/percent.ts';
import type { Oddity } from '../../core/reports.ts';
import type { Context } from '../../course/context.ts';
import type { Course } from '../../course/course.ts';
import { knownIn } from '../../course/hidden-questions.ts';
import { isKeptBack, withAllSets } from '../../course/kept-back.ts';
import { askedLive } from '../../live/results/asked-live.ts';
import { firstDay } from '../weeks.ts';

/** A question with which something is wrong, or that a class is not asked. */
export interface ReportedQuestion {
  question: Question;
  /** How many students say so. */
  people: number;
  reasons: ReadonlyMap<Oddity | undefined, number>;
  /** How the students of the class answered it. */
  tally: Tally;
  isHidden: boolean;
  /** An instructor of the class has written it, and can change it. */
  isOwn: boolean;
}

const sum = (counts: Iterable<number>): number => Array.from(counts).reduce((all, one) => all + one, 0);

/** Of the questions of these ids those that a class is asked, or was in a live quiz. */
async function shownTo(
  one: Class,
  ids: readonly string[],
  course: Course,
  context: Pick<Context, 'sessions'>,
): Promise<Question[]> {
  const { questions } = withAllSets(course);
  const all = ids.flatMap((id) => questions.get(id) ?? []);
  if (!all.some((question) => isKeptBack(question, course))) return all;
  const played = await askedLive(one, context);
  return all.filter((question) => !isKeptBack(question, course) || played.has(question.id));
}

/**
 * The questions that students of a class reported and those that it is not asked, the most reported first. A question
 * that was corrected is still the same; one that has left the course is left out, and so is one that is kept back and
 * that the class has not been shown: whoever knows its name may report it.
 */
export async function readReported(
  one: Class,
  context: Pick<Context, 'reports' | 'courses' | 'classQuestions' | 'now' | 'sessions'>,
): Promise<ReportedQuestion[]> {
  const { reports, now } = context;
  const since = firstDay(one, now()).toZonedDateTime('UTC').epochMilliseconds;
  const [reported, hidden] = await Promise.all([
    reports.reportedQuestions(one.id, since),
    reports.hiddenQuestions(one.id),
  ]);
  const course = (await knownIn(one, context)).course();
  const { questionNamed } = course;
  const idOf = (name: string): string => questionNamed(name)?.id ?? '';
  const byId = Map.groupBy(reported, (report) => idOf(report.question));
  const hiddenIds = new Set(hidden.map(idOf));
  const named = Array.from(new Set([...byId.keys(), ...hiddenIds]));
  const found = await shownTo(one, named, course, context);
  const answers = await reports.answersTo(one.id, found.flatMap(namesOfQuestion));
  const answersById = Map.groupBy(answers, (answer) => idOf(answer.question));
  return found
    .map((question) => {
      const own = byId.get(question.id) ?? [];
      const byReason = Map.groupBy(own, ({ reason }) => reason);
      const tallies = answersById.get(question.id) ?? [];
      return {
        question,
        people: sum(own.map(({ people }) => people)),
        reasons: new Map(
          Array.from(byReason, ([reason, same]) => [reason, sum(same.map(({ people }) => people))] as const),
        ),
        tally: {
          answered: sum(tallies.map(({ answered }) => answered)),
          right: sum(tallies.map(({ right }) => right)),
        },
        isHidden: hiddenIds.has(question.id),
        isOwn: course.own.has(question.id),
      };
    })
    .sort((a, b) => b.people - a.people || (a.question.id < b.question.id ? -1 : 1));
}
