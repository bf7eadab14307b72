import { type Class, isNamedInstructor } from '../core/class.ts';
import type { HomeworkStudent } from '../core/homework.ts';
import type { Context } from '../course/context.ts';
import type { Course } from '../course/course.ts';
import type { Given } from './codec.ts';
import { type Standing, standingOf } from './standing.ts';

/** A student who has begun a homework, and how far they are with it. */
interface StudentStanding extends HomeworkStudent {
  begun: number;
  standing: Standing;
}

/** Who of a class has begun a homework; not its owner and its named instructors, who may have tried it. */
export async function readStandings(
  { appointment: { id }, homework }: Given,
  one: Pick<Class, 'owner' | 'instructors'>,
  course: Course,
  records: Pick<Context['homework'], 'students' | 'answers'>,
): Promise<StudentStanding[]> {
  const [students, answers] = await Promise.all([records.students(id), records.answers(id)]);
  const byPerson = Map.groupBy(answers, ({ person }) => person);
  return students.flatMap(({ begun, ...student }) => {
    const { person } = student;
    if (begun === undefined || isNamedInstructor(one, person)) return [];
    return [{ ...student, begun, standing: standingOf(homework, byPerson.get(person) ?? [], course) }];
  });
}

/** How far a class is with a homework, in numbers of students. */
export interface Progress {
  begun: number;
  done: number;
  /** Of those that are done. */
  late: number;
}

export const progressOf = (all: readonly StudentStanding[]): Progress => ({
  begun: all.length,
  done: all.filter(({ standing }) => standing.done !== undefined).length,
  late: all.filter(({ standing }) => standing.late).length,
});
