import { cleanLine, markdownOf } from '../markup.ts';
import type { Taken, TakenTerm } from '../taken.ts';
import { text as words } from '../text.ts';
import { type Headed, headed } from './columns.ts';
import { ownColumns, readOwnRow } from './own.ts';
import { readQuestionRow } from './questions.ts';
import type { Row, Rows } from './rows.ts';

/** What a row says beside a term and its definition, a paragraph each; `of`: its heading, where it has one. */
const paragraphs = (definition: string, others: readonly { of: string; cell: string }[]): string | undefined =>
  others.length === 0
    ? undefined
    : [definition, ...others.map(({ of, cell }) => (of === '' ? cell : `${of}: ${cell}`))].map(markdownOf).join('\n\n');

/** A term and its definition, with all else that the row says; undefined where one of the two is missing. */
function termFrom(
  line: number,
  [title = '', definition = '']: readonly string[],
  others: readonly { of: string; cell: string }[],
  taken: Taken,
): TakenTerm | undefined {
  if (title.trim() === '' || definition.trim() === '') {
    const message = words.both(({ noTitle, noDefinition }) => (title.trim() === '' ? noTitle : noDefinition));
    taken.lost.push({ line, message });
    return undefined;
  }
  const more = others.filter(({ cell }) => cell.trim() !== '');
  return { line, title, definition, body: paragraphs(definition, more) };
}

const isEmpty = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');

function readTerms({ roles, headings, rows }: Headed, taken: Taken): void {
  const [term, definition] = [roles.indexOf('term'), roles.indexOf('definition')];
  const isOther = (at: number): boolean => at !== term && at !== definition && roles[at] !== 'ignored';
  const names = headings.map(cleanLine);
  for (const { line, cells } of rows) {
    const others = cells.flatMap((cell, at) => (isOther(at) ? [{ of: names[at] ?? '', cell }] : []));
    const found = termFrom(line, [cells[term] ?? '', cells[definition] ?? ''], others, taken);
    if (found) taken.terms.push(found);
  }
}

/** Reads a table of questions, and says which of its columns nothing is known of. */
function readQuestions({ roles, headings, line, rows }: Headed, taken: Taken): void {
  for (const row of rows) readQuestionRow(row, roles, taken);
  for (const [at, heading] of headings.entries()) {
    const name = cleanLine(heading);
    const isLost = name !== '' && roles[at] === undefined && rows.some(({ cells }) => (cells[at] ?? '').trim() !== '');
    if (isLost) taken.lost.push({ line, message: words.both(({ unknownColumn }) => unknownColumn(name)) });
  }
}

/** Rows without headings, as Quizlet exports them: a term and its definition. */
function readBare(rows: readonly Row[], taken: Taken): void {
  for (const { line, cells } of rows) {
    const others = cells.slice(2).map((cell) => ({ of: '', cell }));
    const term = termFrom(line, cells, others, taken);
    if (term) taken.terms.push(term);
  }
}

/** A table of questions or of terms: ours, Kahoot's, one with headings that are known, or two columns without any. */
export function readTable({ rows: all, lost }: Rows): Taken {
  const taken: Taken = { terms: [], questions: [], lost: [...lost] };
  const rows = all.filter((row) => !isEmpty(row));
  const own = ownColumns(rows[0]?.cells.map((cell) => cell.trim()) ?? []);
  if (own) {
    for (const row of rows.slice(1)) readOwnRow(row, own, taken);
    return taken;
  }
  const table = headed(rows);
  if (!table) readBare(rows, taken);
  else if (table.roles.includes('question')) readQuestions(table, taken);
  else readTerms(table, taken);
  return taken;
}
