import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messageOf, StartError } from '../core/errors.ts';
import type { Built } from '../interchange/build.ts';
import { folderFor, importFile } from '../interchange/import.ts';
import { UnreadableError } from '../interchange/taken.ts';
import { text } from '../interchange/text.ts';
import { withoutControls } from '../language/normalize.ts';
import type { Mode, Program } from './program.ts';

/** A path as a shell takes it for one word. */
const inShell = (path: string): string =>
  /^[\p{L}\p{N}_./~@+-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

function report(
  { files, terms, questions, unexplained, lost }: Built,
  folder: string,
  file: string,
  program: Program,
): void {
  const { config, print } = program;
  const words = text(config.locale);
  for (const { line, message } of lost)
    print(withoutControls(`${file}:${line}: ${message[config.locale]}`).replaceAll('\n', ' '));
  if (files.length === 0) print(words.importedNothing);
  else print(words.imported({ files: files.length, terms, questions, folder }));
  if (lost.length > 0) print(words.lostSome(lost.length));
  if (unexplained > 0) print(words.unexplained(unexplained));
  if (files.length > 0) for (const line of words.next(inShell(folder))) print(line);
}

/**
 * Writes what a file of another program has into a folder, a new one beside the file where none was typed; fails with 1
 * where something of it was not taken, with 2 where nothing can be read.
 */
export const run: Mode = async (program) => {
  const { args, paths, config, warn, fail } = program;
  const [file, typed] = paths;
  if (file === undefined) throw new StartError('npm run import -- FILE [FOLDER]: name the file to read');
  const folder = typed ?? join(dirname(file), folderFor(file));
  const words = text(config.locale);
  if (typed === undefined && existsSync(folder)) throw new StartError(words.folderExists(folder));
  try {
    const built = await importFile(file, folder);
    report(built, folder, args[0] ?? file, program);
    if (built.lost.length > 0 || built.files.length === 0) fail(1);
  } catch (error) {
    if (error instanceof UnreadableError) {
      warn(`${args[0] ?? file}: ${error.text[config.locale]}`);
      fail(2);
    } else if (error instanceof Error && 'syscall' in error)
      throw new StartError(`The files cannot be written: ${messageOf(error)}`);
    else throw error;
  }
};
