import { expect, test } from 'vitest';
import { markVisible } from '../../src/live/messages.ts';
import { CHANNEL, openRoom, SLACK } from '../support/live-room.ts';
import { textsOf } from '../support/replies.ts';
import { stateIn } from '../support/sessions.ts';

test('a channel that could not show a question is told what it missed, with the answer, and no other channel is', async () => {
  const room = await openRoom();
  const { world } = room;
  await room.begin('/live start 파드 2개 20초');
  await room.pass(10_000);
  await markVisible(room.post('ask0', CHANNEL), world.now().epochMilliseconds, world);
  // Slack takes nothing for longer than a question waits for it.
  await room.pass(24_000);
  const session = await room.session();
  const { live, unseen } = stateIn(session);
  expect(live.step).toMatchObject({ kind: 'told', at: 0 });
  expect(unseen).toEqual([{ at: 0, channel: SLACK }]);
  const question = world.course().questions.get(live.plan.questions[0] ?? '');
  if (!question) throw new Error('there is no question');
  const said = async (channel: string): Promise<string> => {
    const reply = await room.shown('tell0', channel);
    return reply ? textsOf(reply).join('\n') : '';
  };
  const missed = await said(SLACK);
  expect(missed).toContain('1번 문제를 제때 올리지 못해서');
  expect(missed).toContain(question.ask.ko);
  expect(await said(CHANNEL)).not.toContain('제때 올리지 못해서');
  // The next question comes in both, and what was missed stays said however late the message is.
  await room.type('/live next');
  await room.pass(1);
  for (const channel of [CHANNEL, SLACK])
    await markVisible(room.post('ask1', channel), world.now().epochMilliseconds, world);
  expect(await said(SLACK)).toContain(question.ask.ko);
  await room.type('/live next');
  await room.pass(1);
  const reply = await room.shown('tell1', SLACK);
  expect(reply && textsOf(reply).join('\n')).not.toContain('제때 올리지 못해서');
});
