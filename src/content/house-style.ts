import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cells } from '../markdown/nodes.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Content, Problem } from './model.ts';
import { text } from './text.ts';

/** The rows of the first table of a file, without its heading; none where there is no such file. */
function rowsOf(folder: string, name: string): string[][] {
  const file = join(folder, name);
  if (!existsSync(file)) return [];
  const table = parseMarkdown(readFileSync(file, 'utf8')).children.find((node) => node.type === 'table');
  return table ? cells(table.children).slice(1) : [];
}

/** What students call a thing, whatever it is called in class. */
const NAMES = /^(?:aliases|misspellings):/;

/** Words that STYLE.md does not want, where they stand in the course's files. */
function findWords(files: readonly string[], rows: readonly string[][]): Problem[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) =>
        rows
          .filter(([unwanted = '']) => unwanted !== '' && !NAMES.test(line) && line.includes(unwanted))
          .map(([unwanted = '', wanted = '']) => ({
            file,
            line: at + 1,
            message: text.both((words) => words.unwantedWord(unwanted, wanted)),
          })),
      ),
  );
}

/** Concepts whose analogy leaves out the part that CAST.md gives them: name, part in Korean, part in English. */
function findMiscast({ terms }: Content, rows: readonly string[][]): Problem[] {
  return rows.flatMap(([name = '', ko = '', en = '']) => {
    const term = terms.find(({ title, id }) => [title.ko, title.en, id].includes(name));
    const { analogy } = term ?? {};
    if (!term || !analogy) return [];
    const bare = en.replace(/^(?:an?|the) /, '').toLowerCase();
    const isCast = analogy.ko.includes(ko) && analogy.en.toLowerCase().includes(bare);
    const message = text.both((words, locale) => words.miscast({ ko, en }[locale]));
    return isCast ? [] : [{ file: term.file, line: 1, message }];
  });
}

/** Where a course leaves its own style and cast: STYLE.md and CAST.md in its folder, each with a table. */
export const offStyle = (content: Content, folder: string): Problem[] => [
  ...findWords(
    Array.from(new Set([...content.terms, ...content.chapters, ...content.sets].map(({ file }) => file))),
    rowsOf(folder, 'STYLE.md'),
  ),
  ...findMiscast(content, rowsOf(folder, 'CAST.md')),
];
