import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/search/document.ts';
import { indexSearch } from '../../src/search/search.ts';
import { runs } from '../support/sample.ts';

const document = (id: string, ko: string, en: string, rest: Partial<Document> = {}): Document => ({
  id,
  kind: 'term',
  title: { ko, en },
  names: [],
  misspellings: [],
  asks: [],
  definition: '',
  body: '',
  signs: [],
  tasks: [],
  commands: [],
  hasExample: false,
  ...rest,
});

// A course of another subject: what search knows must come from the documents alone.
const documents = [
  document('yeast', '효모', 'Yeast', {
    names: ['이스트'],
    asks: ['반죽을 부풀게 하는 아주 작은 생물', 'makes the dough rise'],
  }),
  document('sourdough', '사워도우 스타터', 'Sourdough starter', {
    names: ['천연 발효종'],
    asks: ['밀가루와 물만으로 키우는 반죽 씨앗'],
  }),
  document('gluten', '글루텐', 'Gluten', { asks: ['반죽을 쫄깃하게 만드는 단백질 그물'], misspellings: ['글루탠'] }),
  document('proofing', '발효', 'Proofing', { names: ['2차 발효'], asks: ['따뜻한 곳에서 반죽이 쉬면서 커지는 시간'] }),
  document('baker-percent', '베이커스 퍼센트', "Baker's percentage", {
    definition: '밀가루를 100으로 보고 재료의 양을 나타내는 비율',
  }),
];
const search = indexSearch(documents, []);

const first = (query: string): string | undefined => {
  const { answered, matches } = search(query);
  return answered ? matches[0]?.document.id : undefined;
};

describe('names', () => {
  test.each([
    ['효모', 'yeast'],
    ['YEAST', 'yeast'],
    ['yeasts', 'yeast'],
    ['사워도우스타터', 'sourdough'],
    ['sour-dough_starter', 'sourdough'],
    ['Ｙｅａｓｔ', 'yeast'],
    ['효모'.normalize('NFD'), 'yeast'],
    ['효모가 뭐예요?', 'yeast'],
    ['what is gluten', 'gluten'],
    ['글루탠', 'gluten'],
    ['사워도우 starter', 'sourdough'],
  ])('%s', (query, id) => expect(first(query)).toBe(id));
});

describe('slips, beginnings, initial consonants, the other layout', () => {
  test.each([
    ['글루텐ㄴ', 'gluten'],
    ['guleten', 'gluten'],
    ['베이커스 퍼샌트', 'baker-percent'],
    ['사워도ㅇ', 'sourdough'],
    ['sourd', 'sourdough'],
    ['ㅅㅇㄷㅇㅅㅌㅌ', 'sourdough'],
    ['ㄱㄹㅌ', 'gluten'],
    ['rmffnxps', 'gluten'],
    ['ㅛㄷㅁㄴㅅ', 'yeast'],
    ['rmffnxps 뭐야', 'gluten'],
    // A name of several words with slips in them, whatever one of them names; one in the other layout beside another name.
    ['what is a sourdouh startar', 'sourdough'],
    ['the bakers percantage please', 'baker-percent'],
    ['효모 말고 rmffnxps이 뭐예요', 'gluten'],
  ])('%s', (query, id) => expect(first(query)).toBe(id));
});

describe('descriptions', () => {
  test.each([
    ['반죽이 부풀어 오르게 하는 작은 생물', 'yeast'],
    ['쫄깃하게 해 주는 단백질', 'gluten'],
    ['what makes dough rise', 'yeast'],
  ])('%s', (query, id) => expect(first(query)).toBe(id));
});

describe('two things in one question', () => {
  test.each(['효모랑 글루텐 차이', 'yeast vs gluten', '이스트하고 글루텐은 뭐가 달라요'])('%s', (query) => {
    const { answered, compares, matches } = search(query);
    expect({ answered, compares }).toEqual({ answered: true, compares: true });
    expect(matches.map((match) => match.document.id).slice(0, 2)).toEqual(['yeast', 'gluten']);
  });
});

describe('sections', () => {
  const section = (id: string, ko: string, asks: string[]): Document => document(id, ko, ko, { kind: 'section', asks });
  const course = indexSearch(
    [
      document('yeast', '효모', 'Yeast', { asks: ['반죽을 부풀게 하는 아주 작은 생물'] }),
      document('gluten', '글루텐', 'Gluten', { asks: ['반죽을 쫄깃하게 만드는 단백질 그물'] }),
      document('oven', '오븐', 'Oven', { asks: ['뜨거운 공기로 굽는 상자'] }),
      section('yeast-why', '효모를 쓰는 까닭', ['효모가 왜 필요한지', 'why do we need yeast']),
      section('yeast-past', '효모의 역사', ['효모는 누가 발견했어', '효모는 언제 알려졌어']),
      section('oven-past', '오븐의 역사', ['오븐은 어디서 시작됐어']),
      section('one-oven', '오븐 하나로 꾸린 가게', ['오븐 하나만 두면 힘든 점']),
    ],
    [],
  );
  const told = (query: string): string | undefined => {
    const { answered, matches } = course(query);
    return answered ? matches[0]?.document.id : undefined;
  };

  test.each([
    ['효모를 왜 써요?', 'yeast-why'],
    ['효모의 필요성', 'yeast-why'],
    ['reason for yeast', 'yeast-why'],
    ['효모 유래', 'yeast-past'],
    ['누가 효모를 발견했나요', 'yeast-past'],
    ['효모는 언제 나왔어요', 'yeast-past'],
    ['오븐 하나일 때의 단점', 'one-oven'],
  ])('%s', (query, id) => expect(told(query)).toBe(id));

  test.each([
    ['효모', 'yeast'],
    ['효모가 뭐예요?', 'yeast'],
    ['글루텐의 장점', 'gluten'],
    ['글루텐은 누가 만들어요', 'gluten'],
  ])('but %s is about the concept, since no section is asked that of it', (query, id) => expect(told(query)).toBe(id));
});

describe('what is not there', () => {
  test.each([
    '',
    '   ',
    '???',
    '🍞🥖',
    '주말에 뭐 하지',
    'qwerqwer',
    'ㅋㅋㅋㅋ',
    '12345',
    '자동차 보험 갱신',
    'how to center a div',
    '반죽 학원 등록',
  ])('"%s" is not answered', (query) => expect(search(query).answered).toBe(false));

  test('a name among words about something else is not answered', () => {
    expect(search('글루텐 무첨가 고양이 사료 주문 취소').answered).toBe(false);
  });
});

describe('any query at all', () => {
  const ids = ['yeast', 'sourdough', 'gluten', 'proofing', 'baker-percent'];
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('효', '모', ' ', 'ㅎ').chain((c) => fc.nat(3000).map((n) => c.repeat(n))),
  );

  test('gives at most five matches, best first, scores within 0..1, each of our documents once', () => {
    fc.assert(
      fc.property(any, (query) => {
        const { answered, matches } = search(query);
        const scores = matches.map(({ score }) => score);
        const found = matches.map((match) => match.document.id);
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(found.length).toBeLessThanOrEqual(5);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((id) => ids.includes(id))).toBe(true);
        if (answered) expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(500) },
    );
  });

  test('gives the same each time', () => {
    fc.assert(
      fc.property(any, (query) => {
        expect(search(query)).toEqual(search(query));
      }),
    );
  });
});

describe('completion', () => {
  const titles = (partial: string, most = 25): string[] => search.complete(partial, most).map(({ id }) => id);

  test.each([
    ['글', 'gluten'],
    ['글ㄹ', 'gluten'],
    ['사웓', 'sourdough'],
    ['ㄱㄹㅌ', 'gluten'],
    ['rmffn', 'gluten'],
    ['yea', 'yeast'],
  ])('%s', (partial, id) => expect(titles(partial)[0]).toBe(id));

  test('no more than asked for, none twice, none for nothing', () => {
    expect(titles('', 25)).toEqual([]);
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 25 }), (partial, most) => {
        const found = titles(partial, most);
        expect(found.length).toBeLessThanOrEqual(most);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

test('no documents: nothing is found, nothing breaks', () => {
  const empty = indexSearch([], []);
  expect(empty('효모').matches).toEqual([]);
  expect(empty.complete('효', 25)).toEqual([]);
});

test('what is told of a question, and remembered by those who ask, is the answer and not how it was found', () => {
  const told = ['answered', 'compares', 'matches', 'named', 'names', 'guide', 'rivals', 'close'];
  for (const query of ['효모', '반죽을 부풀게 하는 게 뭐야', '효모랑 발효 차이', 'zzz', 'kind: Pod\nspec: {}', ''])
    expect(Object.keys(search(query)).filter((key) => !told.includes(key))).toEqual([]);
});
