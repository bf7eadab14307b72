import { setImmediate } from 'node:timers/promises';
import { type Class, dayOf } from '../core/class.ts';
import type { Context } from '../course/context.ts';
import { levelOf } from '../review/progress.ts';
import { standingAt } from '../review/standing.ts';
import type { Student } from './members.ts';

/** How far a student is: in concepts, in answers, and in days. */
export interface StudentProgress extends Pick<Student, 'person' | 'name'> {
  /** Concepts that they have known for a week and more. */
  known: number;
  /** Concepts that they have met, but do not know so well. */
  shaky: number;
  answered: number;
  right: number;
  /** The local day on which they last did something. */
  last: Temporal.PlainDate;
  streak: { current: number; longest: number };
}

/** From all that a student has shown in any class: what they know they know in each. */
async function readOne({ person, name, at }: Student, { timetable }: Class, context: Context) {
  const evidence = await context.records.evidence(person);
  const { memories, now, streak } = standingAt(evidence, timetable, context);
  const levels = Array.from(memories.values(), (memory) => levelOf(memory, now.epochMilliseconds));
  const right = evidence.filter(({ how }) => how === 'right').length;
  return {
    person,
    name,
    known: levels.filter((level) => level === 'known').length,
    shaky: levels.filter((level) => level === 'learning').length,
    answered: right + evidence.filter(({ how }) => how === 'wrong').length,
    right,
    last: dayOf(timetable, Temporal.Instant.fromEpochMilliseconds(at)),
    streak,
  };
}

/** The progress of each student, in the same order. */
export async function readProgress(
  students: readonly Student[],
  one: Class,
  context: Context,
): Promise<StudentProgress[]> {
  const all: StudentProgress[] = [];
  for (const student of students) {
    all.push(await readOne(student, one, context));
    // A class of thousands takes seconds: other callers get their turn in between.
    await setImmediate();
  }
  return all;
}
