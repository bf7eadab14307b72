import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOrdinary } from '../../src/language/ordinary-words.ts';
import { wordLines } from '../../src/language/word-lines.ts';
import { anyText } from '../support/any.ts';

const WORDS = wordLines(
  readFileSync(join(import.meta.dirname, '../../src/language/ordinary-words.txt'), 'utf8'),
).flat();

test('the list holds each word once, in lower case, without hyphens: as words of a text are', () => {
  expect(WORDS.filter((word, i) => WORDS.indexOf(word) !== i)).toEqual([]);
  expect(WORDS.filter((word) => !/^[\p{Ll}\p{Lo}\p{N}]+$/u.test(word))).toEqual([]);
});

/** Nouns of a page of diary, a local newspaper and a family's chat, written down without a look at the list. */
const NOUNS: readonly string[] = [
  ...['아침에', '버스가', '지각을', '친구는', '우산을', '점심은', '학교', '식당에서', '비빔밥을', '커피는', '동생이'],
  ...[
    '시청은',
    '시장',
    '골목의',
    '주차',
    '요금을',
    '주민은',
    '예산과',
    '노선의',
    '변경에',
    '불만을',
    '경찰은',
    '원인을',
  ],
  ...['엄마', '냉장고에', '우유랑', '계란이', '마트에서', '휴지도', '아빠는', '병원', '예약이', '강아지', '택배로'],
  ...[
    'train',
    'beach',
    'sister',
    'wallet',
    'driver',
    'seat',
    'window',
    'council',
    'price',
    'tickets',
    'mayor',
    'budget',
  ],
  ...['shops', 'street'],
];

test('nearly all nouns of everyday talk are ordinary', () => {
  const known = NOUNS.filter(isOrdinary);
  expect(known.length / NOUNS.length).toBeGreaterThan(0.9);
});

test.each([
  ...['이미지', '서비스가', '역할을', '그림자는', '비밀', '이벤트', '항구에', '서랍', '라벨이', '노드'],
  ...['image', 'services', 'role', 'context', 'label', 'volumes', 'job', 'chart', 'container', 'pending', 'taint'],
])('%s is said by people who know nothing of the subject', (word) => {
  expect(isOrdinary(word)).toBe(true);
});

test.each([
  ...['파드', '파드가', '디플로이먼트', '인그레스를', '컨피그맵', '네임스페이스', '큐블릿', '데몬셋', '톨러레이션'],
  ...['pod', 'pods', 'kubelet', 'etcd', 'kubectl', 'daemonset', 'configmap', 'namespace', 'k8s'],
])('%s is not', (word) => {
  expect(isOrdinary(word)).toBe(false);
});

test('no particle alone, no word of nothing', () => {
  expect(['', 'ㅋㅋ', '은', '들은'].filter(isOrdinary)).toEqual([]);
});

test('takes whatever is typed', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(typeof isOrdinary(text)).toBe('boolean');
    }),
  );
});
