/** What the doctor says in Korean reads well whatever values stand in a sentence. */
import { expect, test } from 'vitest';
import { text as read } from '../../src/doctor/read/text.ts';
import { text as schema } from '../../src/doctor/schema/text.ts';
import { text as workloads } from '../../src/doctor/sense/workloads/text.ts';

const ko = { read: read('ko'), schema: schema('ko'), workloads: workloads('ko') };

test('particles follow the sound of a value', () => {
  expect(ko.schema.looksLike('8080', '숫자')).toContain('`8080`은 숫자로 읽혀요');
  expect(ko.schema.looksLike('on', '`null`')).toContain('`on`은 `null`로 읽혀요');
  expect(ko.schema.required('pathType', 'paths')).toBe('`paths`에 꼭 있어야 하는 `pathType`이 없어요.');
  expect(ko.schema.add('name')).toBe('`name`을 더해 주세요.');
  expect(ko.read.unknownAlias('base')).toContain('`*base`가 가리키는 `&base`가');
  expect(ko.read.unknownAlias('main')).toContain('`*main`이 가리키는 `&main`이');
  expect(ko.workloads.metricField('Pods', 'pods')).toContain('`type: Pods`면 ');
  expect(ko.workloads.metricField('External', 'external')).toContain('`type: External`이면 ');
});

test('a range of one number and a choice of one word are no range and no choice', () => {
  expect(ko.schema.outOfRange('successThreshold', 2, 1, 1)).toContain('1만 쓸 수 있어요.');
  expect(ko.schema.within(1, 1)).toBe('1을 적어 주세요.');
  expect(ko.schema.within(1, 5)).toBe('1에서 5 사이의 수를 적어 주세요.');
  expect(ko.schema.notAllowed('kind', 'pod', ['Pod'])).toContain('`Pod`만 쓸 수 있어요');
  expect(ko.schema.notAllowed('kind', 'pod', ['Pod', 'Job'])).toContain('`Pod`, `Job` 중 하나여야 해요');
});
