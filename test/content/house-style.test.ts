import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { offStyle } from '../../src/content/house-style.ts';
import { load, termFile } from '../support/content.ts';

const STYLE = '# 글\n\n| 쓰지 않는 말 | 쓰는 말 |\n| --- | --- |\n| 까닭 | 이유 |\n';
const CAST =
  '# 배역\n\n| 개념 | 배역 | English |\n| --- | --- | --- |\n| 개념 a | 도시락 | a lunch box |\n| 개념 b | 교실 | a classroom |\n';
const A = termFile('a', '', '글이에요.\n\n> 도시락이에요.\n\n## English\n\nText.\n\n> It is a lunch box.');
const B = termFile('b', '', '그 까닭이에요.\n\n> 식당이에요.\n\n## English\n\nText.\n\n> A restaurant.');

const said = (files: Readonly<Record<string, string>>) => {
  const content = load(files);
  return offStyle(content, dirname(content.settings.file)).map(({ file, line, message }) => [
    file.replace(/^.*\//, ''),
    line,
    message.ko,
  ]);
};

test('words that STYLE.md does not want are found by line, and analogies without their part of CAST.md', () => {
  expect(
    said({ 'course.yaml': 'id: c\n', 'STYLE.md': STYLE, 'CAST.md': CAST, 'glossary/a.md': A, 'glossary/b.md': B }),
  ).toEqual([
    ['b.md', 7, '‘까닭’ 대신 ‘이유’라고 쓰기로 했어요(STYLE.md).'],
    ['b.md', 1, '비유에 배역 ‘교실’이 없어요(CAST.md).'],
  ]);
});

test('a course without such notes keeps to no style', () => {
  expect(said({ 'course.yaml': 'id: c\n', 'glossary/a.md': A, 'glossary/b.md': B })).toEqual([]);
});
