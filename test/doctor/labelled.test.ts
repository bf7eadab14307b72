/** Manifests of which it was written down beforehand what is wrong with them, and others with which nothing is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { examine } from '../../src/doctor/examine.ts';

const FOLDER = import.meta.dirname;
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

const labelled = z.object({
  file: z.string(),
  findings: z.array(z.object({ line: z.number(), severity: z.enum(['error', 'warning']) })),
});
const files = read('expected.jsonl')
  .trim()
  .split('\n')
  .map((line) => labelled.parse(JSON.parse(line)));

/** Each expected mistake and the finding that names it: on its line, or else on the line beside it. */
const told = files.flatMap(({ file, findings }) => {
  const left = [...examine(read(file)).findings];
  return findings.map(({ line, severity }) => {
    const exact = left.findIndex((one) => one.line === line);
    const at = exact >= 0 ? exact : left.findIndex((one) => Math.abs(one.line - line) === 1);
    const [finding] = at < 0 ? [] : left.splice(at, 1);
    return { file, line, severity, finding };
  });
});
const share = (of: readonly unknown[]): number => of.length / told.length;

describe('of the mistakes that were written down', () => {
  test('95 in 100 are found', () => {
    expect(told.length).toBeGreaterThan(140);
    expect(share(told.filter(({ finding }) => finding))).toBeGreaterThanOrEqual(0.95);
  });

  test('nine in ten are found on their line, and as what they are', () => {
    expect(share(told.filter(({ finding, line }) => finding?.line === line))).toBeGreaterThanOrEqual(0.9);
    expect(share(told.filter(({ finding, severity }) => finding?.severity === severity))).toBeGreaterThanOrEqual(0.9);
  });

  test('nine in ten are told with what to do', () => {
    expect(share(told.filter(({ finding }) => finding?.fix))).toBeGreaterThanOrEqual(0.9);
  });

  test('hardly anything else is found beside them', () => {
    const all = files.flatMap(({ file }) => examine(read(file)).findings);
    expect(all.length - told.filter(({ finding }) => finding).length).toBeLessThanOrEqual(told.length * 0.05);
  });
});

test.each(readdirSync(join(FOLDER, 'good')))('there is nothing to find in %s', (file) => {
  expect(examine(read(`good/${file}`)).findings).toEqual([]);
});
