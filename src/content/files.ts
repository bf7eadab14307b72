import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Problem } from './model.ts';

/** A Markdown file as text: UTF-8 without BOM, NFC, lines ended by \n. */
export interface TextFile {
  file: string;
  /** From the folder that was named, with `/`, in NFC. */
  path: string;
  text: string;
}

/** Far more than any chapter; a larger file is a mistake (a book's scan, a log) and would only slow the start. */
const MOST_BYTES = 512 * 1024;

const because = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A text as TextFile has it. */
export const normalized = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC');

function read(file: string, folder: string): TextFile | Problem {
  const bad = (ko: string, en: string): Problem => ({ file, line: 1, message: { ko, en } });
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES)
      return bad(
        '파일이 512 KiB보다 커요. 장을 여러 파일로 나눠 주세요.',
        'The file is over 512 KiB. Split it into several.',
      );
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    if (text.includes('\0'))
      return bad('글이 아니라 이진 파일이에요. 폴더에서 빼 주세요.', 'This is a binary file, not text. Remove it.');
    const path = (relative(folder, file) || basename(file)).split(sep).join('/').normalize('NFC');
    return { file, path, text: normalized(text) };
  } catch (error) {
    if (error instanceof TypeError)
      return bad('UTF-8이 아니에요. UTF-8로 저장해 주세요.', 'The file is not UTF-8. Save it as UTF-8.');
    return bad(`파일을 읽을 수 없어요: ${because(error)}`, `The file cannot be read: ${because(error)}`);
  }
}

/**
 * Every Markdown file below the folders, in order of path; a file that is reached twice (links, loops, a folder named
 * twice) is read once. Hidden folders and node_modules are passed over.
 */
export function readFolders(folders: readonly string[]): { files: TextFile[]; problems: Problem[] } {
  const files: TextFile[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();

  const visit = (path: string, folder: string): void => {
    try {
      const real = realpathSync(path);
      if (seen.has(real)) return;
      seen.add(real);
      if (statSync(real).isDirectory()) {
        for (const name of readdirSync(path).sort()) {
          if (!name.startsWith('.') && name !== 'node_modules') visit(join(path, name), folder);
        }
      } else if (/\.(?:md|markdown)$/i.test(basename(path)) && statSync(real).isFile()) {
        const result = read(path, folder);
        if ('text' in result) files.push(result);
        else problems.push(result);
      }
    } catch (error) {
      const ko = `여기를 읽을 수 없어요: ${because(error)}`;
      problems.push({ file: path, line: 1, message: { ko, en: `This cannot be read: ${because(error)}` } });
    }
  };
  for (const folder of folders) {
    const before = { found: files.length + problems.length, seen: seen.size };
    visit(folder, folder);
    // A folder that was there before, under another name, has been read already.
    if (files.length + problems.length > before.found || seen.size === before.seen) continue;
    const ko = '마크다운(.md) 파일이 없어요. 파일 이름이 .md로 끝나는지 확인해 주세요.';
    problems.push({
      file: folder,
      line: 1,
      message: { ko, en: 'There is no Markdown here. Do the names end in .md?' },
    });
  }
  return { files, problems };
}
