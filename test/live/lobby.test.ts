import { expect, test } from 'vitest';
import type { Page } from '../../src/core/page.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { notice } from '../../src/core/reply/builders.ts';
import { renderLobby } from '../../src/live/lobby.ts';
import { LIVE_TIMES, plannedLive } from '../../src/live/machine.ts';
import { openRoom, SLACK, START } from '../support/live-room.ts';
import { buttonsOf, textsOf } from '../support/replies.ts';
import { stateIn } from '../support/sessions.ts';

/** A page that opens a room to whoever asks. */
const PAGE: Page = {
  url: 'https://class.example',
  roomOf: async (session) => ({
    session,
    code: '123456',
    isPlain: false,
    isNameless: false,
    isLocked: false,
    revision: 0,
  }),
  linkFor: async (_, path) => `https://class.example/in/x?to=${path}`,
  changed: async () => {},
};

const said = (reply: Reply | undefined): string => (reply ? textsOf(reply).join('\n') : '');

async function lobby(line = '/live start 파드 2개 20초') {
  const room = await openRoom();
  await room.begin(line);
  await room.pass(1);
  const named = (id: string, name: string, channel?: string) =>
    room.person(id, { name, ...(channel === undefined ? {} : { channel }) });
  return { ...room, named };
}

test('the announcement says how long it is until it begins, and who has joined, in all channels', async () => {
  const room = await lobby();
  const announced = await room.shown('count');
  expect(announced?.blocks).toContainEqual({
    ...{ type: 'countdown', before: '', after: '시작', left: '10초 후' },
    ...{ ends: START + LIVE_TIMES.countdown, whole: LIVE_TIMES.countdown },
  });
  expect(said(announced)).toContain('참여할 사람을 기다리고 있어요');
  expect(said(await room.join(room.named('discord:1', '민수')))).toContain('**민수** 이름으로 참여했어요');
  expect(said(await room.join(room.named('slack:T1:1', '지수', SLACK), SLACK))).toContain('참여했어요');
  // Once more is the same once.
  await room.join(room.named('discord:1', '민수'));
  await room.pass(4000);
  for (const channel of ['discord:1', SLACK]) {
    const shown = await room.shown('count', channel);
    expect(said(shown)).toContain('**참여한 사람** 민수, 지수');
    expect(said(shown)).toContain('2명이 참여했어요');
    expect(said(shown)).toContain('6초 후');
    expect(buttonsOf(shown as Reply).map(({ label }) => label)).toEqual(['참여하기']);
  }
});

test('the clock of a planned one shows the share of its own two minutes', async () => {
  const room = await openRoom();
  await room.begin('/live start 파드 2개 20초');
  const session = await room.session();
  const { id } = session;
  const state = stateIn(session);
  const live = plannedLive(state.live.plan, START);
  const { blocks } = renderLobby(
    {
      ...{ id, post: 'post-1', channel: 'discord:1', isAgain: false, answered: 0, state: { ...state, live } },
      ...{ questions: [], answers: [], players: [], now: START },
    },
    'ko',
  );
  expect(blocks).toContainEqual(expect.objectContaining({ ends: START + LIVE_TIMES.gather, whole: LIVE_TIMES.gather }));
});

test('its message is edited as more join, and once more when the quiz begins', async () => {
  const room = await lobby();
  const { outbox } = room.world;
  await outbox.markSent(room.post('count').id, '7');
  const outdated = async (at: number) => {
    const [one] = await outbox.outdated(['discord'], at, at + 1, 9);
    if (one) await outbox.markShown({ ...one, leasedUntil: at + 1 }, at + 2000);
    return one && { readers: one.readers, isDifferent: one.isDifferent };
  };
  // The countdown began after it was planned.
  expect(await outdated(START + 2)).toEqual({ readers: 0, isDifferent: true });
  expect(await outdated(START + 3)).toBeUndefined();
  await room.join(room.named('discord:1', '민수'));
  await room.pass(2500);
  expect(await outdated(START + 2600)).toEqual({ readers: 1, isDifferent: false });
  await room.join(room.named('discord:2', '지수'));
  await room.pass(500);
  // No more often than a count is.
  expect(await outdated(START + 3100)).toBeUndefined();
  await room.pass(7000);
  expect(await outdated(START + 10_100)).toEqual({ readers: 2, isDifferent: true });
  expect(said(await room.shown('count'))).toContain('라이브 퀴즈를 시작했어요');
  expect(said(await room.shown('count'))).not.toContain('초 후');
});

test('where nobody has joined, nobody is waited for once it has begun', async () => {
  const room = await lobby();
  await room.pass(10_000);
  expect(said(await room.shown('count'))).toContain('라이브 퀴즈를 시작했어요');
  expect(said(await room.shown('count'))).not.toContain('기다리고');
});

test('a student whose name is taken is told so, and is told apart in the lobby and in the ranks', async () => {
  const room = await lobby();
  expect(said(await room.join(room.named('discord:1', '민수')))).not.toContain('번호를 붙였어요');
  const second = room.named('discord:2', '민수');
  expect(said(await room.join(second))).toMatch(/\*\*민수 \(\d{3}\)\*\*.*번호를 붙였어요/s);
  expect(said(await room.shown('count'))).toMatch(/민수, 민수 \(\d{3}\)/);
  await room.pass(10_000);
  await room.pick(second, 'ask0', await room.letters(0, true));
  await room.type('/live next');
  await room.pass(1);
  const names = (await room.shown('tell0'))?.blocks.flatMap((block) =>
    block.type === 'fields' ? block.fields.map(({ name }) => name) : [],
  );
  expect(names).toEqual([expect.stringMatching(/^🥇 민수 \(\d{3}\)$/), expect.stringMatching(/^민수/)]);
});

test('who keeps out of reports is counted and not named, and a forgotten student is neither', async () => {
  const room = await lobby();
  for (const [id, name] of [
    ['discord:1', '민수'],
    ['discord:2', '지수'],
    ['discord:3', '하나'],
  ] as const)
    await room.join(room.named(id, name));
  await room.world.records.hide('discord:2', true, START);
  await room.pass(1);
  expect(said(await room.shown('count'))).toContain('**참여한 사람** 민수, 하나 외 1명');
  await room.world.records.forget('discord:3');
  await room.pass(1);
  const shown = said(await room.shown('count'));
  expect(shown).toContain('**참여한 사람** 민수 외 1명');
  expect(shown).toContain('2명이 참여했어요');
  expect((await room.world.records.personalData('discord:1')).joined).toEqual([{ name: '민수' }]);
});

test('who answers without pressing has joined: the lobby counts them once the question is over, and so does the end', async () => {
  const room = await lobby();
  for (const [id, name] of [
    ['discord:1', '민수'],
    ['discord:9', '선생님'],
  ] as const)
    await room.join(room.named(id, name));
  await room.pass(10_000);
  const right = await room.letters(0, true);
  for (const id of ['discord:1', 'discord:2', 'discord:3']) await room.pick(room.named(id, `친구${id}`), 'ask0', right);
  await room.pass(1);
  // While it is open, its own message counts who has answered.
  expect(said(await room.shown('count'))).toContain('2명이 참여했어요');
  await room.type('/live next');
  await room.pass(1);
  expect(said(await room.shown('count'))).toContain('**참여한 사람** 민수, 선생님 외 2명');
  expect(said(await room.shown('count'))).toContain('4명이 참여했어요');
  await room.type('/live next');
  await room.pass(1);
  await room.pick(room.named('discord:4', '나중에'), 'ask1', await room.letters(1, false));
  await room.type('/live stop');
  await room.pass(2000);
  expect(said(await room.shown('end'))).toContain('5명 참여');
  expect(said(await room.shown('count'))).toContain('5명이 참여했어요');
});

test('a calm quiz counts who joins and names nobody', async () => {
  const room = await lobby('/live start 파드 2개 차분하게');
  await room.join(room.named('discord:1', '민수'));
  await room.pass(1);
  const shown = JSON.stringify(await room.shown('count'));
  expect(shown).toContain('1명이 참여했어요');
  expect(shown).not.toContain('민수');
});

test('a team is told to who joins, and stays theirs; who joined and answers nothing lowers no mean', async () => {
  const room = await lobby('/live start 파드 1개 2팀');
  const [min, ji, other] = ['1', '2', '3'].map((id) => room.named(`discord:${id}`, `친구${id}`));
  if (!min || !ji || !other) throw new Error('there are three');
  const teamIn = (reply: Reply): string =>
    reply.blocks.flatMap((block) => (block.type === 'fields' ? (block.fields.at(-1)?.value ?? '') : [])).join();
  const teams = [teamIn(await room.join(min)), teamIn(await room.join(ji))];
  expect(new Set(teams).size).toBe(2);
  await room.join(other);
  await room.pass(10_000);
  expect(teamIn(await room.pick(min, 'ask0', await room.letters(0, true)))).toBe(teams[0]);
  await room.type('/live next');
  await room.pass(1);
  expect(said(await room.shown('tell0'))).toMatch(/평균 1,000점 · 1명/);
});

test('one joins as long as it is on, in the channel of the message, and by no forged line', async () => {
  const room = await lobby();
  await room.pass(10_000);
  expect(said(await room.join(room.named('discord:1', '민수')))).toContain('참여했어요');
  expect(said(await room.join(room.named('discord:2', '지수', 'discord:77')))).toContain('다른 채널');
  expect(said(await room.type('join-in nobody0000', room.named('discord:2', '지수')))).toContain('이제 없어요');
  await room.type('/live stop');
  expect(said(await room.join(room.named('discord:2', '지수')))).toContain('끝났어요');
});

test('a name in the lobby hides nothing, calls nobody and stays short', async () => {
  const room = await lobby();
  await room.join(room.named('discord:1', `**@everyone**\n[말](http://x) ${'가'.repeat(80)}`));
  for (let i = 2; i < 90; i++) await room.join(room.named(`discord:${i}`, `이름이 아주 아주 긴 친구 ${i}`));
  await room.pass(1);
  const text = said(await room.shown('count'));
  expect(text).toContain('\\*\\*@everyone\\*\\*');
  expect(text).toContain('외 29명');
  expect(text.length).toBeLessThan(2000);
});

test('a lobby waits until the instructor begins, however long a class takes to come in, and says so', async () => {
  const room = await openRoom();
  const begun = await room.type('/live start 파드 2개 20초');
  expect(said(begun)).toContain('30분 안에 시작하지 않으면 저절로 끝나요');
  expect(said(begun)).toContain('아직 참여한 사람이 없어요');
  expect(
    buttonsOf(begun)
      .map(({ label }) => label)
      .slice(0, 2),
  ).toEqual(['시작하기', '10초 뒤에 시작하기']);
  await room.pass(1);
  await room.join(room.person('discord:1', { name: '민수' }));
  await room.pass(20 * 60_000);
  expect(said(await room.shown('count'))).toContain('선생님이 시작하면 첫 문제가 나와요');
  expect(said(await room.shown('count'))).not.toContain('초 후');
  // The card follows: its look says who has come in since.
  const look = await room.type(begun.follow?.line ?? '');
  expect(said(look)).toContain('지금까지 **1명**이 참여했어요');
  expect(look.follow?.state).not.toBe(begun.follow?.state);
  await room.type(buttonsOf(begun)[0]?.line ?? '');
  expect(stateIn(await room.session()).live.step).toMatchObject({ kind: 'asking', at: 0 });
  // To the end, where it has the way to the summary.
  await room.type('/live stop');
  const last = await room.type(look.follow?.line ?? '');
  expect(last.follow).toBeUndefined();
  expect(buttonsOf(last)).toMatchObject([{ label: '선생님용 요약', line: `recap ${(await room.session()).id}` }]);
});

test('a lobby that nobody begins ends by itself', async () => {
  const room = await openRoom();
  await room.type('/live start 파드 2개 20초');
  await room.pass(30 * 60_000);
  expect(stateIn(await room.session()).live.step).toEqual({ kind: 'over', why: 'abandoned' });
});

test('an instructor’s card keeps the code and the wall through every press, and gives the way to a phone when asked', async () => {
  const room = await openRoom();
  room.world.page = () => PAGE;
  const all = [await room.type('/live start 파드 2개 20초')];
  for (const label of ['10초 뒤에 시작하기', '더 기다리기', '내가 넘길게요', '시작하기']) {
    const pressed = buttonsOf(all.at(-1) ?? notice('')).find((one) => one.label === label);
    all.push(await room.type(pressed?.line ?? ''));
  }
  for (const card of all) {
    expect(said(card)).toContain('**123 456**');
    expect(said(card)).toContain('https://class.example/room/');
    expect(JSON.stringify(card)).not.toContain('/in/');
  }
  const phone = buttonsOf(all[0] ?? notice('')).find(({ label }) => label === '휴대폰으로 진행하기');
  const linked = await room.type(phone?.line ?? '');
  expect(linked).toMatchObject({ secret: true, visibility: 'caller' });
  expect(said(linked)).toContain('https://class.example/in/x');
  expect(said(await room.type(phone?.line ?? '', room.person('discord:1')))).toContain('선생님만');
});
