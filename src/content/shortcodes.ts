/** What Hugo and Jekyll would have replaced before Markdown is read: shortcodes, Liquid tags, attribute lists. */

const TOOLTIP = /^\s*glossary_(?:tooltip|definition)\b/;
const ATTRIBUTES = /^\{:[^}\n]*\}$/gm;

/** What opens -> what closes it; the longer openings first. */
const PAIRS = [
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{{', '}}'],
  ['{%', '%}'],
  ['<!--', '-->'],
] as const;
const OPENING = /\{\{[<%]?|\{%|<!--/g;

/** Everything between an opening and its closing replaced, in one pass; an opening that is never closed stays. */
function replaceBetween(text: string, by: (inner: string, open: string) => string): string {
  const unclosed = new Set<string>();
  let result = '';
  let at = 0;
  for (const { 0: open, index } of text.matchAll(OPENING)) {
    const close = PAIRS.find((pair) => pair[0] === open)?.[1] ?? '';
    if (index < at || unclosed.has(close)) continue;
    const end = text.indexOf(close, index + open.length);
    if (end < 0) {
      unclosed.add(close);
      continue;
    }
    result += text.slice(at, index) + by(text.slice(index + open.length, end), open);
    at = end + close.length;
  }
  return result + text.slice(at);
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];

/**
 * Text with tooltips as their words and every other shortcode gone, and the term ids that the tooltips name; a tooltip
 * without words is the name that `nameOf` gives its id.
 */
export function withoutShortcodes(
  text: string,
  nameOf = (id: string): string => id.replaceAll('-', ' '),
): { text: string; terms: string[] } {
  const terms: string[] = [];
  const plain = replaceBetween(text.replace(ATTRIBUTES, ''), (inner, open) => {
    if (!/^\{\{[<%]$/.test(open) || !TOOLTIP.test(inner)) return '';
    const id = attribute(inner, 'term_id');
    if (id !== undefined) terms.push(id);
    return attribute(inner, 'text') ?? (id === undefined ? '' : nameOf(id));
  });
  return { text: plain, terms };
}
