import type { Chapter, Question, QuestionSet, Section, Term } from '../content/model.ts';
import { isMade, shortId } from '../content/question-ids.ts';
import { hash } from '../core/hash.ts';
import type { Localized } from '../core/locale.ts';
import { seededShuffle } from '../core/seeded-shuffle.ts';
import { chapterTitle, numberedChapters } from '../course/chapter-numbers.ts';
import type { Course } from '../course/course.ts';
import { isKeptBack } from '../course/kept-back.ts';
import { quizLine } from '../course/lines.ts';
import { memoizePer } from '../language/memoize.ts';
import { solution } from '../questions/types.ts';
import { termsOfChapter } from './places.ts';
import type { Pools } from './practice.ts';
import { text } from './text.ts';
import { weeksTopic } from './weeks.ts';

/** Something to practise. */
export type Topic =
  | { kind: 'all' }
  /** What asks for a skill rather than for a fact. */
  | { kind: 'practical' }
  | { kind: 'term'; term: Term }
  /** `terms`: ids of the concepts that it tells of. */
  | { kind: 'chapter'; chapter: Chapter; number: number; terms: readonly string[] }
  | { kind: 'section'; section: Section }
  /** Some weeks in a row, from 1; `terms`: ids of the concepts that they tell of. */
  | { kind: 'weeks'; from: number; to: number; title: Localized | undefined; terms: readonly string[] }
  | { kind: 'set'; set: QuestionSet }
  /** What a student is to review. */
  | { kind: 'review'; questions: readonly Question[] }
  /** What a student did not get right the last time, or, with `of`, in that practice; see practiceId(). */
  | { kind: 'missed'; questions: readonly Question[]; of?: string }
  | HomeworkTopic;

/** What a class was given to do, as it stands with one of its students. */
export interface HomeworkTopic {
  kind: 'homework';
  id: string;
  title: Localized;
  /** What a class still has of it: those that the student has answered, in the order of the answers, then the others. */
  questions: readonly Question[];
  /** Of each question that was answered, in the same order, whether it was right. */
  answered: readonly boolean[];
  /** Small print below each of its questions. */
  foot: Localized;
}

/** Questions of a review: a key has room for so many in a button's line. */
export const MOST_REVIEWED = 5;

/** Keys of topics that a course does not hold: a student's records do. */
const MISSED = 'missed';
const MISSED_OF = 'w';
const HOMEWORK = 'h';

/** `k3`, `k1z3`: weeks. */
const WEEKS_KEY = /^k(\d{1,2})(?:z(\d{1,2}))?$/;

/** A topic's short and stable name for a button's line; `all` is everything. */
export function topicKey(topic: Topic): string {
  switch (topic.kind) {
    case 'all':
      return 'all';
    case 'practical':
      return 'practice';
    case 'review':
      return `r${topic.questions.map(shortId).join('')}`;
    case 'missed':
      return topic.of === undefined ? MISSED : missedKey(topic.of);
    case 'homework':
      return HOMEWORK + topic.id;
    case 'weeks':
      return topic.from === topic.to ? `k${topic.from}` : `k${topic.from}z${topic.to}`;
    case 'set':
      // Not `s`: a section's key begins so.
      return `q${hash(topicLine(topic)).toString(36)}`;
    case 'term':
    case 'chapter':
    case 'section':
      return topic.kind[0] + hash(topicLine(topic)).toString(36);
    default:
      return topic satisfies never;
  }
}

/** The key of what was not right in a practice. */
export const missedKey = (practice: string): string => MISSED_OF + practice;

/** The line that starts a practice on the topic. */
export function topicLine(topic: Topic): string {
  switch (topic.kind) {
    case 'all':
      return 'quiz';
    case 'practical':
      return 'quiz practical';
    case 'term':
      return quizLine(topic.term);
    case 'chapter':
      return quizLine(topic.chapter);
    case 'section':
      return quizLine(topic.section);
    case 'weeks':
      return `quiz topic:"week ${topic.from === topic.to ? topic.from : `${topic.from}-${topic.to}`}"`;
    case 'set':
      return quizLine(topic.set);
    case 'review':
      return 'review';
    case 'missed':
      return 'quiz missed';
    case 'homework':
      return 'quiz homework';
    default:
      return topic satisfies never;
  }
}

/** What a topic is called; undefined for everything, and for what is asked again. */
export function titleOf(topic: Topic): Localized | undefined {
  switch (topic.kind) {
    case 'all':
    case 'review':
      return undefined;
    case 'practical':
      return text.both((words) => words.practical);
    case 'missed':
      return text.both((words) => words.missed);
    case 'term':
      return topic.term.title;
    case 'chapter':
      return chapterTitle(topic);
    case 'section':
      return topic.section.title;
    case 'weeks':
      return text.both((words, locale) => words.weeks(topic.from, topic.to, topic.title?.[locale]));
    case 'set':
      return topic.set.title;
    case 'homework':
      return topic.title;
    default:
      return topic satisfies never;
  }
}

/** A course's chapters, as topics. */
export const chapterTopics = memoizePer(
  ({
    content,
    terms,
  }: Pick<Course, 'content' | 'terms'>): (Topic & {
    kind: 'chapter';
  })[] =>
    numberedChapters(content).map(({ chapter, number }) => ({
      kind: 'chapter',
      chapter,
      number,
      terms: termsOfChapter(chapter, { content, terms }),
    })),
);

/** A course's topics by their keys, which are hashes and cannot be read back. */
export const topicsByKey = memoizePer((course: Pick<Course, 'content' | 'terms' | 'sections'>) => {
  const { content, terms, sections } = course;
  const topics: Topic[] = [
    { kind: 'all' },
    { kind: 'practical' },
    ...Array.from(terms.values(), (term): Topic => ({ kind: 'term', term })),
    ...chapterTopics(course),
    ...Array.from(sections.values(), (section): Topic => ({ kind: 'section', section })),
    ...content.sets.map((set): Topic => ({ kind: 'set', set })),
  ];
  return new Map(topics.map((topic) => [topicKey(topic), topic]));
});

/** The concepts and sections of these ids, in their order; those that the course does not have are left out. */
export const topicsOfIds = (ids: readonly string[], { terms, sections }: Pick<Course, 'terms' | 'sections'>): Topic[] =>
  ids.flatMap((id): Topic[] => {
    const [term, section] = [terms.get(id), sections.get(id)];
    return term ? [{ kind: 'term', term }] : section ? [{ kind: 'section', section }] : [];
  });

/**
 * The topic of a key, but for what a student's records hold (see loadTopic()). A review's key holds its questions; those
 * that the content no longer has are left out.
 */
export function topicOfKey(key: string, course: Course): Topic | undefined {
  const [, from, to = from] = WEEKS_KEY.exec(key) ?? [];
  if (from !== undefined) return weeksTopic(Number(from), Number(to), course);
  if (!key.startsWith('r')) return topicsByKey(course).get(key);
  // See shortId(). A line can be typed: it brings no question that an instructor keeps back.
  const found = (key.slice(1).match(/.{6}/g) ?? [])
    .flatMap((id) => course.questionNamed(id) ?? [])
    .filter((question) => !isKeptBack(question, course));
  return found.length === 0 ? undefined : { kind: 'review', questions: found };
}

/** The practice whose missed questions a key stands for; empty for what was missed of everything. */
export function missedPracticeOf(key: string): string | undefined {
  if (key === MISSED) return '';
  return key.startsWith(MISSED_OF) ? key.slice(MISSED_OF.length) : undefined;
}

/** The homework that a key stands for. */
export const homeworkOf = (key: string): string | undefined =>
  key.startsWith(HOMEWORK) ? key.slice(HOMEWORK.length) : undefined;

/** A review of the terms: one question each, another one with another seed. */
export const createReviewTopic = (terms: readonly Term[], seed: string): Extract<Topic, { kind: 'review' }> => ({
  kind: 'review',
  questions: terms
    .flatMap(({ questions }) => seededShuffle(questions, seed, ({ id }) => id).slice(0, 1))
    .slice(0, MOST_REVIEWED),
});

const questionsOfTerms = (terms: readonly (Term | undefined)[]): Question[] =>
  terms.flatMap((term) => term?.questions ?? []);

/**
 * Questions on a concept that was named: of those made of its definition none that asks for its name, where there are
 * others.
 */
export function questionsOnNamed({ questions, title }: Term): readonly Question[] {
  const fair = questions.filter((question) => !isMade(question) || solution(question, 'ko') !== title.ko);
  return fair.length > 0 ? fair : questions;
}

/** Is there anything to ask on a topic? */
export const hasQuestions = (topic: Topic, { terms }: Pick<Course, 'terms'>): boolean =>
  poolsOf(topic, terms).some((pool) => pool.length > 0);

/** The questions of a topic: its own first, then those of what it is related to. */
export function poolsOf(topic: Topic, terms: ReadonlyMap<string, Term>): Pools {
  const all = (): Question[] => questionsOfTerms(Array.from(terms.values()));
  switch (topic.kind) {
    case 'all':
      return [all()];
    case 'practical':
      return [all().filter(({ practical }) => practical)];
    case 'term': {
      const related = topic.term.related.filter((id) => id !== topic.term.id);
      return [questionsOnNamed(topic.term), questionsOfTerms(related.map((id) => terms.get(id)))];
    }
    case 'chapter':
    case 'weeks':
      return [questionsOfTerms(topic.terms.map((id) => terms.get(id)))];
    case 'section': {
      const taught = Array.from(terms.values()).filter((term) => term.section === topic.section.id);
      const named = topic.section.terms.filter((id) => !taught.some((term) => term.id === id));
      return [questionsOfTerms(taught), questionsOfTerms(named.map((id) => terms.get(id)))];
    }
    case 'set': {
      const named = new Set(topic.set.items.flatMap(({ question }) => question ?? []));
      const whole = topic.set.items.flatMap(({ term }) => terms.get(term ?? '')?.questions ?? []);
      return [all().filter(({ id }) => named.has(id)), whole.filter(({ id }) => !named.has(id))];
    }
    case 'review':
    case 'missed':
    case 'homework':
      return [topic.questions];
    default:
      return topic satisfies never;
  }
}
