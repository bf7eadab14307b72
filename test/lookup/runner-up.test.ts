import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lookUp } from '../../src/lookup/answer.ts';
import { botOf, COURSE, courseIn, ROOT, student } from '../support/world.ts';

test('an answer that another nearly was leads to it with a button; a sure one does not', async () => {
  const { world } = await botOf([COURSE]);
  const course = courseIn([COURSE]);
  const asked = readFileSync(join(ROOT, 'test/search/day/unseen-3.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): { query: string } => JSON.parse(line));
  const close = asked.filter(({ query }) => {
    const found = course.search(query);
    return found.close !== undefined && found.named === true;
  });
  expect(close.length).toBeGreaterThan(3);
  expect(close.length).toBeLessThan(asked.length / 10);
  for (const [i, { query }] of close.entries()) {
    // Each by another student: what a student saw before is another question's answer.
    const [last] = (await lookUp(query, { ...student, id: `test:student-${i}` }, world)).blocks.slice(-1);
    expect(JSON.stringify(last)).toContain(course.search(query).close);
  }
  expect(JSON.stringify(await lookUp('etcd가 뭐예요', student, world))).not.toContain('혹시 이쪽인가요');
});
