import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Locale } from '../../../core/locale.ts';
import type { Listing } from '../../../core/reply/blocks.ts';
import { text } from '../text.ts';
import { codeBlock } from './code.ts';
import { markdownTree } from './markdown.ts';

/** A line with its number. */
const lineOf = (text: string, number: number, accent: string | undefined): Element =>
  h(
    'tr',
    { className: accent === undefined ? [] : [accent], id: accent === undefined ? undefined : `line-${number}` },
    [h('th', { scope: 'row' }, String(number)), h('td', h('pre', text === '' ? ' ' : text))],
  );

const noteOf = ({ accent, markdown, fix }: Listing['notes'][number]): Element =>
  h('tr.note', h('td'), h('td', h('div', { className: ['note', accent] }, [...markdownTree(markdown), ...fixOf(fix)])));

const fixOf = (fix: string | undefined): ElementContent[] => (fix === undefined ? [] : [codeBlock(fix)]);

/** A text line by line; each note stands below the line that it is of, as a reviewer's does. */
export function listing({ text: listed, from, notes }: Listing, locale: Locale): Element {
  const lines = listed.split('\n');
  const last = from + lines.length - 1;
  // What is missing at the end of the whole is told below its last line.
  const at = (number: number) => notes.filter(({ line }) => Math.min(Math.max(line, from), last) === number);
  return h(
    'div.listing',
    { tabIndex: 0, role: 'region', ariaLabel: text(locale).listing },
    h(
      'table',
      h(
        'tbody',
        lines.flatMap((line, i) => {
          const own = at(from + i);
          const accent = own.some((note) => note.accent === 'error') ? 'error' : own[0]?.accent;
          return [lineOf(line, from + i, accent), ...own.map(noteOf)];
        }),
      ),
    ),
  );
}
