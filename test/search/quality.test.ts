import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentsOf } from '../../src/course/documents.ts';
import { indexSearch, type Search } from '../../src/search/search.ts';
import { COURSE, courseContent, courseIn } from '../support/world.ts';

interface Labelled {
  query: string;
  kind: string;
  /** Acceptable first answers; both for two concepts; none where no answer may be given. */
  expect: string[];
}

const FLOOR = { overall: 0.978, kind: 0.94, refused: 0.96 } as const;

const queries = readFileSync(join(import.meta.dirname, 'queries.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): Labelled => JSON.parse(line));
const content = courseContent();
const documents = documentsOf(content);

/** Since a semester's chapters and tasks have the same words as its concepts, these are less sure where nothing was learned. */
const WEAK: Readonly<Record<string, number>> = { mixed: 0.93, description: 0.93, section: 0.87 };
const SEARCHES: readonly [string, Search, Readonly<Record<string, number>>][] = [
  ['as the course has them answered', courseIn([COURSE]).search, { section: 0.9 }],
  ['where nothing was learned', indexSearch(documents, content.synonyms), WEAK],
];

const label = (id: string): string => id.replace(/^.*#/, 'section:');

function isRight({ query, kind, expect: wanted }: Labelled, search: Search): boolean {
  const { answered, compares, matches } = search(query);
  const ids = matches.map(({ document }) => label(document.id));
  if (kind === 'off-topic') return !answered;
  if (kind === 'two-concepts') return answered && compares && wanted.every((id) => ids.slice(0, 2).includes(id));
  return answered && wanted.includes(ids[0] ?? '');
}

const share = (list: readonly Labelled[], search: Search): number =>
  list.filter((one) => isRight(one, search)).length / list.length;

const kinds = Array.from(new Set(queries.map(({ kind }) => kind)));
const subject = queries.filter(({ kind }) => kind !== 'off-topic');

describe('labelled queries', () => {
  test('there are many, of many kinds, and every label exists', () => {
    expect(queries.length).toBeGreaterThan(1000);
    expect(kinds.length).toBe(16);
    const ids = new Set(documents.map(({ id }) => label(id)));
    expect(queries.flatMap((query) => query.expect).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe.each(SEARCHES)('labelled queries, %s', (_, search, weak) => {
  test('the first answer is right', () => {
    expect(share(subject, search)).toBeGreaterThanOrEqual(FLOOR.overall);
  });

  test.each(kinds.filter((kind) => kind !== 'off-topic'))('%s', (kind) => {
    const own = queries.filter((query) => query.kind === kind);
    expect(share(own, search)).toBeGreaterThanOrEqual(weak[kind] ?? FLOOR.kind);
  });

  test('what is not about the subject is refused', () => {
    const others = queries.filter(({ kind }) => kind === 'off-topic');
    expect(share(others, search)).toBeGreaterThanOrEqual(FLOOR.refused);
  });
});
