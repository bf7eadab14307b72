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
