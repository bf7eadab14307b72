import { basename, dirname } from 'node:path';
import type { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { type ChapterText, chapterSchema, chapterText, mergeChapter } from './chapter.ts';
import { complaint } from './complain.ts';
import { readFolders, type TextFile } from './files.ts';
import { type FrontMatter, FrontMatterError, splitFrontMatter } from './front-matter.ts';
import type { Chapter, Content, Problem, Term } from './model.ts';
import { looksOfficial, officialSchema, officialTerm } from './official.ts';
import { looksLikeTerm, termOf, termSchema } from './term.ts';

interface Read {
  term?: Term;
  /** The term is in our own format, whose references must all be right. */
  ours?: boolean;
  /** Where a term's own fields stand, for problems that only the whole set shows. */
  lineOf?: FrontMatter['lineOf'];
  chapter?: ChapterText;
  bodyLine?: number;
  problems: Problem[];
}

/** An index page of a site generator has front matter and no text. */
const isIndex = (file: string): boolean => /^_?index\.\w+$/i.test(basename(file));

const isGlossary = (file: string): boolean => /glossary|용어/i.test(basename(dirname(file)));

const nameOf = (file: string): string =>
  basename(file)
    .replace(/(?:\.(?:ko|en))?\.\w+$/, '')
    .normalize('NFC');

function readFile({ file, text }: TextFile): Read {
  const problem = (line: number, message: Localized): Read => ({ problems: [{ file, line, message }] });
  let front: FrontMatter;
  try {
    front = splitFrontMatter(text);
  } catch (error) {
    if (error instanceof FrontMatterError) return problem(error.line, error.text);
    throw error;
  }
  const { data, body, bodyLine, lineOf } = front;
  const check = <T>(schema: z.ZodType<T>, use: (value: T) => Omit<Read, 'problems'>): Read => {
    const checked = schema.safeParse(data);
    if (checked.success) return { lineOf, bodyLine, ...use(checked.data), problems: [] };
    return {
      problems: checked.error.issues.map((issue) => ({ file, line: lineOf(issue.path), message: complaint(issue) })),
    };
  };
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return problem(1, { ko: '머리말은 "항목: 값" 꼴이어야 해요.', en: 'The front matter must be key: value lines.' });
  if (looksOfficial(data)) return check(officialSchema, (value) => ({ term: officialTerm(value, body, file) }));
  if (body.trim() === '' && isIndex(file)) return { problems: [] };
  if (looksLikeTerm(data) || isGlossary(file)) {
    const read = check(termSchema, (value) => ({ term: termOf(value, body, file), ours: true }));
    if (read.term?.explanation.ko === '')
      read.problems.push({
        file,
        line: bodyLine,
        message: {
          ko: '설명이 없어요. 머리말 아래에 설명을 적어 주세요.',
          en: 'There is no explanation. Write it below the front matter.',
        },
      });
    return read;
  }
  if (body.trim() === '')
    return problem(1, {
      ko: '글이 비어 있어요. 내용을 적거나 파일을 지워 주세요.',
      en: 'The file has no text. Write some or remove it.',
    });
  const read = check(chapterSchema, (value) => ({ chapter: chapterText(value, body, file, nameOf(file)) }));
  if (read.chapter?.sections.length === 0)
    read.problems.push({
      file,
      line: bodyLine,
      message: {
        ko: '제목(#, ##, ###)이 없어서 찾을 수 있는 절이 없어요. 제목을 넣어 주세요.',
        en: 'There is no heading (#, ##, ###), so no section can be found. Add one.',
      },
    });
  return read;
}

function chaptersOf(reads: readonly Read[]): Chapter[] {
  const byId = new Map<string, ChapterText[]>();
  for (const { chapter } of reads) if (chapter) byId.set(chapter.id, [...(byId.get(chapter.id) ?? []), chapter]);
  return Array.from(byId, ([id, texts]) => ({ id, ...mergeChapter(texts), file: texts[0]?.file ?? '' }));
}

/** Names that the glossary's files already tell of, so that a chapter's table does not tell them again. */
const namesOf = (term: Term): string[] =>
  [term.id, term.title.ko, term.title.en, ...term.aliases].map((name) => name.toLowerCase());

/**
 * Loads every Markdown file below the folders. A file that cannot be used is named in `problems` and left out; the
 * rest loads. What a file refers to and does not exist is named and dropped, too.
 */
export function loadContent(folders: readonly string[]): Content {
  const { files, problems } = readFolders(folders);
  const reads = files.map(readFile);
  problems.push(...reads.flatMap((read) => read.problems));

  const terms = new Map<string, { term: Term; read: Read }>();
  for (const read of reads) {
    const { term } = read;
    if (!term) continue;
    const twin = terms.get(term.id);
    if (twin) {
      const ko = `id: "${term.id}"은(는) ${twin.term.file}에도 있어요. 하나의 id를 바꿔 주세요.`;
      problems.push({
        file: term.file,
        line: read.lineOf?.(['id']) ?? 1,
        message: { ko, en: `id "${term.id}" is also in ${twin.term.file}. Change one of them.` },
      });
    } else terms.set(term.id, { term, read });
  }
  const taken = new Set(Array.from(terms.values(), ({ term }) => namesOf(term)).flat());
  for (const read of reads) {
    for (const term of read.chapter?.terms ?? []) {
      if (namesOf(term).some((name) => taken.has(name))) continue;
      for (const name of namesOf(term)) taken.add(name);
      terms.set(term.id, { term, read });
    }
  }
  const chapters = chaptersOf(reads);
  const sections = new Set(chapters.flatMap((chapter) => chapter.sections.map((section) => section.id)));
  const whole = Array.from(terms.values(), ({ term, read }) => {
    // The documentation's own glossary may be there in part; what is missing of it is nobody's mistake.
    if (read.ours)
      for (const id of term.related.filter((id) => !terms.has(id)))
        problems.push({
          file: term.file,
          line: read.lineOf?.(['related', term.related.indexOf(id)]) ?? 1,
          message: {
            ko: `related: "${id}"라는 용어가 없어요. id를 확인해 주세요.`,
            en: `related: there is no term "${id}". Check the id.`,
          },
        });
    const lost = term.section !== undefined && !sections.has(term.section);
    if (lost)
      problems.push({
        file: term.file,
        line: read.lineOf?.(['section']) ?? 1,
        message: {
          ko: `section: "${term.section}"이라는 절이 없어요. 장의 id#절의 id로 적어 주세요.`,
          en: `section: there is no section "${term.section}". Write chapter-id#section-id.`,
        },
      });
    return { ...term, related: term.related.filter((id) => terms.has(id)), section: lost ? undefined : term.section };
  });
  for (const { chapter, bodyLine = 1 } of reads)
    for (const { term, line } of chapter?.links ?? [])
      if (!terms.has(term))
        problems.push({
          file: chapter?.file ?? '',
          line: bodyLine + line - 1,
          message: {
            ko: `"term:${term}" 링크가 가리키는 용어가 없어요. id를 확인해 주세요.`,
            en: `The link term:${term} names no term. Check the id.`,
          },
        });
  const existing = chapters.map((chapter) => ({
    ...chapter,
    sections: chapter.sections.map((section) => ({ ...section, terms: section.terms.filter((id) => terms.has(id)) })),
  }));
  return { chapters: existing, terms: whole, problems };
}
