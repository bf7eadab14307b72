import { basename, dirname } from 'node:path';
import type { z } from 'zod';
import { type Locale, type Localized, localeOf } from '../core/locale.ts';
import { tangled } from '../markdown/tangled.ts';
import { CHAPTER_PARTS, type ChapterText, chapterSchema, chapterText } from './chapter.ts';
import type { TextFile } from './files.ts';
import { type FrontMatter, FrontMatterError, splitFrontMatter } from './front-matter.ts';
import { looksOfficial, officialSchema, officialTerm } from './kubernetes-docs.ts';
import { looksLikeQuestions, looseQuestions, looseQuestionsSchema } from './loose-questions.ts';
import { namesIn } from './lost.ts';
import type { Problem, Question, Term } from './model.ts';
import { nameOf, slug } from './names.ts';
import { PARTS, QUESTIONS, withoutParts } from './parts.ts';
import { complaint } from './schema-errors.ts';
import { looksLikeSet, type SetText, salvagedSet, setSchema, setText } from './set.ts';
import { looksLikeTerm, termOf, termSchema } from './term.ts';
import { text } from './text.ts';

/** What one file holds, by itself: at most a term, a chapter, a set or questions, and what is wrong with it. */
export interface Read {
  term?: Term;
  /** The term is in our own format, whose references must all be right. */
  ours?: boolean;
  /** Where a term's own fields stand, for problems that only the whole set shows. */
  lineOf?: FrontMatter['lineOf'];
  chapter?: ChapterText;
  set?: SetText;
  /** Questions on concepts of other files, each by its concept's id. */
  questions?: { file: string; all: readonly Question[] };
  /** Which of the questions in its file each is, from 0; left out where all are there. See placeIn(). */
  places?: readonly number[];
  bodyLine?: number;
  problems: Problem[];
  /** Where it has problems: what it names, see namesIn(). */
  lost?: readonly string[];
}

/** An index page of a site generator has front matter and no text. */
const isIndex = (file: string): boolean => /^_?index\.\w+$/i.test(basename(file));

const isGlossary = (file: string): boolean => /glossary|용어/i.test(basename(dirname(file)).normalize('NFC'));

const isSets = (file: string): boolean => /^(?:sets|문제집)$/i.test(basename(dirname(file)).normalize('NFC'));

const languageOf = (file: string): Locale | undefined => {
  const [, tag] = /\.(ko|en)\.\w+$/i.exec(basename(file)) ?? [];
  return tag === undefined ? undefined : localeOf(tag);
};

const TANGLED = text.both((words) => words.tangled);

function readAny({ file, path, text: content }: TextFile): Read {
  const problem = (line: number, message: Localized): Read => ({ problems: [{ file, line, message }] });
  let front: FrontMatter;
  try {
    front = splitFrontMatter(content);
  } catch (error) {
    if (error instanceof FrontMatterError) return problem(error.line, error.text);
    throw error;
  }
  const { data, body, bodyLine, lineOf, wordOf } = front;
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return problem(
      1,
      text.both((words) => words.noMapping),
    );
  const told = ({ issues }: z.ZodError): Problem[] =>
    issues.map((issue) => {
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
      return { file, line: lineOf(path), message: complaint(issue, { data, wordOf }) };
    });
  /** `parts`: what it may be without; of those the wrong ones are left out. */
  const check = <T>(
    schema: z.ZodType<T>,
    use: (value: T) => Omit<Read, 'problems'>,
    parts: readonly PropertyKey[] = [],
  ): Read => {
    const whole = schema.safeParse(data);
    const problems = whole.success ? [] : told(whole.error);
    const reduced = whole.success ? undefined : withoutParts(data, whole.error.issues, parts);
    const { data: value } = reduced ? schema.safeParse(reduced.data) : whole;
    if (value === undefined) return { problems };
    return { lineOf, bodyLine, ...use(value), ...(reduced ? { places: reduced.places } : {}), problems };
  };
  const knot = tangled(body);
  if (knot !== undefined) return problem(bodyLine + knot, TANGLED);
  if (looksOfficial(data)) return check(officialSchema, (value) => ({ term: officialTerm(value, body, file) }));
  if (looksLikeQuestions(data))
    return check(
      looseQuestionsSchema,
      ({ questions }) => ({ questions: { file, all: looseQuestions(questions) } }),
      QUESTIONS,
    );
  if (looksLikeSet(data) || isSets(file)) {
    const read = check(setSchema, (value) => ({ set: setText(value, file) }), QUESTIONS);
    const salvaged = read.set ? undefined : salvagedSet(data, slug(nameOf(path)), file);
    return salvaged ? { ...read, lineOf, set: salvaged } : read;
  }
  if (body.trim() === '' && isIndex(file)) return { problems: [] };
  if (looksLikeTerm(data) || isGlossary(file)) {
    const read = check(termSchema, (value) => ({ term: termOf(value, body, file), ours: true }), PARTS);
    if (read.term?.explanation.ko === '')
      read.problems.push({
        file,
        line: bodyLine,
        message: text.both((words) => words.noExplanation),
      });
    return read;
  }
  if (body.trim() === '')
    return problem(
      1,
      text.both((words) => words.noText),
    );
  const read = check(
    chapterSchema,
    (value) => ({
      chapter: chapterText({ ...value, lang: value.lang ?? languageOf(file) }, body, file, nameOf(path)),
    }),
    CHAPTER_PARTS,
  );
  for (const [of, id] of read.chapter?.strays ?? [])
    read.problems.push({ file, line: lineOf([of, id]), message: text.both((words) => words.noSuchHeading(of, id)) });
  if (read.chapter?.sections.length === 0)
    read.problems.push({
      file,
      line: bodyLine,
      message: text.both((words) => words.noHeading),
    });
  return read;
}

function readSafely(file: TextFile): Read {
  try {
    return readAny(file);
  } catch (error) {
    // The parsers recurse: thousands of nested quotes or brackets exhaust the stack.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ file: file.file, line: 1, message: TANGLED }] };
  }
}

/** Reads one file; its kind shows in its front matter, or in the name of its folder. */
export function parseFile(file: TextFile): Read {
  const read = readSafely(file);
  return read.problems.length === 0 ? read : { ...read, lost: namesIn(file) };
}
