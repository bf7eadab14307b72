/** Plain text in Markdown: nothing in it is a mark. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&');

/** The same in one line, as a table's cell or a list's item takes it. */
export const literalLine = (text: string): string => escapeMarkdown(text).replace(/\s+/g, ' ');
