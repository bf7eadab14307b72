/** Result codes, https://sqlite.org/rescode.html */
const CODES = { busy: 5, readOnly: 8, io: 10, corrupt: 11, full: 13, cannotOpen: 14, noDatabase: 26 } as const;

const WHY: Readonly<Record<number, string>> = {
  [CODES.busy]: 'another process keeps it locked',
  [CODES.readOnly]: 'it is read-only',
  // SQLite says so, too, where there is no room for the files beside it.
  [CODES.io]: 'the disk fails or is full',
  [CODES.corrupt]: 'it is damaged',
  [CODES.full]: 'the disk is full',
  [CODES.cannotOpen]: 'it cannot be opened',
  [CODES.noDatabase]: 'it is no SQLite database',
};

/** The primary result code of an error of SQLite's. */
const codeOf = (error: Error): number | undefined =>
  'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;

/** Another process holds the lock. */
export const isBusy = (error: unknown): boolean => error instanceof Error && codeOf(error) === CODES.busy;

/** Why a file cannot be used; undefined where the error is neither SQLite's nor the file system's. */
export function explainSqliteError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  if (code !== undefined) return WHY[code] ?? error.message;
  return 'syscall' in error ? error.message : undefined;
}
