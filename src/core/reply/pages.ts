import type { RootContent } from 'mdast';
import { memoize } from '../../language/memoize.ts';
import { head } from '../../language/truncate.ts';
import { source } from '../../markdown/nodes.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import { COURSE_TEXTS, LIMITS } from './limits.ts';

/** Fences for code that is cut, the usual one first: one that stands in the code itself would end it. */
const FENCES = ['```', '~~~', '````', '~~~~'];

/** A node's source in parts of at most `max`; code stays code in each part. */
function parts(markdown: string, node: RootContent, max: number): string[] {
  const text = source(markdown, [node]);
  if (text.length <= max) return [text];
  const code = node.type === 'code' ? node : undefined;
  const fence = FENCES.find((one) => !code?.value.includes(one)) ?? '`````';
  // A language's name, not any text: with it, the fences must leave room for the code.
  const language = /^[\w+#-]{1,20}$/.exec(code?.lang ?? '')?.[0] ?? '';
  const [open, close] = code ? [`${fence}${language}\n`, `\n${fence}`] : ['', ''];
  const found: string[] = [];
  for (let rest = code?.value ?? text; rest !== ''; ) {
    const piece = rest.length <= max - open.length - close.length ? rest : head(rest, max - open.length - close.length);
    found.push(open + piece.trimEnd() + close);
    rest = rest.slice(piece.length);
  }
  return found;
}

/**
 * A Markdown text in pages of at most `max` UTF-16 units, cut between blocks (paragraphs, lists, tables, code) where
 * they fit, within one at a line, a sentence or a word where it is longer than a page. At least one page.
 */
export function pages(markdown: string, max: number): string[] {
  if (markdown.length <= max) return [markdown];
  const found: string[] = [];
  let page = '';
  for (const node of parseMarkdown(markdown).children) {
    for (const part of parts(markdown, node, max)) {
      const longer = page === '' ? part : `${page}\n\n${part}`;
      if (longer.length <= max) page = longer;
      else {
        if (page !== '') found.push(page);
        page = part;
      }
    }
  }
  return page === '' ? found : [...found, page];
}

/** The pages that a reply can show: at most LIMITS.text each. Remembered, since a text that long has to be parsed. */
export const replyPages: (markdown: string) => readonly string[] = memoize(
  (markdown) => pages(markdown, LIMITS.text),
  COURSE_TEXTS,
);
