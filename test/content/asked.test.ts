import { expect, test } from 'vitest';
import { readAsked } from '../../src/content/asked.ts';
import { loadContent } from '../../src/content/load.ts';
import { courseContent, folderOf } from '../support/world.ts';

const TERM =
  '---\nid: dough\ntitle: { ko: 반죽, en: Dough }\ndefinition: { ko: 밀가루와 물이에요., en: Flour and water. }\n---\n';

test('questions of a course are read in order; what is none, or is about nothing, is named by file and line', () => {
  const folder = folderOf({
    'course.yaml': 'id: bakery\n',
    'dough.md': TERM,
    'asked/one.jsonl':
      '{"asked": "왜 안 부풀죠", "about": ["dough"], "wants": "mend"}\n\n{"asked": "점심?", "about": []}\n',
    'asked/two.jsonl':
      'no JSON\n{"asked": "오븐?", "about": ["oven"]}\n{"about": []}\n{"asked": "?", "about": [], "wants": "all"}\n' +
      '{"asked": "굽자", "about": ["dough"], "task": "굽기"}\n',
    'asked/notes.txt': 'passed over',
  });
  const { asked, problems } = readAsked(loadContent([folder]));
  expect(asked.map(({ text, about, wants }) => ({ text, about, wants }))).toEqual([
    { text: '왜 안 부풀죠', about: ['dough'], wants: 'mend' },
    { text: '점심?', about: [], wants: undefined },
  ]);
  expect(problems.map(({ file, line }) => [file.endsWith('two.jsonl'), line])).toEqual([
    [true, 1],
    [true, 2],
    [true, 3],
    [true, 4],
    [true, 5],
  ]);
  expect(problems[1]?.message.ko).toContain('"oven"');
  expect(problems[4]?.message.ko).toContain('"굽기"');
});

test('the built-in course has thousands of them, and none twice', () => {
  const { asked, problems } = readAsked(courseContent());
  expect(problems).toEqual([]);
  expect(asked.length).toBeGreaterThan(10_000);
  expect(new Set(asked.map(({ text }) => text)).size).toBe(asked.length);
});
