import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../../src/core/steps.ts';
import { documentsOf } from '../../src/course/documents.ts';
import type { Carry } from '../../src/search/carry.ts';
import type { Document } from '../../src/search/document.ts';
import { indexSearch, type Search, searchSteps } from '../../src/search/search.ts';
import { runs } from '../support/sample.ts';
import { courseContent } from '../support/world.ts';

const content = courseContent();
const pool = documentsOf(content);
const queries = ['queries.jsonl', 'day/unseen-1.jsonl', 'day/unseen-3.jsonl', 'day/unseen-4.jsonl'].flatMap((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).query),
);

interface Taught {
  documents: readonly Document[];
  synonyms: readonly (readonly string[])[];
}

/** An author's change of a course. */
type Edit = (course: Taught) => Taught;

const from = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
/** Changes one of the documents, by its place among all. */
const change =
  (place: number, how: (document: Document) => Document): Edit =>
  (course) => ({
    ...course,
    documents: course.documents.map((one, at, { length }) => (at === place % length ? how(one) : one)),
  });
const place = fc.nat(1000);
const text = fc.oneof(
  from(queries),
  from(pool).map(({ definition }) => definition),
);
const name = fc.oneof(
  from(pool).map(({ title }) => title.ko),
  from(pool.flatMap(({ names }) => names)),
);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, text).map(([at, body]) => change(at, (one) => ({ ...one, body }))),
  fc.tuple(place, text).map(([at, said]) => change(at, (one) => ({ ...one, asks: [...one.asks.slice(1), said] }))),
  fc.tuple(place, text).map(([at, said]) => change(at, (one) => ({ ...one, tasks: [[said], ...one.tasks.slice(1)] }))),
  fc.tuple(place, text).map(([at, said]) =>
    change(at, (one) => ({
      ...one,
      signs: [{ says: ['it broke: *'], asks: [said], general: false, healthy: false }],
    })),
  ),
  fc.tuple(place, name).map(([at, ko]) => change(at, (one) => ({ ...one, title: { ...one.title, ko } }))),
  fc.tuple(place, name).map(([at, alias]) => change(at, (one) => ({ ...one, names: [...one.names.slice(1), alias] }))),
  fc.tuple(place, name).map(([at, slip]) => change(at, (one) => ({ ...one, misspellings: [slip] }))),
  place.map((at) => change(at, (one) => ({ ...one, kind: one.kind === 'term' ? 'section' : 'term' }))),
  place.map(
    (at): Edit =>
      ({ documents, ...rest }) => ({
        documents: documents.length > 2 ? documents.toSpliced(at % documents.length, 1) : documents,
        ...rest,
      }),
  ),
  fc.tuple(place, from(pool)).map(
    ([at, more]): Edit =>
      ({ documents, ...rest }) => ({
        documents: documents.some(({ id }) => id === more.id)
          ? documents
          : documents.toSpliced(at % documents.length, 0, more),
        ...rest,
      }),
  ),
  fc.tuple(name, name).map(
    ([one, other]): Edit =>
      (course) => ({ ...course, synonyms: [[one, other].map((word) => word.toLowerCase())] }),
  ),
);

function indexAfter({ documents, synonyms }: Taught, carry: Carry): Search {
  // What is loaded again are other values, even where they say the same.
  const search = finish(searchSteps(structuredClone(documents), synonyms, carry));
  finish(search.prepare());
  return search;
}

const places = fc.uniqueArray(fc.nat(pool.length - 1), { minLength: 3, maxLength: 25 });

test('after any changes a search answers as one that was made of nothing', () => {
  fc.assert(
    fc.property(
      places,
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      fc.array(from(queries), { minLength: 20, maxLength: 20 }),
      (begun, edits, asked) => {
        const carry: Carry = {};
        let course: Taught = {
          documents: pool.filter((_, at) => begun.includes(at)),
          synonyms: content.synonyms,
        };
        indexAfter(course, carry);
        for (const each of edits) {
          course = each(course);
          const search = indexAfter(course, carry);
          const anew = indexSearch(course.documents, course.synonyms);
          const own = course.documents.flatMap(({ title, asks, tasks }) => [
            title.ko,
            ...asks.slice(0, 1),
            ...tasks.flat().slice(0, 1),
          ]);
          for (const query of [...asked, ...own]) {
            expect(search(query)).toEqual(anew(query));
            expect(search.complete(query.slice(0, 3), 5)).toEqual(anew.complete(query.slice(0, 3), 5));
          }
        }
      },
    ),
    { numRuns: runs(10) },
  );
});

const few: Taught = { documents: pool.slice(0, 5), synonyms: [] };
const withBody = (body: string): Taught => change(0, (one) => ({ ...one, body }))(few);

test('what has not changed is taken over: other documents, and names where nothing is called otherwise', () => {
  const carry: Carry = {};
  indexAfter(few, carry);
  const before = carry.last;
  indexAfter(withBody('다른 말'), carry);
  expect(carry.last?.documents[0]).not.toBe(before?.documents[0]);
  for (const at of [1, 2, 3, 4]) expect(carry.last?.documents[at]).toBe(before?.documents[at]);
  expect(carry.last?.named).toBe(before?.named);
  indexAfter({ ...few, documents: few.documents.slice(1) }, carry);
  expect(carry.last?.documents[0]).toBe(before?.documents[1]);
  expect(carry.last?.named).not.toBe(before?.named);
});

test('a course that is saved without end takes no more room: keys of texts that are gone are forgotten', () => {
  const carry: Carry = {};
  indexAfter(few, carry);
  const first = carry.last?.words.keys.size() ?? 0;
  let most = 0;
  for (let save = 0; save < 200; save++) {
    indexAfter(withBody(Array.from({ length: 50 }, (_, at) => `word${save}x${at}`).join(' ')), carry);
    most = Math.max(most, carry.last?.words.keys.size() ?? 0);
  }
  // 200 saves have ten thousand words, each with two keys at least.
  expect(most).toBeLessThan(3 * first + 1000);
});
