import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksToCompare, isFunctionWord, looksLikeVerb } from '../../src/language/function-words.ts';
import { anyText } from '../support/any.ts';

describe('words that say nothing of what is asked for', () => {
  test.each([
    ...[
      '뭐야',
      '무엇인가요',
      '알려줘',
      '왜',
      '어떻게',
      '뜻',
      '차이',
      '이유가',
      '방법을',
      '가',
      '들은',
      'ㅋㅋㅋ',
      'ㅠㅠ',
    ],
    ...['what', 'is', 'the', 'explain', 'please', 'difference', 's', '3', '2026'],
  ])('%s', (word) => {
    expect(isFunctionWord(word)).toBe(true);
  });

  test.each([
    ...['파드', '노드', '쿠버네티스', '컨테이너', '서비스', '시크릿', '볼륨', '롤백', 'ㅋㅂㄴㅌㅅ'],
    ...['pod', 'node', 'kubernetes', 'helm', 'scale', 'k8s', 'v1'],
  ])('but not %s', (word) => {
    expect(isFunctionWord(word)).toBe(false);
  });

  test('a noun of one syllable with a particle is not thrown away', () => {
    expect(isFunctionWord('예는')).toBe(false);
  });
});

describe('two things beside each other', () => {
  test.each([
    ...[
      '파드랑 노드 차이',
      '파드와 노드 비교',
      '파드와 노드는 뭐가 달라요',
      '둘 중에 뭐가 나아',
      '구분이 안 돼요',
      '파드 노드 관계',
      '파드와 노드의 상관',
      '파드하고 노드는 서로 다른 건가요',
      '파드와 노드 다른 점',
      '노드랑 다를 게 없나요',
      '파드 노드 구별하는 법',
      '파드랑 노드 중에 어느 걸 써요',
    ],
    ...[
      'pod VS node',
      'Difference between pod and node',
      'compare pods with nodes',
      'versus a node',
      'how does a pod relate to a node',
    ],
  ])('%s', (text) => {
    expect(asksToCompare(text)).toBe(true);
  });

  test.each([
    '파드가 뭐야',
    '서비스가 뭐가 달라졌어요',
    '다른 파드',
    '이름이 달라지면 어떡해요',
    'what is a pod',
    'canvas',
    '',
  ])('not %j', (text) => {
    expect(asksToCompare(text)).toBe(false);
  });
});

test.each([
  ...['뜨는거예요', '만들어요', '죽었는데', '되나요', '갔습니다', '바꾸려면', '실행하게', '안되고', '쓰던데'],
  ...['되죠', '쓴다고', '살리려고', '돌아가도록', '늘어서', '하잖아요', '그렇대요', '쓰네요', '거든요', '되겠다'],
])('%s ends as a verb does', (word) => {
  expect(looksLikeVerb(word)).toBe(true);
});

test.each(['피부과', '파드', '컨테이너', '서비스', '볼륨', '시크릿', '인그레스', '클러스터', 'pod', 'done', ''])(
  '%j does not',
  (word) => {
    expect(looksLikeVerb(word)).toBe(false);
  },
);

test('any text is taken', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const judge of [isFunctionWord, asksToCompare, looksLikeVerb]) expect(judge(text)).toBeTypeOf('boolean');
    }),
  );
});
