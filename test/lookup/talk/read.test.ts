import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { normalize, words } from '../../../src/language/normalize.ts';
import { isOrdinary } from '../../../src/language/ordinary-words.ts';
import { forms } from '../../../src/language/word-forms.ts';
import { readTalk } from '../../../src/lookup/talk/read.ts';
import { anyText } from '../../support/any.ts';
import { courseContent, ROOT } from '../../support/world.ts';

const linesOf = <T>(file: string, schema: z.ZodType<T>): T[] =>
  readFileSync(join(ROOT, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));

/** Said by us; `kind` is null where it is no talk. Each fifth of it was written before that fifth was tried. */
const SAID = linesOf('test/lookup/talk/said.jsonl', z.object({ text: z.string(), kind: z.string().nullable() }));
const DAY = ['elsewhere', 'unseen-1', 'unseen-2', 'unseen-3', 'unseen-4'].flatMap((name) =>
  linesOf(`test/search/day/${name}.jsonl`, z.object({ query: z.string(), kind: z.string() })),
);

/** One-word names of the built-in course that are no ordinary words. */
const NAMES = new Set(
  courseContent()
    .terms.flatMap(({ title, aliases }) => [title.ko, title.en, ...aliases])
    .map((name) => name.toLowerCase())
    .filter((name) => name.length > 1 && !isOrdinary(name)),
);
const namesConcept = (text: string): boolean =>
  words(normalize(text)).some((word) => forms(word).some((form) => NAMES.has(form)));
const read = (text: string) => readTalk(text, { namesConcept: namesConcept(text) });

/** What is read wrong, of how many; the whole list shows where a floor is missed. */
function expectMostly<T>(all: readonly T[], isRight: (one: T) => boolean, floor: number): void {
  const wrong = all.filter((one) => !isRight(one));
  expect(wrong, `of ${all.length}`).toHaveLength(Math.min(wrong.length, Math.floor(all.length * (1 - floor))));
}

describe('what students say', () => {
  const kinds = Array.from(new Set(SAID.map(({ kind }) => kind)));
  test.each(kinds)('%s', (wanted) => {
    const all = SAID.filter(({ kind }) => kind === wanted);
    expect(all.length).toBeGreaterThan(20);
    expectMostly(all, ({ text }) => (read(text) ?? null) === wanted, wanted === null ? 0.99 : 0.9);
  });

  test('a day in class: its dates and duties', () => {
    const all = DAY.filter(({ kind }) => kind === 'class-talk');
    expectMostly(all, ({ query }) => read(query) === 'class', 0.95);
  });

  test('a day in class: greetings, thanks, stop, who are you', () => {
    const all = DAY.filter(({ kind }) => kind === 'thanks');
    expectMostly(all, ({ query }) => !['class', undefined].includes(read(query)), 0.95);
  });

  test('a day in class: what is a question, or on something else', () => {
    const all = DAY.filter(({ kind }) => !['class-talk', 'thanks'].includes(kind));
    expectMostly(all, ({ query }) => read(query) === undefined, 0.99);
  });
});

describe('a question on the course', () => {
  test.each([
    '시험에 파드 나온대 파드가 뭐야',
    '과제로 디플로이먼트 만드는데 replicas가 뭐예요',
    '안녕하세요 파드가 뭔가요',
  ])('that also speaks of the class, or greets: %s', (text) => {
    expect(readTalk(text, { namesConcept: true })).toBeUndefined();
  });

  test('on the exam is of the class, though it names a concept', () => {
    expect(readTalk('파드도 시험 범위예요?', { namesConcept: true })).toBe('class');
  });

  test('is no talk by what a name begins with, or by its initials', () => {
    for (const name of ['하이퍼바이저', 'k8s', 'ㅁㅇㅋㄹㅅㅂㅅ', 'ㅎㅇㅍㅂㅇㅈ', '오케스트레이션'])
      expect(readTalk(name, { namesConcept: false })).toBeUndefined();
  });
});

test.each([
  ['과제언제까지내요', 'class'],
  ['시험범위어디까지인가요', 'class'],
  ['과재 언제까지예요', 'class'],
  ['rhkwp djswpRkwl', 'class'],
  ['ㅎㅎ 감사합니다ㅎㅎ', 'thanks'],
  ['ㄳㄳ', 'thanks'],
  ['ㄱㅅ요', 'thanks'],
  ['helllooo', 'greeting'],
  ['하이하이', 'greeting'],
  ['ㅗㅑ', 'greeting'],
  ['never mind', 'stop'],
  ['ㅋㅋㅋㅋ', 'thanks'],
  ['ㅠㅠ', 'discouraged'],
  ['죽고 싶다', 'crisis'],
])('run together, with a slip, in the other layout, with feeling: %s', (text, kind) => {
  expect(readTalk(text, { namesConcept: false })).toBe(kind);
});

test('whatever is typed is read, and a long text is no talk', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, named) => {
      readTalk(text, { namesConcept: named });
    }),
  );
  expect(readTalk(`${'감사합니다 '.repeat(10_000)}`, { namesConcept: false })).toBeUndefined();
});
