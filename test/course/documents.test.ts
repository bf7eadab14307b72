import { expect, test } from 'vitest';
import type { Content } from '../../src/content/model.ts';
import { documentsOf } from '../../src/course/documents.ts';
import { indexSearch } from '../../src/search/search.ts';
import { load } from '../support/content.ts';
import { courseContent } from '../support/world.ts';

const lexicon = courseContent().terms;

const term = (id: string, title: string): string =>
  `---\nid: ${id}\ntitle: ${title}\ndefinition: 우리 반의 뜻.\n---\n\n우리 반의 설명.\n`;

const CLASS = load.bind(null, { 'pod.md': term('our-pod', 'Pod'), 'desk.md': term('desk', '책상') });

/** The first answer, or nothing where the search is not sure. */
const first = (content: Content, query: string, known = lexicon): string | undefined => {
  const { answered, matches } = indexSearch(documentsOf(content, known), [])(query);
  return answered ? matches[0]?.document.id : undefined;
};

test("a class's own Pod is found by the built-in glossary's names and slips for it", () => {
  for (const query of ['파드', '파드가 뭐예요?', '포드', 'ㅍㄷ', 'pods'])
    expect(first(CLASS(), query), query).toBe('our-pod');
  expect(first(CLASS(), '파드', [])).toBeUndefined();
});

test("a class's own Pod is found by the built-in glossary's paraphrases, and shown in the class's own words", () => {
  const asks = lexicon.find(({ id }) => id === 'pod')?.asks ?? [];
  expect(asks.length).toBeGreaterThan(4);
  for (const ask of asks) expect(first(CLASS(), ask), ask).toBe('our-pod');
  for (const ask of asks) expect(first(CLASS(), ask, []), ask).toBeUndefined();
  const pod = documentsOf(CLASS(), lexicon).find(({ id }) => id === 'our-pod');
  expect(pod).toMatchObject({ title: { ko: 'Pod', en: 'Pod' }, body: '우리 반의 설명. 우리 반의 설명.' });
});

test('one name is the same whatever its case, spaces and hyphens, and an alias is a name', () => {
  const content = load({
    'a.md': term('a', 'CONTROL-PLANE'),
    'b.md': term('b', '레플리카 셋'),
    'kube-apiserver.md': term('kube-apiserver', '우리 서버'),
  });
  expect(first(content, '컨트롤 플레인')).toBe('a');
  expect(first(content, 'ReplicaSet')).toBe('b');
  expect(first(content, 'API 서버')).toBe('kube-apiserver');
});

test('nothing is borrowed where names differ, and nothing of what the class does not teach', () => {
  const content = load({ 'desk.md': term('desk', '책상'), 'pods.md': term('pod-desk', '파드 책상') });
  expect(documentsOf(content, lexicon)).toEqual(documentsOf(content));
  expect(
    documentsOf(CLASS(), lexicon)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['desk', 'our-pod']);
  expect(documentsOf(load({}), lexicon)).toEqual([]);
});

test('sections are found by their titles with and without what counts them, and borrow nothing', () => {
  const content = load({ 'a.md': '# 🔍 1. 파드\n\n글\n' });
  expect(documentsOf(content, lexicon)).toEqual(documentsOf(content));
  expect(documentsOf(content)).toMatchObject([
    { kind: 'section', names: ['파드', '파드'], title: { ko: '🔍 1. 파드' } },
  ]);
});

test("a section's chapter is the one that its file's name or its title counts, and its place where neither does", () => {
  const content = load({
    '05-pods.md': '# 파드 {#pods}\n\n글\n',
    '07-services.md': '# 서비스 {#services}\n\n글\n',
  });
  expect(documentsOf(content)).toMatchObject([
    { id: '05-pods#pods', chapter: 5 },
    { id: '07-services#services', chapter: 7 },
  ]);
  expect(documentsOf(load({ 'a.md': '# 파드 {#pods}\n\n글\n' }))).toMatchObject([{ chapter: 1 }]);
});
