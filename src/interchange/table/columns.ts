import type { Row } from './rows.ts';

/** What a column of somebody's table holds. */
export type Role = 'term' | 'definition' | 'question' | 'option' | 'right' | 'wrong' | 'why' | 'ignored';

/** Headings as people, Kahoot's template and Quizlet write them; the first that fits counts. */
const HEADINGS: readonly (readonly [Role, RegExp])[] = [
  ['option', /^(?:answer|option|choice|답|답변|보기|선택지) ?\d/i],
  ['right', /^(?:correct|right|answer|정답|답$)/i],
  ['wrong', /^(?:wrong|incorrect|distractor|오답)/i],
  ['question', /^(?:question|ask|문제|질문|물음)/i],
  // Kahoot's; a class sets its own time when it plays.
  ['ignored', /^(?:time|제한 ?시간|시간|no\.?$|번호$|#$)/i],
  ['why', /^(?:why|explanation|feedback|이유|해설|풀이)/i],
  ['term', /^(?:terms?|words?|concept|title|name|front|이름|앞면?)$|(?:용어|단어|낱말|개념)$/i],
  ['definition', /^(?:definitions?|meaning|description|back|설명|뒷면|뒤)$|(?:뜻|뜻풀이|정의|의미)$/i],
];

const roleOf = (heading: string): Role | undefined =>
  HEADINGS.find(([, pattern]) => pattern.test(heading.trim().replace(/\s+/g, ' ')))?.[0];

/** A table's headings, by column, and the rows below them. */
export interface Headed {
  roles: readonly (Role | undefined)[];
  headings: readonly string[];
  /** Where they stand. */
  line: number;
  rows: readonly Row[];
}

/** Rows that may stand above the headings; Kahoot's template has seven. */
const ABOVE = 30;

/**
 * Headings say what to do with a row: a question and what is right, or, on top of all, a term and what it means; further
 * down, that may be a term itself.
 */
function isHeading({ cells }: Row, at: number): boolean {
  const roles = cells.map(roleOf);
  const has = (role: Role): boolean => roles.includes(role);
  return (has('question') && has('right')) || (at === 0 && has('term') && has('definition'));
}

/** The table below its headings; undefined where it has none that are known. */
export function headed(rows: readonly Row[]): Headed | undefined {
  const at = rows.slice(0, ABOVE).findIndex(isHeading);
  const found = rows[at];
  if (!found) return undefined;
  const { line, cells: headings } = found;
  return { headings, roles: headings.map(roleOf), line, rows: rows.slice(at + 1) };
}
