/** Columns of a reply: no wider than is read with ease; a box only where it leaves room for words. */
export const COLUMNS = { usual: 80, widest: 88, boxed: 32, narrowest: 16 } as const;
