import { writeFile } from 'node:fs/promises';
import { loadContents } from '../app/course.ts';
import { noCache } from '../content/cache.ts';
import { messageOf, StartError } from '../core/errors.ts';
import { exportCourse, FORMAT_NAMES, isFormat } from '../interchange/export.ts';
import { text } from '../interchange/text.ts';
import { takenNames, typedFolders } from './content.ts';
import type { Mode } from './program.ts';

/**
 * Writes a course, that of the folder that was typed or else the one that is configured, in another program's format and
 * in the language of the terminal; never over a file that is there.
 */
export const run: Mode = async (program) => {
  const { args, paths, config, print } = program;
  const [format] = args;
  const [, file, ...folders] = paths;
  if (format === undefined || !isFormat(format) || file === undefined)
    throw new StartError(
      `npm run export -- FORMAT FILE [FOLDER]: name a format (${FORMAT_NAMES.join(', ')}) and a new file`,
    );
  const how = { cacheOf: () => noCache, taken: takenNames(program) };
  const [content, ...others] = loadContents(typedFolders({ config, paths: folders }), how);
  if (content === undefined || others.length > 0)
    throw new StartError('There are several courses: name the folder of one of them behind the file');
  const written = exportCourse(content, format, config.locale);
  await writeFile(file, written.text, { flag: 'wx' }).catch((error: unknown) => {
    throw new StartError(`The file cannot be written: ${messageOf(error)}`);
  });
  const words = text(config.locale);
  print(words.exported({ file, terms: written.terms, questions: written.questions }));
  if (content.settings.languages.length > 1 && content.terms.some(({ title }) => title.ko !== title.en))
    print(words.inOneLanguage);
  for (const [what, count] of written.left) print(words.leftOut[what](count));
};
