import { expect, test } from 'vitest';
import { completeTitles, findNamed, findTopics } from '../../src/course/find.ts';
import { SIDE_BY_SIDE } from '../../src/search/mentions.ts';
import { COURSE, courseIn, folderOf } from '../support/world.ts';

const course = courseIn([COURSE]);

test('a button’s line names what is set side by side', () => {
  expect(findTopics('pod vs node', course)).toMatchObject({ compares: true, ids: ['pod', 'node'] });
});

test('a name that is typed over and over is one', () => {
  expect(findTopics('pod vs pod', course).compares).toBe(false);
  expect(findTopics(Array.from({ length: 700 }, () => 'pod').join(' vs '), course).compares).toBe(false);
});

test('more names than a line of ours has are not all set side by side', () => {
  const many = Array.from(course.terms.keys()).slice(0, 100).join(' vs ');
  const { compares, ids } = findTopics(many, course);
  expect(compares ? ids.length : 0).toBeLessThanOrEqual(SIDE_BY_SIDE);
});

test('sections that are called alike are offered with their chapters, and found so', () => {
  const chapter = (id: string, ko: string, en: string) => ({
    [`${id}.md`]: `---\nid: ${id}\nlang: ko\ntitle: ${ko}\n---\n## 요약 {#end}\n\n${ko}의 글이에요.\n\n## ${ko} 보기 {#more}\n\n글이에요.\n`,
    [`${id}.en.md`]: `---\nid: ${id}\nlang: en\ntitle: ${en}\n---\n## Summary {#end}\n\nText on ${en}.\n\n## More on ${en} {#more}\n\nText.\n`,
  });
  const alike = courseIn([folderOf({ ...chapter('a', '배열', 'Arrays'), ...chapter('b', '목록', 'Lists') })]);
  const complete = completeTitles({ course: () => alike });
  const names = complete('요');
  expect(names).toEqual([
    { ko: '요약 (배열)', en: 'Summary (Arrays)' },
    { ko: '요약 (목록)', en: 'Summary (Lists)' },
  ]);
  expect(complete('요약 (목')[0]).toEqual(names[1]);
  expect(complete('배열 보기')[0]).toEqual({ ko: '배열 보기', en: 'More on Arrays' });
  for (const words of ['요약 (목록)', 'summary (lists)']) {
    expect(findTopics(words, alike)).toMatchObject({ answered: true, ids: ['b#end'] });
    expect(findNamed(words, alike)).toMatchObject({ section: { id: 'b#end' } });
  }
});
