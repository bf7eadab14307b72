import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COURSE, courseIn } from '../support/world.ts';

/** What a day in class brings, written without sight of the search or the course's texts; nothing is learned from it. */
interface Labelled {
  query: string;
  kind: string;
  /** Acceptable first answers; all of them where names are set side by side; none where no answer may be given. */
  expect: string[];
  /** The command that should be typed: the answer has to say what to do. */
  do?: string;
}

/** Answered by other rooms than the search. */
const ELSEWHERE = ['thanks', 'class-talk', 'follow-up'];
/** Kinds that are not as good as the others yet; each is a floor, not an aim. */
const WEAK: Readonly<Record<string, number>> = { 'two-ask-one': 0.78 };
const FLOOR = { overall: 0.93, kind: 0.85, told: 0.89 } as const;

const search = courseIn([COURSE]).search;
const queries = ['unseen-1', 'unseen-2', 'unseen-3', 'unseen-4']
  .flatMap((name) =>
    readFileSync(join(import.meta.dirname, 'day', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line): Labelled => JSON.parse(line)),
  )
  .filter(({ kind }) => !ELSEWHERE.includes(kind));
const kinds = Array.from(new Set(queries.map(({ kind }) => kind)));

const label = (id: string): string => id.replace(/^.*#/, 'section:');

function isRight({ query, kind, expect: wanted }: Labelled): boolean {
  const { answered, compares, matches } = search(query);
  const ids = matches.map(({ document }) => label(document.id));
  if (wanted.length === 0) return !answered;
  if (kind === 'beside') return answered && compares && wanted.every((id) => ids.slice(0, wanted.length).includes(id));
  return answered && wanted.includes(ids[0] ?? '');
}

const share = (list: readonly Labelled[], is: (one: Labelled) => boolean): number =>
  list.filter(is).length / list.length;

describe('questions of a day in class', () => {
  test('there are many, of many kinds', () => {
    expect(queries.length).toBeGreaterThan(1200);
    expect(kinds.length).toBeGreaterThan(20);
  });

  test('the first answer is right', () => {
    expect(share(queries, isRight)).toBeGreaterThanOrEqual(FLOOR.overall);
  });

  test.each(kinds)('%s', (kind) => {
    const own = queries.filter((one) => one.kind === kind);
    expect(share(own, isRight)).toBeGreaterThanOrEqual(WEAK[kind] ?? FLOOR.kind);
  });

  test('errors and what people want to do are answered with what to type', () => {
    const doing = queries.filter((one) => one.do !== undefined && one.kind !== 'yaml');
    const isTold = (one: Labelled): boolean => isRight(one) && search(one.query).guide !== undefined;
    expect(share(doing, isTold)).toBeGreaterThanOrEqual(FLOOR.told);
  });
});
