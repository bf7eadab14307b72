import { fileURLToPath } from 'node:url';

/** Where the store is. */
export type DatabaseAddress = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string };

/** Kept while the process runs (https://sqlite.org/inmemorydb.html); no setting can say this address. */
export const IN_MEMORY: DatabaseAddress = { engine: 'sqlite', file: ':memory:' };

const FORMS = "must be a file's path, a file: URL or a postgres:// URL";
const UNREADABLE = 'is no URL that can be read; in a password, write / ? # and @ as %2F %3F %23 and %40';

function fileOf(url: string): string | undefined {
  const [path = ''] = url.split(/[?#]/);
  if (path !== url) return undefined;
  try {
    // `file:data/x.db`, as others write a relative path, is no URL by the standard.
    return path.startsWith('file:/') ? fileURLToPath(path) : decodeURIComponent(path.slice('file:'.length));
  } catch {
    return undefined;
  }
}

/** A password with a bare / ? or # ends up in the parts behind the host, its @ with it. */
function isReadable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  return hash === '' && !`${pathname}${search}`.includes('@');
}

/**
 * Reads DATABASE_URL: a path or `file:` URL is SQLite (the path as it was written, perhaps relative), `postgres://`
 * and `postgresql://` are PostgreSQL.
 * @returns a line that says what it must be where it is none of these, without the text itself: it may hold a password.
 */
export function parseAddress(text: string): DatabaseAddress | string {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined: {
      // In memory, nothing is kept; a folder is no file.
      return /^(?::|$)|\0|[/\\]$/.test(text) ? FORMS : { engine: 'sqlite', file: text };
    }
    case 'file': {
      const file = fileOf(text.replace(/^file:/i, 'file:'));
      return file ? parseAddress(file) : FORMS;
    }
    case 'postgres':
    case 'postgresql':
      if (!/^postgres(?:ql)?:\/\//i.test(text)) return FORMS;
      return isReadable(text) ? { engine: 'postgres', url: text } : UNREADABLE;
    default:
      return FORMS;
  }
}

/** An address as an operator may see it: no name, no password, no parameters. */
export function describeAddress(address: DatabaseAddress): string {
  if (address.engine === 'sqlite') return address.file;
  const { host, pathname } = new URL(address.url);
  return `postgres://${host || 'localhost'}${pathname}`;
}
