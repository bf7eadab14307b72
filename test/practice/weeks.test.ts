import { expect, test } from 'vitest';
import { completeTopics, findTopic, withChapter } from '../../src/practice/find-topic.ts';
import { titleOf, topicKey, topicLine, topicOfKey } from '../../src/practice/topics.ts';
import { asksForThisWeek, withWeekNumber } from '../../src/practice/weeks.ts';
import { lessonsFolder } from '../support/lessons.ts';
import { courseIn } from '../support/world.ts';

const ended: (() => void)[] = [];
const course = courseIn([lessonsFolder({}, (end) => void ended.push(end))]);
const without = courseIn([lessonsFolder({ 'course.yaml': 'title: 파이썬\n' }, (end) => void ended.push(end))]);
for (const end of ended) end();

/** `1-2`: the weeks that words name. */
function weeksOf(words: string, of = course): string {
  const topic = findTopic(words, of);
  return 'kind' in topic && topic.kind === 'weeks' ? `${topic.from}-${topic.to}` : 'none';
}

test.each([
  ...['2주차', '제2주차', '2 주차', '２주차', '이주차', '둘째 주', '2번째 주', '2주', 'week 2', 'Week 2'].map(
    (words) => [words, '2-2'],
  ),
  ...['첫 주', '첫째 주', '1주차 값', 'Week 1: Values'].map((words) => [words, '1-1']),
  ...['1~2주차', '1-2주차', '1주차~2주차', '1주차부터 2주차까지', '1～2주차', 'week 1-2', 'weeks 1-2'].map((words) => [
    words,
    '1-2',
  ]),
  ['1~9주차', '1-2'],
])('%s names weeks %s', (words, weeks) => {
  expect(weeksOf(words)).toBe(weeks);
});

test.each(['9주차', '0주차', 'week 40', '매주', '이주', '한 주', 'weekend'])('%s names no week', (words) => {
  expect(weeksOf(words)).toBe('none');
});

test('where the course has no weeks, nothing is one', () => {
  for (const words of ['1주차', 'week 1', '1~2주차']) expect(weeksOf(words, without)).toBe('none');
  expect(withWeekNumber('이번 주', undefined, without)).toBe('이번 주');
});

test('a week asks about the concepts of its sections, and its key and line name it again', () => {
  for (const words of ['2주차', '1~2주차']) {
    const topic = findTopic(words, course);
    if (!('kind' in topic) || topic.kind !== 'weeks') throw new Error(`${words} names no week`);
    expect(topic.terms).toEqual(words === '2주차' ? ['list', 'loop'] : ['variable', 'text', 'list', 'loop']);
    expect(topicOfKey(topicKey(topic), course)).toEqual(topic);
    expect(topicLine(topic)).toBe(words === '2주차' ? 'quiz topic:"week 2"' : 'quiz topic:"week 1-2"');
  }
  const [first] = [findTopic('1주차', course)];
  expect('kind' in first && titleOf(first)).toEqual({ ko: '1주차 값', en: 'Week 1: Values' });
  // A week without a name is called as its only chapter.
  const second = findTopic('2주차', course);
  expect('kind' in second && titleOf(second)?.ko).toBe('2주차 여러 값');
});

test('a number beside a word for weeks is that of a week', () => {
  expect(withChapter({ topic: 'week', count: 2 })).toEqual({ topic: 'week 2', count: undefined });
  expect(withChapter({ topic: '주차', count: 1 })).toEqual({ topic: 'week 1', count: undefined });
  expect(withChapter({ topic: '2주차', count: 3 })).toEqual({ topic: '2주차', count: 3 });
});

test('this week and the last one are those of the class, within those that the course has', () => {
  for (const words of ['이번 주', '이번주', '이번 주차', 'this week', '지난주', 'last week'])
    expect(asksForThisWeek(words)).toBe(true);
  for (const words of ['2주차', '주', undefined]) expect(asksForThisWeek(words)).toBe(false);
  expect(withWeekNumber('이번 주', 2, course)).toBe('week 2');
  expect(withWeekNumber('지난주', 2, course)).toBe('week 1');
  expect(withWeekNumber('this week', -3, course)).toBe('week 1');
  expect(withWeekNumber('this week', 40, course)).toBe('week 2');
  expect(withWeekNumber('2주차', undefined, course)).toBe('2주차');
  expect(() => withWeekNumber('이번 주', undefined, course)).toThrow('몇 주차');
});

test('half-typed words are completed to weeks, which name themselves', () => {
  const complete = completeTopics({ course: () => course });
  expect(complete('1주').map(({ ko }) => ko)).toContain('1주차 값');
  for (const { ko, en } of complete('주차')) expect([weeksOf(ko), weeksOf(en)]).not.toContain('none');
});
