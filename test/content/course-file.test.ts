import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { COURSE, folderOf } from '../support/world.ts';

const CHAPTER = '---\nid: types\ntitle: 자료형\n---\n\n## 리스트\n\n값을 담아요.\n\n## 튜플\n\n바꿀 수 없어요.\n';

const courseOf = (yaml: string, files: Readonly<Record<string, string>> = { 'types.md': CHAPTER }) => {
  const folder = folderOf({ ...files, 'course.yaml': yaml });
  const { settings, problems } = loadContent([folder]);
  return {
    settings,
    problems: problems.map(({ file, line, message }) => ({ file: file.slice(folder.length + 1), line, message })),
  };
};

test('all that a course says of itself is read', () => {
  const { settings, problems } = courseOf(`title: { ko: 파이썬 기초, en: Python basics }
subject: 파이썬
command: py
languages: [ko]
try: [리스트, { ko: 튜플, en: tuple }]
credits: ['[Python](https://docs.python.org)']
licence: CC BY 4.0
weeks:
  - chapters: [types]
  - { title: 튜플, sections: ['types#튜플'] }
features: [kubernetes]
`);
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({
    title: { ko: '파이썬 기초', en: 'Python basics' },
    subject: { ko: '파이썬', en: '파이썬' },
    command: 'py',
    languages: ['ko'],
    tries: [
      { ko: '리스트', en: '리스트' },
      { ko: '튜플', en: 'tuple' },
    ],
    licence: { ko: 'CC BY 4.0', en: 'CC BY 4.0' },
    weeks: [
      { chapters: ['types'], sections: [] },
      { title: { ko: '튜플', en: '튜플' }, chapters: [], sections: ['types#튜플'] },
    ],
    features: ['kubernetes'],
  });
});

test('a folder without the file, or with an empty one, has the defaults', () => {
  for (const files of [
    { 'types.md': CHAPTER },
    { 'types.md': CHAPTER, 'course.yaml': '' },
    { 'types.md': CHAPTER, 'course.yaml': '# 나중에\n' },
  ]) {
    const { settings, problems } = loadContent([folderOf(files)]);
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      title: { ko: '자료형' },
      subject: undefined,
      command: 'ask',
      languages: ['ko', 'en'],
      tries: [],
      credits: [],
      licence: undefined,
      weeks: [],
      features: [],
    });
  }
  expect(
    loadContent([folderOf({ 'rome.md': '# Rome\n\n## The republic\n\nTwo consuls.\n' })]).settings.languages,
  ).toEqual(['en']);
});

test.each([
  ['a name that no platform takes', 'title: 빵\ncommand: 빵집\n', 2, 'command'],
  ["a name of Slack's own", 'command: topic\n', 1, 'command'],
  ['an unknown key', 'title: 빵\n\ntitel: 빵\n', 3, 'titel'],
  ['an unknown feature', 'features: [docker]\n', 1, 'features'],
  ['a chapter that is not there', 'weeks:\n  - chapters: [types]\n  - chapters: [bread]\n', 3, 'bread'],
  ['a section that is not there', 'weeks:\n  - sections: ["types#빵"]\n', 2, 'types#빵'],
  ['words that fit no help', `try: [${'가'.repeat(70)}]\n`, 1, 'try'],
  ['a text that is none', 'title: [빵]\n', 1, 'title'],
  ['no mapping', '- 빵\n', 1, ''],
  ['YAML that cannot be read', 'title: "빵\nlicence: CC\n', 1, ''],
])('%s is named by its line, and all else stands', (_, yaml, line, word) => {
  const { settings, problems } = courseOf(yaml);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ file: 'course.yaml', line });
  for (const locale of ['ko', 'en'] as const) expect(problems[0]?.message[locale]).toContain(word);
  expect(settings.command).toBe('ask');
});

test('a bad key takes no other one with it', () => {
  const { settings, problems } = courseOf('title: 빵\ncommand: topic\nlicence: CC0\n');
  expect(problems).toHaveLength(1);
  expect(settings).toMatchObject({ title: { ko: '빵' }, command: 'ask', licence: { ko: 'CC0' } });
});

test('the built-in course is one such folder', () => {
  const { settings } = loadContent([COURSE]);
  expect(settings).toMatchObject({
    id: 'kubernetes',
    command: 'k8s',
    features: ['kubernetes'],
    file: join(COURSE, 'course.yaml'),
  });
  expect(settings.credits.length).toBeGreaterThan(2);
});
