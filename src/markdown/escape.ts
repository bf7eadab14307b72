/** Plain text in Markdown: nothing in it is a mark. */
export const literal = (text: string): string => text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&');

/** The same in one line, as a table's cell or a list's item takes it. */
export const literalLine = (text: string): string => literal(text).replace(/\s+/g, ' ');
