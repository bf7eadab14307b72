/** Questions that the bot makes of definitions come into a live quiz only where an instructor says so. */
import { expect, test } from 'vitest';
import { isMade } from '../../src/content/question-ids.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { withinLimits } from '../../src/core/reply/within-limits.ts';
import { createCourse } from '../../src/course/course.ts';
import { load } from '../support/content.ts';
import { openRoom } from '../support/live-room.ts';
import { POST, PYTHON } from '../support/made-courses.ts';
import { buttonsOf, excesses, mainLine, textsOf } from '../support/replies.ts';
import { stateIn } from '../support/sessions.ts';
import { folderOf } from '../support/world.ts';

const said = (reply: Reply | undefined): string => (reply ? textsOf(reply).join('\n') : '');

const OWN = `questions:
  - { type: boolean, ask: 리스트는 바꿀 수 있어요., answer: true, why: 바꿀 수 있어요. }
  - { type: boolean, ask: 리스트에는 순서가 없어요., answer: false, why: 순서가 있어요. }
`;
const withOwn = {
  ...PYTHON,
  'python/list.md': (PYTHON['python/list.md'] ?? '').replace('\n---\n\n', `\n${OWN}---\n\n`),
};

const openOn = async (files: Readonly<Record<string, string>>) => {
  const room = await openRoom([folderOf(files)]);
  const playing = async (): Promise<string[]> => [...stateIn(await room.session()).live.plan.questions];
  return { ...room, playing };
};

test.each([
  ['/live 시작', PYTHON],
  ['/live 시작 튜플', PYTHON],
  ['/live 시작 Node', POST],
  ['/live 시작 주요 용어', POST],
] as const)('%s asks before it begins with them, and begins by the button', async (line, files) => {
  const room = await openOn(files);
  const asks = await room.type(line);
  expect(said(asks)).toContain('직접 쓴 문제가 아직 없어요');
  expect(excesses(withinLimits(asks))).toEqual([]);
  expect(buttonsOf(asks).map(({ label }) => label)).toEqual(['정의로 만든 문제로 열기']);
  expect(await room.world.sessions.history(room.one.id, 'live', 1)).toEqual([]);
  expect(said(await room.type(mainLine(asks)))).toContain('참여를 받고 있어요');
  const questions = await room.playing();
  expect(questions.length).toBeGreaterThan(0);
  expect(questions.every((id) => isMade({ id }))).toBe(true);
});

test('a class plays them to the end, marked in each message, and none of them tells its answer before its time', async () => {
  const room = await openOn(PYTHON);
  await room.begin('/live 시작 3개 봇문제도');
  await room.pass(30_000);
  const kim = room.person('discord:5');
  for (let n = 0; n < 3; n++) {
    const open = await room.shown(`ask${n}`);
    expect(said(open)).toContain('봇이 만든 문제');
    expect(said(await room.pick(kim, `ask${n}`, await room.letters(n, n !== 1)))).toContain('답을 받았어요');
    await room.type('/live next');
    await room.pass(1000);
    expect(said(await room.shown(`tell${n}`))).not.toBe('');
    await room.type('/live next');
    await room.pass(1000);
  }
  expect(said(await room.shown('end'))).toContain('답 3개 중 2개가 맞았어요');
});

test('beside a few written ones the instructor chooses, and written ones alone stay a way', async () => {
  const room = await openOn(withOwn);
  const asks = await room.type('/live 시작 5개');
  expect(said(asks)).toContain('직접 쓴 문제는 **2개**뿐이에요');
  expect(buttonsOf(asks).map(({ label }) => label)).toEqual(['만든 문제까지 5문제로 열기', '직접 쓴 2문제로만 열기']);
  const [, only] = buttonsOf(asks);
  await room.type(only?.line ?? '');
  expect((await room.playing()).map((id) => isMade({ id }))).toEqual([false, false]);
  await room.type('/live stop');
  await room.pass(1000);
  await room.type(mainLine(asks));
  const both = await room.playing();
  expect(both).toHaveLength(5);
  expect(both.filter((id) => isMade({ id })).length).toBeGreaterThanOrEqual(3);
});

test('where authors have written enough, nobody is asked and none is made', async () => {
  const room = await openOn(withOwn);
  expect(said(await room.type('/live 시작 리스트 2개'))).toContain('참여를 받고 있어요');
  expect((await room.playing()).some((id) => isMade({ id }))).toBe(false);
});

test('a preview and a planned quiz ask as well, and keep what was chosen', async () => {
  const room = await openOn(PYTHON);
  const asks = await room.type('/live 미리보기 3개');
  expect(buttonsOf(asks).map(({ label }) => label)).toEqual(['정의로 만든 문제로 미리 보기']);
  const shown = await room.type(mainLine(asks));
  expect(said(shown)).toContain('봇이 만든 문제');
  const swap = buttonsOf(shown).find(({ label }) => label === '1번 문제 바꾸기');
  expect(said(await room.type(swap?.line ?? ''))).toContain('1번 문제를 바꿨어요');

  const planning = await room.type('/live 예약 내일 10시 튜플');
  expect(buttonsOf(planning).map(({ label }) => label)).toEqual(['정의로 만든 문제로 예약하기']);
  expect(said(await room.type(mainLine(planning)))).toContain('튜플');
});

test('a quiz goes on with the questions that it began with, though the course is another one', async () => {
  const room = await openOn(PYTHON);
  await room.begin('/live 시작 2개 봇문제도');
  await room.pass(30_000);
  const before = said(await room.shown('ask0'));
  const answer = await room.letters(0, true);
  room.teach(createCourse(load(withOwn)));
  expect(said(await room.shown('ask0'))).toBe(before);
  await room.pick(room.person('discord:5'), 'ask0', answer);
  await room.type('/live next');
  await room.pass(1000);
  expect(said(await room.shown('tell0'))).toContain('1명 중 1명이 맞혔어요');
});
