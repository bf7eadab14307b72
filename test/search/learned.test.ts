import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../src/core/steps.ts';
import { documentsOf } from '../../src/course/documents.ts';
import { learnedBy } from '../../src/course/learned.ts';
import { words } from '../../src/language/normalize.ts';
import type { Document } from '../../src/search/document.ts';
import { createFeatures } from '../../src/search/features.ts';
import { type Asked, examplesOf, labelsOf, saidIn } from '../../src/search/learned/examples.ts';
import { createJudge } from '../../src/search/learned/judge.ts';
import { readLearned, scoresOf, type Weights, writeLearned } from '../../src/search/learned/learned.ts';
import { learn } from '../../src/search/learned/learning.ts';
import { searchSteps } from '../../src/search/search.ts';
import { runs } from '../support/sample.ts';
import { courseContent, ROOT } from '../support/world.ts';

const term = (id: string, title: string, definition: string, asks: string[], tasks: string[] = []): Document => ({
  ...{ id, kind: 'term', title: { ko: title, en: id }, names: [], misspellings: [], asks, definition },
  ...{ signs: [], tasks: [tasks], hasExample: false, body: '' },
});

/** A course on something else, with what its people ask. */
const documents = [
  term(
    'loop',
    '반복문',
    '같은 일을 여러 번 하는 문장이에요.',
    ['같은 줄을 백 번 돌리기'],
    ['리스트를 하나씩 출력하기'],
  ),
  term('branch', '조건문', '조건에 따라 다른 일을 하는 문장이에요.', ['참일 때만 실행하기']),
  term('function', '함수', '이름을 붙여 두고 부르는 코드예요.', ['코드를 이름으로 묶기'], ['함수를 정의하기']),
];
const asked: Asked[] = [
  { text: '함수 안에서 구구단을 처음부터 끝까지 계속 찍으려면 뭘 쓰죠', about: ['loop'], wants: 'way' },
  { text: '조건문 말고 자꾸자꾸 되풀이하는 거요', about: ['loop'] },
  { text: '나이가 열아홉 살보다 많으면 다르게 하고 싶은데 함수로요?', about: ['branch'] },
  { text: '코드를 여기저기 복사했더니 반복문만 수십 개예요 한 군데로 모으려면', about: ['function'], wants: 'way' },
  { text: '오늘 점심 뭐 먹지', about: [] },
  { text: '조건이 좋은 아르바이트 구해요', about: [] },
];
const read = createFeatures([], Number.POSITIVE_INFINITY);
const learned = (): Weights => learn(examplesOf(documents, asked), labelsOf(documents), read);
const judge = createJudge(documents, learned(), read);
const likeliest = (text: string): string | undefined => documents[judge(saidIn(text)).best[0] ?? -1]?.id;

describe('what a course has learned', () => {
  test.each(asked.filter(({ about }) => about.length > 0))('$text', ({ text, about }) => {
    expect(likeliest(text)).toBe(about[0]);
    const { best, of, none } = judge(saidIn(text));
    expect(of(best[0] ?? -1)).toBeGreaterThan(none);
  });

  test('names in the talk around are not what is asked for', () => {
    expect(likeliest('함수랑 조건문은 아는데 되풀이하는 거는 뭘로 찍죠')).toBe('loop');
  });

  test('what is about something else is known to be so, and what wants something done', () => {
    for (const text of ['오늘 점심은 뭐 먹을까', '아르바이트 구해요']) {
      const { best, of, none } = judge(saidIn(text));
      expect(none).toBeGreaterThan(of(best[0] ?? -1));
    }
    expect(judge(saidIn('구구단을 찍으려면 뭘 쓰죠')).way).toBeGreaterThan(judge(saidIn('반복문이 뭐예요')).way);
  });

  test('a document that is new is as likely as the likeliest, and one that is gone is no more in the way', () => {
    const now = [documents[2], term('class', '클래스', '물건을 만드는 틀이에요.', [])].flatMap((one) => one ?? []);
    const { of, best } = createJudge(now, learned(), read)(saidIn('코드를 한 군데로 모으려면'));
    expect(best).toEqual([0]);
    expect(of(1)).toBe(of(0));
  });

  test('the same is learned of the same, and a file gives back what it was made of', () => {
    const first = writeLearned(learned());
    expect(Buffer.compare(first, writeLearned(learned()))).toBe(0);
    const again = readLearned(first);
    const said = words('되풀이하는 거요');
    expect(again && scoresOf(said, read, again)).toEqual(scoresOf(said, read, learned()));
  });

  test('any bytes are a file of it or none', () => {
    const whole = writeLearned(learned());
    const parts = fc.tuple(fc.nat(whole.length), fc.uint8Array({ maxLength: 40 }));
    fc.assert(
      fc.property(parts, ([at, bytes]) => {
        const damaged = Buffer.concat([whole.subarray(0, at), bytes]);
        if (damaged.length !== whole.length) expect(readLearned(damaged)).toBeUndefined();
        else {
          const own = readLearned(damaged);
          if (own !== undefined) expect(scoresOf(words('되풀이'), read, own).every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: runs(100) },
    );
    expect(readLearned(Buffer.from('{"version":2}\n'))).toBeUndefined();
    // Where buckets end is what stands first: a number without end would be looked through to its end.
    const endless = Buffer.from(whole);
    endless.writeUInt32LE(0xffffffff, endless.indexOf(10) + 1);
    expect(readLearned(endless)).toBeUndefined();
  });

  test('a search that has learned finds what another refuses, and still knows names', () => {
    const found = (own: Weights | undefined, text: string): string | undefined => {
      const { answered, matches } = finish(searchSteps(documents, [], {}, { learned: own }))(text);
      return answered ? matches[0]?.document.id : undefined;
    };
    const question = '자꾸자꾸 되풀이하는 거요';
    expect(found(undefined, question)).toBeUndefined();
    expect(found(learned(), question)).toBe('loop');
    expect(found(learned(), '조건문')).toBe('branch');
    expect(found(learned(), '저녁 뭐 먹지')).toBeUndefined();
  });
});

describe('the built-in course', () => {
  const content = courseContent();

  test('has learned all that it teaches; npm run content:learn learns it anew', () => {
    const known = new Set(learnedBy(content)?.labels);
    expect(documentsOf(content).filter(({ id }) => !known.has(id))).toEqual([]);
  });

  test('what it learned stands in a file of a few megabytes', () => {
    expect(readFileSync(join(ROOT, 'content/learned.bin')).length).toBeLessThan(4_000_000);
  });

  test('a course without the file, or with one that is damaged, has learned nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
    const own = { ...content, settings: { ...content.settings, file: join(folder, 'course.yaml') } };
    expect(learnedBy(own)).toBeUndefined();
    writeFileSync(join(folder, 'learned.bin'), 'no such file');
    expect(learnedBy(own)).toBeUndefined();
  });
});
