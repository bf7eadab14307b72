import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { messageOf } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';
import type { Problem } from './model.ts';
import { text } from './text.ts';

/** A Markdown file as text: UTF-8 without BOM, NFC, lines ended by \n. */
export interface TextFile {
  file: string;
  /** From the folder that was named, with `/`, in NFC. */
  path: string;
  text: string;
}

/** Far more than any chapter; a larger file is a mistake (a book's scan, a log) and would only slow the start. */
const MOST_BYTES = 512 * 1024;

/** A text as TextFile has it. */
export const normalized = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC');

/** A file of a folder as text; a Problem where it is too large, binary, not UTF-8 or cannot be read. */
export function readText(file: string, folder: string): TextFile | Problem {
  const bad = (message: Localized): Problem => ({ file, line: 1, message });
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES) return bad(text.both((words) => words.tooLargeFile));
    const content = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    if (content.includes('\0')) return bad(text.both((words) => words.binaryFile));
    const path = (relative(folder, file) || basename(file)).split(sep).join('/').normalize('NFC');
    return { file, path, text: normalized(content) };
  } catch (error) {
    if (error instanceof TypeError) return bad(text.both((words) => words.notUtf8));
    return bad(text.both((words) => words.unreadableFile(messageOf(error))));
  }
}

/** Files by which authors agree on words and analogies: they are not taught. */
const FOR_AUTHORS = ['STYLE.md', 'CAST.md'];

const isPassedOver = (name: string): boolean =>
  name.startsWith('.') || name === 'node_modules' || FOR_AUTHORS.includes(name);

/**
 * Every Markdown file below the folders, in order of path; a file that is reached twice (links, loops, a folder named
 * twice) is read once. Hidden folders, node_modules and notes for authors are passed over. `order`: files, and what could
 * not be read.
 */
export function readFolders(folders: readonly string[]): {
  files: TextFile[];
  problems: Problem[];
  order: (TextFile | Problem)[];
} {
  const order: (TextFile | Problem)[] = [];
  const seen = new Set<string>();

  const visit = (path: string, folder: string): void => {
    try {
      const real = realpathSync(path);
      if (seen.has(real)) return;
      seen.add(real);
      if (statSync(real).isDirectory()) {
        for (const name of readdirSync(path).sort()) {
          if (!isPassedOver(name)) visit(join(path, name), folder);
        }
      } else if (/\.(?:md|markdown)$/i.test(basename(path)) && statSync(real).isFile()) {
        order.push(readText(path, folder));
      }
    } catch (error) {
      const message = text.both((words) => words.unreadablePlace(messageOf(error)));
      order.push({ file: path, line: 1, message });
    }
  };
  for (const folder of folders) {
    const before = { found: order.length, seen: seen.size };
    visit(folder, folder);
    // A folder that was there before, under another name, has been read already.
    if (order.length > before.found || seen.size === before.seen) continue;
    order.push({ file: folder, line: 1, message: text.both((words) => words.noMarkdown) });
  }
  const files = order.filter((one) => 'text' in one);
  return { files, problems: order.filter((one) => 'message' in one), order };
}
