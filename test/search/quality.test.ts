import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentsOf } from '../../src/course/documents.ts';
import { indexSearch } from '../../src/search/search.ts';
import { courseContent } from '../support/world.ts';

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
const search = indexSearch(documents, content.synonyms);

/** Since a semester's chapters have the same words as its concepts, these are less sure than with one chapter. */
const WEAK: Readonly<Record<string, number>> = { mixed: 0.93, section: 0.87 };

const label = (id: string): string => id.replace(/^.*#/, 'section:');

function isRight({ query, kind, expect: wanted }: Labelled): boolean {
  const { answered, compares, matches } = search(query);
  const ids = matches.map(({ document }) => label(document.id));
  if (kind === 'off-topic') return !answered;
  if (kind === 'two-concepts') return answered && compares && wanted.every((id) => ids.slice(0, 2).includes(id));
  return answered && wanted.includes(ids[0] ?? '');
}

const share = (list: readonly Labelled[]): number => list.filter(isRight).length / list.length;

const kinds = Array.from(new Set(queries.map(({ kind }) => kind)));
const subject = queries.filter(({ kind }) => kind !== 'off-topic');

describe('labelled queries', () => {
  test('there are many, of many kinds, and every label exists', () => {
    expect(queries.length).toBeGreaterThan(1000);
    expect(kinds.length).toBe(16);
    const ids = new Set(documents.map(({ id }) => label(id)));
    expect(queries.flatMap((query) => query.expect).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('the first answer is right', () => {
    expect(share(subject)).toBeGreaterThanOrEqual(FLOOR.overall);
  });

  test.each(kinds.filter((kind) => kind !== 'off-topic'))('%s', (kind) => {
    expect(share(queries.filter((query) => query.kind === kind))).toBeGreaterThanOrEqual(WEAK[kind] ?? FLOOR.kind);
  });

  test('what is not about the subject is refused', () => {
    expect(share(queries.filter(({ kind }) => kind === 'off-topic'))).toBeGreaterThanOrEqual(FLOOR.refused);
  });
});
