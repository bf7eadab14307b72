import { expect, test } from 'vitest';
import type { Chapter, Term } from '../../src/content/model.ts';
import { questionsOf, surveyOf } from '../../src/content/survey.ts';
import { compact, normalize } from '../../src/language/normalize.ts';
import { sectionsOf } from '../support/content.ts';
import { courseContent } from '../support/world.ts';

const content = courseContent();
const { terms } = content;
const questions = questionsOf(content);

const hasHangul = (text: string): boolean => /[가-힣]/.test(text);

/** Ids of the terms that lack something; named, so that a failure says which. */
const lacking = (has: (term: Term) => boolean): string[] => terms.filter((term) => !has(term)).map((term) => term.id);

test('the course loads without a problem', () => {
  expect(content.problems).toEqual([]);
});

const survey = surveyOf(content);

test('there is enough to learn: 190 terms, 900 questions, near half of them practical', () => {
  expect(terms.length).toBeGreaterThanOrEqual(190);
  expect(survey.questions).toBeGreaterThanOrEqual(900);
  expect(survey.practical).toBeGreaterThanOrEqual(0.45);
});

test('little can be guessed: a fifth at most is true or false, and blind guesses get a fifth at most', () => {
  const booleans = survey.types.find(([type]) => type === 'boolean')?.[1] ?? 0;
  expect(booleans).toBeGreaterThan(0);
  expect(booleans / survey.questions).toBeLessThanOrEqual(0.2);
  expect(survey.guess).toBeGreaterThan(0);
  expect(survey.guess).toBeLessThanOrEqual(0.2);
});

test('every term has two related terms, four questions, an analogy, a section and a page to read on', () => {
  expect(lacking((term) => new Set(term.related).size >= 2)).toEqual([]);
  expect(lacking((term) => term.questions.length >= 4)).toEqual([]);
  expect(lacking((term) => term.analogy !== undefined)).toEqual([]);
  expect(lacking((term) => term.section !== undefined)).toEqual([]);
  expect(lacking((term) => term.docs !== undefined)).toEqual([]);
});

test('a hundred terms and more are drawn', () => {
  expect(terms.filter((term) => term.diagram !== undefined).length).toBeGreaterThanOrEqual(100);
});

test('every term is named, defined, explained and asked for in both languages', () => {
  expect(lacking(({ title }) => title.ko !== '' && title.en !== '' && !hasHangul(title.en))).toEqual([]);
  expect(lacking(({ definition }) => hasHangul(definition.ko) && !hasHangul(definition.en))).toEqual([]);
  expect(lacking(({ explanation }) => hasHangul(explanation.ko) && !hasHangul(explanation.en))).toEqual([]);
  expect(lacking(({ analogy }) => hasHangul(analogy?.ko ?? '') && !hasHangul(analogy?.en ?? '한'))).toEqual([]);
  expect(lacking(({ asks }) => asks.some(hasHangul) && asks.some((ask) => !hasHangul(ask)))).toEqual([]);
});

test('the first chapter links to its own terms', () => {
  const functions = ['automated-rollout', 'autoscaling', 'self-healing', 'load-balancing', 'service-discovery'];
  const basics = ['pod', 'node', 'cluster', 'control-plane', 'service'];
  const linked = (key: string) => sectionsOf(content).find(({ id }) => id === `why-kubernetes#${key}`)?.terms;
  expect(linked('five-functions')).toEqual(expect.arrayContaining(functions));
  expect(linked('terms')).toEqual(basics);
});

test('no name, alias or misspelling is claimed by two terms, whatever its case and spaces', () => {
  const claims = new Map<string, Set<string>>();
  for (const term of terms)
    for (const name of [term.id, term.title.ko, term.title.en, ...term.aliases, ...term.misspellings]) {
      const key = compact(normalize(name));
      claims.set(key, (claims.get(key) ?? new Set()).add(term.id));
    }
  expect(claims.size).toBeGreaterThan(terms.length);
  expect(Array.from(claims, ([name, by]) => [name, ...by]).filter(([, ...by]) => by.length > 1)).toEqual([]);
});

test('no name is a misspelling of its own term', () => {
  const both = terms.flatMap(({ title, aliases, misspellings }) => {
    const names = new Set([title.ko, title.en, ...aliases].map((name) => compact(normalize(name))));
    return misspellings.filter((name) => names.has(compact(normalize(name))));
  });
  expect(both).toEqual([]);
});

test('there are thirteen chapters, and the first has its eleven sections', () => {
  expect(content.chapters).toHaveLength(13);
  expect(content.chapters[0]?.sections.map(({ id }) => id.replace('why-kubernetes#', ''))).toEqual([
    'goals-why',
    'one-server',
    'vm-to-container',
    'many-containers',
    'what-is-kubernetes',
    'five-functions',
    'architecture',
    'terms',
    'where-used',
    'what-changed',
    'summary',
  ]);
});

/** Ids of the chapters that lack something. */
const without = (has: (chapter: Chapter) => boolean): string[] =>
  content.chapters.filter((chapter) => !has(chapter)).map(({ id }) => id);

test('every chapter is whole in both languages, each of its sections with ways to ask for it', () => {
  expect(without(({ title }) => hasHangul(title.ko) && title.en !== '' && !hasHangul(title.en))).toEqual([]);
  const halves = sectionsOf(content).filter(
    ({ title, body, asks }) =>
      ![title.ko, body.ko].every(hasHangul) ||
      [title.en, body.en].some((text) => text.trim() === '' || hasHangul(text)) ||
      !asks.some(hasHangul) ||
      asks.every(hasHangul),
  );
  expect(halves.map(({ id }) => id)).toEqual([]);
});

test('every chapter begins with what is learned, ends with a summary, and is drawn', () => {
  expect(without(({ sections }) => /goals/.test(sections[0]?.id.split('#')[1] ?? ''))).toEqual([]);
  expect(without(({ sections }) => /summary/.test(sections.at(-1)?.id.split('#')[1] ?? ''))).toEqual([]);
  expect(without(({ sections }) => sections.some(({ diagram }) => diagram !== undefined))).toEqual([]);
});

test('every chapter has a set of questions on it, eight or more but for the first lesson', () => {
  const chapterOf = new Map(
    content.chapters.flatMap(({ id, sections }) => sections.map((section) => [section.id, id] as const)),
  );
  const termOf = new Map(terms.flatMap((term) => term.questions.map(({ id }) => [id, term.id] as const)));
  const section = new Map(terms.map((term) => [term.id, term.section ?? '']));
  /** The chapters of what a set asks. */
  const chaptersOf = ({ items }: (typeof content.sets)[number]): (string | undefined)[] =>
    items.map((item) => chapterOf.get(section.get(item.term ?? termOf.get(item.question ?? '') ?? '') ?? ''));
  const isOn = (set: (typeof content.sets)[number], chapter: string): boolean =>
    chaptersOf(set).every((one) => one === chapter);
  expect(without(({ id }) => content.sets.some((set) => isOn(set, id)))).toEqual([]);
  const small = content.sets.filter(({ id, items }) => items.length < (id === 'first-lesson' ? 6 : 8));
  expect(small.map(({ id }) => id)).toEqual([]);
});

test('two exams of thirty questions are kept back until they are opened', () => {
  expect(content.keptBack.map(({ id }) => id).toSorted()).toEqual(['final', 'midterm']);
  for (const { id, items, questions: own, title } of content.keptBack) {
    expect(items, id).toHaveLength(30);
    expect(new Set(own.map((question) => question.id)).size, id).toBe(30);
    expect(hasHangul(title.ko) && !hasHangul(title.en), id).toBe(true);
  }
  const asked = new Set(terms.flatMap((term) => term.questions.map((question) => question.id)));
  expect(content.keptBack.flatMap((exam) => exam.questions.filter((question) => asked.has(question.id)))).toEqual([]);
});

test('every question can be told from every other by its id', () => {
  const byId = Map.groupBy(questions, (question) => question.id);
  expect(Array.from(byId.values()).filter((alike) => alike.length > 1)).toEqual([]);
});
