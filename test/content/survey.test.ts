import { expect, test } from 'vitest';
import { hintsOn, surveyOf } from '../../src/content/survey.ts';
import { load, termFile } from '../support/content.ts';

const QUESTIONS = `section: a#one
questions:
  - { id: q1, type: single, level: 1, practical: true, ask: 하나, right: 아주 긴 맞는 말, wrong: [나, 다, 라], why: 왜 }
  - { id: q2, type: single, level: 2, ask: 둘, right: 가, wrong: [아주 긴 틀린 말], why: 왜 }
  - { id: q3, type: boolean, level: 2, ask: 셋, answer: true, why: 왜 }
  - { id: q4, type: multiple, level: 2, ask: 넷, right: [가], wrong: [나, 다], why: 왜 }
  - { id: q5, type: order, ask: 다섯, level: 2, steps: [가, 나, 다], why: 왜 }
  - { id: q6, type: typed, ask: 여섯, level: 2, accept: [가], why: 왜 }
  - { id: q7, type: match, ask: 일곱, level: 2, pairs: [{ left: 가, right: 나 }, { left: 다, right: 라 }], why: 왜 }
`;
const CHAPTER = '---\nid: a\n---\n\n## 하나 {#one}\n\n글\n';

test('a course is counted: what is practical, what can be guessed, types, levels, and whether the right option is the longest', () => {
  const survey = surveyOf(load({ 'a.md': CHAPTER, 'glossary/t.md': termFile('t', QUESTIONS) }));
  expect(survey).toMatchObject({
    questions: 7,
    practical: 1 / 7,
    levels: [1, 6, 0],
    longest: { right: 1 / 2, chance: (1 / 4 + 1 / 2) / 2 },
  });
  expect(survey.types).toContainEqual(['single', 2]);
  // Four options, two, true or false, any of seven picks of three, six orders, typed, two menus of two.
  expect(survey.guess).toBeCloseTo((1 / 4 + 1 / 2 + 1 / 2 + 1 / 7 + 1 / 6 + 0 + 1 / 4) / 7);
});

test('authors hear of terms that no section teaches, of choices that can be told, and of levels that a section lacks', () => {
  const content = load({
    'a.md': CHAPTER,
    'glossary/t.md': termFile('t', QUESTIONS),
    'glossary/u.md': termFile('u'),
  });
  const hints = hintsOn(content, (_file, words) => (words === 'id: q4' ? 40 : 4));
  expect(hints.map(({ file, line, message }) => [file.replace(/^.*\//, ''), line, message.en])).toEqual([
    ['u.md', 1, expect.stringContaining('No section teaches 1 term (u)')],
    ['t.md', 40, expect.stringContaining('Only one option is right')],
    ['a.md', 4, 'The questions of section one have none of level 3.'],
  ]);
});

test('a glossary without chapters, and questions without levels, have no such hints', () => {
  const content = load({
    'glossary/u.md': termFile('u', 'questions:\n  - { type: boolean, ask: 물음, answer: true, why: 왜 }\n'),
  });
  expect(hintsOn(content, () => 1)).toEqual([]);
  expect(surveyOf(content).levels).toEqual([]);
});
