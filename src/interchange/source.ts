import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { messageOf } from '../core/errors.ts';
import { collectionIn, readAnkiPackage } from './anki/package.ts';
import { looksLikeAnki, readAnkiText } from './anki/text.ts';
import { openArchive } from './archive/zip.ts';
import { decode } from './decode.ts';
import { readGift } from './gift/read.ts';
import { readTable } from './table/read.ts';
import { rowsOf } from './table/rows.ts';
import { rowsOfSheet, sheetIn } from './table/xlsx.ts';
import { type Taken, UnreadableError } from './taken.ts';
import { text as words } from './text.ts';

/** Bytes of a text that are read, and of an archive, most of which are a deck's pictures, which are not. */
const LARGEST = { text: 32 * 1024 * 1024, archive: 2 * 1024 * 1024 * 1024 } as const;
/** Lines by which it is told what a text is. */
const LOOKED_AT = 200;

const unreadable = (say: Parameters<typeof words.both>[0]): UnreadableError => new UnreadableError(words.both(say));

/** Every zip file begins so (APPNOTE.TXT, 4.3.7), and an empty one. */
const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

const most = (lines: readonly string[], is: (line: string) => boolean): boolean =>
  lines.filter(is).length * 2 >= Math.max(1, lines.length);

/** The sign that sets cells apart: the one that a table's first lines have most of. */
function separatorOf(lines: readonly string[]): string {
  const count = (sign: string): number =>
    lines.slice(0, 20).reduce((sum, line) => sum + line.split(sign).length - 1, 0);
  return ['\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** A title, a category, or braces with answers in them. */
const GIFT = /^(?:::|\$CATEGORY:)|\{\s*(?:$|[=~#}]|(?:t|f|true|false)\s*[#}])/i;

/** What is in a text, by its file's ending and, where that says nothing, by how it looks. */
function readText(text: string, ending: string): Taken {
  const lines = text
    .split('\n', LOOKED_AT * 4)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, LOOKED_AT);
  if (lines.length === 0) throw unreadable(({ empty }) => empty);
  if (ending === '.gift') return readGift(text);
  if (looksLikeAnki(text)) return readAnkiText(text);
  if (ending === '.tsv' || ending === '.tab') return readTable(rowsOf(text, '\t'));
  if (ending === '.csv') return readTable(rowsOf(text, separatorOf(lines)));
  if (most(lines, (line) => line.includes('\t'))) return readTable(rowsOf(text, '\t'));
  if (lines.some((line) => GIFT.test(line))) return readGift(text);
  const separator = separatorOf(lines);
  if (most(lines, (line) => line.includes(separator))) return readTable(rowsOf(text, separator));
  throw unreadable(({ unknownFormat }) => unknownFormat);
}

async function readArchive(file: string): Promise<Taken> {
  const archive = await openArchive(file);
  try {
    const collection = collectionIn(archive);
    if (collection) return await readAnkiPackage(archive, collection);
    const sheet = sheetIn(archive);
    if (sheet !== undefined) return readTable(await rowsOfSheet(archive, sheet));
    throw unreadable(({ unknownArchive }) => unknownArchive);
  } finally {
    archive.close();
  }
}

async function bytesOf(file: string): Promise<Uint8Array | 'archive'> {
  try {
    const { size } = await stat(file);
    await using handle = await open(file);
    const { bytesRead, buffer } = await handle.read(new Uint8Array(4), 0, 4, 0);
    const isArchive = isZip(buffer.subarray(0, bytesRead));
    if (size > (isArchive ? LARGEST.archive : LARGEST.text))
      throw unreadable(({ tooLarge }) => tooLarge((isArchive ? LARGEST.archive : LARGEST.text) / 1024 / 1024));
    return isArchive ? 'archive' : await handle.readFile();
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw unreadable(({ cannotOpen }) => cannotOpen(messageOf(error)));
  }
}

/** All that can be read of a file from another program. @throws UnreadableError where nothing can be. */
export async function readSource(file: string): Promise<Taken> {
  const bytes = await bytesOf(file);
  return bytes === 'archive' ? readArchive(file) : readText(decode(bytes), extname(file).toLowerCase());
}
