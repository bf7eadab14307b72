import { describe, expect, test } from 'vitest';
import { createClaims, createForgetful, type Note } from '../../src/core/memory.ts';

const lookup = (person: string, id: string): Note => ({ kind: 'lookup', person, id, at: 0 });
const answer = (person: string, term: string, right: boolean): Note => ({
  kind: 'answer',
  person,
  question: `${term}-1`,
  term,
  right,
  at: 0,
});

function memoryOf(...notes: Note[]) {
  const memory = createForgetful();
  for (const note of notes) memory.note(note);
  return memory;
}

describe('a memory for as long as the process runs', () => {
  test('tells what a person looked up, each once, newest first', async () => {
    const { lookups } = memoryOf(
      ...['pod', 'node', 'pod', 'job'].map((id) => lookup('kim', id)),
      answer('kim', 'volume', false),
      lookup('lee', 'service'),
    );
    expect(await lookups('kim', 5)).toEqual(['job', 'pod', 'node']);
    expect(await lookups('kim', 2)).toEqual(['job', 'pod']);
    expect(await lookups('park', 5)).toEqual([]);
  });

  test('counts answers, and tells the terms whose last answer was wrong, latest first', async () => {
    const { practice, note } = memoryOf(
      answer('kim', 'pod', false),
      answer('kim', 'node', false),
      answer('kim', 'pod', true),
      answer('kim', 'job', false),
      answer('lee', 'pod', false),
      lookup('kim', 'pod'),
    );
    expect(await practice('kim', 5)).toEqual({ answered: 4, right: 1, again: ['job', 'node'] });
    expect(await practice('kim', 1)).toEqual({ answered: 4, right: 1, again: ['job'] });
    note(answer('kim', 'pod', false));
    expect((await practice('kim', 5)).again).toEqual(['pod', 'job', 'node']);
    expect(await practice('park', 5)).toEqual({ answered: 0, right: 0, again: [] });
  });

  test('forgets the oldest of more than a thousand', async () => {
    const many = Array.from({ length: 1001 }, (_, i) => lookup(i === 0 ? 'lee' : 'kim', `${i}`));
    const { lookups } = memoryOf(...many);
    expect(await lookups('lee', 5)).toEqual([]);
    expect(await lookups('kim', 2000)).toHaveLength(1000);
  });
});

describe('claims of one process', () => {
  test('a name is had by whoever is first, until it is given back', async () => {
    const { claim, release } = createClaims();
    expect(await Promise.all([claim('a'), claim('a'), claim('b')])).toEqual([true, false, true]);
    await release('a');
    expect(await Promise.all([claim('a'), claim('a')])).toEqual([true, false]);
    await release('never claimed');
  });

  test('of very many the oldest are forgotten, so that they take no more and more room', async () => {
    const claimed = new Set<string>();
    const { claim } = createClaims(claimed);
    for (let i = 0; i < 100_010; i++) await claim(`${i}`);
    expect(claimed.size).toBe(100_000);
    expect(await claim('100009')).toBe(false);
    expect(await claim('0')).toBe(true);
  });
});
