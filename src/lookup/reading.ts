import type { Locale } from '../core/locale.ts';
import { replyPages } from '../core/reply/pages.ts';
import { type Block, type Button, button } from '../core/reply/reply.ts';

/** The line that shows page `at` of a concept or section again. */
export const shareLine = (id: string, at: number): string => (at === 1 ? `k8s ${id}` : `read ${id} ${at}`);

/** One page of a long text, and the button that shows the next one (`read <id> <page>`). */
export function renderPage(
  markdown: string,
  { id, page, locale }: { id: string; page: number; locale: Locale },
): { text: Block[]; more: Button[]; at: number; of: number } {
  const all = replyPages(markdown);
  const at = Math.min(Math.max(page, 1), all.length);
  const text = all[at - 1] ?? '';
  const label = locale === 'ko' ? `이어서 읽기 (${at + 1}/${all.length})` : `Read on (${at + 1}/${all.length})`;
  return {
    text: text === '' ? [] : [{ type: 'text', markdown: text }],
    more: at < all.length ? [{ ...button(label, `read ${id} ${at + 1}`), primary: true }] : [],
    at,
    of: all.length,
  };
}
