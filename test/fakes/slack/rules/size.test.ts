import { expect, it } from 'vitest';
import { options, plain, section } from './samples.ts';
import { charactersOf, countOf } from './size.ts';

const markdown = (text: string) => [{ type: 'markdown', text }];

it.each([
  ['a run of paragraphs, lists and quotes', 'a\n\nb\n\n- c\n\n> d', 1],
  ['a heading and what stands around it', 'a\n\n# b\n\nc', 3],
  ['rules', 'a\n\n---\n\n---\n\nb', 4],
  ['code', 'a\n\n```\nb\n```\n\nc', 3],
  ['a table', '| a |\n| - |\n| b |\n\nc', 2],
])('counts %s', (_, text, count) => {
  expect(countOf(markdown(text))).toBe(count);
});

it('counts other blocks as one each', () => {
  expect(countOf([section(), { type: 'divider' }, section()])).toBe(3);
});

it('counts what a message shows, as Slack escapes it', () => {
  expect(charactersOf([section({ text: plain('a<b') })])).toBe(7);
  const menu = { type: 'static_select', options: options(9), placeholder: plain('ab') };
  expect(charactersOf([section({ text: plain('a'), accessory: menu })])).toBe(3);
});

it('counts more for headings and dividers', () => {
  expect(charactersOf([{ type: 'divider' }])).toBe(130);
  expect(charactersOf([{ type: 'header', text: plain('ab') }])).toBe(132);
  expect(charactersOf(markdown('# ab'))).toBe(134);
});
