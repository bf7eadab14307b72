import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../core/json.ts';
import type { Localized } from '../core/locale.ts';
import { readText } from './files.ts';
import { isLost } from './lost.ts';
import type { Content, Problem } from './model.ts';
import { text } from './text.ts';

/** The folder in a folder of content with questions as people ask them. */
const FOLDER = 'asked';

export const askedSchema = z.strictObject({
  asked: z.string().min(1),
  about: z.array(z.string()),
  wants: z.enum(['way', 'mend', 'compare']).optional(),
  task: z.string().optional(),
});

/** A question as a person asked it. */
export interface AskedQuestion {
  text: string;
  /** Ids of terms and sections that answer it, the nearest first; none where it is about something else. */
  about: readonly string[];
  /** It asks for a way to do something, tells of a trouble that is to be mended, or sets what it is about side by side. */
  wants?: 'way' | 'mend' | 'compare' | undefined;
  /** The title, in either language, of the task that does what is asked for: one of the first's, or of another's. */
  task?: string | undefined;
  file: string;
}

/** Of the built-in course: questions about anything but a course. */
const OTHER_SUBJECTS = 'other-subjects.jsonl';

/**
 * Questions on other subjects, by which any course learns what it is not asked; `builtIn`: the folder of the built-in course,
 * which has them among its own.
 */
export function readOtherSubjects(builtIn: string): string[] {
  const read = readText(join(builtIn, FOLDER, OTHER_SUBJECTS), builtIn);
  return 'text' in read
    ? read.text.split('\n').flatMap((line) => askedSchema.safeParse(parseJson(line)).data?.asked ?? [])
    : [];
}

/**
 * The questions of `asked/*.jsonl` in a course's folder, a line of JSON each. One that cannot be read, or is about what the
 * course does not have, is named and left out.
 */
export function readAsked({
  settings,
  terms,
  chapters,
  lost,
}: Pick<Content, 'settings' | 'terms' | 'chapters' | 'lost'>): {
  asked: AskedQuestion[];
  problems: Problem[];
} {
  const asked: AskedQuestion[] = [];
  const problems: Problem[] = [];
  const folder = dirname(settings.file);
  const known = new Set([...terms, ...chapters.flatMap(({ sections }) => sections)].map(({ id }) => id));
  const titles = new Set(terms.flatMap(({ tasks }) => tasks.flatMap(({ title }) => [title.ko, title.en])));
  const unknownIn = ({
    about,
    task,
  }: z.infer<typeof askedSchema>): readonly [name: string, message: Localized] | undefined => {
    const id = about.find((one) => !known.has(one));
    if (id !== undefined) return [id, text.both((words) => words.askedOfNothing(id))];
    return task === undefined || titles.has(task) ? undefined : [task, text.both((words) => words.askedOfNoTask(task))];
  };
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
      const question = askedSchema.safeParse(parseJson(line)).data;
      const tell = (message: Localized): void => void problems.push({ file: read.file, line: at + 1, message });
      if (question === undefined) {
        tell(text.both((words) => words.noAskedQuestion));
        continue;
      }
      const [unknown, message] = unknownIn(question) ?? [];
      const { asked: said, ...rest } = question;
      if (unknown === undefined) asked.push({ text: said, ...rest, file: read.file });
      else if (message !== undefined && !isLost(unknown, lost)) tell(message);
    }
  }
  return { asked, problems };
}
