import type { Exchanged } from '../../questions/exchange.ts';
import { cleanCode, cleanLine, safeMarkdown } from '../markup.ts';
import type { Taken } from '../taken.ts';
import { text as words } from '../text.ts';
import type { Row } from './rows.ts';

/** The columns of our own tables, which hold all that can be exchanged. Several of something stand one a line. */
export const COLUMNS = [
  ...(['kind', 'concept', 'id', 'question', 'code', 'right', 'wrong', 'with', 'tolerance', 'unit'] as const),
  ...(['level', 'practical', 'why', 'definition', 'explanation', 'aliases'] as const),
] as const;

type Column = (typeof COLUMNS)[number];
export type Cells = Readonly<Partial<Record<Column, string>>>;

/** The kind of a row that is a concept; the others say how a question is answered. */
export const CONCEPT = 'concept';

const listed = (all: readonly string[]): string => all.map(cleanLine).join('\n');

/** Several of something on one line, `a | b`; a bar or a backslash in one of them stands behind a backslash. */
const inOneLine = (all: readonly string[]): string => all.map((one) => one.replace(/[\\|]/g, '\\$&')).join(' | ');

/** What inOneLine() made one line of. */
function partsIn(line: string): string[] {
  const parts = [''];
  for (const [sign, escaped] of line.matchAll(/\\([\\|])|[\s\S]/g)) {
    if (sign === '|') parts.push('');
    else parts[parts.length - 1] += escaped ?? sign;
  }
  return parts.map(cleanLine).filter(Boolean);
}

/** A question's answers as cells. */
export function cellsOf(answer: Exchanged): Cells {
  switch (answer.kind) {
    case 'options': {
      const of = (isRight: boolean): string =>
        listed(answer.options.filter(({ right }) => right === isRight).map(({ text }) => text));
      return { kind: answer.several ? 'choices' : 'choice', right: of(true), wrong: of(false) };
    }
    case 'truth':
      return { kind: 'truth', right: String(answer.isTrue) };
    case 'words':
      return { kind: 'words', right: listed(answer.accept) };
    case 'amounts':
      return {
        kind: answer.nearest ? 'nearest' : 'amount',
        right: listed(answer.amounts.map(({ value }) => String(value))),
        tolerance: listed(answer.amounts.map(({ tolerance }) => String(tolerance))),
        unit: answer.unit ?? '',
      };
    case 'pairs':
      return {
        kind: 'pairs',
        right: listed(answer.pairs.map(([left]) => left)),
        with: listed([...answer.pairs.map(([, right]) => right), ...answer.others]),
      };
    case 'steps':
      return { kind: 'steps', right: listed(answer.steps) };
    case 'blanks':
      return {
        kind: 'blanks',
        right: listed(answer.blanks.map((blank) => inOneLine('accept' in blank ? blank.accept : [blank.right]))),
        wrong: listed(answer.blanks.map((blank) => inOneLine('accept' in blank ? [] : blank.wrong))),
      };
    default:
      return answer satisfies never;
  }
}

const linesOf = (cell: string | undefined): string[] => (cell ?? '').split('\n').map(cleanLine).filter(Boolean);

/** What cellsOf() made of a question's answers; undefined for a kind that it does not write. */
function answerOf({ kind, right, wrong, with: partners, tolerance, unit }: Cells): Exchanged | undefined {
  const rights = linesOf(right);
  switch (kind) {
    case 'choice':
    case 'choices':
      return {
        kind: 'options',
        options: [
          ...rights.map((text) => ({ text, right: true })),
          ...linesOf(wrong).map((text) => ({ text, right: false })),
        ],
        several: kind === 'choices',
      };
    case 'truth':
      return { kind: 'truth', isTrue: right?.trim().toLowerCase() === 'true' };
    case 'words':
      return { kind: 'words', accept: rights };
    case 'amount':
    case 'nearest': {
      const tolerances = linesOf(tolerance);
      const amounts = rights.map((value, i) => ({ value: Number(value), tolerance: Number(tolerances[i] ?? 0) }));
      const nearest = kind === 'nearest' ? ({ nearest: true } as const) : {};
      return { kind: 'amounts', amounts, unit: unit ? cleanLine(unit) : undefined, ...nearest };
    }
    case 'pairs': {
      const all = linesOf(partners);
      return {
        kind: 'pairs',
        pairs: rights.map((left, i) => [left, all[i] ?? ''] as const),
        others: all.slice(rights.length),
      };
    }
    case 'steps':
      return { kind: 'steps', steps: rights };
    case 'blanks': {
      const wrongs = (wrong ?? '').split('\n').map(partsIn);
      const blanks = rights.map((line, i) => {
        const [accept, others = []] = [partsIn(line), wrongs[i]];
        return others.length > 0 ? { right: accept[0] ?? '', wrong: others } : { accept };
      });
      return { kind: 'blanks', blanks };
    }
    default:
      return undefined;
  }
}

/** A cell as it was before csv() kept spreadsheets from running it. */
const asMeant = (cell: string): string => (/^'[\s=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

/** Which column of ours stands where; undefined for a table that is not ours. */
export function ownColumns(cells: readonly string[]): ReadonlyMap<Column, number> | undefined {
  const at = new Map(COLUMNS.map((column) => [column, cells.indexOf(column)] as const));
  const isOwn = (['kind', 'concept', 'right'] as const).every((column) => at.get(column) !== -1);
  return isOwn ? at : undefined;
}

/** Reads a row of our own columns. */
export function readOwnRow({ line, cells: raw }: Row, columns: ReadonlyMap<Column, number>, taken: Taken): void {
  const cells: Partial<Record<Column, string>> = {};
  for (const [column, at] of columns) cells[column] = asMeant(raw[at] ?? '');
  const lost = (message: Taken['lost'][number]['message']): void => void taken.lost.push({ line, message });
  const markdown = (cell: string | undefined): string => {
    const { markdown: safe, pictures } = safeMarkdown(cell ?? '');
    for (let i = 0; i < pictures; i++) lost(words.both(({ left }) => left.picture));
    return safe;
  };
  const { kind = '', concept = '', id } = cells;
  if (kind === CONCEPT) {
    taken.terms.push({
      line,
      id: id || undefined,
      title: concept,
      aliases: linesOf(cells.aliases),
      definition: cells.definition ?? '',
      body: markdown(cells.explanation) || undefined,
    });
    return;
  }
  const answer = answerOf(cells);
  if (!answer) {
    lost(words.both(({ unknownKind }) => unknownKind(cleanLine(kind))));
    return;
  }
  taken.questions.push({
    line,
    id: id || undefined,
    topic: cleanLine(concept) || undefined,
    ask: markdown(cells.question),
    code: cells.code ? cleanCode(cells.code).trimEnd() : undefined,
    why: markdown(cells.why) || undefined,
    level: cells.level ? Number(cells.level) : undefined,
    practical: cells.practical === 'true' || undefined,
    answer,
  });
}
