import type { z } from 'zod';

/** What a term can do without: one that is wrong is left out, and of a list the items that are. */
export const PARTS: readonly PropertyKey[] = ['questions', 'signs', 'tasks', 'differs', 'example', 'diagram', 'docs'];

/** What a set, or a file of questions, can do without in the same way. */
export const QUESTIONS: readonly PropertyKey[] = ['questions'];

/** Front matter without its wrong parts. */
interface Reduced {
  data: object;
  /** How manieth of those that were written each question is that is left, from 0. */
  places: readonly number[];
}

/** Which of those that were written the `at`th question is; `places`: see Read. */
export const placeIn = (places: readonly number[] | undefined, at: number): number => places?.[at] ?? at;

/** Front matter without those of the `parts` in which these issues are; undefined where one is elsewhere. */
export function withoutParts(
  data: object,
  issues: readonly z.core.$ZodIssue[],
  parts: readonly PropertyKey[],
): Reduced | undefined {
  if (!issues.every(({ path: [key] }) => key !== undefined && parts.includes(key))) return undefined;
  const whole = issues.filter(({ path }) => typeof path[1] !== 'number').map(({ path: [key] }) => key);
  const items = new Set(issues.map(({ path: [key, item] }) => `${String(key)} ${String(item)}`));
  const entries = Object.entries(data).filter(([key]) => !whole.includes(key));
  const isRight = (key: string) => (_: unknown, item: number) => !items.has(`${key} ${item}`);
  const lists = entries.map(([key, value]: [string, unknown]): [string, unknown] =>
    Array.isArray(value) ? [key, value.filter(isRight(key))] : [key, value],
  );
  const questions: unknown = Object.fromEntries(entries).questions;
  const places = Array.isArray(questions)
    ? Array.from(questions.keys()).filter((at) => isRight('questions')(at, at))
    : [];
  return { data: Object.fromEntries(lists), places };
}
