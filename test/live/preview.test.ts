import { expect, test } from 'vitest';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { withinLimits } from '../../src/core/reply/within-limits.ts';
import { questionsFor } from '../../src/live/plan/begin.ts';
import { plannedIn } from '../../src/live/plan/codec.ts';
import { openRoom } from '../support/live-room.ts';
import { buttonsOf, excesses, textsOf } from '../support/replies.ts';
import { stateIn } from '../support/sessions.ts';

const said = (reply: Reply): string => textsOf(reply).join('\n');
const lineOf = (reply: Reply, label: string): string => {
  const found = buttonsOf(reply).find((one) => one.label === label);
  if (!found) throw new Error(`no ${label} among ${buttonsOf(reply).map((one) => one.label)}`);
  return found.line;
};

test('an instructor sees the questions with their answers, swaps one, and begins with what is there', async () => {
  const room = await openRoom();
  const shown = await room.type('/live preview 파드 3개');
  expect(shown.visibility).toBe('caller');
  expect(said(shown)).toContain('미리 보기: 파드');
  expect(said(shown).match(/\*\*\d\.\*\*/g)).toEqual(['**1.**', '**2.**', '**3.**']);
  expect(said(shown).match(/✅/g)?.length).toBeGreaterThanOrEqual(3);
  expect(excesses(withinLimits(shown))).toEqual([]);
  const before = said(shown).split('**2.**')[0];
  const swap = lineOf(shown, '2번 문제 바꾸기');
  const swapped = await room.type(swap);
  expect(said(swapped)).toContain('2번 문제를 바꿨어요');
  expect(said(swapped).split('**2.**')[0]?.split('**1.**')[1]).toBe(before?.split('**1.**')[1]);
  expect(said(swapped)).not.toBe(said(shown));
  // The same button again swaps nothing else.
  expect(said(await room.type(swap)).split('**1.**')[1]).toBe(said(swapped).split('**1.**')[1]);
  const begun = await room.type(lineOf(swapped, '이대로 시작하기'));
  expect(said(begun)).toContain('참여를 받고 있어요');
  const { live, topic } = stateIn(await room.session());
  expect(topic?.ko).toBe('파드');
  for (const [i, id] of live.plan.questions.entries())
    expect(said(swapped)).toContain(`**${i + 1}.** ${room.world.course().questionNamed(id)?.ask.ko}`);
  expect(live.plan).toMatchObject({ mode: 'speed', closesEarly: true });
  // It is used up.
  expect(said(await room.type(lineOf(swapped, '이대로 시작하기')))).toContain('이제 없어요');
});

test('what was swapped out does not come back, until there is nothing else to ask', async () => {
  const room = await openRoom();
  let shown = await room.type('/live preview 파드 2개');
  const seen = new Set<string>();
  for (let i = 0; i < 12; i++) {
    const line = lineOf(shown, '1번 문제 바꾸기');
    expect(seen).not.toContain(line);
    seen.add(line);
    shown = await room.type(line);
  }
});

test('a preview is kept: a bare start begins with it, as it is to be played, and a new one takes its place', async () => {
  const room = await openRoom();
  const old = await room.type('/live preview 노드 2개');
  const shown = await room.type('/live preview 파드 7개');
  expect(said(await room.type(lineOf(old, '1번 문제 바꾸기')))).toContain('이제 없어요');
  // Of seven, five stand on a page.
  const second = await room.type(lineOf(shown, '6~7번 문제 보기'));
  expect(said(second)).toContain('**6.**');
  expect(said(await room.type(lineOf(second, '6번 문제 바꾸기')))).toContain('**6.**');
  expect(said(await room.type('/live preview'))).toContain('문제 **7개**');
  const begun = await room.begin('/live start 15초 끝까지');
  expect(said(begun)).toContain('미리 본 문제로 시작해요');
  const { live } = stateIn(await room.session());
  expect(live.plan.questions).toHaveLength(7);
  expect(live.plan).toMatchObject({ mode: 'speed', open: 15_000, closesEarly: false });
  await room.type('/live stop');
  await room.pass(1000);
  await room.begin('/live start');
  expect(stateIn(await room.session()).topic).toBeUndefined();
});

test('it is thrown away, and forgotten after two weeks', async () => {
  const room = await openRoom();
  const shown = await room.type('/live preview 파드 2개');
  expect(said(await room.type(lineOf(shown, '지우기')))).toContain('지웠어요');
  expect(said(await room.type(lineOf(shown, '이대로 시작하기')))).toContain('이제 없어요');
  await room.type('/live preview 파드 2개');
  await room.pass(15 * 24 * 3_600_000);
  await room.begin('/live start');
  expect(stateIn(await room.session()).topic).toBeUndefined();
});

test('no student sees it or does anything with it; words that may mean several topics are asked about', async () => {
  const room = await openRoom();
  const student = room.person('discord:5');
  const shown = await room.type('/live preview 파드 2개');
  expect(said(await room.type('/live preview 파드', student))).toContain('선생님');
  for (const { line } of buttonsOf(shown)) expect(said(await room.type(line, student))).toContain('선생님만');
  const asks = await room.type('/live preview 보안 문제 3개');
  expect(said(asks)).toContain('어떤 주제인지');
  const [first = { line: '' }] = buttonsOf(asks);
  expect(said(await room.type(first.line))).toContain('미리 보기');
  await room.pass(1);
  // Nothing of it is in a channel, and no quiz is on.
  expect(room.planned()).toEqual([]);
});

test('a quiz that is planned on the same topic asks what was looked at, and says so', async () => {
  const room = await openRoom();
  const shown = await room.type('/live preview 파드 3개');
  const swapped = await room.type(lineOf(shown, '2번 문제 바꾸기'));
  const planned = await room.type('/live plan 내일 10시 pod');
  expect(said(planned)).toContain('미리 본 문제를 그대로 내요');
  const [row] = await room.world.appointments.ahead(room.one.id, 'live');
  const quiz = plannedIn(row);
  if (!row || !quiz) throw new Error('nothing is planned');
  const { prepared = [], questions, words } = quiz;
  expect([prepared.length, questions, words]).toEqual([3, 3, '파드']);
  for (const [i, id] of prepared.entries())
    expect(said(swapped)).toContain(`**${i + 1}.** ${room.world.course().questionNamed(id)?.ask.ko}`);
  const now = () => room.world.now().epochMilliseconds;
  const found = await questionsFor(row, quiz, room.one, { ...room.world, now });
  expect(found?.questions.map((one) => one.id)).toEqual(prepared);
  // It is used up: the next quiz draws its own.
  const next = await room.type('/live plan 모레 10시 파드');
  expect(said(next)).not.toContain('미리 본 문제');
});

test.each(['파드 3개', 'pod 3개', '파드'])(
  'a start on the same topic begins with what was looked at (%s)',
  async (topic) => {
    const room = await openRoom();
    const shown = await room.type('/live preview 파드 3개');
    const swapped = await room.type(lineOf(shown, '2번 문제 바꾸기'));
    const begun = await room.begin(`/live start ${topic} 15초 끝까지`);
    expect(said(begun)).toContain('미리 본 문제로 시작해요');
    const { live } = stateIn(await room.session());
    expect(live.plan).toMatchObject({ mode: 'speed', open: 15_000, closesEarly: false });
    expect(live.plan.questions).toHaveLength(3);
    for (const [i, id] of live.plan.questions.entries())
      expect(said(swapped)).toContain(`**${i + 1}.** ${room.world.course().questionNamed(id)?.ask.ko}`);
    // It is used up.
    expect(said(await room.type('/live preview'))).not.toContain('미리 보기: 파드');
  },
);

test('a start on another topic says that the preview is not used, and a button takes it until the first question', async () => {
  const room = await openRoom();
  const shown = await room.type('/live preview 파드 3개');
  const begun = await room.begin('/live start 노드 2개 15초 끝까지');
  expect(said(begun)).toContain('미리 본 문제(파드 3개)는 이번에 입력한 것과 달라서 쓰지 않았어요');
  expect(excesses(withinLimits(begun))).toEqual([]);
  const use = lineOf(begun, '미리 본 문제로 바꾸기');
  expect(said(await room.type(use, room.person('discord:5')))).toContain('선생님만');
  await room.pass(1);
  expect(said((await room.shown('count')) ?? begun)).toContain('노드');
  await room.world.outbox.markSent(room.post('count').id, '7');
  // A forged line changes no quiz of another class.
  const { world, one, session } = room;
  await world.classes.save(
    { ...one, id: 'class2', code: 'CODE0002', channels: [{ channel: 'discord:7', space: 'discord' }] },
    world.now().epochMilliseconds,
  );
  const there = room.person('discord:9', { channel: 'discord:7' });
  const theirs = lineOf(await room.type('/live preview 노드 1개', there), '지우기').split(' ')[1];
  expect(said(await room.type(`live-draft ${theirs} use ${(await session()).id}`, there))).toContain('바꿀 수 없어요');
  const switched = await room.type(use);
  expect(said(switched)).toContain('미리 본 문제로 바꿨어요');
  const { live, topic } = stateIn(await room.session());
  expect(topic?.ko).toBe('파드');
  expect(live.plan).toMatchObject({ mode: 'speed', open: 15_000, closesEarly: false });
  for (const [i, id] of live.plan.questions.entries())
    expect(said(shown)).toContain(`**${i + 1}.** ${room.world.course().questionNamed(id)?.ask.ko}`);
  // The lobby is edited, and asks what was looked at.
  const now = room.world.now().epochMilliseconds;
  expect(await room.world.outbox.outdated(['discord'], now, now + 1, 9)).toMatchObject([{ isDifferent: true }]);
  expect(said((await room.shown('count')) ?? begun)).toContain('파드');
  await room.pass(10_000);
  const [first = ''] = live.plan.questions;
  expect(said((await room.shown('ask0')) ?? begun)).toContain(room.world.course().questionNamed(first)?.ask.ko);
  expect(said(await room.type(use))).toContain('이제 없어요');
});

test('once the first question is there the preview stays for the next quiz', async () => {
  const room = await openRoom();
  await room.type('/live preview 파드 3개');
  // Another count is another quiz, too.
  const begun = await room.begin('/live start 파드 2개');
  await room.pass(10_001);
  expect(said(await room.type(lineOf(begun, '미리 본 문제로 바꾸기')))).toContain('첫 문제가 이미 나와서');
  expect(stateIn(await room.session()).live.plan.questions).toHaveLength(2);
  await room.type('/live stop');
  await room.pass(1000);
  expect(said(await room.begin('/live start'))).toContain('미리 본 문제로 시작해요');
  expect(stateIn(await room.session()).live.plan.questions).toHaveLength(3);
});

test('a preview of another topic, or of another number of questions, is not taken', async () => {
  const room = await openRoom();
  await room.type('/live preview 파드 3개');
  expect(said(await room.type('/live plan 내일 10시 노드'))).not.toContain('미리 본 문제');
  expect(said(await room.type('/live plan 내일 11시 파드 2개'))).not.toContain('미리 본 문제');
  // Without a topic, as a bare start does.
  const planned = await room.type('/live plan 내일 12시');
  expect(said(planned)).toContain('미리 본 문제를 그대로 내요');
  expect(said(planned)).toContain('파드');
});

test('a preview takes the time of a question as a start does, and the quiz has it unless another is typed', async () => {
  const room = await openRoom();
  const shown = await room.type('/live 미리보기 파드 3개 20초');
  expect(said(shown)).toContain('문제마다 20초예요');
  await room.type(lineOf(shown, '2번 문제 바꾸기'));
  await room.type('/live start');
  expect(stateIn(await room.session()).live.plan.open).toBe(20_000);
  await room.type('/live stop');
  await room.type('/live 미리보기 파드 3개 20초');
  await room.type('/live start 파드 40초');
  expect(stateIn(await room.session()).live.plan.open).toBe(40_000);
  await room.type('/live stop');
  await room.type(lineOf(await room.type('/live 미리보기 파드 3개 20초'), '이대로 시작하기'));
  expect(stateIn(await room.session()).live.plan.open).toBe(20_000);
  await room.type('/live stop');
  await room.type('/live 미리보기 파드 3개 20초');
  await room.type('/live 예약 내일 10시 파드');
  const [row] = await room.world.appointments.ahead(room.one.id, 'live');
  expect(plannedIn(row)?.how.open).toBe(20_000);
});

test('a preview whose questions were swapped is not replaced without a word', async () => {
  const room = await openRoom();
  const first = await room.type('/live 미리보기 파드 3개');
  // What nobody has changed is drawn anew.
  expect(said(await room.type('/live 미리보기 파드 3개'))).toContain('미리 보기: 파드');
  const swapped = await room.type(lineOf(await room.type('/live 미리보기'), '2번 문제 바꾸기'));
  const asks = await room.type('/live 미리보기 파드 3개');
  expect(said(asks)).toContain('문제를 바꿔 둔 미리 보기가 있어요: ‘파드’ 3개');
  expect(said(await room.type(lineOf(asks, '이어서 보기'))).split('**1.**')[1]).toBe(said(swapped).split('**1.**')[1]);
  const other = await room.type(lineOf(asks, '새로 만들기'));
  expect(said(other)).toContain('미리 보기: 파드');
  expect(said(await room.type(lineOf(asks, '이어서 보기')))).toContain('이제 없어요');
  expect(said(first)).not.toBe('');
  // As it may be typed.
  await room.type(lineOf(other, '1번 문제 바꾸기'));
  expect(said(await room.type('/live 미리보기 노드 2개 새로'))).toContain('미리 보기: 노드');
});
