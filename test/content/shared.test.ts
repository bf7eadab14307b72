import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { folderOf } from '../support/world.ts';

const term = (id: string, rest = '', title = id): string =>
  `---\nid: ${id}\ntitle: ${title}\ndefinition: 뜻이에요.\n${rest}---\n설명이에요.\n`;

const problems = (files: Record<string, string>): string[] =>
  loadContent([folderOf(files)]).problems.map(
    ({ file, line, message }) => `${file.split('/').at(-1)}:${line} ${message.en}`,
  );

test('a name that two terms claim is named where it is claimed again', () => {
  const found = problems({ 'a.md': term('a', 'aliases: [빵, 밀]\n'), 'b.md': term('b', 'aliases: [떡, 빵]\n') });
  expect(found).toEqual([expect.stringMatching(/^b\.md:5 aliases 빵 is also in .*a\.md/)]);
  expect(problems({ 'a.md': term('a', '', '반죽'), 'b.md': term('b', '', '반 죽') })).toHaveLength(1);
});

test('two questions that show the same are one too many, however they are answered', () => {
  const question = (answer: boolean): string =>
    `  - { type: boolean, ask: 맞을까요?, answer: ${answer}, why: 그래서요. }\n`;
  const found = problems({ 'a.md': term('a', `questions:\n${question(true)}${question(false)}`) });
  expect(found).toEqual([expect.stringMatching(/^a\.md:7 questions\[2\] is also in .*a\.md/)]);
});

test('of two files with one id, the one that is named after it stays', () => {
  const folder = folderOf({ 'lunch.md': term('pod', '', '점심'), 'pod.md': term('pod', '', '파드') });
  const { terms, problems: found } = loadContent([folder]);
  expect(terms.map(({ title }) => title.ko)).toEqual(['파드']);
  expect(found.map(({ file }) => file)).toEqual([expect.stringMatching(/lunch\.md$/)]);
});

test('a chapter is named by its heading, and what stands before its first section is not lost', () => {
  const { chapters } = loadContent([
    folderOf({ 'week1.md': '# 1주차 감자\n\n감자는 줄기예요.\n\n## 심기\n\n봄에 심어요.\n' }),
  ]);
  expect(chapters[0]?.title.ko).toBe('1주차 감자');
  expect(chapters[0]?.sections.map(({ title, body }) => [title.ko, body.ko])).toEqual([
    ['1주차 감자', '감자는 줄기예요.'],
    ['심기', '봄에 심어요.'],
  ]);
});
