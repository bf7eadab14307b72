/** PostgreSQL takes neither U+0000 nor half a surrogate pair. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
