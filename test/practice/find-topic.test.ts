import { expect, test } from 'vitest';
import { completeTopics, findTopic, withChapter } from '../../src/practice/find-topic.ts';
import { termFile } from '../support/content.ts';
import { COURSE, courseIn, folderOf } from '../support/world.ts';

const course = courseIn([COURSE]);

/** What a topic is, in a word: its kind and the id of what it is about. */
function named(words: string, of = course): string {
  const topic = findTopic(words, of);
  if (!('kind' in topic)) return 'none';
  switch (topic.kind) {
    case 'term':
      return `term ${topic.term.id}`;
    case 'chapter':
      return `chapter ${topic.number}`;
    case 'section':
      return `section ${topic.section.id}`;
    case 'set':
      return `set ${topic.set.id}`;
    default:
      return topic.kind;
  }
}

test.each([
  ...[
    '1장',
    '제1장',
    '1 장',
    '일장',
    '첫째 장',
    '첫 장',
    '１장',
    'chapter 1',
    'Chapter 1',
    'ch. 1',
    'ch1',
    '챕터 1',
    '1단원',
  ],
  ...['왜 쿠버네티스일까요?', '1장 왜 쿠버네티스일까요?', 'why-kubernetes'],
])('%s is the first chapter', (words) => {
  expect(named(words)).toBe('chapter 1');
});

test.each(['2000장', 'chapter 99', '0장', '확장 아님', '장'])('%s is no chapter that there is', (words) => {
  expect(named(words)).not.toContain('chapter');
});

test.each([
  ...[
    '틀린 문제',
    '틀린문제',
    '내가 틀린 문제',
    '틀린 것만',
    '오답',
    '오답 노트',
    '오답노트',
    'missed',
    'my mistakes',
    'wrong answers',
  ],
])('%s is what was missed', (words) => {
  expect(named(words)).toBe('missed');
});

test.each(['실습', '실습 문제', 'practical', 'hands-on', 'Hands on'])('%s is practical', (words) => {
  expect(named(words)).toBe('practical');
});

test('sections and sets by their titles and ids, sections by their numbers; concepts as ever', () => {
  expect(named('첫 시간 마무리')).toBe('set first-lesson');
  expect(named('first-lesson')).toBe('set first-lesson');
  const second = `section ${course.content.chapters[0]?.sections[1]?.id}`;
  expect(named('1장 2절')).toBe(second);
  expect(named('chapter 1 section 2')).toBe(second);
  expect(named('쿠버네티스의 구조')).toBe('section why-kubernetes#architecture');
  expect(named('파드')).toBe('term pod');
  expect(named('ㅔㅐㅇ')).toBe('term pod');
  expect(named('전체')).toBe('all');
});

test('a count beside a word for chapters is the chapter’s number', () => {
  expect(withChapter({ topic: 'chapter', count: 1 })).toEqual({ topic: 'chapter 1', count: undefined });
  expect(withChapter({ topic: '장', count: 2 })).toEqual({ topic: 'chapter 2', count: undefined });
  expect(withChapter({ topic: '1장', count: 3 })).toEqual({ topic: '1장', count: 3 });
});

test('a chapter has the number of its file', () => {
  const files = Object.fromEntries(
    [3, 5].map((number) => [
      `0${number}-chapter.md`,
      `---\nid: part-${number}\ntitle: 부분 ${number}\n---\n## 절 ${number}\n\n글\n`,
    ]),
  );
  const other = courseIn([folderOf({ ...files, 'a.md': termFile('a') })]);
  expect(named('5장', other)).toBe('chapter 5');
  expect(named('1장', other)).not.toContain('chapter');
});

test('half-typed words are completed to chapters, sets, words and concepts, and each begins what it says', () => {
  const complete = completeTopics({ course: () => course });
  const titles = (partial: string) => complete(partial).map(({ ko }) => ko);
  expect(titles('1장')[0]).toBe('1장 왜 쿠버네티스일까요?');
  expect(titles('틀')).toContain('틀린 문제');
  expect(titles('첫')).toContain('첫 시간 마무리');
  expect(titles('파드')).toContain('파드');
  expect(titles('').length).toBeLessThanOrEqual(25);
  expect(titles('')).toEqual(expect.arrayContaining(['틀린 문제', '실습', '1장 왜 쿠버네티스일까요?']));
  for (const locale of ['ko', 'en'] as const)
    for (const title of complete('')) expect(named(title[locale]), title[locale]).not.toBe('none');
});
