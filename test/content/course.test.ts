import { expect, test } from 'vitest';
import type { Term } from '../../src/content/model.ts';
import { compact, normalize } from '../../src/language/normalize.ts';
import { sectionsOf } from '../support/content.ts';
import { courseContent } from '../support/world.ts';

const content = courseContent();
const { terms } = content;
const questions = terms.flatMap((term) => term.questions);

const hasHangul = (text: string): boolean => /[가-힣]/.test(text);

/** Ids of the terms that lack something; named, so that a failure says which. */
const lacking = (has: (term: Term) => boolean): string[] => terms.filter((term) => !has(term)).map((term) => term.id);

test('the course loads without a problem', () => {
  expect(content.problems).toEqual([]);
});

test('there is enough to learn: 120 terms, 300 questions, 25 of them practical', () => {
  expect(terms.length).toBeGreaterThanOrEqual(120);
  expect(questions.length).toBeGreaterThanOrEqual(300);
  expect(questions.filter((question) => question.practical).length).toBeGreaterThanOrEqual(25);
});

test('every term has two related terms, two questions and an analogy', () => {
  expect(lacking((term) => new Set(term.related).size >= 2)).toEqual([]);
  expect(lacking((term) => term.questions.length >= 2)).toEqual([]);
  expect(lacking((term) => term.analogy !== undefined)).toEqual([]);
});

test('every term is named, defined, explained and asked for in both languages', () => {
  expect(lacking(({ title }) => title.ko !== '' && title.en !== '' && !hasHangul(title.en))).toEqual([]);
  expect(lacking(({ definition }) => hasHangul(definition.ko) && !hasHangul(definition.en))).toEqual([]);
  expect(lacking(({ explanation }) => hasHangul(explanation.ko) && !hasHangul(explanation.en))).toEqual([]);
  expect(lacking(({ analogy }) => hasHangul(analogy?.ko ?? '') && !hasHangul(analogy?.en ?? '한'))).toEqual([]);
  expect(lacking(({ asks }) => asks.some(hasHangul) && asks.some((ask) => !hasHangul(ask)))).toEqual([]);
});

test("the chapter's own terms have four questions each", () => {
  const functions = ['automated-rollout', 'autoscaling', 'self-healing', 'load-balancing', 'service-discovery'];
  const basics = ['pod', 'node', 'cluster', 'control-plane', 'service'];
  const linked = (key: string) => sectionsOf(content).find(({ id }) => id === `why-kubernetes#${key}`)?.terms;
  expect(linked('five-functions')).toEqual(expect.arrayContaining(functions));
  expect(linked('terms')).toEqual(basics);
  const own = new Set([...functions, ...basics]);
  expect(lacking((term) => !own.has(term.id) || term.questions.length >= 4)).toEqual([]);
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

test('all ten sections of the chapter are there in both languages, each with ways to ask for it', () => {
  const sections = sectionsOf(content);
  expect(content.chapters).toHaveLength(1);
  expect(sections.map((section) => section.id.replace('why-kubernetes#', ''))).toEqual([
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
  const whole = sections.filter(
    ({ title, body, asks }) =>
      [title.ko, body.ko].every(hasHangul) && ![title.en, body.en].some(hasHangul) && asks.some(hasHangul),
  );
  expect(whole).toHaveLength(10);
});

test('every question can be told from every other by its id', () => {
  const byId = Map.groupBy(questions, (question) => question.id);
  expect(Array.from(byId.values()).filter((alike) => alike.length > 1)).toEqual([]);
});
