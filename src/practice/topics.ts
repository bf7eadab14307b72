import type { Question, Section, Term } from '../content/model.ts';
import { shortId } from '../content/question-ids.ts';
import { hash } from '../core/hash.ts';
import { seededShuffle } from '../core/seeded-shuffle.ts';
import type { Course } from '../course/course.ts';
import { quizLine } from '../course/lines.ts';
import { memoizePer } from '../language/memoize.ts';
import type { Pools } from './practice.ts';

/** Something to practise: everything, a term, a chapter's section, or what a student is to review. */
export type Topic =
  | { kind: 'all' }
  | { kind: 'term'; term: Term }
  | { kind: 'section'; section: Section }
  | { kind: 'review'; questions: readonly Question[] };

/** Questions of a review: a key has room for so many in a button's line. */
export const MOST_REVIEWED = 5;

/** A topic's short and stable name for a button's line; `all` is everything. */
export function topicKey(topic: Topic): string {
  if (topic.kind === 'all') return 'all';
  if (topic.kind === 'review') return `r${topic.questions.map(shortId).join('')}`;
  return topic.kind[0] + hash(topicLine(topic)).toString(36);
}

/** The line that starts a practice on the topic. */
export function topicLine(topic: Topic): string {
  switch (topic.kind) {
    case 'all':
      return 'quiz';
    case 'term':
      return quizLine(topic.term);
    case 'section':
      return quizLine(topic.section);
    case 'review':
      return 'review';
    default:
      return topic satisfies never;
  }
}

/** A course's topics by their keys, which are hashes and cannot be read back. */
export const topicsByKey = memoizePer(({ terms, sections }: Pick<Course, 'terms' | 'sections'>) => {
  const topics: Topic[] = [
    { kind: 'all' },
    ...Array.from(terms.values(), (term): Topic => ({ kind: 'term', term })),
    ...Array.from(sections.values(), (section): Topic => ({ kind: 'section', section })),
  ];
  return new Map(topics.map((topic) => [topicKey(topic), topic]));
});

/** The topic of a key. A review's key holds its questions; those that the content no longer has are left out. */
export function topicOfKey(
  key: string,
  course: Pick<Course, 'terms' | 'sections' | 'questionNamed'>,
): Topic | undefined {
  if (!key.startsWith('r')) return topicsByKey(course).get(key);
  // See shortId().
  const found = (key.slice(1).match(/.{6}/g) ?? []).flatMap((id) => course.questionNamed(id) ?? []);
  return found.length === 0 ? undefined : { kind: 'review', questions: found };
}

/** A review of the terms: one question each, another one with another seed. */
export const createReviewTopic = (terms: readonly Term[], seed: string): Extract<Topic, { kind: 'review' }> => ({
  kind: 'review',
  questions: terms
    .flatMap(({ questions }) => seededShuffle(questions, seed, ({ id }) => id).slice(0, 1))
    .slice(0, MOST_REVIEWED),
});

const questionsOfTerms = (terms: readonly (Term | undefined)[]): Question[] =>
  terms.flatMap((term) => term?.questions ?? []);

/** The questions of a topic: its own first, then those of what it is related to. */
export function poolsOf(topic: Topic, terms: ReadonlyMap<string, Term>): Pools {
  switch (topic.kind) {
    case 'all':
      return [questionsOfTerms(Array.from(terms.values()))];
    case 'term': {
      const related = topic.term.related.filter((id) => id !== topic.term.id);
      return [topic.term.questions, questionsOfTerms(related.map((id) => terms.get(id)))];
    }
    case 'section': {
      const taught = Array.from(terms.values()).filter((term) => term.section === topic.section.id);
      const named = topic.section.terms.filter((id) => !taught.some((term) => term.id === id));
      return [questionsOfTerms(taught), questionsOfTerms(named.map((id) => terms.get(id)))];
    }
    case 'review':
      return [topic.questions];
    default:
      return topic satisfies never;
  }
}
