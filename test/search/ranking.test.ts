import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finish } from '../../src/core/steps.ts';
import type { Contender } from '../../src/search/contenders.ts';
import type { Document } from '../../src/search/document.ts';
import { keeping } from '../../src/search/kept.ts';
import { createKeys } from '../../src/search/keys.ts';
import { indexLetterPairs } from '../../src/search/letter-pairs.ts';
import { rank, weighable } from '../../src/search/ranking.ts';
import { COURSE, courseIn, ROOT } from '../support/world.ts';

const nothing: Omit<Contender, 'doc'> = {
  ...{ task: 0, tasks: 0, evidence: 0, named: 0, focus: 0, defines: 0 },
  ...{ inNames: 0, told: 0, words: 0, letters: 0, askLetters: 0, taskLetters: 0 },
};
const before = { docs: [0, 1], answered: true, bySign: false, how: false };

const term = (id: string, asks: string[], tasks: string[]): Document => ({
  ...{ id, kind: 'term', title: { ko: id, en: id }, names: [], misspellings: [], asks, definition: '' },
  ...{ signs: [], tasks: [tasks], hasExample: false, body: '' },
});

describe('what is set side by side', () => {
  test('all of it is worth something, and nothing else is', () => {
    const lines = readFileSync(join(ROOT, 'src/search/ranking.txt'), 'utf8').trim().split('\n');
    const names = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(' ')[0]);
    expect(names.toSorted()).toEqual(Object.keys(weighable({ doc: 0, ...nothing }, before, false)).toSorted());
  });

  test('what was found first stays so where nothing speaks against it', () => {
    expect(
      rank(
        [
          { doc: 0, ...nothing },
          { doc: 1, ...nothing },
        ],
        before,
        [],
      ),
    ).toEqual([0]);
  });

  test('a contender for which much more speaks comes first', () => {
    const strong = { ...nothing, evidence: 0.6, told: 0.8, letters: 0.9, askLetters: 0.6, words: 1 };
    expect(
      rank(
        [
          { doc: 0, ...nothing, evidence: 0.3 },
          { doc: 1, ...strong },
        ],
        before,
        [],
      ),
    ).toEqual([1]);
    expect(
      rank(
        [
          { doc: 2, ...strong },
          { doc: 3, ...strong, tasks: 0.1 },
        ],
        before,
        [],
      ),
    ).toEqual([3, 2]);
    expect(rank([], before, [])).toEqual([]);
  });

  test('letters are like a phrase in whatever form its words are', () => {
    const compare = finish(
      indexLetterPairs(
        [term('one', ['노드를 비우는 일'], ['파드를 늘리기']), term('two', ['볼륨을 키우는 일'], ['로그를 따라가기'])],
        createKeys(),
        keeping(),
      ),
    );
    const [one, two] = compare(['노드', '비웠다가'], [0, 1]);
    expect(one?.ask).toBeGreaterThan(two?.ask ?? 1);
    expect(one?.all).toBeGreaterThan(two?.all ?? 1);
    expect(compare(['파드', '늘리고픔'], [0])[0]?.task).toBeGreaterThan(0.3);
    // One question leaves nothing behind for the next.
    expect(compare(['노드', '비웠다가'], [0, 1])).toEqual([one, two]);
    expect(compare([''], [0, 1])).toEqual([
      { all: 0, ask: 0, task: 0 },
      { all: 0, ask: 0, task: 0 },
    ]);
  });

  test('of close answers the one that is meant comes first', () => {
    const { matches } = courseIn([COURSE]).search('노드 점검 전에 파드를 다른 데로 보내려면');
    expect(matches[0]?.document.id).toBe('drain');
  });
});
