import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { COMMAND_NAME, RESERVED } from '../core/command/reserved.ts';
import { LOCALES, type Localized } from '../core/locale.ts';
import { hasSyllables } from '../language/hangul.ts';
import { bilingual } from '../questions/fields.ts';
import { readText } from './files.ts';
import { FrontMatterError, splitFrontMatter } from './front-matter.ts';
import type { Chapter, Content, CourseSettings, Problem, Week } from './model.ts';
import { idSchema, slug } from './names.ts';
import { complaint } from './schema-errors.ts';
import { text } from './text.ts';

/** What a folder of content says of its course as a whole, at the folder's root. */
export const COURSE_FILE = 'course.yaml';

/** What a course on some subject has beyond the others: `kubernetes` examines manifests. */
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

interface FileRead {
  found: Fields;
  lineOf(path: readonly PropertyKey[]): number;
  file: string;
  problems: Problem[];
}

/** Each key by itself: one that cannot be used is named, and its default stands. */
function readFields(file: string, folder: string): FileRead {
  const read = readText(file, folder);
  const nothing = (problem: Problem): FileRead => ({ found: {}, lineOf: () => 1, file, problems: [problem] });
  if (!('text' in read)) return nothing(read);
  try {
    // The line of --- stands before the file's own.
    const { data: given, lineOf: lineIn } = splitFrontMatter(`---\n${read.text.replace(/^---\n/, '\n')}\n---\n`);
    const data = given ?? {};
    const lineOf = (path: readonly PropertyKey[]): number => Math.max(1, lineIn(path) - 1);
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
          problems.push({ file, line: lineOf(path), message: complaint(issue, data) });
        }
    }
    // Safe: each key was made by the schema of its name.
    return { found: found as Fields, lineOf, file, problems };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return nothing({ file, line: Math.max(1, error.line - 1), message: error.text });
  }
}

/** Weeks without what does not exist, which is named. */
function weeksOf(weeks: readonly Week[], chapters: readonly Chapter[], { lineOf, file, problems }: FileRead): Week[] {
  const known = {
    chapters: new Set(chapters.map(({ id }) => id)),
    sections: new Set(chapters.flatMap(({ sections }) => sections.map(({ id }) => id))),
  };
  return weeks.map((week, at) => {
    const existing = (what: 'chapters' | 'sections'): string[] =>
      week[what].filter((id, i) => {
        if (known[what].has(id)) return true;
        const message = text.both((words) => words[what === 'chapters' ? 'noChapter' : 'noSectionOfWeek'](id));
        problems.push({ file, line: lineOf(['weeks', at, what, i]), message });
        return false;
      });
    return { ...week, chapters: existing('chapters'), sections: existing('sections') };
  });
}

/** English alone where no title has any Hangul; both languages elsewhere. */
const languagesOf = (titled: readonly { title: Localized }[]): CourseSettings['languages'] =>
  titled.length === 0 || titled.some(({ title }) => hasSyllables(title.ko)) ? LOCALES : ['en'];

/**
 * What is said of the course as a whole by `course.yaml` in the first of its folders. Defaults: `id` is the folder's name;
 * `title` that of the only chapter, or the folder's name; `command` is `ask`; `languages` are both, or English where no
 * title has any Hangul; the rest is empty.
 */
export function readCourseFile(
  [folder = '']: readonly string[],
  { chapters, terms }: Pick<Content, 'chapters' | 'terms'>,
): { settings: CourseSettings; problems: readonly Problem[] } {
  const path = join(folder, COURSE_FILE);
  const read: FileRead =
    folder !== '' && existsSync(path)
      ? readFields(path, folder)
      : { found: {}, lineOf: () => 1, file: path, problems: [] };
  const { found, problems } = read;
  const name = basename(folder).normalize('NFC');
  const weeks = weeksOf(found.weeks ?? [], chapters, read);
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
      file: path,
    },
    problems,
  };
}
