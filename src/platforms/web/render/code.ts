import type { Element } from 'hast';
import { h } from 'hastscript';

/** Characters of which trees and boxes are drawn (Unicode: Box Drawing). */
const DRAWN = /[\u2500-\u257f]/;
/** Two blanks or more within a line, and no comment behind them: what follows begins a column. */
const GAP = /(?<=\S) {2,}(?=[^\s#])/g;

/** Where columns begin in a line. */
const columnsOf = (line: string): number[] => Array.from(line.matchAll(GAP), ({ index, 0: gap }) => index + gap.length);

/** Is it a table of a machine's, or drawn in characters? Its lines mean something by what stands above what. */
export function hasColumns(code: string): boolean {
  if (DRAWN.test(code)) return true;
  const met = new Set<number>();
  for (const line of code.split('\n')) {
    const columns = columnsOf(line);
    if (columns.some((at) => met.has(at))) return true;
    for (const at of columns) met.add(at);
  }
  return false;
}

/** A line, of which `--tail=50` goes on to the next one whole: a browser would part it behind a hyphen. */
const wordsOf = (line: string): (Element | string)[] =>
  line.split(/(\s+)/).map((word) => (word.includes('-') ? h('span.word', word) : word));

/**
 * Code, which keys scroll as well. A long line goes on below its beginning, further in, so that it is not taken for two;
 * what has columns is moved sideways instead.
 */
export function codeBlock(code: string): Element {
  const lines = code.split('\n');
  const shown = lines.map((line, i) => h('span.line', wordsOf(i + 1 < lines.length ? `${line}\n` : line)));
  return h('div', { className: hasColumns(code) ? ['code', 'columns'] : ['code'] }, [
    h('pre', { tabIndex: 0 }, h('code', shown)),
  ]);
}
