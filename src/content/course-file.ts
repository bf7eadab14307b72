import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { COMMAND_NAME, RESERVED } from '../core/command/reserved.ts';
import { LOCALES, type Localized } from '../core/locale.ts';
import { hasSyllables } from '../language/hangul.ts';
import { bilingual } from '../questions/fields.ts';
import { readText } from './files.ts';
import { FrontMatterError, splitFrontMatter } from './front-matter.ts';
import { isLost } from './lost.ts';
import type { Content, CourseSettings, Problem, Week } from './model.ts';
import { idSchema, slug } from './names.ts';
import { complaint } from './schema-errors.ts';
import { text } from './text.ts';

/** What a folder of content says of its course as a whole, at the folder's root. */
export const COURSE_FILE = 'course.yaml';

/** What a course on some subject has beyond the others: `kubernetes` examines manifests and has labs. */
const FEATURES = ['kubernetes'] as const;

/** A year of school has fewer. */
const MOST_WEEKS = 52;
/** Each is tried by `content:check`; help has room for two. */
const MOST_TRIES = 20;
const MOST_CREDITS = 50;
const LONGEST_TRY = 60;

const ids = z.array(z.string().trim().min(1)).default([]);

const fields = {
  id: idSchema,
  title: bilingual,
  subject: bilingual,
  command: z
    .string()
    .refine((name) => COMMAND_NAME.test(name), { message: 'no-command' })
    .refine((name) => !RESERVED.has(name), { message: 'reserved-command' }),
  languages: z.array(z.enum(LOCALES)).min(1),
  try: z
    .array(
      bilingual.refine(({ ko, en }) => ko.length <= LONGEST_TRY && en.length <= LONGEST_TRY, { message: 'long-try' }),
    )
    .max(MOST_TRIES),
  credits: z.array(bilingual).max(MOST_CREDITS),
  licence: bilingual,
  weeks: z.array(z.strictObject({ title: bilingual.optional(), chapters: ids, sections: ids })).max(MOST_WEEKS),
  features: z.array(z.enum(FEATURES)),
} as const;

type Fields = { [K in keyof typeof fields]?: z.infer<(typeof fields)[K]> };

/** The file as it was read by itself. */
export interface CourseFileRead {
  file: string;
  text: string;
  found: Fields;
  problems: readonly Problem[];
  /** It could be read, or there is none: all of its defaults stand. */
  isWhole: boolean;
}

/** It as front matter, which it is without the lines around it. */
const split = (text: string) => splitFrontMatter(`---\n${text.replace(/^---\n/, '\n')}\n---\n`);

/** The line of a value in the file's text: the line of --- stands before its own. */
const lineIn = (text: string, path: readonly PropertyKey[]): number => Math.max(1, split(text).lineOf(path) - 1);

/** The line of a key's value. */
export const lineOfKey = ({ text }: CourseFileRead, key: keyof Fields): number =>
  text === '' ? 1 : lineIn(text, [key]);

/** Each key by itself: one that cannot be used is named, and its default stands. */
function readFields(file: string, folder: string): CourseFileRead {
  const read = readText(file, folder);
  const nothing = (problem: Problem): CourseFileRead => ({
    ...{ file, text: '', found: {}, problems: [problem], isWhole: false },
  });
  if (!('text' in read)) return nothing(read);
  try {
    const data = split(read.text).data ?? {};
    if (typeof data !== 'object' || Array.isArray(data))
      return nothing({ file, line: 1, message: text.both((words) => words.noMapping) });
    const problems: Problem[] = [];
    const found: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(data)) {
      const checked = z
        .strictObject(fields)
        .partial()
        .safeParse({ [key]: value });
      if (checked.success) Object.assign(found, checked.data);
      else
        for (const issue of checked.error.issues) {
          const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
          problems.push({
            file,
            line: lineIn(read.text, path),
            message: complaint(issue, { data, called: COURSE_FILE, wordOf: split(read.text).wordOf }),
          });
        }
    }
    // Safe: each key was made by the schema of its name.
    return { file, text: read.text, found: found as Fields, problems, isWhole: true };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return nothing({ file, line: Math.max(1, error.line - 1), message: error.text });
  }
}

/** Weeks without what does not exist, which is named. */
function weeksOf(
  { found: { weeks = [] }, file, text: written }: CourseFileRead,
  { chapters, lost }: Pick<Content, 'chapters' | 'lost'>,
): { weeks: Week[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const known = {
    chapters: new Set(chapters.map(({ id }) => id)),
    sections: new Set(chapters.flatMap(({ sections }) => sections.map(({ id }) => id))),
  };
  const sound = weeks.map((week, at): Week => {
    const existing = (what: 'chapters' | 'sections'): string[] =>
      week[what].filter((id, i) => {
        if (known[what].has(id)) return true;
        if (isLost(id, lost)) return false;
        const message = text.both((words) => words[what === 'chapters' ? 'noChapter' : 'noSectionOfWeek'](id));
        problems.push({ file, line: lineIn(written, ['weeks', at, what, i]), message });
        return false;
      });
    return { ...week, chapters: existing('chapters'), sections: existing('sections') };
  });
  return { weeks: sound, problems };
}

/** English alone where no title has any Hangul; both languages elsewhere. */
const languagesOf = (titled: readonly { title: Localized }[]): CourseSettings['languages'] =>
  titled.length === 0 || titled.some(({ title }) => hasSyllables(title.ko)) ? LOCALES : ['en'];

/** Reads `course.yaml` in the first of a course's folders. */
export function readCourseFile([folder = '']: readonly string[]): CourseFileRead {
  const file = join(folder, COURSE_FILE);
  return folder !== '' && existsSync(file)
    ? readFields(file, folder)
    : { file, text: '', found: {}, problems: [], isWhole: true };
}

/**
 * What is said of the course as a whole. Defaults: `id` is the folder's name; `title` that of the only chapter, or the
 * folder's name; `command` is `ask`; `languages` are both, or English where no title has any Hangul; the rest is empty.
 */
export function settingsOf(
  read: CourseFileRead,
  { chapters, terms, lost }: Pick<Content, 'chapters' | 'terms' | 'lost'>,
): { settings: CourseSettings; problems: readonly Problem[] } {
  const { found } = read;
  const name = basename(dirname(read.file)).normalize('NFC');
  const { weeks, problems } = weeksOf(read, { chapters, lost });
  return {
    settings: {
      id: found.id ?? (slug(name) || 'course'),
      title: found.title ?? (chapters.length === 1 ? chapters[0]?.title : undefined) ?? { ko: name, en: name },
      subject: found.subject,
      command: found.command ?? 'ask',
      languages: found.languages ?? languagesOf([...chapters, ...terms]),
      tries: found.try ?? [],
      credits: found.credits ?? [],
      licence: found.licence,
      weeks,
      features: found.features ?? [],
      file: read.file,
    },
    problems: [...read.problems, ...problems],
  };
}
