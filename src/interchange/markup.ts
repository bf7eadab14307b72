import type { Nodes } from 'mdast';
import { withoutControls } from '../language/normalize.ts';
import { escapeBesideCode, escapeMarkdown } from '../markdown/escape.ts';
import { plainText, rewrite, source, walk } from '../markdown/nodes.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { tangled } from '../markdown/tangled.ts';

/** YAML cannot hold the last two (YAML 1.2, 5.1); the others stand for nothing. */
const NONCHARACTERS = /[\uFEFF\uFFFE\uFFFF]/g;

/** Letters as one sign each, as a Mac's files do not have them; more marks on a letter than Unicode allows take forever. */
export const composed = (text: string): string => text.replace(/(\p{M}{30})\p{M}+/gu, '$1').normalize('NFC');

/** Text from outside without what a file, a terminal or YAML would stumble over; lines and spaces stay. */
export const cleanCode = (text: string): string =>
  composed(withoutControls(text).replace(NONCHARACTERS, '').toWellFormed());

/** The same without the space around it. */
export const clean = (text: string): string => cleanCode(text).trim();

/** The same on one line. */
export const cleanLine = (text: string): string => clean(text).replace(/\s+/g, ' ');

const SPECIAL = /[\\`*_[\]<>#|~&@]|:\/\/|www\./i;
/** What makes a line something else than a line: an item, a heading's underline, a rule. */
const OPENER = /^(?:[-+=]|\d{1,9}[.)](?:\s|$))/;

/** A line that is a line, however it begins. */
export const escapeOpener = (line: string): string =>
  line.replace(OPENER, (mark) => (/^\d/.test(mark) ? mark.replace(/[.)]/, '\\$&') : `\\${mark}`));

/** A line of text as Markdown, whatever is in it. */
const escapeLine = (line: string): string => escapeOpener(escapeMarkdown(line));

/** Does Markdown say just what stands there? Addresses become links, which is what people mean by them. */
function isPlain(line: string): boolean {
  if (OPENER.test(line) || tangled(line) !== undefined) return false;
  const { children } = parseMarkdown(line);
  const [only, ...others] = children;
  return (
    others.length === 0 &&
    only?.type === 'paragraph' &&
    only.children.every((node) =>
      node.type === 'link'
        ? !/[[<]/.test(source(line, [node]))
        : node.type === 'text' && source(line, [node]) === node.value,
    )
  );
}

/** Plain text as Markdown that says just this, line by line, and nothing else. */
export function markdownOf(text: string): string {
  const paragraphs = clean(text)
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()));
  const isLine = paragraphs.length === 1 && paragraphs[0]?.length === 1;
  return paragraphs
    .map((lines) =>
      lines
        .map((line) =>
          SPECIAL.test(line) || OPENER.test(line) ? (isLine && isPlain(line) ? line : escapeLine(line)) : line,
        )
        .join('  \n'),
    )
    .join('\n\n');
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

/** What stands instead of a node that does more than say something; undefined for one that stays. */
function harmless(node: Nodes, markdown: string): string | undefined {
  switch (node.type) {
    case 'html':
      return escapeMarkdown(node.value);
    case 'image':
    case 'imageReference':
      return escapeMarkdown(node.alt ?? '');
    case 'link':
      return isWeb(node.url) ? undefined : escapeMarkdown(plainText(node));
    case 'linkReference':
      return escapeMarkdown(plainText(node));
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
      return escapeMarkdown(source(markdown, [node]));
    case 'heading':
      // A body's heading `English` would begin its other half.
      return /^english$/i.test(plainText(node)) ? `**${plainText(node)}**` : undefined;
    default:
      return undefined;
  }
}

/**
 * Markdown from outside, kept as it is but for what would be more than words: HTML shows as text, a picture leaves its
 * description, a link leads to the web or nowhere. `pictures`: how many were left out.
 */
export function safeMarkdown(text: string): { markdown: string; pictures: number } {
  const markdown = clean(text);
  if (tangled(markdown) !== undefined) return { markdown: markdownOf(markdown), pictures: 0 };
  try {
    const { children } = parseMarkdown(markdown);
    let pictures = 0;
    const safe = rewrite(markdown, children, (node) => {
      if (node.type === 'image' || node.type === 'imageReference') pictures++;
      return harmless(node, markdown);
    });
    // What stood apart may have come together: `<i[x](javascript:y)>` without its link begins an element.
    const isSafe = Array.from(walk(parseMarkdown(safe))).every((node) => harmless(node, safe) === undefined);
    return { markdown: isSafe ? safe : markdownOf(markdown), pictures };
  } catch (error) {
    // The parser recurses: thousands of nested marks exhaust the stack.
    if (!(error instanceof RangeError)) throw error;
    return { markdown: markdownOf(markdown), pictures: 0 };
  }
}

/** Markdown as a label: plain text with its `code`; what is more than a line of words stays as it stands. */
export function labelOf(text: string): string {
  const markdown = cleanLine(text);
  if (tangled(markdown) !== undefined) return markdown;
  const [only, ...others] = parseMarkdown(markdown).children;
  if (only?.type !== 'paragraph' || others.length > 0) return markdown;
  const said = Array.from(walk(only), (node) =>
    node.type === 'inlineCode' ? `\`${node.value}\`` : node.type === 'text' || node.type === 'html' ? node.value : '',
  );
  return cleanLine(said.join(''));
}

/** A label as Markdown that labelOf() reads back. */
export const markdownOfLabel = (label: string): string => escapeOpener(escapeBesideCode(label));
