import { writeFile } from 'node:fs/promises';
import { loadContent } from '../content/load.ts';
import { messageOf, StartError } from '../core/errors.ts';
import { exportCourse, FORMAT_NAMES, isFormat } from '../interchange/export.ts';
import { text } from '../interchange/text.ts';
import { configuredFolders } from './content.ts';
import type { Mode } from './program.ts';

/** Writes the course in another program's format, in the language of the terminal; never over a file that is there. */
export const run: Mode = async (program) => {
  const { args, paths, config, print } = program;
  const [format] = args;
  const [, file] = paths;
  if (format === undefined || !isFormat(format) || file === undefined)
    throw new StartError(`npm run export -- FORMAT FILE: name a format (${FORMAT_NAMES.join(', ')}) and a new file`);
  const written = exportCourse(loadContent(configuredFolders(program)), format, config.locale);
  await writeFile(file, written.text, { flag: 'wx' }).catch((error: unknown) => {
    throw new StartError(`The file cannot be written: ${messageOf(error)}`);
  });
  const words = text(config.locale);
  print(words.exported({ file, terms: written.terms, questions: written.questions }));
  for (const [what, count] of written.left) print(words.leftOut[what](count));
};
