import { expect, test } from 'vitest';
import { complaints, load, termFile, termOf } from '../support/content.ts';

const withLevel = (level: string) => ({
  'a.md': termFile('a', `questions:\n  - { type: boolean, ask: 물음, answer: true, why: 왜, level: ${level} }\n`),
});

test('a question has the level that its author writes, and none where they write none', () => {
  expect(termOf(load(withLevel('3')), 'a').questions[0]?.level).toBe(3);
  expect(complaints(withLevel('1'))).toEqual([]);
});

test.each(['0', '4', '1.5', '쉬움', 'true'])('level: %s is named with what may stand there', (level) => {
  expect(complaints(withLevel(level))).toEqual([expect.stringMatching(/^a\.md:6 questions\[1\]\.level .*1, 2, 3/)]);
});
