/** A number at the beginning of a line, and the sign between it and the text: `12: `, ` 12 | `, `12\t`. */
const NUMBERED = /^([ \t]{0,12})(\d{1,5})([ \t]{0,4}[|│]|[:.)]|(?=\s|$))(.*)$/;
/** Fewer lines may be a list that a person wrote. */
const FEWEST = 3;

interface Numbered {
  number: number;
  digits: number;
  /** Where the number begins. */
  column: number;
  sign: string;
  rest: string;
}

/** Lines that stand below one another, the numbers before them taken away. */
export interface NumberedLines {
  /** The whole text again. */
  lines: readonly string[];
  /** Where the first numbered line stands, from 0, and its number. */
  at: number;
  number: number;
}

function read(line: string): Numbered | undefined {
  const [, lead = '', number = '', sign = '', rest = ''] = NUMBERED.exec(line) ?? [];
  return number === ''
    ? undefined
    : { number: Number(number), digits: number.length, column: lead.length, sign: sign.trim(), rest };
}

/** The longest run of lines whose numbers follow one another. */
function longestRun(lines: readonly string[]): { at: number; run: readonly Numbered[] } {
  let best: { at: number; run: readonly Numbered[] } = { at: 0, run: [] };
  let run: Numbered[] = [];
  for (const [at, line] of lines.entries()) {
    const one = read(line);
    const before = run.at(-1);
    const goesOn = one !== undefined && before?.number === one.number - 1 && before.sign === one.sign;
    if (!goesOn) run = [];
    if (one) run.push(one);
    if (run.length > best.run.length) best = { at: at - run.length + 1, run };
  }
  return best;
}

const gapOf = ({ rest }: Numbered): number => rest.length - rest.replace(/^ +/, '').length;

/** The least space behind the numbers of some lines; the text of one of them begins there. */
const leastGap = (of: readonly Numbered[]): number => of.reduce((least, one) => Math.min(least, gapOf(one)), Infinity);

/**
 * How many spaces stand between number and text. Numbers that begin at one column may have been padded, so that the
 * longer ones have fewer behind them: then the text behind these begins at columns that the text above begins at, too.
 */
function gaps(run: readonly Numbered[]): (one: Numbered) => number {
  const filled = run.filter(({ rest }) => rest.trim() !== '');
  const least = leastGap(filled);
  const shortest = filled[0]?.digits ?? 0;
  const [short, long] = [
    filled.filter(({ digits }) => digits === shortest),
    filled.filter(({ digits }) => digits > shortest),
  ];
  // The first line may have lost the space before its number.
  const isLeft = long[0] !== undefined && long[0].column === short.at(-1)?.column;
  const ofShort = leastGap(short);
  const longest = filled.at(-1)?.digits ?? 0;
  if (!isLeft || long[0]?.sign !== '' || ofShort <= longest - shortest) return () => least;
  const padded = ({ digits }: Numbered): number => ofShort - (digits - shortest);
  const columns = new Set(short.map((one) => gapOf(one) - ofShort));
  const deepest = short.reduce((most, one) => Math.max(most, gapOf(one) - ofShort), 0);
  // Deeper than all above, YAML mostly goes on by twos.
  const isColumn = (column: number): boolean =>
    columns.has(column) || (column > deepest && (column - deepest) % 2 === 0);
  const fits = (gapAt: (one: Numbered) => number): number =>
    long.filter((one) => isColumn(gapOf(one) - gapAt(one))).length;
  return fits(padded) > fits(() => ofShort) ? padded : () => least;
}

/** A text whose lines have the numbers of an editor, of `cat -n` or of `grep -n` before them, without these; undefined of any other. */
export function withoutNumbers(lines: readonly string[]): NumberedLines | undefined {
  const { at, run } = longestRun(lines);
  const [first] = run;
  if (first === undefined || run.length < FEWEST) return undefined;
  const isTab = run.every(({ sign, rest }) => sign === '' && /^(?:\t|\s*$)/.test(rest));
  const gapAt = gaps(run);
  const texts = run.map((one) => (isTab ? one.rest.slice(1) : one.rest.slice(Math.min(gapAt(one), gapOf(one)))));
  return { lines: [...lines.slice(0, at), ...texts, ...lines.slice(at + run.length)], at, number: first.number };
}
