import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isParticle, nouns, singulars } from '../../src/language/particles.ts';
import { anyText, syllables } from '../support/any.ts';

describe('nouns', () => {
  test.each([
    ['파드가', '파드'],
    ['노드들은', '노드'],
    ['시크릿이란', '시크릿'],
    ['컨테이너예요', '컨테이너'],
    ['클러스터에서는', '클러스터'],
    ['서비스입니까', '서비스'],
    ['디플로이먼트랑', '디플로이먼트'],
    ['파드하고는', '파드'],
    ['파드라는게', '파드'],
    ['볼륨으로써', '볼륨'],
    ['노드끼리', '노드'],
    ['파드들한테', '파드'],
    ['노드보다는', '노드'],
    ['시크릿이고', '시크릿'],
    ['파드일까요', '파드'],
  ])('%s may be %s', (word, noun) => {
    expect(nouns(word)).toContain(noun);
  });

  test('the word itself comes first: 네임스페이스 has no particle, 인그레스와 may have', () => {
    expect(nouns('네임스페이스')).toEqual(['네임스페이스']);
    expect(nouns('인그레스와')).toEqual(['인그레스와', '인그레스']);
  });

  test('a longer particle is taken off before a shorter one', () => {
    expect(nouns('노드들은')).toEqual(['노드들은', '노드', '노드들']);
  });

  test('a word that is a particle from end to end keeps a syllable', () => {
    expect(nouns('가')).toEqual(['가']);
    expect(nouns('들은')).toEqual(['들은', '들']);
  });

  test('finds the noun before every particle it knows', () => {
    const particles = [
      '은',
      '는',
      '이',
      '가',
      '을',
      '를',
      '의',
      '에',
      '에서',
      '으로',
      '과',
      '와',
      '도',
      '만',
      '들',
      '이란',
      '입니다',
      ...['랑', '하고', '에게', '한테', '까지', '부터', '처럼', '같은', '보다', '마다', '조차', '밖에', '끼리', '라는'],
      ...['으로서', '로써', '에서도', '들이랑', '인가요', '이에요', '예요', '이야', '야', '요', '죠', '이라서'],
    ];
    fc.assert(
      fc.property(syllables, fc.constantFrom(...particles), (noun, particle) => {
        expect(nouns(noun + particle)).toContain(noun);
      }),
    );
  });

  test('gives only beginnings of the word, none empty, none twice', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, syllables), (word) => {
        const found = nouns(word);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((noun) => noun === word || (noun !== '' && word.startsWith(noun)))).toBe(true);
      }),
    );
  });
});

test('what stands after a Latin word is a particle: pod들은, pod가', () => {
  expect(['들은', '가', '이란', '예요', '끼리', '하고'].map(isParticle)).not.toContain(false);
  expect(['파드', '파드가', 'pod', ''].map(isParticle)).toEqual([false, false, false, false]);
});

describe('singulars', () => {
  test.each([
    ['pods', ['pods', 'pod']],
    ['policies', ['policies', 'policy', 'policie']],
    ['ingresses', ['ingresses', 'ingress', 'ingresse']],
    ['proxies', ['proxies', 'proxy', 'proxie']],
    ['ingress', ['ingress']],
    ['pod', ['pod']],
    ['s', ['s']],
    ['', ['']],
  ])('of %j are %j', (word, expected) => {
    expect(singulars(word)).toEqual(expected);
  });
});
