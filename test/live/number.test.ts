import { expect, test } from 'vitest';
import { markVisible } from '../../src/live/messages.ts';
import { readPlayedSession } from '../../src/live/results/played.ts';
import { renderRecap } from '../../src/live/results/recap.ts';
import { beginSession } from '../../src/live/sessions.ts';
import { termFile } from '../support/content.ts';
import { openRoom } from '../support/live-room.ts';
import { asked } from '../support/practice.ts';
import { textsOf } from '../support/replies.ts';
import { folderOf } from '../support/world.ts';

const QUESTION =
  'questions:\n  - { type: number, ask: 몇 초인가요?, answer: 30, unit: { ko: 초, en: seconds }, why: 그래서요 }\n';

const said = (reply: Parameters<typeof textsOf>[0] | undefined): string => (reply ? textsOf(reply).join('\n') : '');

test('a class answers with a number: what is none is asked again and is no first answer, and the class sees numbers alone', async () => {
  const room = await openRoom([folderOf({ 'a.md': termFile('a', QUESTION) })]);
  const { world, one, person } = room;
  const questions = Array.from(world.course().questions.values());
  await beginSession(one, { questions, mode: 'calm', open: 20_000 }, undefined, world.now().epochMilliseconds, world);
  await room.type('/live next');
  await room.pass(1);
  for (const { channel } of one.channels)
    await markVisible(room.post('ask0', channel), world.now().epochMilliseconds, world);
  const students = ['0', '1', '2', '3', '4', '5', '6'].map((n) => person(`discord:${n}`));
  const answers = ['서른', '３０초', '10', '10초', '선생님 미워요', '삼천육백', '모르겠어요'];
  const replies: string[] = [];
  for (const [i, student] of students.entries()) replies.push(said(await room.pick(student, 'ask0', answers[i] ?? '')));
  expect(replies[4]).toBe('수 하나로 다시 답해 주세요(단위: 초). 숫자로 적어도, 한글로 적어도 괜찮아요.');
  expect(replies.filter((reply) => reply.includes('답을 받았어요'))).toHaveLength(6);
  // The one who wrote no number answers once more.
  expect(said(await room.pick(person('discord:4'), 'ask0', '60초'))).toContain('답을 받았어요');
  expect(said(await room.pick(person('discord:4'), 'ask0', '30'))).toContain('이미 답했어요');
  await room.type('/live next');
  await room.pass(1);
  const told = await room.shown('tell0');
  expect(told?.blocks.find((block) => block.type === 'board')).toMatchObject({
    rows: [
      { name: '10초', value: '2명' },
      { name: '30초', value: '2명 · 정답', best: true },
      { name: '30초보다 큰 다른 수', value: '2명' },
      { name: '모르겠어요', value: '1명' },
    ],
    foot: '7명 중 2명이 맞혔어요',
  });
  await room.type('/live next');
  const past = await readPlayedSession(await room.session(), world);
  if (!past) throw new Error('there is none');
  expect(said(renderRecap(past, world.course().terms, 'ko'))).toContain('- **2명**이 ‘10초’를 적었어요');
  expect(said(renderRecap(past, world.course().terms, 'en'))).toContain('- **2** typed ‘10 seconds’');
});

test('practice asks again for what is no number, and grades what is one', async () => {
  const room = await openRoom([folderOf({ 'a.md': termFile('a', QUESTION) })]);
  const student = room.person('discord:5');
  const { line } = asked(await room.type('/quiz a', student), room.world.course().questions);
  const again = await room.type(`${line} 아마도요`, student);
  expect(said(again)).toContain('⚠️ 수 하나로 다시 답해 주세요(단위: 초)');
  expect(asked(again, room.world.course().questions).line).toBe(line);
  expect((await room.world.records.practice(student.id, 1)).answered).toBe(0);
  expect(said(await room.type(`${line} 삼십초요`, student))).toContain('맞았어요');
  expect(said(await room.type(`${line} 31`, student))).toContain('✅ **30초**');
  expect(said(await room.type(`${line} 모르겠어요`, student))).toContain('✅ **30초**');
});
