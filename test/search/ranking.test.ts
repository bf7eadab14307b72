import { describe, expect, test } from 'vitest';
import { finish } from '../../src/core/steps.ts';
import type { Contender } from '../../src/search/contenders.ts';
import type { Document } from '../../src/search/document.ts';
import { keeping } from '../../src/search/kept.ts';
import { createKeys } from '../../src/search/keys.ts';
import { indexLetterPairs } from '../../src/search/letter-pairs.ts';
import { readNetwork, worthOf } from '../../src/search/network.ts';
import { assurance, type Known, rank, weighable } from '../../src/search/ranking.ts';
import { COURSE, courseIn } from '../support/world.ts';

const nothing: Omit<Contender, 'doc'> = {
  ...{ task: 0, tasks: 0, evidence: 0, named: 0, focus: 0, unasked: 0, defines: 0, certain: 0, lead: 0 },
  ...{ inNames: 0, told: 0, words: 0, letters: 0, askLetters: 0, taskLetters: 0, signLetters: 0 },
  ...{ quoted: 0, signalled: 0, learned: 0, behind: 0, likeliest: 0, asked: 0, askedMost: 0 },
  ...{ nearTask: undefined, nearSign: undefined },
};
const before = { docs: [0, 1], answered: true, bySign: false, score: 0.8, how: false, brief: 0.2 };
const judged = { of: () => 0, best: [0], none: -1, way: -1, mend: -1, beside: -1, taskOf: () => undefined };
const known = (contenders: readonly Contender[], learned?: Known['judged']): Known => ({
  ...{ contenders, before, documents: [], judged: learned },
});

const term = (id: string, asks: string[], tasks: string[]): Document => ({
  ...{ id, kind: 'term', title: { ko: id, en: id }, names: [], misspellings: [], asks, definition: '' },
  ...{ signs: [], tasks: [tasks], commands: [], hasExample: false, body: '' },
});

describe('what is set side by side', () => {
  test.each([
    ['ranking.txt', (one: Contender) => weighable(known([one]))[0]],
    ['ranking-learned.txt', (one: Contender) => weighable(known([one], judged))[0]],
    ['sureness.txt', (one: Contender) => assurance(one, 1, known([one], judged))],
  ] as const)('all of it is worth something in %s, and nothing else is', (file, what) => {
    expect(readNetwork(file).names.toSorted()).toEqual(Object.keys(what({ doc: 0, ...nothing }) ?? {}).toSorted());
  });

  test('what numbers are worth may change where another number is there', () => {
    // Worth something by itself; the unit counts where both are there.
    const network = {
      ...{ names: ['one', 'other'], means: Float64Array.of(0, 0), spreads: Float64Array.of(1, 0.5) },
      ...{ direct: Float64Array.of(1, 0), inner: Float64Array.of(1, 1) },
      ...{ starts: Float64Array.of(-2), outer: Float64Array.of(10) },
    };
    const worths = [worthOf([1, 0], network), worthOf([0, 1], network), worthOf([1, 1], network)];
    expect(worths).toEqual([1, 0, 11]);
    expect(worthOf([1000, 1], network)).toBe(4 + 10 * (4 + 2 - 2));
  });

  test.each([undefined, judged])('what was found first stays so where nothing speaks against it', (learned) => {
    const same = { ...nothing, evidence: 0.5, words: 0.5, inNames: 0.3, told: 0.5, letters: 0.6, askLetters: 0.4 };
    const { docs } = rank(
      known(
        [
          { doc: 0, ...same, likeliest: 1 },
          { doc: 1, ...same, learned: -0.1, behind: -0.1 },
        ],
        learned,
      ),
    );
    expect(docs[0]).toBe(0);
  });

  test('a contender for which much more speaks comes first', () => {
    const strong = { ...nothing, evidence: 0.6, told: 0.8, letters: 0.9, askLetters: 0.6, words: 1 };
    const first = (contenders: readonly Contender[]) => rank(known(contenders)).docs;
    expect(
      first([
        { doc: 0, ...nothing, evidence: 0.3 },
        { doc: 1, ...strong },
      ]),
    ).toEqual([1]);
    const learned = { ...nothing, learned: 0.3, likeliest: 1 };
    expect(
      rank(
        known(
          [
            { doc: 0, ...nothing, learned: -1, behind: -1.3 },
            { doc: 1, ...learned },
          ],
          judged,
        ),
      ).docs,
    ).toEqual([1]);
    expect(first([])).toEqual([]);
  });

  test('where a course has learned, it is sure of what speaks more for one than for none of them', () => {
    const one = { doc: 0, ...nothing, learned: 0.4, likeliest: 1, evidence: 0.6 };
    expect(rank(known([one], { ...judged, none: -1 })).sure).toBe(true);
    expect(rank(known([{ ...one, learned: -1 }], { ...judged, none: 0.6 })).sure).toBe(false);
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
    expect(compare([''], [0, 1]).map(({ all, ask, task, sign }) => all + ask + task + sign)).toEqual([0, 0]);
  });

  test('of a document the task that is meant is known', () => {
    const compare = finish(
      indexLetterPairs(
        [{ ...term('one', [], ['파드를 늘리기']), tasks: [['파드를 늘리기'], ['로그를 따라가기']] }],
        createKeys(),
        keeping(),
      ),
    );
    expect(compare(['로그', '따라가고픔'], [0])[0]?.nearest).toMatchObject({ task: { at: 1 }, sign: undefined });
  });

  test('the end of a question that is written apart is no name', () => {
    expect(courseIn([COURSE]).search('쿠버네티스 무엇 인가요? 처음 입니다').matches[0]?.document.id).toBe('kubernetes');
    expect(courseIn([COURSE]).search('인증 말고 인가요').matches[0]?.document.id).toBe('authorization');
  });

  test('of close answers the one that is meant comes first', () => {
    const { matches } = courseIn([COURSE]).search('노드 점검 전에 파드를 다른 데로 보내려면');
    expect(matches[0]?.document.id).toBe('drain');
  });
});
