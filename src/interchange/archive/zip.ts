import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { UnreadableError } from '../taken.ts';
import { text as words } from '../text.ts';

/**
 * What an archive may have: far more than a deck with all its pictures, and less than a bomb. An entry's own size is
 * held against what is unpacked by yauzl, as it comes.
 */
export const ARCHIVE = { entries: 65_000, unpacked: 128 * 1024 * 1024, ratio: 200, ratioFrom: 1024 * 1024 } as const;

export interface Archive {
  names: ReadonlySet<string>;
  /** All of an entry. @throws UnreadableError where it is larger than it may be, or broken. */
  read(name: string): Promise<Buffer>;
  close(): void;
}

const broken = (): UnreadableError => new UnreadableError(words.both(({ brokenArchive }) => brokenArchive));
const tooLarge = (): UnreadableError => new UnreadableError(words.both(({ bomb }) => bomb));

const isBomb = ({ compressedSize, uncompressedSize }: Entry): boolean =>
  uncompressedSize > ARCHIVE.unpacked ||
  (uncompressedSize > ARCHIVE.ratioFrom && uncompressedSize > compressedSize * ARCHIVE.ratio);

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > ARCHIVE.entries) throw tooLarge();
  const entries = new Map<string, Entry>();
  // yauzl ends with an error at a name that leads out of the archive (`../`, `/etc`).
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

/** Opens a zip file. @throws UnreadableError where it is none, or has too much in it. */
export async function openArchive(file: string): Promise<Archive> {
  let zip: ZipFile;
  try {
    zip = await openPromise(file, { autoClose: false });
  } catch {
    throw broken();
  }
  try {
    const entries = await entriesOf(zip);
    let unpacked = 0;
    return {
      names: new Set(entries.keys()),
      async read(name) {
        const entry = entries.get(name);
        if (!entry) throw broken();
        unpacked += entry.uncompressedSize;
        if (isBomb(entry) || unpacked > ARCHIVE.unpacked) throw tooLarge();
        let stream: Readable;
        try {
          stream = await zip.openReadStreamPromise(entry);
          return await buffer(stream);
        } catch {
          throw broken();
        }
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof UnreadableError ? error : broken();
  }
}
