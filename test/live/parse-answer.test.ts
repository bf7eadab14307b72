import { expect, test } from 'vitest';
import { parseAnswer } from '../../src/live/parse-answer.ts';
import { load, termFile } from '../support/content.ts';

const both = (words: string): string => `{ ko: ${words}, en: ${words} }`;

const MULTIPLE = `questions:
  - type: multiple
    id: many
    ask: ${both('many')}
    right: [${both('one')}, ${both('two')}]
    wrong: [${both('three')}]
    why: ${both('so')}
`;

test('who submits before picking is told to pick, not that the quiz is gone', () => {
  const [question] = load({ 'a.md': termFile('a', MULTIPLE) }).terms[0]?.questions ?? [];
  if (!question) throw new Error('no question was read');
  const asStands = <T>(all: readonly T[]): T[] => [...all];
  const parsed = (answer: string) => parseAnswer(question, answer, asStands, { locale: 'ko', channel: 'c' });
  expect(parsed('')).toEqual({ kind: 'refused', why: 'unpicked' });
  expect(parsed('zz')).toEqual({ kind: 'refused', why: 'gone' });
  expect(parsed('ab')).toMatchObject({ kind: 'whole', picked: 'ab' });
});
