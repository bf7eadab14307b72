/** Reads folders of content in a thread of its own, see reading-thread.ts: parsing keeps no student waiting there. */
import { parentPort } from 'node:worker_threads';
import { entryOf, hashOf } from './cache.ts';
import { readCourseFile } from './course-file.ts';
import { readFolders } from './files.ts';
import { parseFile } from './parse-file.ts';
import type { Answer, Asked } from './reading-thread.ts';
import { readSynonyms } from './synonyms.ts';

const say = (answer: Answer): void => parentPort?.postMessage(answer);

parentPort?.on('message', ({ folders, known }: Asked) => {
  for (const one of readFolders(folders).order) {
    const { file } = one;
    if ('message' in one) {
      say({ file, hash: '', entry: { owns: false, problems: [one] } });
      continue;
    }
    const hash = hashOf(one);
    // A message each: the other side takes them one by one.
    say(known.get(file) === hash ? { file, hash } : { file, hash, entry: entryOf(parseFile(one)) });
  }
  say({ course: readCourseFile(folders), synonyms: readSynonyms(folders) });
});
