import type { Question, Term } from '../../content/model.ts';
import { csv } from '../../core/csv.ts';
import type { Locale } from '../../core/locale.ts';
import { exchanged } from '../../questions/types.ts';
import { type LeftOut, leaveOut, type Written } from '../left-out.ts';
import { type Cells, COLUMNS, CONCEPT, cellsOf } from './own.ts';

/** An explanation with its picture from everyday life, as a body has them. */
const bodyOf = ({ explanation, analogy }: Term, locale: Locale): string =>
  [explanation[locale], ...(analogy ? [analogy[locale].replace(/^/gm, '> ')] : [])].join('\n\n').trim();

/** A concept as cells; what they cannot hold is left out. */
export function conceptCells(term: Term, locale: Locale, left: LeftOut): Cells {
  const { signs, tasks, example, diagram } = term;
  leaveOut(left, 'guides', signs.length + tasks.length + (example === undefined ? 0 : 1) + (diagram ? 1 : 0));
  return {
    kind: CONCEPT,
    concept: term.title[locale],
    id: term.id,
    definition: term.definition[locale],
    explanation: bodyOf(term, locale),
    aliases: term.aliases.join('\n'),
  };
}

/** A question as cells; undefined for one of a type that is left out. */
export function questionCells(question: Question, term: Term, locale: Locale, left: LeftOut): Cells | undefined {
  const answer = exchanged(question, locale);
  if (!answer) {
    leaveOut(left, 'untold');
    return undefined;
  }
  return {
    ...cellsOf(answer),
    concept: term.title[locale],
    id: question.id,
    question: question.ask[locale],
    code: question.code ?? '',
    level: question.level === undefined ? '' : String(question.level),
    practical: question.practical ? 'true' : '',
    why: question.why[locale],
  };
}

/** Cells in the order of our columns. */
export const rowOf = (cells: Cells): string[] => COLUMNS.map((column) => cells[column] ?? '');

/** Concepts and questions as a table that Excel opens. */
export function writeTable(terms: readonly Term[], locale: Locale): Written {
  const left: LeftOut = new Map();
  const rows = terms.flatMap((term) => [
    conceptCells(term, locale, left),
    ...term.questions.flatMap((question) => questionCells(question, term, locale, left) ?? []),
  ]);
  return {
    text: csv([COLUMNS, ...rows.map(rowOf)]),
    questions: rows.length - terms.length,
    terms: terms.length,
    left,
  };
}
