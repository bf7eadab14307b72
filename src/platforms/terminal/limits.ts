/** Columns of a reply: no wider than is read with ease, no narrower than Korean can be broken in. */
export const COLUMNS = { usual: 80, widest: 88, narrowest: 32 } as const;
