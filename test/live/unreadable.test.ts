import { describe, expect, test } from 'vitest';
import { LIVE_TIMES } from '../../src/live/machine.ts';
import { wakeSessions } from '../../src/live/sessions.ts';
import { openRoom, START } from '../support/live-room.ts';
import { textsOf } from '../support/replies.ts';
import { stateIn } from '../support/sessions.ts';

/** A class with a quiz whose state is then this one, and another class with a quiz of its own. */
async function openBroken(state: string) {
  const room = await openRoom();
  const { world, one } = room;
  const other = { ...one, id: 'class2', code: 'CODE0002', channels: [{ channel: 'discord:2', space: 'discord' }] };
  await world.classes.save(other, START);
  await room.begin('/live start 파드 2개 20초');
  await room.begin('/live start 파드 2개 20초', room.person('discord:9', { channel: 'discord:2' }));
  const broken = await room.session();
  const nothing = { again: undefined, ended: undefined };
  await world.sessions.step(broken, { state, wakes: broken.wakes }, [], nothing, START);
  const failed: string[] = [];
  const wake = (now: number): Promise<void> => wakeSessions(now, world, (error) => void failed.push(String(error)));
  const noticed = async (now: number) =>
    (await world.outbox.lease(['discord', 'slack'], now, now + 1, 50)).filter(({ kind }) => kind === 'broken');
  return { ...room, other, broken, failed, wake, noticed };
}

describe('a live quiz whose state cannot be read', () => {
  test.each(['', '{"live":null}', '[1]', '{"version":1}'])('ends with word to its instructor (%s)', async (state) => {
    const { world, one, other, broken, failed, wake, noticed, type, person } = await openBroken(state);
    await wake(START + 1);
    await wake(START + 2);
    expect(failed).toEqual([expect.stringContaining(`session ${broken.id} cannot be read`)]);
    expect(await world.sessions.running(one.id)).toEqual([]);
    const notices = await noticed(START + 2);
    expect(notices.map(({ channel, what }) => [channel, what])).toEqual([['discord:@9', broken.id]]);
    // The other class plays on, and this one begins anew.
    const [running] = await world.sessions.running(other.id);
    if (!running) throw new Error('the other quiz is gone');
    await wake(START + LIVE_TIMES.countdown);
    const [later] = await world.sessions.running(other.id);
    expect(later && stateIn(later).live.step.kind).toBe('asking');
    expect(textsOf(await type('/live history')).join('\n')).not.toContain('파드');
    expect(textsOf(await type(`recap ${broken.id}`)).join('\n')).toContain('이제 없어요');
    expect(textsOf(await type('/quiz 파드', person('discord:1'))).join('\n')).toContain('문제 1');
    expect(textsOf(await type('/live start 파드 1개')).join('\n')).toContain('참여를 받고 있어요');
  });

  test('written by a newer version it is left to that version, unless none steps it for minutes', async () => {
    const { world, one, broken, failed, wake } = await openBroken('{"version":99,"anything":true}');
    const due = broken.wakes ?? 0;
    await wake(due + 1);
    await wake(due + 4 * 60_000);
    expect(failed).toEqual([]);
    expect(await world.sessions.running(one.id)).toHaveLength(1);
    await wake(due + 6 * 60_000);
    expect(failed).toHaveLength(1);
    expect(await world.sessions.running(one.id)).toEqual([]);
  });

  test('of another kind it is nobody’s here: neither woken nor ended, and a live quiz runs beside it', async () => {
    const room = await openRoom();
    const { world, one } = room;
    const homework = { id: 'h1', classId: one.id, kind: 'homework', state: '?', material: '', wakes: START, at: START };
    expect(await world.sessions.begin(homework, [])).toBe(true);
    await room.begin('/live start 파드 1개 20초');
    await room.pass(LIVE_TIMES.countdown);
    expect(stateIn(await room.session()).live.step.kind).toBe('asking');
    expect((await world.sessions.byId('h1'))?.state).toBe('?');
    expect((await world.sessions.running(one.id)).map(({ kind }) => kind).toSorted()).toEqual(['homework', 'live']);
    await room.type('/live stop');
    expect((await world.sessions.running(one.id)).map(({ kind }) => kind)).toEqual(['homework']);
  });
});
