import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../src/core/steps.ts';
import { documentsOf } from '../../src/course/documents.ts';
import { learnedBy } from '../../src/course/learned.ts';
import { words } from '../../src/language/normalize.ts';
import { carryOver } from '../../src/search/carry.ts';
import type { Document } from '../../src/search/document.ts';
import { createFeatures } from '../../src/search/features.ts';
import { type Asked, saidIn } from '../../src/search/learned/examples.ts';
import { createJudge } from '../../src/search/learned/judge.ts';
import { readLearned, scoresOf, vectorOf, type Weights, writeLearned } from '../../src/search/learned/learned.ts';
import { sayingsIn, type Target, weighSayings } from '../../src/search/learned/names-asked.ts';
import { createTeacher } from '../../src/search/learned/teacher.ts';
import { searchSteps } from '../../src/search/search.ts';
import { indexTalk } from '../../src/search/talk-search.ts';
import { runs } from '../support/sample.ts';
import { courseContent, ROOT } from '../support/world.ts';

const term = (id: string, title: string, definition: string, asks: string[], tasks: string[] = []): Document => ({
  ...{ id, kind: 'term', title: { ko: title, en: id }, names: [], misspellings: [], asks, definition },
  ...{ signs: [], tasks: [tasks], commands: [], hasExample: false, body: '' },
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
  { text: '반복문은 지난주에 끝냈고 조건문을 모르겠어요', about: ['branch'] },
  { text: '조건문은 지난주에 끝냈고 반복문을 모르겠어요', about: ['loop'] },
  { text: '반복문이랑 조건문은 어떻게 달라요', about: ['loop', 'branch'], wants: 'compare' },
];
const read = createFeatures([], Number.POSITIVE_INFINITY);
const talk = indexTalk(finish(carryOver(documents, [], {})));
const learned = (): Weights => createTeacher(documents, [])(asked).learned;
const judge = createJudge(documents, learned(), read);
const likeliest = (text: string): string | undefined => documents[judge(saidIn(text)).best[0] ?? -1]?.id;

describe('what is set side by side', () => {
  const searchOf = (questions: readonly Asked[]) =>
    finish(searchSteps(documents, [], {}, { learned: createTeacher(documents, [])(questions).learned }));
  const ids = (search: ReturnType<typeof searchOf>, text: string): string[] => {
    const { compares, matches } = search(text);
    return compares ? matches.map(({ document }) => document.id) : [];
  };
  const more: Asked[] = [
    ...asked,
    { text: '자꾸 되풀이하는 거랑 참일 때만 하는 거는 뭐가 달라요', about: ['loop', 'branch'], wants: 'compare' },
    { text: '코드를 한 군데로 모으는 거하고 되풀이하는 거 차이', about: ['function', 'loop'], wants: 'compare' },
  ];

  test('one that is told without its name', () => {
    expect(ids(searchOf(more), '조건문이랑 계속 되풀이하는 거는 뭐가 달라요').toSorted()).toEqual(['branch', 'loop']);
  });

  test('where nobody asked for that, names alone are', () => {
    const search = searchOf(asked.filter(({ wants }) => wants !== 'compare'));
    expect(ids(search, '반복문이랑 함수는 어떻게 달라요')).toEqual(['loop', 'function']);
    expect(ids(search, '코드를 복사했더니 수십 개예요 한 군데로 모으려면')).toEqual([]);
  });

  test('nothing but names, whatever was learned', () => {
    expect(ids(searchOf(more), '함수 조건문')).toEqual(['function', 'branch']);
    expect(ids(searchOf(more), '함수 vs 함수')).toEqual([]);
  });
});

describe('what a course has learned', () => {
  test.each(asked.filter(({ about, wants }) => about.length > 0 && wants !== 'compare'))('$text', ({ text, about }) => {
    expect(likeliest(text)).toBe(about[0]);
    const { best, of, none } = judge(saidIn(text));
    expect(of(best[0] ?? -1)).toBeGreaterThan(none);
  });

  test('names in the talk around are not what is asked for', () => {
    expect(likeliest('함수랑 조건문은 아는데 되풀이하는 거는 뭘로 찍죠')).toBe('loop');
  });

  test('which of a document’s tasks is asked for, also by words that only questions have', () => {
    const own = term('file', '파일', '디스크에 적어 두는 글이에요.', [], ['파일 열기']);
    const file = {
      ...own,
      tasks: [
        ['파일 열기', 'open a file'],
        ['파일 지우기', 'remove a file'],
      ],
    };
    const questions: Asked[] = [
      { text: '이제 필요 없는 파일 날려 버리려면', about: ['file'], wants: 'way', task: 'remove a file' },
      { text: '파일 안에 뭐라고 적혔나 읽고 싶어요', about: ['file'], wants: 'way', task: '파일 열기' },
    ];
    const judged = createJudge([file], createTeacher([file], [])(questions).learned, read);
    expect(judged(saidIn('파일을 싹 날려 버리고 싶은데')).taskOf(0)?.at).toBe(1);
    expect(judged(saidIn('파일 안에 적혔나 보기')).taskOf(0)?.at).toBe(0);
    // One that is new is not known, and the others are found by their titles, wherever they stand now.
    const now = { ...file, tasks: [['파일 만들기'], ...file.tasks.toReversed()] };
    const later = createJudge([now], createTeacher([file], [])(questions).learned, read);
    expect(later(saidIn('파일을 싹 날려 버리고 싶은데')).taskOf(0)?.at).toBe(1);
    expect(later(saidIn('파일 안에 적혔나 보기')).taskOf(0)?.at).toBe(2);
    expect(judge(saidIn('함수')).taskOf(1)).toBeUndefined();
  });

  test('a document may be asked for what another one’s task does', () => {
    const [file, disk] = [
      { ...term('file', '파일', '디스크에 적어 두는 글이에요.', []), tasks: [['파일 열기', 'open a file']] },
      {
        ...term('disk', '디스크', '파일이 들어가는 곳이에요.', []),
        tasks: [['꽉 찬 디스크 비우기', 'free a full disk']],
      },
    ];
    const questions: Asked[] = [
      { text: '파일이 너무 많아서 자리가 없는데 싹 비우려면', about: ['file'], wants: 'way', task: 'free a full disk' },
      { text: '파일이 왜 있는지 알아보려면', about: ['file'], wants: 'way' },
    ];
    const judged = createJudge([disk, file], createTeacher([disk, file], [])(questions).learned, read);
    expect(judged(saidIn('파일이 많아서 자리를 비우고 싶어요')).taskOf(1)).toMatchObject({ doc: 0, at: 0 });
    expect(judged(saidIn('파일 열기 하려면')).taskOf(1)).toMatchObject({ doc: 1, at: 0 });
    // Gone with the document that had it.
    const alone = createJudge([file], createTeacher([disk, file], [])(questions).learned, read);
    expect(alone(saidIn('파일이 많아서 자리를 비우고 싶어요')).taskOf(0)).toMatchObject({ doc: 0, at: 0 });
  });

  test('which of the names is asked about, all of them or none is learned of the words around them, so for every name', () => {
    const { sayings } = learned();
    const likeliestOf = (text: string): Target | undefined => {
      const { naming } = talk.find(text);
      const said = naming && weighSayings(sayingsIn(naming), sayings);
      return Array.from(said ?? []).sort((a, b) => b[1] - a[1])[0]?.[0];
    };
    // Nothing was learned of 함수 beside another name.
    expect(likeliestOf('함수는 지난주에 끝냈고 반복문을 모르겠어요')).toBe(0);
    expect(likeliestOf('반복문은 지난주에 끝냈고 함수를 모르겠어요')).toBe(2);
    expect(likeliestOf('조건문이랑 함수는 어떻게 달라요')).toBe('all');
    expect(likeliestOf('함수 안에서 끝까지 계속 찍으려면 뭘 쓰죠')).toBe('none');
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
    const scoresBy = ({ rarities, documents: own }: Weights) => scoresOf(vectorOf(said, read, rarities), own);
    expect(again && scoresBy(again)).toEqual(scoresBy(learned()));
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
          if (own === undefined) return;
          const vector = vectorOf(words('되풀이'), read, own.rarities);
          for (const part of [own.documents, own.tasks])
            expect(scoresOf(vector, part).every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: runs(100) },
    );
    expect(readLearned(Buffer.from('{"version":1}\n'))).toBeUndefined();
    // A header may say anything: nothing is made of that size.
    for (const weights of [1e9, 1e15]) {
      const part = { labels: [], weights };
      const line = JSON.stringify({ version: 3, documents: part, tasks: part });
      expect(readLearned(Buffer.from(`${line.padEnd(line.length + 3 - (line.length % 4))}\n`))).toBeUndefined();
    }
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
    const known = new Set(learnedBy(content)?.documents.labels);
    expect(documentsOf(content).filter(({ id }) => !known.has(id))).toEqual([]);
  });

  test('what it learned stands in a file of a few megabytes', () => {
    expect(readFileSync(join(ROOT, 'content/learned.bin')).length).toBeLessThan(6_000_000);
  });

  test('a course without the file, or with one that is damaged, has learned nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
    const own = { ...content, settings: { ...content.settings, file: join(folder, 'course.yaml') } };
    expect(learnedBy(own)).toBeUndefined();
    writeFileSync(join(folder, 'learned.bin'), 'no such file');
    expect(learnedBy(own)).toBeUndefined();
  });
});
