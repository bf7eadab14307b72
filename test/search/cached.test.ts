import { expect, test } from 'vitest';
import { documentsOf } from '../../src/course/documents.ts';
import { cached } from '../../src/search/cached.ts';
import { indexSearch } from '../../src/search/search.ts';
import { courseContent } from '../support/world.ts';

const search = indexSearch(documentsOf(courseContent()), []);

test('what is remembered is what was found, for questions and completions of any length', () => {
  const again = cached(search);
  for (const query of ['파드', 'ㅋㅂㄴㅌㅅ', '', `${'파드 '.repeat(60)}`, '파드'])
    for (const most of [3, 25, 3]) {
      expect(again(query)).toEqual(search(query));
      expect(again.complete(query, most)).toEqual(search.complete(query, most));
    }
});

test('a question is searched for once', () => {
  const asked: string[] = [];
  const search = (query: string) => {
    asked.push(query);
    return { answered: false, compares: false, matches: [] };
  };
  const again = cached(
    Object.assign(search, {
      *prepare() {},
      complete: (partial: string) => {
        asked.push(partial);
        return [];
      },
    }),
  );
  for (const query of ['pod', 'node', 'pod']) again(query);
  for (const most of [5, 5]) again.complete('po', most);
  expect(asked).toEqual(['pod', 'node', 'po']);
});

test.each([
  ['ㅋㅌ', 'container'],
  ['ㅋㅌㅇ', 'container'],
  ['ㄷㅍㄹㅇ', 'deployment'],
  ['ㅋㅂㄴ', 'kubernetes'],
])('initial consonants that are still being typed (%s) are completed', (partial, id) => {
  expect(search.complete(partial, 5).map((document) => document.id)).toContain(id);
});
