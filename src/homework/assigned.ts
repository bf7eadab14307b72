import { type Class, isNamedInstructor } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { HomeworkAnswer, HomeworkStudent } from '../core/homework.ts';
import { withTimeout } from '../core/with-timeout.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import { askedIn } from '../course/hidden-questions.ts';
import { type Given, HOMEWORK_KIND, homeworkIn, readGiven } from './codec.ts';
import { firstAnswers, questionsLeft, type Standing, standingOf } from './standing.ts';
import { text } from './text.ts';

/** Milliseconds that a student's own pages wait for their homework: while the database is away, they go on without. */
const PATIENCE = 1000;

/** Homework that is looked at: more than any deployment has at once. */
const MOST = 1000;

/** A homework with the class that was given it, and that class's course. */
export interface Found extends Given {
  one: Class;
  course: Course;
}

/** A homework as it stands with a student. */
export interface Assigned extends Found {
  answers: readonly HomeworkAnswer[];
  standing: Standing;
  /** Undefined where they have neither begun it nor asked to be reminded. */
  student: HomeworkStudent | undefined;
}

type Deps = Pick<Context, 'appointments' | 'classes' | 'courses' | 'homework' | 'classQuestions'>;

/** @throws UserError for a homework that is not there. */
export async function findHomework(id: string | undefined, deps: Omit<Deps, 'homework'>): Promise<Found> {
  const appointment = id === undefined ? undefined : await deps.appointments.byId(id);
  const homework = homeworkIn(appointment);
  const one = appointment && (await deps.classes.byId(appointment.classId));
  if (!appointment || !homework || !one) throw new UserError(text.both((words) => words.gone));
  return { appointment, homework, one, course: (await askedIn(one, deps)).course() };
}

/** A homework with what a student has done of it. */
export async function assignedTo(person: string, found: Found, deps: Pick<Deps, 'homework'>): Promise<Assigned> {
  const { id } = found.appointment;
  const [answers, student] = await Promise.all([deps.homework.answers(id, person), deps.homework.student(id, person)]);
  return { ...found, answers, student, standing: standingOf(found.homework, answers, found.course) };
}

/** @throws UserError for a homework that is not taken any more. */
export function checkTaken({ homework, one }: Pick<Found, 'homework' | 'one'>): void {
  const { status } = homework;
  if (one.closed !== undefined) throw new UserError(text.both((words) => words.notTaken.closed));
  if (status !== 'open') throw new UserError(text.both((words) => words.notTaken[status]));
}

async function openIn(classId: string, deps: Deps): Promise<Found[]> {
  const open = readGiven(await deps.appointments.ahead(classId, HOMEWORK_KIND)).filter(
    ({ homework }) => homework.status === 'open',
  );
  const one = open.length === 0 ? undefined : await deps.classes.byId(classId);
  if (!one || one.closed !== undefined) return [];
  const course = (await askedIn(one, deps)).course();
  return open.map((given) => ({ ...given, one, course }));
}

/** Ids of the classes that a student is in: that of the channel, and those that they have been in. */
async function classesOf({ id, channel }: Pick<Caller, 'id' | 'channel'>, deps: Deps): Promise<ReadonlySet<string>> {
  const here = channel === undefined ? undefined : await deps.classes.of(channel);
  return new Set([...(here ? [here.id] : []), ...(await deps.homework.classesOf(id))]);
}

const openInAll = async (classes: Iterable<string>, deps: Deps): Promise<Found[]> =>
  (await Promise.all(Array.from(classes, (id) => openIn(id, deps)))).flat();

/** What a student may hand in of these classes' homework; see findAssigned(). */
async function assignedIn(classes: ReadonlySet<string>, person: string, deps: Deps): Promise<Assigned[]> {
  const open = await openInAll(classes, deps);
  const all = await Promise.all(open.map((found) => assignedTo(person, found, deps)));
  return all.filter(({ standing }) => standing.of > 0).sort((a, b) => a.homework.until - b.homework.until);
}

/**
 * What a student was given and may hand in: in the class of the channel, and in those that they have been in; the one that
 * is due first first. Without what has lost all of its questions.
 */
export const findAssigned = async (caller: Pick<Caller, 'id' | 'channel'>, deps: Deps): Promise<Assigned[]> =>
  assignedIn(await classesOf(caller, deps), caller.id, deps);

/**
 * Ids of the questions of a student's open homework that they have not answered, as its course has them: their first
 * answers are marked. None of it is homework of those who teach its class.
 */
export const unansweredHomework = (caller: Pick<Caller, 'id' | 'channel'>, deps: Deps): Promise<string[]> =>
  soon(findUnanswered(caller, deps), []);

async function findUnanswered(caller: Pick<Caller, 'id' | 'channel'>, deps: Deps): Promise<string[]> {
  const classes = await classesOf(caller, deps);
  // A student who writes a direct message for the first time may be of any class.
  if (classes.size === 0) return findOpenQuestions(deps);
  return (await assignedIn(classes, caller.id, deps)).flatMap(({ homework, answers, course, one }) => {
    if (isNamedInstructor(one, caller.id)) return [];
    const left = questionsLeft(homework, course);
    const answered = new Set(firstAnswers(left, answers, course).map(({ question }) => question.id));
    return left.flatMap(({ id }) => (answered.has(id) ? [] : id));
  });
}

/** What the store says of it in time; `otherwise` while it is away. */
const soon = async <T>(asked: Promise<T>, otherwise: T): Promise<T> =>
  (await withTimeout(
    asked.catch((): T => otherwise),
    PATIENCE,
  )) ?? otherwise;

/** Ids of the questions of all homework that is open, as its courses have them. */
async function findOpenQuestions(deps: Deps): Promise<string[]> {
  const open = await deps.appointments.due(HOMEWORK_KIND, Number.MAX_SAFE_INTEGER, MOST);
  const found = await openInAll(new Set(open.map(({ classId }) => classId)), deps);
  return found.flatMap(({ homework, course }) => questionsLeft(homework, course).map(({ id }) => id));
}

/** The same without what they have handed in, for pages that tell of it by the way. */
export async function findToDo(caller: Pick<Caller, 'id' | 'channel'>, deps: Deps): Promise<Assigned[]> {
  return (await soon(findAssigned(caller, deps), [])).filter(({ standing }) => standing.done === undefined);
}
