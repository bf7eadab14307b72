import type { Locale } from '../core/locale.ts';
import type { Block, Button } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import { replyPages } from '../core/reply/pages.ts';
import { lookupLine } from '../course/lines.ts';
import { readLine } from './lines.ts';
import { text } from './text.ts';

/** The line that shows page `page` of a concept or section again. */
export const pageLine = (id: string, page: number): string =>
  page === 1 ? lookupLine({ id }) : readLine.write({ id, page });

/** One page of a long text, and the button that shows the next one. */
export function renderPage(
  markdown: string,
  { id, page: wanted, locale }: { id: string; page: number; locale: Locale },
): { blocks: Block[]; more: Button[]; page: number; of: number } {
  const pages = replyPages(markdown);
  const of = pages.length;
  const page = Math.min(Math.max(wanted, 1), of);
  const shown = pages[page - 1] ?? '';
  const next = page + 1;
  return {
    blocks: shown === '' ? [] : [{ type: 'text', markdown: shown }],
    more:
      next > of
        ? []
        : [{ ...button(text(locale).readOn(next, of), readLine.write({ id, page: next })), primary: true }],
    page,
    of,
  };
}
