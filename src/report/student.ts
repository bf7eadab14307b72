import { setImmediate } from 'node:timers/promises';
import { type Class, dayOf } from '../core/class.ts';
import type { Context } from '../course/context.ts';
import { levelOf } from '../review/progress.ts';
import { standingAt } from '../review/standing.ts';
import type { Student } from './members.ts';

/** How far a student is: of concepts, of answers, and in days. */
export interface Row {
  name: string | undefined;
  person: string;
  /** Known for a week and more; met, but shaky. */
  known: number;
  shaky: number;
  answered: number;
  right: number;
  /** The local day on which they last did something. */
  last: Temporal.PlainDate;
  streak: { current: number; longest: number };
}

/** All that a student has shown, in whatever class they did: what one knows is known in every class. */
async function rowOf({ person, name, at }: Student, { timetable }: Class, context: Context): Promise<Row> {
  const shown = await context.records.evidence(person);
  const { memories, now, streak } = standingAt(shown, timetable, context);
  const levels = Array.from(memories.values(), (memory) => levelOf(memory, now.epochMilliseconds));
  const right = shown.filter(({ how }) => how === 'right').length;
  return {
    name,
    person,
    known: levels.filter((level) => level === 'known').length,
    shaky: levels.filter((level) => level === 'learning').length,
    answered: right + shown.filter(({ how }) => how === 'wrong').length,
    right,
    last: dayOf(timetable, Temporal.Instant.fromEpochMilliseconds(at)),
    streak,
  };
}

/** One after the other, so that everybody else gets their turn in between. */
export async function rowsOf(students: readonly Student[], one: Class, context: Context): Promise<Row[]> {
  const rows: Row[] = [];
  for (const student of students) {
    rows.push(await rowOf(student, one, context));
    await setImmediate();
  }
  return rows;
}
