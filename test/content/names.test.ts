import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesIn, slug, splitName } from '../../src/content/names.ts';

test.each([
  ['자동 배포 & 롤백', '자동-배포-롤백'],
  ['🔍 1. 문제의 시작: "서버 1대"', '1-문제의-시작-서버-1대'],
  ['Pod', 'pod'],
  ['ＡＰＩ 서버', 'api-서버'],
  ['자동'.normalize('NFD'), '자동'],
  ['--kube__proxy--', 'kube-proxy'],
  ['CI/CD (지속적 통합)', 'ci-cd-지속적-통합'],
  ['🍱', ''],
  ['', ''],
])('the id of %j is %j', (text, id) => {
  expect(slug(text)).toBe(id);
});

test('an id has at most 40 letters and does not end in a hyphen', () => {
  expect(slug('가'.repeat(60))).toBe('가'.repeat(40));
  expect(slug(`${'a'.repeat(39)} b`)).toBe('a'.repeat(39));
});

test('an id made of any text is letters, digits and single hyphens, and its own id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const id = slug(text);
      expect(id).toMatch(/^(?:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)?$/u);
      expect(Array.from(id).length).toBeLessThanOrEqual(40);
      expect(slug(id)).toBe(id);
    }),
  );
});

test.each([
  ['파드(Pod)', '파드', 'Pod'],
  ['Pod (파드)', '파드', 'Pod'],
  ['컨트롤 플레인（Control Plane）', '컨트롤 플레인', 'Control Plane'],
  ['파드', '파드', '파드'],
  ['Pod', 'Pod', 'Pod'],
  ['CLA (Contributor License Agreement)', 'CLA (Contributor License Agreement)', 'CLA (Contributor License Agreement)'],
  ['파드(묶음)', '파드(묶음)', '파드(묶음)'],
  ['(Pod)', '(Pod)', '(Pod)'],
  ['파드()', '파드()', '파드()'],
  ['', '', ''],
])('%j is %j in Korean and %j in English', (name, ko, en) => {
  expect(splitName(name)).toEqual({ ko, en });
});

test('a name with another in parentheses is two names', () => {
  expect(namesIn('CLA (Contributor License Agreement)')).toEqual(['CLA', 'Contributor License Agreement']);
  expect(namesIn('파드')).toEqual([]);
});
