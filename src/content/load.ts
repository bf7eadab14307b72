import { basename } from 'node:path';
import { finish, type Steps } from '../core/steps.ts';
import { compact, normalize } from '../language/normalize.ts';
import { withNames } from '../questions/types.ts';
import { noCache, type Parser } from './cache.ts';
import { type ChapterText, mergeChapter } from './chapter.ts';
import { settingsOf } from './course-file.ts';
import type { FrontMatter } from './front-matter.ts';
import { keepBack } from './kept-back.ts';
import { mergeOfficial, withTitles } from './kubernetes-docs.ts';
import { isLost } from './lost.ts';
import type { Chapter, Content, Problem, Question, Term } from './model.ts';
import type { Read } from './parse-file.ts';
import { placeIn } from './parts.ts';
import { type Reading, readAll } from './reading.ts';
import { createPairs, dangling, type Existing } from './references.ts';
import { setsOf } from './set.ts';
import { text } from './text.ts';
import { type QuestionFile, twinQuestions } from './twin-questions.ts';

function twice({ id, file }: { id: string; file: string }, other: string, lineOf?: FrontMatter['lineOf']): Problem {
  return { file, line: lineOf?.(['id']) ?? 1, message: text.both((words) => words.usedTwice(id, other)) };
}

const isNamedAfter = ({ id, file }: Term): boolean => basename(file).normalize('NFC') === `${id}.md`;

/** Names that two terms both claim: a student who asks by one could only be given one of them. */
function shared(terms: readonly { term: Term; read: Read }[]): Problem[] {
  const found: Problem[] = [];
  const owners = new Map<string, Term>();
  for (const { term, read } of terms) {
    const claim = (what: string, path: readonly PropertyKey[], key: string): void => {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, term);
      else if (owner !== term) {
        const message = text.both((words) => words.sharedName(what, owner.file));
        found.push({ file: term.file, line: read.lineOf?.(path) ?? 1, message });
      }
    };
    if (!read.ours) continue;
    for (const title of new Set([term.title.ko, term.title.en])) claim(`title ${title}`, ['title'], compact(title));
    term.aliases.forEach((alias, i) => void claim(`aliases ${alias}`, ['aliases', i], compact(alias)));
  }
  return found;
}

/** Questions on concepts of other files, beside their concepts; of a concept that there is not, a problem, and it is lost. */
function looseIn(
  reads: readonly Read[],
  terms: Map<string, { term: Term; read: Read }>,
  { problems, lost }: { problems: Problem[]; lost: Set<string> },
): QuestionFile[] {
  return reads.flatMap((read) => {
    const { file, all } = read.questions ?? { file: '', all: [] };
    return all.flatMap((question, i) => {
      const own = terms.get(question.term);
      const place = placeIn(read.places, i);
      if (own) return [{ file, questions: [question], places: [place], lineOf: read.lineOf }];
      lost.add(question.id);
      if (isLost(question.term, lost)) return [];
      const message = text.both((words) => words.noTermOfQuestion(`questions[${place + 1}]`, question.term));
      problems.push({ file, line: read.lineOf?.(['questions', place, 'term']) ?? 1, message });
      return [];
    });
  });
}

/** Chapters in the order of their files; files of one id in two languages are one. */
function chaptersOf(reads: readonly Read[], problems: Problem[], lost: Set<string>): Chapter[] {
  const byId = new Map<string, ChapterText[]>();
  for (const { chapter, lineOf } of reads) {
    if (!chapter) continue;
    const others = byId.get(chapter.id) ?? [];
    const twin = others.find((other) => (other.lang === 'en') === (chapter.lang === 'en'));
    if (twin) {
      problems.push(twice(chapter, twin.file, lineOf));
      lost.add(chapter.id);
    } else byId.set(chapter.id, [...others, chapter]);
  }
  return Array.from(byId, ([id, texts]) => ({ id, ...mergeChapter(texts), file: texts[0]?.file ?? '' }));
}

/** Names that the glossary's files already tell of, so that a chapter's table does not tell them again. */
const namesOf = (term: Term): string[] =>
  [term.id, term.title.ko, term.title.en, ...term.aliases].map((name) => name.toLowerCase());

/** All that a concept is called, by its title in either language. */
export function namesByTitle(terms: readonly Term[]): (title: string) => readonly string[] {
  const names = new Map<string, readonly string[]>();
  // Not compact(): `.kube/config` is no kubeconfig.
  const keyOf = (title: string): string => normalize(title).toLowerCase().replace(/[ -]/g, '');
  for (const { title, aliases } of terms)
    for (const one of [title.ko, title.en]) names.set(keyOf(one), [title.ko, title.en, ...aliases]);
  return (title) => names.get(keyOf(title)) ?? [];
}

/** Terms with the questions on them that stand in sets. */
function withQuestions(terms: readonly Term[], others: readonly Question[]): readonly Term[] {
  if (others.length === 0) return terms;
  const byTerm = Map.groupBy(others, ({ term }) => term);
  return terms.map((term) => {
    const more = byTerm.get(term.id);
    return more ? { ...term, questions: [...term.questions, ...more] } : term;
  });
}

/** Without references to what does not exist, without twins of questions, and with each difference said once. */
function sound(
  chapters: readonly Chapter[],
  terms: readonly Term[],
  ids: Existing,
  twins: ReadonlySet<Question>,
): Pick<Content, 'chapters' | 'terms'> {
  const existing = (list: readonly string[]): string[] => list.filter((id) => ids.terms.has(id));
  const namesOf = namesByTitle(terms);
  const isFirst = createPairs();
  return {
    chapters: chapters.map((chapter) => ({
      ...chapter,
      sections: chapter.sections.map((section) => ({ ...section, terms: existing(section.terms) })),
    })),
    terms: terms.map((term) => ({
      ...term,
      questions: term.questions
        .filter((question) => !twins.has(question))
        .map((question) => withNames(question, namesOf)),
      related: existing(term.related).filter((id) => id !== term.id),
      differs: term.differs.filter(({ from }) => from !== term.id && ids.terms.has(from) && isFirst(term.id, from)),
      section: ids.sections.has(term.section ?? '') ? term.section : undefined,
    })),
  };
}

/**
 * The content of files that were read, in steps. What cannot be used is named in `problems` and left out. What a file
 * refers to and does not exist is named and dropped, too, and so is a question's twin.
 */
export function* assemble({ found, course, synonyms: { synonyms, problems: unlisted } }: Reading): Steps<Content> {
  const reads = found.map(({ read }) => read);
  const problems = [...unlisted, ...reads.flatMap((read) => read.problems)];
  const lost = new Set(reads.flatMap((read) => read.lost ?? []));
  yield;

  const terms = new Map<string, { term: Term; read: Read }>();
  for (const read of reads) {
    const { term } = read;
    if (!term) continue;
    const twin = terms.get(term.id);
    const merged = twin && !read.ours && !twin.read.ours ? mergeOfficial(twin.term, term) : undefined;
    if (merged) terms.set(term.id, { term: merged, read });
    else if (twin) {
      // The copy that was not yet given an id of its own is the one to change.
      const isCopied = isNamedAfter(term) && !isNamedAfter(twin.term);
      const copy = isCopied ? twin : { term, read };
      problems.push(twice(copy.term, isCopied ? term.file : twin.term.file, copy.read.lineOf));
      for (const { id } of [copy.term, ...copy.term.questions]) lost.add(id);
      if (isCopied) terms.set(term.id, { term, read });
    } else terms.set(term.id, { term, read });
  }
  problems.push(...shared(Array.from(terms.values())));
  const taken = new Set(Array.from(terms.values(), ({ term }) => namesOf(term)).flat());
  for (const read of reads) {
    for (const term of read.chapter?.terms ?? []) {
      if (namesOf(term).some((name) => taken.has(name))) continue;
      for (const name of namesOf(term)) taken.add(name);
      terms.set(term.id, { term, read });
    }
  }
  yield;
  const loose = looseIn(reads, terms, { problems, lost });
  const { twins, problems: alike } = twinQuestions([
    ...Array.from(terms.values(), ({ term, read }) => ({ ...term, lineOf: read.lineOf, places: read.places })),
    ...loose,
    ...reads.flatMap(({ set, lineOf, places }) => (set ? [{ ...set, lineOf, places }] : [])),
  ]);
  problems.push(...alike);
  for (const question of loose.flatMap(({ questions }) => questions)) {
    const own = terms.get(question.term);
    if (own) terms.set(question.term, { ...own, term: { ...own.term, questions: [...own.term.questions, question] } });
  }
  yield;
  const chapters = chaptersOf(reads, problems, lost);
  const whole = Array.from(terms.values(), ({ term }) => withTitles(term, (id) => terms.get(id)?.term.title));
  yield;
  const { settings, problems: unsettled } = settingsOf(course, { chapters, terms: whole, lost });
  const places = (id: string) => terms.get(id)?.read.places;
  const { sets, own, keptBack, problems: unset } = setsOf(reads, whole, { twins, places, lost }, twice);
  yield;
  const ids: Existing = {
    lost,
    terms: new Set(terms.keys()),
    sections: new Set(chapters.flatMap((chapter) => chapter.sections.map((section) => section.id))),
  };
  const all = sound(chapters, withQuestions(whole, own), ids, twins);
  return {
    ...all,
    ...keepBack(all.terms, sets, keptBack),
    settings,
    synonyms,
    lost,
    problems: [...unsettled, ...problems, ...unset, ...dangling(reads, ids)],
  };
}

/** Loads every Markdown file below the folders. A file that cannot be used is left out, and the rest loads. */
export const loadContent = (folders: readonly string[], parser: Parser = noCache): Content =>
  finish(assemble(readAll(folders, parser)));
