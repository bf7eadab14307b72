import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { jsonLines, run } from '../support/process.ts';
import { folderOf, ROOT } from '../support/world.ts';

const GOOD = join(ROOT, 'test/doctor/good/001-pod-minimal.yaml');

test('a line of JSON for each file, and an exit code that says whether something is wrong', async () => {
  const folder = folderOf(
    { 'bad.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  nam: a\n---\n' },
    onTestFinished,
  );
  const bad = join(folder, 'bad.yaml');
  const finding = {
    ...{ line: 4, path: 'metadata.nam', rule: 'unknown-field', severity: 'error' },
    message: { ko: expect.stringContaining('`name`'), en: expect.stringContaining('`name`') },
    fix: { ko: 'name: a', en: 'name: a' },
  };
  const [good, both, missing, none] = await Promise.all([
    run(['manifest', GOOD]),
    run(['manifest', bad, GOOD]),
    run(['manifest', join(folder, 'missing.yaml'), bad]),
    run(['manifest']),
  ]);
  expect([good.status, jsonLines(good.stdout)]).toEqual([0, [{ file: GOOD, documents: 1, findings: [] }]]);
  expect(both.status).toBe(1);
  expect(jsonLines(both.stdout)).toEqual([
    { file: bad, documents: 1, findings: [finding] },
    { file: GOOD, documents: 1, findings: [] },
  ]);
  expect(missing).toMatchObject({ status: 2, stderr: expect.stringContaining('missing.yaml') });
  expect(jsonLines(missing.stdout)).toHaveLength(1);
  expect(none).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('npm run --silent manifest') });
});
