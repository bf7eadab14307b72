import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent } from '../../../src/content/load.ts';
import { namesOfQuestion } from '../../../src/content/question-ids.ts';
import { createCourse } from '../../../src/course/course.ts';
import { practisedBy } from '../../../src/course/hidden-questions.ts';
import { allOf, GUILD, manager, onDiscordAs } from '../../support/classes.ts';
import { blockOf } from '../../support/replies.ts';
import { classOf } from '../../support/reporting.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const FILES = Object.fromEntries(
  ['pod', 'node'].map((id) => [`glossary/${id}.md`, readFileSync(join(COURSE, `glossary/${id}.md`))]),
);

const WRITTEN = [
  {
    concept: 'pod',
    question: '별명은? *별* [하나](x)\n- 둘째 줄\n\n`code`',
    right: '꼬마',
    wrong: '대장\nyes',
    why: 'no: "왜"',
  },
  { concept: 'node', question: '맞을까요?', right: 'O', why: '012' },
  { concept: 'pod', question: '몇 초일까요?', right: '30초 ±5', why: '그래요', code: 'a:\n  - b\n```\n# c' },
  { concept: 'node', question: '순서는?', right: '1. 하나\n2. 둘\n3. 셋', why: '세어 봐요' },
  { concept: 'pod', question: '모두 고르면?', right: '1e3\n가', wrong: '~\nnull', why: '둘 다' },
  { concept: 'node', question: '짝을 지으면?', right: '하나 = 1\n둘 = 2', wrong: '3', why: '세어 봐요', type: 'match' },
  { concept: 'node', question: '몇 대쯤일까요?', right: '300대 ±50', why: '많아요', type: 'estimate' },
  { concept: 'pod', question: '뭐라고 부를까요?', right: '꼬마\n0x1F', why: '정했어요' },
];

test('a file of them drops into content: each is checked, taught with its concept, and known by its id', async () => {
  const folder = folderOf(FILES);
  const { bot, world, teach, logged } = await botOf([folder]);
  const one = classOf('discord:export', GUILD);
  await world.classes.save(one, 0);
  const teacher = { ...manager, channel: 'discord:export' };
  expect(allOf(await bot.dispatch('/class questions export', teacher))).toContain('아직 이 수업이 쓴 문제가 없어요');
  for (const options of WRITTEN) {
    const saved = await bot.dispatch({ command: 'write-question', options, filled: true }, teacher);
    expect(allOf(saved)).toContain('문제를 저장했어요');
  }
  const student = onDiscordAs('export', { channel: 'discord:export' });
  const before = (await practisedBy(student, world)).course();
  const own = [...before.own].map((id) => before.questions.get(id));
  expect(own).toHaveLength(WRITTEN.length);

  const file = blockOf(await bot.dispatch('/class questions export', teacher), 'file');
  expect(file.name).toBe('class-questions.md');
  const content = loadContent([folder, folderOf({ 'class-questions.md': file.text })]);
  expect(content.problems).toEqual(loadContent([folder]).problems);
  const taught = createCourse(content);
  for (const question of own) {
    if (!question) throw new Error('a question is gone');
    expect(taught.terms.get(question.term)?.questions.map(({ id }) => id)).toContain(question.id);
    const same = taught.questions.get(question.id);
    expect(same && namesOfQuestion(same)).toEqual(namesOfQuestion(question));
  }
  // Where the content has them, the class's own rest.
  teach(taught);
  const after = (await practisedBy(student, world)).course();
  expect([after.own.size, after.questions.size]).toEqual([0, before.questions.size]);
  expect(allOf(await bot.dispatch('/class questions', teacher))).toContain('같은 문제가 수업 내용에 있음');
  expect(logged).toEqual([]);
});
