import { expect, test } from 'vitest';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { hosting } from '../lab/support/labs.ts';
import { buttonsOf, textsOf } from '../support/replies.ts';
import { botOf, COURSE, folderOf, student } from '../support/world.ts';

const buttonLines = (reply: Reply): string[] => buttonsOf(reply).map(({ line }) => line);

test('a student opens a lab, has it run fast, begins anew and closes it', async () => {
  const { labs } = await hosting();
  const { bot, logged } = await botOf([COURSE], { labs });
  const say = (line: string, caller = student) => bot.dispatch(line, caller);
  expect(textsOf(await say('/lab 빠르게')).join()).toContain('아직 클러스터가 없어요');
  const first = await say('/lab');
  expect(first.visibility).toBe('caller');
  expect(textsOf(first).join()).toContain('노드 3개짜리 클러스터를 만들었어요');
  expect(textsOf(await say('/lab')).join()).not.toContain('만들었어요');
  const fast = await say('/lab fast', { ...student, locale: 'en' });
  expect(textsOf(fast).join()).toContain('10 times as fast');
  expect(buttonLines(fast)).toEqual(['lab normal']);
  expect((await labs.find(student.id))?.speed).toBe(10);
  const file = await say('/lab 연결');
  expect(file).toMatchObject({ visibility: 'caller', secret: true });
  expect(file.blocks).toContainEqual({
    ...{ type: 'file', name: 'dosirak-lab.yaml' },
    text: expect.stringContaining(`server: ${await labs.addressOf(student.id)}\n`),
  });
  const asks = await say('/lab 초기화');
  expect(buttonLines(asks)).toEqual(['reset-lab', 'lab']);
  expect((await labs.find(student.id))?.speed).toBe(10);
  expect(await say('reset-lab')).toMatchObject({ replaces: true });
  expect((await labs.find(student.id))?.speed).toBe(1);
  expect(textsOf(await say('/lab 닫기')).join()).toContain('닫았어요');
  expect(await labs.find(student.id)).toBeUndefined();
  expect(textsOf(await say('/lab 이미지')).join()).toContain('`nginx`');
  expect(logged).toEqual([]);
});

test('where nobody can reach the bot, or it runs no labs, that is said', async () => {
  const { labs } = await hosting();
  const hidden = await botOf([COURSE], { labs: { ...labs, addressOf: async () => undefined } });
  expect(textsOf(await hidden.bot.dispatch('/lab 연결', student)).join()).toContain('PUBLIC_URL');
  const without = await botOf([COURSE]);
  expect(textsOf(await without.bot.dispatch('/lab', student)).join()).toContain('쓸 수 없어요');
  expect([...hidden.logged, ...without.logged]).toEqual([]);
});

test('a course on something else has none of it, and names none', async () => {
  const { bot } = await botOf([folderOf({ 'course.yaml': 'id: bread\n' })]);
  expect(bot.commands.map(({ name }) => name).filter((name) => /lab|kubectl/.test(name))).toEqual([]);
  for (const line of ['/dosirak', '/privacy']) {
    const said = textsOf(await bot.dispatch(line, student)).join('\n');
    expect(said).not.toMatch(/\/lab|클러스터/);
  }
});
