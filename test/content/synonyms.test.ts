import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSynonyms } from '../../src/content/synonyms.ts';
import { createCourse } from '../../src/course/course.ts';
import type { Document } from '../../src/search/document.ts';
import { indexSearch } from '../../src/search/search.ts';
import { load } from '../support/content.ts';
import { courseContent, folderOf } from '../support/world.ts';

test('a course has words of its own that mean the same, and none that mean something already', () => {
  const content = courseContent();
  expect(content.synonyms.length).toBeGreaterThan(3);
  expect(content.problems).toEqual([]);
});

test('a word that has a meaning, stands twice or is none is named by file and line, and left out', () => {
  const folder = folderOf({ 'synonyms.txt': '# 뜻\n반죽 도우 dough\n서버 접시\n반죽 Oven\n' });
  const { synonyms, problems } = readSynonyms([folder]);
  expect(synonyms).toEqual([['반죽', '도우', 'dough'], ['접시']]);
  expect(problems.map(({ file, line }) => [file.endsWith('synonyms.txt'), line])).toEqual([
    [true, 3],
    [true, 4],
    [true, 4],
  ]);
  expect(problems.map(({ message }) => message.ko)).toEqual([
    expect.stringMatching(/^"서버"는 src\/language\/synonyms\.txt:\d+에 이미 있어요/),
    `"반죽"은 ${join(folder, 'synonyms.txt')}:2에 이미 있어요. 여기서는 지워 주세요.`,
    expect.stringMatching(/^"Oven"에는/),
  ]);
});

test('a question in the other word finds what is described by the one', () => {
  const document = (id: string, ask: string): Document => ({
    ...{ id, kind: 'term', title: { ko: id, en: id }, names: [], misspellings: [] },
    ...{ asks: [ask], definition: '', body: '', signs: [], tasks: [], commands: [], hasExample: false },
  });
  const documents = [document('rest', '반죽 쉬게 두기'), document('oven', '뜨겁게 굽기')];
  const query = '도우 쉬게 두기';
  expect(indexSearch(documents, [['반죽', '도우']])(query).matches[0]?.document.id).toBe('rest');
  expect(indexSearch(documents, [['반죽', '도우']])('도우').matches.map(({ document: { id } }) => id)).toEqual([
    'rest',
  ]);
  expect(indexSearch(documents, [])('도우').matches).toEqual([]);
});

test("a course's search knows the course's own words", () => {
  const content = load({
    'a.md': '---\nid: rest\ntitle: 휴지\ndefinition: 반죽을 쉬게 두는 일.\nasks: { ko: [반죽 쉬게 두기] }\n---\n\n글\n',
    'b.md': '---\nid: oven\ntitle: 오븐\ndefinition: 뜨겁게 굽는 곳.\n---\n\n글\n',
    'synonyms.txt': '반죽 도우\n',
  });
  expect(content.problems).toEqual([]);
  const { search } = createCourse(content);
  expect(search('도우 쉬게 두기').matches[0]?.document.id).toBe('rest');
  expect(search('도우').matches.map(({ document }) => document.id)).toEqual(['rest']);
});

test('a file of words that is none is named, and the rest goes on', () => {
  const bytes = folderOf({ 'synonyms.txt': new Uint8Array([0xff, 0xfe, 0x41]) });
  const folder = folderOf({ 'synonyms.txt/a.md': '글' });
  const good = folderOf({ 'synonyms.txt': '반죽 도우\r\n' });
  const { synonyms, problems } = readSynonyms([bytes, folder, good]);
  expect(synonyms).toEqual([['반죽', '도우']]);
  expect(problems.map(({ file, line }) => [file, line])).toEqual(
    [bytes, folder].map((one) => [join(one, 'synonyms.txt'), 1]),
  );
});
