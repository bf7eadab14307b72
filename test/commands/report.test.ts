import { expect, test } from 'vitest';
import type { Term } from '../../src/content/model.ts';
import type { Caller } from '../../src/core/command/command.ts';
import { numbered } from '../../src/core/namesake.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { renderStudentsFile } from '../../src/report/students-file.ts';
import { allOf, GUILD, linesOf, manager, onDiscordAs, withoutChannel } from '../support/classes.ts';
import { parseCsv } from '../support/csv.ts';
import { asked, rightAnswers } from '../support/practice.ts';
import { blockOf, excesses } from '../support/replies.ts';
import { answers, classOf, DAY } from '../support/reporting.ts';
import { botOf, COURSE } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);
/** Monday, 23 November 2026, ten in Seoul. */
const NOW = Date.UTC(2026, 10, 23, 1);

const terms = world.course().content.terms.filter(({ questions }) => questions.length > 0);
function term(at: number): Term {
  const found = terms[at];
  if (!found) throw new Error(`no concept ${at}`);
  return found;
}

let rooms = 0;
/** A class in a channel of its own, with its instructor. */
async function begun(more: Parameters<typeof classOf>[2] = {}) {
  const channel = `discord:room${++rooms}`;
  const one = classOf(channel, GUILD, more);
  await world.classes.save(one, NOW);
  const say = (line: string, who: Caller = manager): Promise<Reply> => bot.dispatch(line, { ...who, channel });
  const student = (id: string, name?: string) => ({
    person: `discord:${rooms}-${id}`,
    channel,
    ...(name ? { name } : {}),
  });
  return { channel, one, say, student };
}

/** What the class knows best, below its figures. */
const strongestIn = (reply: Reply) =>
  reply.blocks.flatMap((block) => (block.type === 'fields' ? [block.fields] : []))[1] ?? [];

/** What to teach again: the map begins with it. */
const againIn = (reply: Reply) =>
  blockOf(reply, 'heat').again.cells.map(({ name, right, answered }) => [name, right, answered]);

const fileOf = (reply: Reply): string[][] => parseCsv(blockOf(reply, 'file').text);

test('an empty class is told how its report fills', async () => {
  const { say } = await begun();
  const reply = await say('/report');
  expect(allOf(reply)).toContain('아직 보여 줄 것이 없어요');
  expect(reply.blocks.some(({ type }) => type === 'heat')).toBe(false);
  expect(allOf(await say('/report students'))).toContain('아직 보여 줄 학생이 없어요');
  expect(fileOf(await say('/report csv'))).toHaveLength(1);
  expect(logged).toEqual([]);
});

test.each(['/report', '/report show', '/report 보기', '보고서'])(
  '%s tells the class over time, and what it knows best and least',
  async (line) => {
    const { say, student, channel, one } = await begun();
    for (let i = 0; i < 12; i++)
      answers(world, student('kim'), term(i), { count: 10, right: i < 6 ? i : 10, at: NOW - 3 * DAY });
    answers(world, student('lee'), term(20), { count: 4, right: 0, at: NOW - 20 * DAY });
    answers(world, student('park'), term(20), { count: 4, right: 4, at: NOW - 60 * DAY });
    for (const [id, day] of [
      [`${channel}-a`, '2026-11-20'],
      [`${channel}-b`, '2026-11-19'],
    ] as const) {
      const post = {
        id,
        key: id,
        classId: one.id,
        channel,
        kind: 'card',
        what: 'pod',
        day,
        due: NOW,
        expiresAt: NOW,
      } as const;
      await world.outbox.add(post, NOW);
      await world.outbox.markSent(id, id);
    }
    for (const who of ['kim', 'lee', 'choi'])
      world.records.record({
        kind: 'press',
        ...student(who),
        post: `${channel}-a`,
        term: 'pod',
        press: 'knew',
        at: NOW - 20 * DAY,
      });
    const reply = await say(line);
    expect(reply).toMatchObject({ visibility: 'caller' });
    expect(reply.share).toBeUndefined();
    expect(excesses(reply)).toEqual([]);
    expect(blockOf(reply, 'fields').fields).toEqual([
      { name: '함께하는 학생', value: '4명' },
      { name: '최근 7일 / 30일 동안 공부한 학생', value: '0명 / 3명' },
      { name: '카드를 읽은 사람', value: '한 장에 평균 1.5명' },
    ]);
    const said = allOf(reply);
    expect(said).toContain('| 11월 16일(월) ~ 22일(일) | 120 | 63% | 1.5명 |'.replace(' ~ ', '~'));
    expect(said).toContain('| 4 | 0% | – |');
    const heat = blockOf(reply, 'heat');
    const cells = heat.groups.flatMap((group) => group.cells);
    expect(cells).toHaveLength(13);
    expect(heat.foot).toContain(`아직 답이 없는 개념 ${world.course().terms.size - 13}개`);
    expect(cells).toContainEqual({ term: term(3).id, name: term(3).title.ko, answered: 10, right: 3 });
    // The one of sixty days ago is within a term of sixteen weeks.
    expect(cells.find((cell) => cell.name === term(20).title.ko)).toMatchObject({ answered: 8, right: 4 });
    const [strongest] = strongestIn(reply);
    expect(againIn(reply)).toEqual([0, 1, 2, 3, 4].map((i) => [term(i).title.ko, i, 10]));
    expect(said).toContain(`**다시 가르치면 좋은 개념**\n\n1. ${term(0).title.ko} · 0% · 0/10\n2. `);
    expect(strongest?.value.match(/ 100%\(10\/10\)/g)).toHaveLength(5);
    expect(linesOf(reply)).toEqual(expect.arrayContaining(['report students', 'report csv']));
    expect(allOf(await say('/report', { ...manager, locale: 'en' }))).not.toMatch(/\p{Script=Hangul}/u);
  },
);

test.each([
  [0, 'to teach again'],
  [13, 'to teach again'],
  [14, 'known best'],
  [20, 'known best'],
])('a concept with %i of 20 right is among those %s alone', async (right, called) => {
  const { say, student } = await begun();
  answers(world, student('kim'), term(0), { count: 20, right, at: NOW - DAY });
  answers(world, student('kim'), term(1), { count: 4, right: 0, at: NOW - DAY });
  const reply = await say('/report');
  const isAgain = called === 'to teach again';
  expect(againIn(reply)).toEqual(isAgain ? [[term(0).title.ko, right, 20]] : []);
  const strong = { name: '가장 잘 아는 개념', value: `${term(0).title.ko} ${right * 5}%(${right}/20)` };
  expect(strongestIn(reply)).toEqual(isAgain ? [] : [strong]);
  expect(allOf(reply)).not.toContain('개념마다 답이');
});

test('where few have answered on every concept, none is called strong or weak', async () => {
  const { say, student } = await begun();
  answers(world, student('kim'), term(1), { count: 4, right: 0, at: NOW - DAY });
  const reply = await say('/report');
  expect([againIn(reply), strongestIn(reply)]).toEqual([[], []]);
  expect(allOf(reply)).toContain('개념마다 답이 5개는 모여야');
});

test('students come by name, a page at a time, each with how far they are', async () => {
  const { say, student } = await begun();
  for (let i = 0; i < 20; i++)
    answers(world, student(`s${i}`, `학생${String(i).padStart(2, '0')}`), term(0), {
      count: 2,
      right: 1,
      at: NOW - DAY,
    });
  answers(world, student('none'), term(1), { count: 1, right: 1, at: NOW - DAY });
  const first = await say('/report students');
  const names = (reply: Reply) => blockOf(reply, 'fields').fields.map(({ name }) => name);
  expect(first.replaces).toBeUndefined();
  expect(names(first)).toEqual(Array.from({ length: 8 }, (_, i) => `학생0${i}`));
  expect(blockOf(first, 'fields').fields[0]?.value).toBe(
    '잘 아는 개념 0 · 익히는 중 1 · 맞힌 문제 1/2(50%) · 마지막 활동 11월 22일 · 연속 1일',
  );
  expect(linesOf(first)).toEqual(['report students 2', 'report students 1 need', 'report csv', 'report csv numbers']);
  const second = await say('report students 2');
  expect(second.replaces).toBe(true);
  expect(names(second)[0]).toBe('학생08');
  expect(linesOf(second).slice(0, 2)).toEqual(['report students 1', 'report students 3']);
  const last = await say('report students 99');
  expect(names(last)).toEqual(['학생16', '학생17', '학생18', '학생19', '(이름 모름)']);
  expect(blockOf(last, 'footer').text).toBe('3/3쪽');
  for (const reply of [first, second, last]) expect(excesses(reply)).toEqual([]);
});

test.each([
  '/report students by need',
  '/report 학생 어려운 순',
  '/report students order:need',
  '/report 학생 어려운순으로',
])('%s has those first who got the smallest share right, and few answers say little', async (line) => {
  const { say, student } = await begun();
  for (const [name, count, right] of [
    ['가람', 10, 9],
    ['나래', 10, 2],
    ['다솜', 1, 0],
    ['라온', 20, 8],
    ['마루', 40, 2],
  ] as const)
    answers(world, student(name, name), term(0), { count, right, at: NOW - DAY });
  for (let i = 0; i < 6; i++) answers(world, student(`s${i}`, `하${i}`), term(0), { count: 5, right: 5, at: NOW });
  const names = (reply: Reply) => blockOf(reply, 'fields').fields.map(({ name }) => name);
  const first = await say(line);
  expect(names(first).slice(0, 5)).toEqual(['마루', '나래', '다솜', '라온', '가람']);
  expect(linesOf(first).slice(0, 2)).toEqual(['report students 2 need', 'report students 1']);
  const second = await say('report students 2 need');
  expect(names(second)).toEqual(['하3', '하4', '하5']);
  expect(linesOf(second)[0]).toBe('report students 1 need');
  expect(names(await say('/report students 이름순'))[0]).toBe('가람');
  for (const reply of [first, second]) expect(excesses(reply)).toEqual([]);
});

test('a student is shown by name; where several fit, or none, guesses are offered, and no id is in them', async () => {
  const { say, student, channel } = await begun();
  for (const [id, name] of [
    ['a', '김민수'],
    ['b', '이민수'],
    ['c', '박지영'],
  ] as const)
    answers(world, student(id, name), term(0), { count: 3, right: 2, at: NOW - DAY });
  answers(world, student('hid', '한숨음'), term(0), { count: 1, right: 1, at: NOW - DAY });
  await bot.dispatch('/privacy hide', onDiscordAs('hid', { id: student('hid').person, channel }));
  for (const line of ['/report students 지영', '/report 학생 박지영', '/report students name:박지영']) {
    const one = await say(line);
    expect(one.visibility).toBe('caller');
    expect(blockOf(one, 'heading').text).toBe('박지영');
    expect(blockOf(one, 'fields').fields).toEqual([
      { name: '잘 아는 개념', value: '0개' },
      { name: '익히는 중인 개념', value: '1개' },
      { name: '맞힌 문제', value: '67%(2/3)' },
      { name: '최근 16주 동안 나온 날', value: '1일(라이브 퀴즈 0일, 카드 0일, 연습 1일)' },
      { name: '마지막 활동', value: '11월 22일(일)' },
      { name: '연속 공부', value: '1일' },
    ]);
    expect(excesses(one)).toEqual([]);
  }
  const several = await say('/report students 민수');
  expect(allOf(several)).toContain('이름에 ‘민수’가 들어가는 학생이 2명이에요');
  const [first = ''] = linesOf(several);
  expect(blockOf(await say(first), 'heading').text).toBe('김민수');
  const near = await say('/report students 박지연');
  expect(allOf(near)).toContain('‘박지연’이라는 학생은 없어요. 혹시 아래에 있는 학생인가요?');
  expect(blockOf(await say(linesOf(near)[0] ?? ''), 'heading').text).toBe('박지영');
  const none = await say('/report students 엉뚱하게');
  expect(allOf(none)).toContain('‘엉뚱하게’라는 학생은 못 찾았어요');
  expect(linesOf(none)).toEqual(['report students']);
  // A student who keeps out of reports is found like one who does not exist.
  expect(allOf(await say('/report students 한숨음'))).toContain('못 찾았어요');
  expect(first).toMatch(/^report students #[a-z0-9]{7}$/);
  for (const reply of [several, near, none, await say('report students #zzzzzzz')]) {
    expect(reply.visibility).toBe('caller');
    expect(JSON.stringify(reply)).not.toMatch(/discord:\d/);
  }
  expect(allOf(await say('/report students *_`@everyone`', { ...manager, locale: 'en' }))).toContain(
    '“\\*\\_\\`@everyone\\`”',
  );
});

test('nobody is taken for another one by calling themselves as that one is shown', async () => {
  const { say, student } = await begun();
  for (const id of ['a', 'b']) answers(world, student(id, '김민수'), term(0), { count: 1, right: 1, at: NOW - DAY });
  const taken = numbered('김민수', student('a').person);
  answers(world, student('c', taken), term(0), { count: 1, right: 1, at: NOW - DAY });
  const listed = blockOf(await say('/report students'), 'fields').fields.map(({ name }) => name);
  expect(new Set(listed).size).toBe(3);
});

test('students of one name are told apart in lists, files, buttons and on their own page, by a number that stays theirs', async () => {
  const { say, student } = await begun();
  for (const id of ['a', 'b']) answers(world, student(id, '김민수'), term(0), { count: 1, right: 1, at: NOW - DAY });
  answers(world, student('c', '박지영'), term(0), { count: 1, right: 1, at: NOW - DAY });
  const names = ['a', 'b'].map((id) => numbered('김민수', student(id).person)).sort();
  expect(new Set(names).size).toBe(2);
  const listed = blockOf(await say('/report students'), 'fields').fields.map(({ name }) => name);
  expect(listed.slice(0, 2).sort()).toEqual(names);
  expect(listed[2]).toBe('박지영');
  for (const line of ['/report csv', '/report attendance'])
    for (const name of names) expect(blockOf(await say(line), 'file').text).toContain(name);
  const asks = await say('/report students 김민수');
  expect(linesOf(asks).filter((line) => line.includes('#'))).toHaveLength(2);
  for (const name of names) {
    expect(JSON.stringify(asks)).toContain(`${name} ·`);
    expect(blockOf(await say(`/report students ${name}`), 'heading').text).toBe(name);
  }
});

test('what is known well, the streak and the last day are those of the class’s zone', async () => {
  const { say, student } = await begun();
  const kim = student('kim', '김');
  for (const ago of [40, 33, 20, 3]) answers(world, kim, term(0), { count: 1, right: 1, at: NOW - ago * DAY });
  answers(world, kim, term(1), { count: 1, right: 0, at: NOW - DAY });
  // 23 November, half past midnight in Seoul; a Monday, so the weekend does not break it.
  answers(world, kim, term(2), { count: 1, right: 1, at: Date.UTC(2026, 10, 22, 15, 30) });
  const [header, row] = fileOf(await say('/report csv'));
  expect(header).toEqual([
    '이름',
    '메신저',
    '잘 아는 개념',
    '익히는 중인 개념',
    '푼 문제',
    '맞힌 문제',
    '정답률(%)',
    '마지막 활동',
    '연속 공부(일)',
  ]);
  expect(row).toEqual(['김', 'Discord', '1', '2', '6', '5', '83', '2026-11-23', '3']);
});

test('the file is the instructor’s alone, says what is in it, and runs nothing', async () => {
  const { say, student } = await begun();
  const names = ['=HYPERLINK("http://x")', '+82', '김, "민수"', '이\n영희', '@all'];
  for (const [at, name] of names.entries())
    answers(world, student(`s${at}`, name), term(0), { count: 1, right: 1, at: NOW });
  const reply = await say('/report csv', { ...manager, locale: 'en' });
  expect(reply.visibility).toBe('caller');
  expect(blockOf(reply, 'file').name).toBe('dosirak-report-names-2026-11-23.csv');
  const [header, ...rows] = fileOf(reply);
  expect(header?.slice(0, 2)).toEqual(['name', 'messenger']);
  expect(rows.map(([name]) => name).toSorted()).toEqual(
    ['\'=HYPERLINK("http://x")', "'+82", '김, "민수"', '이\n영희', "'@all"].toSorted(),
  );
  expect(excesses(reply)).toEqual([]);
  expect(allOf(reply)).toContain('The progress of 5 students');
});

test('one student is no students', async () => {
  const { say, student } = await begun();
  answers(world, student('kim', '김'), term(0), { count: 1, right: 1, at: NOW });
  expect(blockOf(await say('/report csv', { ...manager, locale: 'en' }), 'heading').text).toBe(
    'The progress of 1 student',
  );
});

test.each(['/report csv numbers', '/report csv names:numbers', '/report 파일 번호로', '/report csv 이름:번호로'])(
  '%s has numbers from 1 on and no name, id or messenger',
  async (line) => {
    const { say, student } = await begun();
    for (let i = 0; i < 12; i++)
      answers(world, student(`s${i}`, `이름${i}`), term(i), { count: i + 1, right: 0, at: NOW });
    const reply = await say(line);
    expect(blockOf(reply, 'file').name).toBe('dosirak-report-numbers-2026-11-23.csv');
    const [header, ...rows] = fileOf(reply);
    expect(header?.slice(0, 2)).toEqual(['번호', '잘 아는 개념']);
    expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 1)));
    expect(blockOf(reply, 'file').text).not.toMatch(/이름\d|discord/i);
  },
);

test('numbers are drawn: by what is drawn, anybody can have any number', async () => {
  const { one, student } = await begun();
  // Each student is told by how many questions they answered.
  for (let i = 0; i < 6; i++) answers(world, student(`s${i}`, `가${i}`), term(0), { count: i + 1, right: 0, at: NOW });
  const had = new Set<string>();
  // Park and Miller's generator.
  let last = 2011;
  const random = (): number => {
    last = (last * 48_271) % 2_147_483_647;
    return last / 2_147_483_647;
  };
  for (let time = 0; time < 60; time++) {
    const rows = fileOf(await renderStudentsFile(one, 'numbers', manager, { ...world, random })).slice(1);
    expect(rows.map((row) => row[3]).toSorted()).toEqual(['1', '2', '3', '4', '5', '6']);
    for (const [number, , , answered] of rows) had.add(`${answered} is ${number}`);
  }
  expect(had.size).toBe(36);
});

test('who keeps out is in no list and no file, not even as a number; the totals have them, and say so', async () => {
  const { say, student, channel } = await begun();
  answers(world, student('kim', '김숨음'), term(0), { count: 10, right: 2, at: NOW - DAY });
  answers(world, student('lee', '이보임'), term(0), { count: 10, right: 8, at: NOW - DAY });
  const kim = onDiscordAs('kim', { id: student('kim').person, channel });
  const lines = async (): Promise<string[]> => linesOf(await bot.dispatch('/privacy', kim));
  expect(await lines()).toEqual(['privacy export', 'privacy hide', 'privacy delete']);
  const told = await bot.dispatch('/privacy hide', kim);
  expect(allOf(told)).toContain('보고서에 이름도 진도도 나오지 않아요');
  expect(linesOf(told)).toEqual(['privacy show']);
  expect(await lines()).toEqual(['privacy export', 'privacy show', 'privacy delete']);
  expect(allOf(await bot.dispatch('/privacy', kim))).toContain('지금은 보고서에서 내 이름을 뺐어요');
  expect(allOf(await bot.dispatch('/privacy', { ...kim, locale: 'en' }))).toContain('You are kept out');
  const [shown, students, csv, numbers] = [
    await say('/report'),
    await say('/report students'),
    await say('/report csv'),
    await say('/report csv numbers'),
  ];
  for (const reply of [shown, students, csv, numbers]) expect(JSON.stringify(reply)).not.toContain('김숨음');
  expect(
    fileOf(csv)
      .slice(1)
      .map(([name]) => name),
  ).toEqual(['이보임']);
  expect(fileOf(numbers).slice(1)).toHaveLength(1);
  expect(blockOf(shown, 'fields').fields[0]?.value).toBe('2명');
  expect(allOf(shown)).toContain('50% · 10/20');
  for (const reply of [shown, students, csv, numbers].slice(1))
    expect(blockOf(reply, 'footer').text).toContain('보고서에서 이름을 뺀 학생 1명');
  expect(blockOf(shown, 'footer').text).toContain('보고서에서 이름을 뺀 학생 1명');
  expect(allOf(await bot.dispatch('/privacy 보이기', kim))).toContain('다시 선생님의 보고서에');
  expect(
    fileOf(await say('/report csv'))
      .slice(1)
      .map(([name]) => name),
  ).toEqual(['김숨음', '이보임']);
});

test('whoever has everything deleted is in no report, and what the class did together stays', async () => {
  const { say, student, channel } = await begun();
  answers(world, student('kim', '김지움'), term(0), { count: 10, right: 2, at: NOW - DAY });
  const kim = onDiscordAs('kim', { id: student('kim').person, channel });
  await bot.dispatch('/privacy hide', kim);
  const asking = await bot.dispatch('/privacy delete', kim);
  expect(allOf(asking)).toContain('보고서에서 이름을 뺀 설정도 지워지니');
  await bot.dispatch(linesOf(asking)[0] ?? '', kim);
  const reply = await say('/report');
  expect(blockOf(reply, 'fields').fields[0]?.value).toBe('0명');
  expect(allOf(reply)).toContain('20% · 2/10');
  expect(JSON.stringify([await say('/report students'), await say('/report csv')])).not.toContain('김지움');
});

test('the owner and named instructors are no students', async () => {
  const { say, student } = await begun({ owner: `discord:${rooms + 1}-own`, instructors: [`discord:${rooms + 1}-ta`] });
  for (const id of ['own', 'ta', 'kim']) answers(world, student(id, id), term(0), { count: 1, right: 1, at: NOW });
  expect(
    fileOf(await say('/report csv'))
      .slice(1)
      .map(([name]) => name),
  ).toEqual(['kim']);
});

test('a student who answers is listed by the name that they have now', async () => {
  const { say, channel } = await begun();
  const kim = onDiscordAs(`renamed${rooms}`, { channel, name: '김민수' });
  const reply = await bot.dispatch(`quiz ${term(0).id} 1`, kim);
  const { question, line } = asked(reply, world.course().questions);
  await bot.dispatch(`${line} ${rightAnswers(question, reply, 'ko')[0]}`, kim);
  const names = async () =>
    fileOf(await say('/report csv'))
      .slice(1)
      .map(([name]) => name);
  expect(await names()).toEqual(['김민수']);
  await bot.dispatch('/k8s 파드', { ...kim, name: '민수' });
  expect(await names()).toEqual(['민수']);
});

test('another class’s instructor, a student and somebody alone with the bot get none of it', async () => {
  const { channel, student, one } = await begun({ instructors: ['discord:ta'] });
  answers(world, student('kim', '김비밀'), term(0), { count: 9, right: 1, at: NOW });
  const elsewhere = { ...manager, space: 'discord:other', channel };
  const alone = { ...withoutChannel(onDiscordAs('boss', { manages: true })), space: 'discord:boss' };
  const strangers = [onDiscordAs('kim', { channel }), elsewhere, withoutChannel(onDiscordAs('kim')), alone];
  for (const who of strangers)
    for (const line of [
      '/report',
      '/report show',
      '/report students',
      'report students 1',
      '/report csv',
      '/report csv numbers',
      '/report students 김비밀',
      '/report marks',
      '/report marks 1',
      '/report attendance',
      '/report questions',
    ]) {
      const reply = await bot.dispatch(line, who);
      expect(reply.accent, line).toBe('warning');
      expect(reply.blocks).toHaveLength(1);
      expect(JSON.stringify(reply)).not.toMatch(/김비밀|room/);
    }
  const ta = onDiscordAs('ta', { channel });
  expect(allOf(await bot.dispatch('/report students', ta))).toContain('김비밀');
  // Named no more, they see no more, whatever buttons they still have.
  await world.classes.save({ ...one, instructors: [] }, NOW);
  expect((await bot.dispatch('report students 1', ta)).accent).toBe('warning');
});
