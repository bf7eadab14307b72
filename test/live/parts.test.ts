import { expect, test } from 'vitest';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { liveShuffle } from '../../src/live/state.ts';
import { form } from '../../src/questions/types.ts';
import { openRoom } from '../support/live-room.ts';
import { courseOf } from '../support/question-types.ts';
import { blockOf, buttonsOf, excesses, textsOf } from '../support/replies.ts';
import { folderOf } from '../support/world.ts';

const said = (reply: Reply | undefined): string => (reply ? textsOf(reply).join('\n') : '');

test('the menus of an open question are one student’s own, keep what was picked, and are no answer until they are sent', async () => {
  const room = await openRoom([folderOf(courseOf(['match']))]);
  await room.begin('/live start a 1개 20초');
  await room.pass(10_000);
  const student = room.person('discord:1');
  const begun = await room.pick(student, 'ask0', '...');
  expect(begun).toMatchObject({ visibility: 'caller' });
  expect(begun.replaces).toBeUndefined();
  const first = await room.pick(student, 'ask0', '...2 b');
  expect(first.replaces).toBe(true);
  expect(blockOf(first, 'menus').picked).toEqual(['.', 'b', '.']);
  const second = await room.pick(student, 'ask0', '.b.1a');
  expect(blockOf(second, 'menus').picked).toEqual(['a', 'b', '.']);
  expect(excesses(second)).toEqual([]);
  // Another one for the same, and the last: still no answer.
  const last = await room.pick(student, 'ask0', 'ab.3d');
  expect(blockOf(last, 'menus').picked).toEqual(['a', 'b', 'd']);
  const { id } = await room.session();
  expect(await room.world.sessions.answers(id)).toEqual([]);
  expect(await room.pick(student, 'ask0', 'abd')).toMatchObject({ accent: 'success', replaces: true });
  expect(said(await room.pick(student, 'ask0', '...'))).toContain('이미 답했어요');
  expect(said(await room.pick(student, 'ask0', 'abd1c'))).toContain('이미 답했어요');
  expect((await room.world.sessions.answers(id)).map(({ picked }) => picked)).toEqual(['abd']);
});

test.each(['abz', 'ab1', 'abcd!', 'z', 'ABC'])('what no menu of ours says is no answer: %s', async (answer) => {
  const room = await openRoom([folderOf(courseOf(['match']))]);
  await room.begin('/live start a 1개 20초');
  await room.pass(10_000);
  const reply = await room.pick(room.person('discord:1'), 'ask0', answer);
  // Of another number of menus it is asked for anew.
  if (reply.blocks.some(({ type }) => type === 'menus')) expect(blockOf(reply, 'menus').picked).not.toContain('z');
  else expect(said(reply)).toContain('이 퀴즈는 이제 없어요');
  expect(await room.world.sessions.answers((await room.session()).id)).toEqual([]);
});

test('after a question has closed its menus are told so', async () => {
  const room = await openRoom([folderOf(courseOf(['gap-picked']))]);
  await room.begin('/live start a 1개 20초');
  await room.pass(10_000);
  const student = room.person('discord:1');
  await room.pick(student, 'ask0', '..');
  await room.pick(room.person('discord:2'), 'ask0', '-');
  await room.type('/live next');
  for (const line of ['..', 'a.2a', 'aa']) expect(said(await room.pick(student, 'ask0', line))).toContain('마감');
});

test('a student sees by parts what was right in their own answer', async () => {
  const room = await openRoom([folderOf(courseOf(['match']))]);
  await room.begin('/live start a 1개 20초');
  await room.pass(10_000);
  const student = room.person('discord:1');
  const right = await room.letters(0, true);
  const wrong = `${right[0]}${right[2]}${right[1]}`;
  await room.pick(student, 'ask0', wrong);
  await room.type('/live next');
  await room.pass(1);
  const own = said(await room.type(`result ${room.post('tell0').id}`, student));
  expect(own).toContain('3개 중 1개가 맞았어요');
  expect(own.match(/❌/g)).toHaveLength(2);
  expect(own.match(/✅/g)).toHaveLength(1);
});

test('the nearest estimates score most, in points, by rank and in the file of marks', async () => {
  const room = await openRoom([folderOf(courseOf(['estimate']))]);
  await room.begin('/live start a 1개 20초');
  await room.pass(10_000);
  expect(said(await room.shown('ask0'))).toContain('정답에 가까울수록 점수가 높아요');
  const answers = { 'discord:1': '100', 'discord:2': '백이십 개', 'discord:3': '50', 'discord:4': '모르겠어요' };
  for (const [id, answer] of Object.entries(answers)) {
    await room.pass(1000);
    await room.pick(room.person(id), 'ask0', answer);
  }
  await room.type('/live next');
  await room.pass(1);
  const told = await room.shown('tell0');
  expect(
    blockOf(
      told ??
        (() => {
          throw new Error('nothing');
        })(),
      'fields',
    ).fields,
  ).toEqual([
    { name: '🥇 discord:1', value: '1,000점' },
    { name: '🥇 discord:2', value: '1,000점' },
    { name: '🥉 discord:3', value: '333점' },
    { name: 'discord:4', value: '0점' },
  ]);
  expect(
    blockOf(
      told ??
        (() => {
          throw new Error('nothing');
        })(),
      'board',
    ).rows.map(({ name, value }) => `${name}: ${value}`),
  ).toEqual(['70개보다 작은 수: 1명', '110개 (±10): 2명 · 정답', '모르겠어요: 1명']);
  await room.type('/live next');
  await room.pass(1);
  const own = said(await room.type(`result ${room.post('end').id}`, room.person('discord:3')));
  expect(own).toContain('333');
  const marks = await room.type(`marks ${(await room.session()).id}`);
  expect(blockOf(marks, 'file').text).toMatch(/"discord:3",.*,333\r?\n/);
  expect(blockOf(marks, 'file').text).toMatch(/"discord:4",.*,0\r?\n/);
});

test('without ranks an estimate is right or wrong', async () => {
  const room = await openRoom([folderOf(courseOf(['estimate']))]);
  await room.begin('/live start a 1개 차분하게');
  await room.pass(10_000);
  expect(said(await room.shown('ask0'))).not.toContain('가까울수록');
  await room.pick(room.person('discord:1'), 'ask0', '115');
  await room.type('/live next');
  await room.type('/live next');
  await room.pass(1);
  const marks = await room.type(`marks ${(await room.session()).id}`);
  expect(blockOf(marks, 'file').text).toMatch(/"discord:1",.*,1\r?\n/);
});

test('a preview and a summary tell the pairs and blanks with what several got wrong', async () => {
  const room = await openRoom([folderOf(courseOf(['match']))]);
  const preview = await room.type('/live preview a 1개');
  expect(said(preview)).toContain('✅ get → 목록을 봐요');
  await room.begin('/live start a 1개 20초');
  await room.pass(10_000);
  const right = await room.letters(0, true);
  const wrong = `${right[0]}${right[2]}${right[1]}`;
  for (const n of [1, 2]) await room.pick(room.person(`discord:${n}`), 'ask0', wrong);
  await room.type('/live next');
  await room.type('/live next');
  await room.pass(1);
  const { id } = await room.session();
  const recap = said(await room.type(`recap ${id}`));
  expect(recap).toMatch(/\*\*2명\*\*이 ‘(?:get|logs|exec) → [^’]*’를 골랐어요/);
  expect(recap).toContain('정답: ');
  const [question] = room.world.course().questions.values();
  if (!question) throw new Error('no question');
  const shown = form(question, 'ko', liveShuffle(id, question));
  expect(shown.type).toBe('menus');
  expect(buttonsOf(await room.type(`recap ${id}`)).length).toBeGreaterThan(1);
});

test('a question in parts is open twice as long, which its class is told, and its points go by that', async () => {
  const room = await openRoom([folderOf(courseOf(['match', 'estimate']))]);
  await room.begin('/live start a 2개 20초 끝까지');
  await room.pass(1);
  expect(said(await room.shown('count'))).toContain(
    '문제마다 20초(짝 맞추기와 빈칸 채우기는 40초) · 빨리 맞힐수록 점수가 높아요',
  );
  await room.pass(10_000);
  const parts =
    blockOf((await room.shown('ask0')) ?? { visibility: 'caller', accent: 'info', blocks: [] }, 'countdown').left ===
    '40초 후';
  const at = parts ? 0 : 1;
  if (at === 1) {
    await room.pick(room.person('discord:9'), 'ask0', '-');
    await room.type('/live next');
    await room.type('/live next');
    await room.pass(1);
  }
  await room.pick(room.person('discord:2'), `ask${at}`, '...');
  await room.pass(30_000);
  const answered = await room.pick(room.person('discord:1'), `ask${at}`, await room.letters(at, true));
  expect(said(answered)).toContain('답을 받았어요(30.0초)');
  await room.pass(11_000);
  expect(said(await room.pick(room.person('discord:2'), `ask${at}`, 'abc'))).toContain('마감');
  const told = await room.shown(`tell${at}`);
  // 1,000 less half of three quarters.
  expect(said(told)).toContain('625점');
});
