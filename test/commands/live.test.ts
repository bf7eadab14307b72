import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/content/model.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { initialLive } from '../../src/live/machine.ts';
import { renderRecap } from '../../src/live/results/recap.ts';
import { renderAnswer } from '../../src/live/results/scenes.ts';
import { initialState, liveShuffle } from '../../src/live/state.ts';
import { form } from '../../src/questions/types.ts';
import { CHANNEL, openRoom, SLACK, START } from '../support/live-room.ts';
import { buttonsOf, textsOf } from '../support/replies.ts';
import { stateIn } from '../support/sessions.ts';

const said = (reply: Reply | undefined): string => (reply ? textsOf(reply).join('\n') : '');

test('/live next skips no answer where the database does not tell that its step was written', async () => {
  const room = await openRoom();
  await room.begin('/live start 파드 2개 20초');
  await room.pass(10_000);
  await room.pick(room.person('discord:5'), 'ask0', await room.letters(0, true));
  const { sessions } = room.world;
  const { step } = sessions;
  sessions.step = async (...what) => {
    sessions.step = step;
    await step(...what);
    // As it ends where it is tried again after its commit's answer was lost.
    return step(...what);
  };
  await room.type('/live next');
  expect(stateIn(await room.session()).live.step).toMatchObject({ kind: 'told', at: 0 });
});

describe('what is asked', () => {
  test('a set is asked in its order, whole; completion offers it, and what is missed most', async () => {
    const room = await openRoom();
    await room.begin('/live start 첫 시간 마무리');
    const { plan } = stateIn(await room.session()).live;
    const terms = plan.questions.map((id) => room.world.course().questions.get(id)?.term);
    expect(terms).toEqual([
      'virtual-machine',
      'container',
      'container-orchestration',
      'kubernetes',
      'self-healing',
      'pod',
    ]);
    const { topic } = room.world.commands().find(({ name }) => name === 'live')?.actions?.start?.options ?? {};
    const offered = topic?.type === 'text' ? ((await topic.complete?.('', 'terminal')) ?? []) : [];
    const sets = room.world.course().content.sets.map(({ title }) => title.ko);
    expect(sets).toContain('첫 시간 마무리');
    expect(offered.slice(0, 1 + sets.length).map(({ ko }) => ko)).toEqual(['취약', ...sets]);
  });

  test('what the class misses most is known once it has answered enough', async () => {
    const room = await openRoom();
    expect(said(await room.begin('/live start 취약'))).toContain('아직 모자라서');
    const question = room.world.course().terms.get('pod')?.questions[0];
    for (let i = 0; i < 5; i++)
      room.world.records.record({
        ...{ kind: 'answer', person: `p${i}`, channel: CHANNEL, question: question?.id ?? '', term: 'pod' },
        ...{ right: i === 0, at: START - i },
      });
    await room.begin('/live start 취약 3개');
    const { live, topic } = stateIn(await room.session());
    expect(topic?.ko).toBe('자주 틀린 개념');
    expect(live.plan.questions).toHaveLength(3);
    expect(new Set(live.plan.questions.map((id) => room.world.course().questions.get(id)?.term))).toEqual(
      new Set(['pod']),
    );
  });

  test('a topic that is not there is answered kindly, with what it may mean', async () => {
    const room = await openRoom();
    expect(said(await room.begin('/live start 뜨개질 무늬 3개'))).toContain('못 찾았어요');
    const reply = await room.begin('/live start 보안 문제 3개 30초');
    expect(said(reply)).toContain('어떤 주제인지 잘 모르겠어요');
    const [first = { line: '' }, ...others] = buttonsOf(reply);
    expect(others.length).toBeGreaterThan(0);
    expect((await room.world.sessions.running(room.one.id))[0]).toBeUndefined();
    await room.type(first.line);
    expect(stateIn(await room.session()).live.plan).toMatchObject({ open: 30_000, mode: 'speed' });
  });

  test.each([
    ['start 파드 내일 3개', '‘내일’을 알아듣지 못했어요. 아래에서 고르면 바로', '파드'],
    ['preview 파드 3개 내일', '‘내일’을 알아듣지 못했어요. 아래에서 고르면 문제를', '파드'],
    [
      'plan 내일 10시 1장 아무말',
      '‘아무말’을 알아듣지 못했어요. 아래에서 고르면 그 주제로',
      '1장 왜 쿠버네티스일까요?',
    ],
  ])('%s says what it did not understand, and offers what it did', async (line, says, topic) => {
    const room = await openRoom();
    const reply = await room.type(`/live ${line}`);
    expect(said(reply)).toContain(says);
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual([topic]);
    expect(said(await room.type(buttonsOf(reply)[0]?.line ?? ''))).not.toContain('알아듣지 못했어요');
  });

  test.each(['20초', '끝까지', '일찍마감'])(
    'a calm quiz has no clock: %s is refused with it, and nothing begins',
    async (words) => {
      const room = await openRoom();
      for (const line of [`start 파드 차분하게 ${words}`, `plan 내일 10시 파드 차분하게 ${words}`])
        expect(said(await room.type(`/live ${line}`)), line).toContain('시간 제한이 없어서');
      expect(await room.world.sessions.running(room.one.id)).toEqual([]);
      expect(said(await room.begin('/live start 파드 차분하게 수동으로'))).toContain('참여를 받고 있어요');
    },
  );

  test('a section is asked by its title', async () => {
    const room = await openRoom();
    await room.begin('/live start 쿠버네티스 기본 용어 4개');
    const { topic, live } = stateIn(await room.session());
    expect(topic?.ko).toBe('쿠버네티스 기본 용어');
    expect(live.plan.questions).toHaveLength(4);
  });
});

describe('answers', () => {
  test('are let in once, where they belong, in time', async () => {
    const room = await openRoom();
    const { person, pick, letters, pass } = room;
    const [min, ji] = [person('discord:1'), person('slack:T1:1', { channel: SLACK })];
    await room.begin('/live start 파드 2개 20초');
    await pass(10_000);
    const right = await letters(0, true);
    // From another channel, or none at all, whatever is typed there.
    expect(said(await pick(ji, 'ask0', right))).toContain('다른 채널');
    expect(said(await pick(person('discord:3', { channel: 'discord:77' }), 'ask0', right))).toContain('다른 채널');
    const { channel: _, ...alone } = min;
    expect(said(await pick(alone, 'ask0', right))).toContain('다른 채널');
    for (const forged of ['zz', 'aa', 'abcdefghijk'])
      expect(said(await pick(min, 'ask0', forged))).toContain('이제 없어요');
    expect(said(await pick(min, 'ask0', ''))).toContain('아직 고른 답이 없어요');
    expect(said(await room.type('pick nobody0000 a', min))).toContain('이제 없어요');
    expect(said(await pick(min, 'ask0', right))).toContain('답을 받았어요');
    const both = await Promise.all([pick(ji, 'ask0', right, SLACK), pick(ji, 'ask0', '-', SLACK)]);
    expect(both.map(said).filter((text) => text.includes('답을 받았어요'))).toHaveLength(1);
    await pass(20_001);
    expect(said(await pick(person('discord:4'), 'ask0', right))).toContain('마감');
    // A student who comes late answers what is asked now, and nothing that was asked before.
    await room.type('/live next');
    await pass(1);
    expect(said(await pick(person('discord:4'), 'ask0', right))).toContain('마감');
    expect(said(await pick(person('discord:4'), 'ask1', await letters(1, true)))).toContain('답을 받았어요(0.0초)');
    await room.type('/live stop');
    expect(said(await pick(person('discord:5'), 'ask1', '-'))).toContain('끝났어요');
    const { id } = await room.session();
    expect((await room.world.sessions.answers(id)).map(({ question, person: who }) => [question, who])).toEqual([
      [0, 'discord:1'],
      [0, 'slack:T1:1'],
      [1, 'discord:4'],
    ]);
  });

  test('stand under names that are cut and hide nothing', async () => {
    const room = await openRoom();
    await room.begin('/live start 파드 1개');
    await room.pass(10_000);
    const right = await room.letters(0, true);
    await room.pick(
      room.person('discord:1', { name: `\u202e@everyone\n\u0000<!channel> ${'가'.repeat(50)}` }),
      'ask0',
      right,
    );
    await room.pick(room.person('discord:2', { name: '' }), 'ask0', right);
    await room.type('/live next');
    await room.pass(1);
    const fields = (await room.shown('tell0'))?.blocks.flatMap((block) =>
      block.type === 'fields' ? block.fields : [],
    );
    const names = fields?.map(({ name }) => name) ?? [];
    expect(names).toHaveLength(2);
    for (const name of names) {
      expect(Array.from(name).length).toBeLessThan(30);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    expect(names.join()).toContain('이름 없는 친구');
  });
});

describe('the end', () => {
  /** Everyone has missed the first question in the same way, and the second is known. */
  async function played() {
    const room = await openRoom();
    await room.begin('/live start 파드 2개');
    await room.pass(10_000);
    const people = Array.from({ length: 4 }, (_, i) => room.person(`discord:${i + 20}`));
    const wrong = await room.letters(0, false);
    for (const who of people) await room.pick(who, 'ask0', wrong);
    await room.type('/live next');
    await room.type('/live next');
    await room.pass(1);
    for (const who of people) await room.pick(who, 'ask1', await room.letters(1, true));
    await room.type('/live next');
    await room.type('/live next');
    await room.pass(1);
    return { ...room, people };
  }

  test('gives instructors, and nobody else, what was missed, what was believed, and the way to ask it again', async () => {
    const room = await played();
    const [student = room.teacher] = room.people;
    const end = await room.shown('end');
    const line = end && buttonsOf(end).find(({ line: one }) => one.startsWith('recap'))?.line;
    if (!line) throw new Error('there is no way to the summary');
    expect(said(await room.type(line, student))).toContain('선생님만');
    const recap = await room.type(line);
    expect(recap.visibility).toBe('caller');
    expect(said(recap)).toContain('**4명**이');
    expect(said(recap)).toContain('정답률 50%');
    for (const { id } of room.people) expect(JSON.stringify(recap)).not.toContain(id);
    const again = buttonsOf(recap).find(({ primary }) => primary)?.line ?? '';
    expect(said(await room.type(again, student))).toContain('선생님만');
    const before = await room.session();
    const asks = await room.type(again);
    expect(said(asks)).toContain('**1개**를 수업 채널에서 다 함께');
    const [yes, no] = buttonsOf(asks).map(({ line: one }) => one);
    expect(said(await room.type(yes ?? '', student))).toContain('선생님만');
    expect(said(await room.type(no ?? ''))).toContain('시작하지 않았어요');
    expect((await room.session()).id).toBe(before.id);
    await room.type(yes ?? '');
    await room.pass(1);
    const { topic, live } = stateIn(await room.session());
    expect(live.plan.questions).toEqual(stateIn(before).live.plan.questions.slice(0, 1));
    expect(topic).toEqual({ ko: '파드 · 다시', en: 'Pod · again' });
    expect(said(await room.type(yes ?? ''))).toContain('이미 라이브 퀴즈를 하고 있어요');
  });

  test('is listed with others, each with its buttons', async () => {
    const room = await played();
    const [student = room.teacher] = room.people;
    const history = await room.type('/live history');
    expect(textsOf(history).filter(Boolean)).toEqual([
      '지난 라이브 퀴즈',
      '파드',
      '11월 25일(수) 10:00 · 문제 2개 · 빠르게 · 4명 · 정답률 50%',
    ]);
    expect(buttonsOf(history).map(({ line }) => line.split(' ')[2])).toEqual([undefined, 'again']);
    expect(said(await room.type('/live 기록', student))).toContain('선생님만');
    for (let i = 0; i < 5; i++) {
      await room.begin('/live start 노드 1개');
      await room.type('/live stop');
      await room.pass(1000);
    }
    const newest = await room.type('/live history');
    expect(buttonsOf(newest).map(({ line }) => line)).toEqual(['live history 2']);
    expect(said(newest)).toContain('문제 1개 · 빠르게 · 답한 사람이 없어요');
    expect(said(await room.type('live history 2'))).toContain('파드');
    expect(said(await room.type('live history 9'))).toContain('더 오래된 기록은 없어요');
  });

  test('shows who has won, in a picture; a person who is forgotten is not among them', async () => {
    const room = await played();
    const podium = () =>
      room.shown('end').then((end) => end?.blocks.flatMap((block) => (block.type === 'board' ? block.rows : [])));
    // All four are first: there are three steps, so that they share one.
    expect((await podium())?.map(({ mark, name }) => [mark, name])).toEqual([
      ['1', room.people.map(({ name }) => name).join(', ')],
    ]);
    const gone = room.people[0]?.id ?? '';
    await room.world.records.forget(gone);
    expect((await podium())?.map(({ name }) => name)).toEqual(room.people.slice(1).map(({ name }) => name));
    const { id } = await room.session();
    expect(await room.world.sessions.answers(id)).toHaveLength(6);
  });
});

test('teams are told to their members, state, and compared by their means', async () => {
  const room = await openRoom();
  await room.begin('/live start 파드 2개 20초 3팀');
  expect(stateIn(await room.session()).live.plan).toMatchObject({ mode: 'team', teams: 3 });
  await room.pass(10_000);
  expect(said(await room.shown('count'))).toContain('3팀으로 나누어');
  const people = Array.from({ length: 6 }, (_, i) => room.person(`discord:${i + 20}`, { name: `친구${i}` }));
  const teamIn = ({ blocks }: Reply): string =>
    blocks.flatMap((block) => (block.type === 'fields' ? block.fields.slice(1).map(({ value }) => value) : [])).join();
  const right = await room.letters(0, true);
  const first: string[] = [];
  for (const who of people) first.push(teamIn(await room.pick(who, 'ask0', right)));
  expect(Array.from(Map.groupBy(first, (name) => name).values(), (own) => own.length)).toEqual([2, 2, 2]);
  await room.type('/live next');
  await room.pass(1);
  expect(said(await room.shown('tell0'))).toContain('평균 1,000점 · 2명');
  await room.type('/live next');
  await room.pass(1);
  const second: string[] = [];
  for (const who of people.toReversed()) second.push(teamIn(await room.pick(who, 'ask1', '-')));
  expect(second.toReversed()).toEqual(first);
  await room.type('/live stop');
  await room.pass(1500);
  const end = await room.shown('end');
  expect(said(end)).toContain('평균 1,000점');
  const result = await room.type(`result ${room.post('end').id}`, people[0]);
  expect(textsOf(result).join()).toContain(`우리 팀,${first[0]} · 1등`);
  expect(JSON.stringify(end)).not.toMatch(/친구\d/);
});

test('a calm quiz ranks nobody', async () => {
  const room = await openRoom();
  await room.begin('/live start 파드 1개 차분하게');
  await room.pass(10_000);
  await room.pick(room.person('discord:2', { name: '민수' }), 'ask0', await room.letters(0, true));
  await room.type('/live stop');
  await room.pass(1500);
  const end = await room.shown('end');
  expect(JSON.stringify(end)).not.toContain('민수');
  expect(said(end)).toContain('1명 참여');
});

test('the summary tells which right option of several was left out, as well as which wrong one was chosen', async () => {
  const { one } = await openRoom();
  const say = (ko: string) => ({ ko, en: ko });
  const question: Question = {
    id: 'pod#9',
    term: 'pod',
    type: 'multiple',
    ask: say('모두 고르세요'),
    right: [say('노드'), say('파드')],
    wrong: [say('도커')],
    why: say('이유'),
    practical: false,
  };
  const offered = form(question, 'ko', liveShuffle('s1', question));
  if (offered.type !== 'choice') throw new Error('it offers options');
  const letter = (name: string): string => offered.options.find(({ label }) => label === name)?.value ?? '';
  const answers = ['kim', 'lee', 'park'].map((person) => ({
    ...{ session: 's1', question: 0, person, name: person, right: false, elapsed: 1, at: 1 },
    picked: person === 'park' ? letter('파드') : letter('노드') + letter('도커'),
  }));
  const plan = { questions: [question.id], mode: 'speed', open: 20_000 } as const;
  const state = initialState(initialLive(plan, 0), one, undefined, 0);
  const told = said(renderRecap({ id: 's1', state, questions: [question], answers }, new Map(), 'ko'));
  expect(told).toContain('**2명**이 ‘도커’를 골랐어요');
  expect(told).toContain('**2명**이 ‘파드’를 빠뜨렸어요');
  expect(told).not.toContain('‘노드’를');
});

describe('an instructor steers', () => {
  const steering = (reply: Reply, label: string): string =>
    buttonsOf(reply).find((one) => one.label === label)?.line ?? `no ${label} among ${said(reply)}`;

  test('by buttons that are meant for what they stood under: a press that is late or comes twice skips nothing', async () => {
    const room = await openRoom();
    const begun = await room.begin('/live start 파드 3개 20초');
    await room.pass(10_000);
    const kim = room.person('discord:1');
    await room.pick(kim, 'ask0', '-');
    const open = await room.type('/live');
    expect(said(open)).toContain('3문제 중 1번째 문제를 풀고 있어요');
    // What stood under the countdown starts no second question.
    expect(said(await room.type(steering(begun, '시작하기')))).toContain('이미 넘어갔어요');
    const close = steering(open, '마감하고 정답 보기');
    const told = await room.type(close);
    expect(said(told)).toContain('정답을 올렸어요');
    const again = await room.type(close);
    expect(said(again)).toContain('이미 넘어갔어요');
    expect(steering(again, '다음 문제')).toBe(steering(told, '다음 문제'));
    expect(stateIn(await room.session()).live.step).toMatchObject({ kind: 'told', at: 0 });
  });

  test('a question that nobody has seen is not told', async () => {
    const room = await openRoom();
    await room.begin('/live start 파드 2개 20초');
    await room.pass(10_000);
    expect(said(await room.type('/live next'))).toContain('아직 올리는 중');
    expect(stateIn(await room.session()).live.step).toMatchObject({ kind: 'asking', at: 0 });
  });

  test('stopping by a button is asked about first, and tells the question that was open', async () => {
    const room = await openRoom();
    await room.begin('/live start 파드 2개 20초');
    await room.pass(10_000);
    await room.pick(room.person('discord:1', { name: '민수' }), 'ask0', await room.letters(0, true));
    const asked = await room.type(steering(await room.type('/live'), '여기서 마치기'));
    expect(said(asked)).toContain('정말 여기서 마칠까요');
    expect(said(await room.type(steering(asked, '계속하기')))).toContain('풀고 있어요');
    expect((await room.world.sessions.running(room.one.id))[0]).toBeDefined();
    const done = await room.type(steering(asked, '마치기'));
    expect(said(done)).toContain('마쳤어요');
    expect(buttonsOf(done).map(({ label }) => label)).toEqual(['선생님용 요약']);
    await room.pass(1500);
    const order = room.planned().filter(({ channel }) => channel === CHANNEL);
    expect(order.map(({ what }) => what.split(' ')[1]).slice(-2)).toEqual(['tell0', 'end']);
    expect(said(await room.shown('tell0'))).toContain('문제 1 정답');
  });

  test('what nobody has seen is not told by a stop either', async () => {
    const room = await openRoom();
    await room.begin('/live start 파드 2개 20초');
    await room.pass(10_000);
    await room.type('/live stop');
    await room.pass(1500);
    expect(room.planned().map(({ what }) => what.split(' ')[1])).not.toContain('tell0');
    expect(said(await room.shown('end'))).toContain('답한 사람이 없어서');
  });

  test('an answer that was paused and has passed is paused no more, and promises nothing', async () => {
    const room = await openRoom();
    await room.begin('/live start 파드 2개 20초');
    await room.pass(10_000);
    await room.pick(room.person('discord:1'), 'ask0', '-');
    await room.type('/live next');
    await room.pass(1);
    expect(said(await room.shown('tell0'))).toMatch(/\d+초 후 다음 문제/);
    await room.world.outbox.markSent(room.post('tell0').id, '7');
    await room.type('/live pause');
    expect(said(await room.shown('tell0'))).toContain('⏸');
    const outdated = async () =>
      (await room.world.outbox.outdated(['discord'], START + 60_000, START + 70_000, 9)).map(
        ({ what }) => what.split(' ')[1],
      );
    expect(await outdated()).toContain('tell0');
    await room.type('/live next');
    expect(await outdated()).toContain('tell0');
    expect(said(await room.shown('tell0'))).not.toMatch(/⏸|초 후/);
  });

  test('a pause is said once, in the channel whatever is shown, and what is not paused does not go on', async () => {
    const room = await openRoom();
    await room.begin('/live start 파드 2개 20초');
    expect(said(await room.type('/live resume'))).toContain('멈춰 있지 않아요');
    await room.pass(1);
    expect(said(await room.type('/live pause'))).toContain('참여를 받고 있어요');
    expect(said(await room.shown('count'))).toContain('선생님이 시작하면 첫 문제가 나와요');
    const again = await room.type('/live');
    expect(said(again)).toContain('참여를 받고 있어요');
    expect(said(again)).not.toContain('곧 첫 문제');
    expect(said(await room.type(steering(again, '10초 뒤에 시작하기')))).toContain('곧 첫 문제가 나와요');
    expect(said(await room.shown('count'))).toContain('10초 후 시작');
  });

  test.each(['next', 'pause', 'resume', 'stop', 'end', 'show', 'auto', 'manual'])(
    'no student does by a forged button (%s)',
    async (move) => {
      const room = await openRoom();
      await room.begin('/live start 파드 2개 20초');
      const { id, version } = await room.session();
      const student = room.person('discord:1');
      expect(said(await room.type(`steer ${id} count ${move}`, student))).toContain('선생님만');
      expect((await room.session()).version).toBe(version);
      expect(said(await room.type('steer nobody count next'))).toContain('이제 없어요');
    },
  );

  test('a channel does not leave the class in the middle of a quiz', async () => {
    const room = await openRoom();
    await room.begin('/live start 파드 2개 20초');
    expect(said(await room.type('/class leave'))).toContain('/live 그만');
    await room.type('/live stop');
    expect(said(await room.type('/class leave'))).toContain('뺄까요');
  });
});

test('numbers that do not say what they count come as they are offered: how many, then how long', async () => {
  const room = await openRoom();
  await room.begin('/live start 파드 4 15');
  const { plan } = stateIn(await room.session()).live;
  expect([plan.questions.length, plan.open]).toEqual([4, 15_000]);
});

test('a concept is asked about itself, unless more is wanted, and says where there is no more', async () => {
  const room = await openRoom();
  const pod = room.world.course().terms.get('pod');
  await room.begin('/live start 파드');
  const asked = stateIn(await room.session()).live.plan.questions;
  expect(new Set(asked.map((id) => room.world.course().questions.get(id)?.term))).toEqual(new Set(['pod']));
  expect(asked.length).toBe(Math.min(5, pod?.questions.filter(({ type }) => type !== 'order').length ?? 0));
  await room.type('/live stop');
  expect(said(await room.begin('/live start 첫 시간 마무리 20개'))).toContain('그만큼뿐이에요');
});

test.each(['파드 3팀 빠르게', '파드 차분하게 2팀'])('teams go with no other way to play (%s)', async (words) => {
  const room = await openRoom();
  expect(said(await room.begin(`/live start ${words}`))).toContain('둘 중 하나만');
});

test('of typed answers the class sees the right one, what several had, and how many there are besides', () => {
  const say = (ko: string) => ({ ko, en: ko });
  const question: Question = {
    ...{
      id: 'vm#9',
      term: 'vm',
      type: 'typed',
      ask: say('무엇일까요?'),
      accept: ['하이퍼바이저'],
      why: say('이유'),
      practical: false,
    },
  };
  const typed = ['도커', '도커', '하이퍼바이저', '김선생 바보', 'vmware', '-'];
  const answers = typed.map((picked, i) => ({
    ...{ session: 's1', question: 0, person: `p${i}`, name: '', elapsed: 1, at: 1 },
    ...{ picked, right: picked === '하이퍼바이저' },
  }));
  const showing = { id: 's1', post: 'p', channel: CHANNEL, isAgain: false, answered: 6, players: [], now: 0 };
  const plan = { questions: [question.id], mode: 'calm', open: 20_000 } as const;
  const state = {
    live: initialLive(plan, 0),
    topic: undefined,
    channels: [CHANNEL],
    away: [],
    unseen: [],
    day: '2026-11-25',
  };
  const shown = renderAnswer({ ...showing, state, questions: [question], answers }, 0, 'ko');
  const board = shown?.blocks.find((block) => block.type === 'board');
  expect(board?.rows.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    '하이퍼바이저: 1명 · 정답',
    '도커: 2명',
    '그 밖의 답: 2명',
    '모르겠어요: 1명',
  ]);
});
