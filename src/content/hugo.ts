/** What Hugo and Jekyll would have replaced before Markdown is read: shortcodes, Liquid tags, attribute lists. */

const TOOLTIP = /\{\{[<%]\s*glossary_(?:tooltip|definition)\s+([^}]*?)\s*[%>]\}\}/g;
const SHORTCODE = /\{\{[<%][\s\S]*?[%>]\}\}/g;
const LIQUID = /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g;
const ATTRIBUTES = /^\{:[^}\n]*\}$/gm;
const COMMENT = /<!--[\s\S]*?-->/g;

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];

/** Text with tooltips as their words and every other shortcode gone, and the term ids that the tooltips name. */
export function withoutShortcodes(text: string): { text: string; terms: string[] } {
  const terms: string[] = [];
  const plain = text
    .replace(TOOLTIP, (_, attributes: string) => {
      const id = attribute(attributes, 'term_id');
      if (id !== undefined) terms.push(id);
      return attribute(attributes, 'text') ?? id?.replaceAll('-', ' ') ?? '';
    })
    .replace(SHORTCODE, '')
    .replace(LIQUID, '')
    .replace(ATTRIBUTES, '')
    .replace(COMMENT, '');
  return { text: plain, terms };
}
