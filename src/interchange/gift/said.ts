import { fromHtml, labelFromHtml, type Medium } from '../html.ts';
import { cleanLine, labelOf, markdownOf, safeMarkdown } from '../markup.ts';
import { unescaped } from './blocks.ts';

/** How a text is meant (Moodle, GIFT format: specifying a format). */
const FORMATS = ['html', 'moodle', 'plain', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** A text and how it is meant. */
export interface Said {
  text: string;
  format: Format;
}

/** `[html]<b>…</b>`: a text with the format that it names, or else the one around it. */
export function saidOf(raw: string, format: Format): Said {
  const text = raw.trim();
  const named = FORMATS.find((one) => text.startsWith(`[${one}]`));
  return named === undefined ? { text, format } : { text: text.slice(named.length + 2).trim(), format: named };
}

/** Lines of the file are one line, but for Markdown, whose lines mean something. */
const unwrapped = ({ text, format }: Said): string =>
  unescaped(
    format === 'markdown'
      ? text
      : text
          .split('\n')
          .map((line) => line.trim())
          .join(' '),
  );

const HTML = /<[a-z/!]|&#?\w{1,32};/i;

/** Moodle's own format is text in which HTML may stand, and whose lines are lines. */
const isHtml = ({ format }: Said, text: string): boolean =>
  format === 'html' || (format === 'moodle' && HTML.test(text));
const htmlOf = ({ format }: Said, text: string): string => (format === 'html' ? text : text.replaceAll('\n', '<br>'));

/** What is said as Markdown; `onLost` hears of what text cannot hold. */
export function asMarkdown(said: Said, onLost: (medium: Medium) => void): string {
  const text = unwrapped(said);
  if (isHtml(said, text)) {
    const { markdown, lost } = fromHtml(htmlOf(said, text));
    lost.forEach(onLost);
    return markdown;
  }
  if (said.format !== 'markdown') return markdownOf(text);
  const { markdown, pictures } = safeMarkdown(text);
  for (let i = 0; i < pictures; i++) onLost('picture');
  return markdown;
}

/** What is said as an option's words. */
export function asLabel(said: Said, onLost: (medium: Medium) => void): string {
  const text = unwrapped(said);
  if (isHtml(said, text)) {
    const { label, lost } = labelFromHtml(htmlOf(said, text));
    lost.forEach(onLost);
    return label;
  }
  return said.format === 'markdown' ? labelOf(text) : cleanLine(text);
}
