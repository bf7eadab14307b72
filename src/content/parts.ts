import type { z } from 'zod';

/** What a term can do without: one that is wrong is left out, and of a list the items that are. */
const PARTS: readonly PropertyKey[] = ['questions', 'signs', 'tasks', 'example', 'diagram', 'docs'];

/** Front matter without its wrong parts. */
interface Reduced {
  data: object;
  /** How manieth of those that were written each question is that is left, from 0. */
  places: readonly number[];
}

/** The front matter of a term without the parts in which these issues are; undefined where one is elsewhere. */
export function withoutParts(data: object, issues: readonly z.core.$ZodIssue[]): Reduced | undefined {
  if (!issues.every(({ path: [key] }) => key !== undefined && PARTS.includes(key))) return undefined;
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
