import { expect, test } from 'vitest';
import {
  analogyBlocks,
  cardOf,
  definitionBlock,
  quizButton,
  sectionButton,
  termButtons,
  termHeading,
} from '../../src/course/term-blocks.ts';
import { load, sectionsOf, termFile, termOf } from '../support/content.ts';

const QUESTION = 'questions: [{ type: boolean, ask: x, answer: true, why: y }]\n';

const content = () =>
  load({
    'a.md': termFile('a', QUESTION, '글.\n\n> 비유.\n\n## English\n\nText.\n\n> Picture.'),
    'b.md': '---\nid: b\ntitle: kubectl\ndefinition: 별 * 셋 ** 이에요.\n---\n글',
    'c.md': '# 첫 절 {#one}\n\n글',
  });

test('a term is headed by its name, with the other language beside it where that differs', () => {
  expect(termHeading(termOf(content(), 'a'), 'ko')).toEqual({ type: 'heading', text: '개념 a', aside: 'Concept a' });
  expect(termHeading(termOf(content(), 'a'), 'en')).toEqual({ type: 'heading', text: 'Concept a', aside: '개념 a' });
  expect(termHeading(termOf(content(), 'b'), 'en')).toEqual({ type: 'heading', text: 'kubectl' });
});

test('the definition is bold, and its own asterisks do not end that', () => {
  expect(definitionBlock(termOf(content(), 'a'), 'en')).toEqual({ type: 'text', markdown: '**The meaning.**' });
  expect(definitionBlock(termOf(content(), 'b'), 'ko')).toEqual({
    type: 'text',
    markdown: '**별 \\* 셋 \\*\\* 이에요.**',
  });
});

test('the analogy is a quote in the language of the reader; a term without one has none', () => {
  expect(analogyBlocks(termOf(content(), 'a'), 'ko')).toEqual([{ type: 'quote', markdown: '비유.' }]);
  expect(analogyBlocks(termOf(content(), 'a'), 'en')).toEqual([{ type: 'quote', markdown: 'Picture.' }]);
  expect(analogyBlocks(termOf(content(), 'b'), 'ko')).toEqual([]);
});

test('a card shows all of a term that fits on one, in the language of the reader', () => {
  expect(cardOf(termOf(content(), 'a'), '카드', 'ko')).toEqual({
    type: 'picture',
    title: '개념 a',
    aside: 'Concept a',
    text: '뜻이에요.',
    quote: '비유.',
    foot: '카드',
  });
  const drawn = termFile('a', 'diagram: { alt: { ko: 그림., en: Drawn. }, row: [{ ko: 앱, en: App }] }\n');
  expect(cardOf(termOf(load({ 'a.md': drawn }), 'a'), 'Card', 'en').diagram).toEqual({
    alt: 'Drawn.',
    figure: { type: 'group', way: 'row', items: [{ type: 'box', label: 'App' }] },
  });
});

test('buttons look up terms and sections and start a practice where there are questions', () => {
  const { terms } = content();
  expect(termButtons(terms, 'en')).toMatchObject([
    { label: 'Concept a', line: 'ask a' },
    { label: 'kubectl', line: 'ask b' },
  ]);
  const [section] = sectionsOf(content());
  expect(section && sectionButton(section, 'ko')).toMatchObject({ label: '📖 첫 절', line: 'ask c#one' });
  expect(quizButton(termOf(content(), 'a'), 'ko')).toMatchObject([{ line: 'quiz a', primary: true }]);
  expect(quizButton(termOf(content(), 'b'), 'ko')).toEqual([]);
});
