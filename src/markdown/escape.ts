/** Plain text in Markdown: nothing in it is a mark. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&');

/** The same in one line, as a table's cell or a list's item takes it. */
export const literalLine = (text: string): string => escapeMarkdown(text).replace(/\s+/g, ' ');

/** Code of one line; an empty line would end it, and of empty code the marks would be those of a longer one. */
const codeOf = (text: string): string => (text === '' ? '\\`\\`' : `\`${text.replace(/[\r\n]+/g, ' ')}\``);

/** The text with its `code` as code and all other marks as themselves; whatever stands in it, nothing else is markup. */
export const escapeBesideCode = (text: string): string => {
  const parts = text.split('`');
  const isClosed = parts.length % 2 === 1;
  return parts
    .map((part, i) =>
      i % 2 === 0
        ? escapeMarkdown(part)
        : isClosed || i < parts.length - 1
          ? codeOf(part)
          : `\\\`${escapeMarkdown(part)}`,
    )
    .join('');
};

/** What begins a list or underlines a heading where it stands first in a line. */
const FIRST = /^(?:[-+=](?=[-+= ]|$)|\d{1,9}(?=[.)](?: |$)))/;

const escapeFirst = (line: string): string =>
  line.replace(FIRST, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));

/**
 * Plain text of several lines in Markdown, line by line as it is, with its `code` as code; an empty line ends a paragraph.
 * Whatever stands in it, nothing else is markup.
 */
export const plainInMarkdown = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => escapeFirst(escapeBesideCode(line.trim())))
        .filter((line) => line !== '')
        .join('  \n'),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');

/** Markdown where it is shown as plain text: its `code` stays, and what takes a mark's meaning goes. */
export const withoutEscapes = (markdown: string): string =>
  markdown.replace(/`[^`]*`|\\([!-/:-@[-`{-~])/g, (whole, mark: string | undefined) => mark ?? whole);
