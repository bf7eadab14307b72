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
const FLOOR = { overall: 0.94, kind: 0.86, told: 0.91, command: 0.82 } as const;

const course = courseIn([COURSE]);
const { search } = course;
const queries = Array.from({ length: 16 }, (_, i) => `unseen-${i + 1}.jsonl`)
  .flatMap((name) =>
    readFileSync(join(import.meta.dirname, 'day', name), 'utf8')
      .trim()
      .split('\n')
      .map((line): Labelled => JSON.parse(line)),
  )
  .filter(({ kind }) => !ELSEWHERE.includes(kind));
const kinds = Array.from(new Set(queries.map(({ kind }) => kind)));

const label = (id: string): string => id.replace(/^.*#/, 'section:');

/** Each is asked once. */
const results = new Map(queries.map((one) => [one, search(one.query)]));

function isRight(one: Labelled): boolean {
  const { kind, expect: wanted } = one;
  const { answered = false, compares = false, matches = [] } = results.get(one) ?? {};
  const ids = matches.map(({ document }) => label(document.id));
  if (wanted.length === 0) return !answered;
  if (kind === 'beside') return answered && compares && wanted.every((id) => ids.slice(0, wanted.length).includes(id));
  return answered && wanted.includes(ids[0] ?? '');
}

const share = (list: readonly Labelled[], is: (one: Labelled) => boolean): number =>
  list.filter(is).length / list.length;

describe('questions of a day in class', () => {
  test('there are many, of many kinds', () => {
    expect(queries.length).toBeGreaterThan(5900);
    expect(kinds.length).toBeGreaterThan(20);
  });

  test('the first answer is right', () => {
    expect(share(queries, isRight)).toBeGreaterThanOrEqual(FLOOR.overall);
  });

  test.each(kinds)('%s', (kind) => {
    const own = queries.filter((one) => one.kind === kind);
    expect(share(own, isRight)).toBeGreaterThanOrEqual(FLOOR.kind);
  });

  test('errors and what people want to do are answered with what to type', () => {
    const doing = queries.filter((one) => one.do !== undefined && one.kind !== 'yaml');
    const isTold = (one: Labelled): boolean => isRight(one) && results.get(one)?.guide !== undefined;
    expect(share(doing, isTold)).toBeGreaterThanOrEqual(FLOOR.told);
  });

  test('of those who ask how, most are told the very command', () => {
    /** `kubectl rollout restart deployment api` -> `kubectl rollout`; sudo is the same command. */
    const verbOf = (command: string): string =>
      command
        .replace(/^(?:\$|sudo) /, '')
        .split(/\s+/)
        .slice(0, 2)
        .join(' ');
    const asked = queries.filter(({ kind, do: wanted = '' }) => kind.startsWith('how') && verbOf(wanted).includes(' '));
    const isTold = (one: Labelled): boolean => {
      const guide = results.get(one)?.guide;
      const run = guide?.kind === 'task' ? (course.terms.get(guide.id)?.tasks[guide.at]?.run ?? '') : '';
      return run.split('\n').some((line) => verbOf(line) === verbOf(one.do ?? ''));
    };
    expect(asked.length).toBeGreaterThan(450);
    expect(share(asked, isTold)).toBeGreaterThanOrEqual(FLOOR.command);
  });
});
