import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../core/json.ts';
import { readText } from './files.ts';
import type { Content, Problem } from './model.ts';
import { text } from './text.ts';

/** The folder in a folder of content with questions as people ask them. */
const FOLDER = 'asked';

const QUESTION = z.strictObject({
  asked: z.string().min(1),
  about: z.array(z.string()),
  wants: z.enum(['way', 'mend']).optional(),
});

/** A question as a person asked it. */
export interface AskedQuestion {
  text: string;
  /** Ids of terms and sections that answer it, the nearest first; none where it is about something else. */
  about: readonly string[];
  /** It asks for a way to do something, or tells of a trouble that is to be mended. */
  wants?: 'way' | 'mend' | undefined;
  file: string;
}

/**
 * The questions of `asked/*.jsonl` in a course's folder, a line of JSON each. One that cannot be read, or is about what the
 * course does not have, is named and left out.
 */
export function readAsked({ settings, terms, chapters }: Pick<Content, 'settings' | 'terms' | 'chapters'>): {
  asked: AskedQuestion[];
  problems: Problem[];
} {
  const asked: AskedQuestion[] = [];
  const problems: Problem[] = [];
  const folder = dirname(settings.file);
  const known = new Set([...terms, ...chapters.flatMap(({ sections }) => sections)].map(({ id }) => id));
  const own = join(folder, FOLDER);
  const names = existsSync(own) ? readdirSync(own).filter((name) => name.endsWith('.jsonl')) : [];
  for (const name of names.sort()) {
    const read = readText(join(own, name), folder);
    if (!('text' in read)) {
      problems.push(read);
      continue;
    }
    for (const [at, line] of read.text.split('\n').entries()) {
      if (line.trim() === '') continue;
      const question = QUESTION.safeParse(parseJson(line)).data;
      const unknown = question?.about.find((id) => !known.has(id));
      if (question !== undefined && unknown === undefined)
        asked.push({ text: question.asked, about: question.about, wants: question.wants, file: read.file });
      else
        problems.push({
          file: read.file,
          line: at + 1,
          message: text.both((words) =>
            unknown === undefined ? words.noAskedQuestion : words.askedOfNothing(unknown),
          ),
        });
    }
  }
  return { asked, problems };
}
