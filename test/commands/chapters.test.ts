import { expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { allOf, GUILD, linesOf, manager, onDiscordAs, withoutChannel } from '../support/classes.ts';
import { LESSONS, lessonsFolder } from '../support/lessons.ts';
import { buttonsOf, excesses, mainLine } from '../support/replies.ts';
import { classOf } from '../support/reporting.ts';
import { botOf, COURSE, folderOf } from '../support/world.ts';

/** 9 December 2026 is a Wednesday; the class began on the Wednesday before. */
const NOW = '2026-12-09T01:00:00Z';
const FIRST = '2026-12-02';
const channel = 'discord:100001';
const kim = onDiscordAs('7', { channel });

async function open({ folder = lessonsFolder(), first = FIRST } = {}) {
  const { bot, world, logged } = await botOf([folder], { now: NOW });
  const one = classOf(channel, GUILD);
  const timetable = first === 'none' ? one.timetable : { ...one.timetable, first };
  await world.classes.save({ ...one, timetable }, 0);
  const type = async (line: string, who: Caller = kim): Promise<Reply> => {
    const reply = await bot.dispatch(line, who);
    expect(logged).toEqual([]);
    expect(excesses(reply)).toEqual([]);
    return reply;
  };
  const press = (reply: Reply, label: string, who: Caller = kim): Promise<Reply> => {
    const found = buttonsOf(reply).find((button) => button.label.includes(label));
    if (!found) throw new Error(`no “${label}” among ${buttonsOf(reply).map((button) => button.label)}`);
    return type(found.line, who);
  };
  const had = async (term: string, day: string): Promise<void> => {
    const at = Date.parse(`${day}T00:00:00Z`);
    const post = {
      id: `card${term}`,
      key: `card:${one.id}:${day}:${channel}`,
      classId: one.id,
      channel,
      kind: 'card' as const,
    };
    await world.outbox.add({ ...post, what: term, day, due: at, expiresAt: at + 1 }, at);
  };
  return { world, one, type, press, had };
}

test('the contents say which week it is, and what the class has had of each chapter', async () => {
  const { type, had } = await open();
  await had('variable', '2026-12-02');
  await had('text', '2026-12-03');
  await had('list', '2026-12-08');
  const shown = await type('/chapters');
  expect(shown.visibility).toBe('caller');
  const said = allOf(shown);
  expect(said).toContain('목차');
  expect(said).toContain('파이썬 기초');
  expect(said).toContain('오늘은 **2주차**예요(12월 7일(월)~13일(일)).');
  expect(said).toContain('- **1장 값에 이름 붙이기** · 1주차 · 절 2개 · 카드 2/2');
  expect(said).toContain('- **2장 여러 값** · 2주차 · 절 2개 · 카드 1/2');
  expect(said).toContain('- **첫 시간** · 문제 2개');
  expect(mainLine(shown)).toBe('chapters part:"week 2"');
});

test.each(['목차', '차례', '단원', '/목차', '/단원', '목차 보여줘', 'chapters'])(
  '%s shows the contents',
  async (line) => {
    const { type } = await open();
    expect(allOf(await type(line))).toContain('1장 값에 이름 붙이기');
  },
);

test('by buttons alone one comes from the contents to a chapter, a section, its concepts, its text and a quiz', async () => {
  const { type, press, had } = await open();
  await had('list', '2026-12-08');
  const chapter = await press(await type('/chapters'), '2장', kim);
  expect(allOf(chapter)).toContain('- **리스트** · 개념 1개 · 카드 1/1');
  expect(allOf(chapter)).toContain('- **되풀이하기** · 개념 1개 · 카드 0/1');
  const section = await press(chapter, '리스트');
  expect(allOf(section)).toContain('- **리스트** · 리스트의 뜻이에요. · 카드 12월 8일(화)');
  expect(allOf(await press(section, '📖 읽기'))).toContain('값이 여러 개예요');
  expect(allOf(await press(section, '퀴즈 풀기'))).toContain('문제 1 / ');
  expect(allOf(await type(linesOf(section).find((line) => line === 'ask list') ?? ''))).toContain('리스트의 뜻이에요');
  const next = await press(section, '다음: 되풀이하기');
  expect(allOf(next)).toContain('반복문');
  expect(
    buttonsOf(next)
      .map(({ label }) => label)
      .join(),
  ).not.toContain('다음:');
  expect(allOf(await press(next, '↩ 2장'))).toContain('되풀이하기');
  expect(allOf(await press(next, '↩ 목차'))).toContain('1장');
  expect(allOf(await press(await type('/chapters'), '🧩 첫 시간'))).toContain('문제 1 / 2');
});

test('a week has its dates, its lessons, and what the class has had of it', async () => {
  const { world, type, press, had } = await open();
  await had('variable', '2026-12-02');
  const weeks = await press(await type('/chapters'), '주차별로');
  expect(allOf(weeks)).toContain('- **1주차 값** · 11월 30일(월)~12월 6일(일) · 카드 1/2');
  expect(allOf(weeks)).toContain('- **2주차 여러 값** · 12월 7일(월)~13일(일) · 카드 0/2 · 👈 이번 주');
  const first = await press(weeks, '1주차');
  expect(allOf(first)).toContain('11월 30일(월)~12월 6일(일)');
  expect(allOf(first)).toContain('- **변수** · 변수의 뜻이에요. · 카드 12월 2일(수)');
  expect(allOf(await press(first, '1주차 퀴즈 풀기'))).toContain('문제 1 / ');
  await world.sessions.begin(
    {
      ...{ id: 's1', classId: `class-of-${channel}`, kind: 'live', material: '', wakes: undefined, at: 0 },
      state: '{}',
    },
    [],
  );
  expect(allOf(await press(first, '2주차'))).toContain('이번 주');
  for (const line of ['/chapters 2주차', '/chapters week 2', '/chapters 이번 주', '/chapters 1~2주차'])
    expect(allOf(await type(line)), line).toContain('2주차 여러 값');
});

test('live quizzes that are over are told of, by chapter and by week', async () => {
  const { world, type } = await open();
  const teacher = { ...manager, channel };
  await type('/live start 변수 1개', teacher);
  await type('/live resume', teacher);
  expect(allOf(await type('/chapters'))).not.toContain('라이브 퀴즈 1번');
  await type('/live stop', teacher);
  // One that nobody has answered was not played.
  expect(allOf(await type('/chapters'))).not.toContain('라이브 퀴즈 1번');
  await type('/live start 변수 1개', teacher);
  const [running] = await world.sessions.running(`class-of-${channel}`);
  if (!running) throw new Error('nothing has begun');
  const answer = { session: running.id, question: 0, person: 'discord:5', name: '', picked: 'a', elapsed: 1 };
  await world.sessions.answer({ ...answer, right: true, at: running.at }, running.version);
  await type('/live stop', teacher);
  expect((await world.sessions.history(`class-of-${channel}`, 'live', 9)).length).toBe(2);
  expect(allOf(await type('/chapters'))).toContain('1주차 · 절 2개 · 카드 0/2 · 라이브 퀴즈 1번');
  expect(allOf(await type('/chapters 2주차'))).toContain('- **변수** · 12월 9일(수)');
  expect(allOf(await type('/chapters 1주차'))).not.toContain('함께 푼 라이브 퀴즈');
});

test('a part is found by its number, its title, its week or a concept; what there is none of is refused', async () => {
  const { type } = await open();
  for (const line of ['/chapters 2', '/chapters 2장', '/chapters chapter 2', '/chapters 여러 값'])
    expect(allOf(await type(line)), line).toContain('- **되풀이하기**');
  for (const line of ['/chapters 반복문', '/chapters 되풀이하기', '/chapters 2장 2절'])
    expect(allOf(await type(line)), line).toContain('- **반복문**');
  for (const [line, told] of [
    ['/chapters 9장', '9장은 없어요'],
    ['/chapters 9주차', '9주차는 없어요'],
    ['/chapters 첫 시간', '그런 장이나 절은 없어요'],
    ['/chapters 김치찌개', '그런 장이나 절은 없어요'],
  ] as const) {
    const reply = await type(line);
    expect([line, reply.accent]).toEqual([line, 'warning']);
    expect(allOf(reply)).toContain(told);
  }
});

test('before the first day and after the last week it says so; without one an instructor reads how to set it', async () => {
  const before = await open({ first: '2026-12-21' });
  expect(allOf(await before.type('/chapters'))).toContain('이 수업은 **12월 21일(월)**에 시작해요.');
  const after = await open({ first: '2026-09-01' });
  expect(allOf(await after.type('/chapters'))).toContain('마지막 주인 **2주차가** 9월 13일(일)에 끝났어요.');
  const unnamed = await open({ first: 'none' });
  expect(allOf(await unnamed.type('/chapters'))).not.toContain('첫날을 정해');
  expect(allOf(await unnamed.type('/chapters', { ...manager, channel }))).toContain('첫날을 정해 두면');
  expect(allOf(await unnamed.type('/quiz 이번 주'))).toContain('몇 주차인지 아직 알 수 없어요');
  // The first card counts as its beginning.
  await unnamed.had('variable', '2026-12-02');
  expect(allOf(await unnamed.type('/chapters'))).toContain('오늘은 **2주차**예요');
});

test('the cards to come follow the week of the class, and what an instructor chooses goes before', async () => {
  const { type } = await open();
  const teacher = { ...manager, channel };
  const concepts = async (): Promise<string[]> =>
    Array.from(
      allOf(await type('/class cards', teacher)).matchAll(/^\d+\. .*(변수|문자열|리스트|반복문|딕셔너리)/gm),
      ([, one = '']) => one,
    );
  // After the last week all that the course has goes on, and then from the beginning.
  expect((await concepts()).slice(0, 6)).toEqual(['리스트', '반복문', '변수', '문자열', '딕셔너리', '리스트']);
  await type('/class cards 딕셔너리 다음', teacher);
  await type('/class cards 리스트 빼기', teacher);
  expect((await concepts()).slice(0, 4)).toEqual(['딕셔너리', '반복문', '변수', '문자열']);
  expect(allOf(await type('/class post', teacher))).toContain('딕셔너리');
});

test('a week is what a student practises: by its number, and this one', async () => {
  const { type } = await open();
  for (const line of ['/quiz 2주차', '/quiz week 2', '/quiz 이번 주', '/quiz 이번 주 4개']) {
    const first = await type(line);
    expect(allOf(first), line).toMatch(/문제 1 \/ 4/);
    expect(allOf(first), line).toMatch(/리스트|반복문/);
  }
  expect(allOf(await type('/quiz 지난주'))).toMatch(/변수|문자열/);
  expect(allOf(await type('/quiz 1~2주차 8개'))).toContain('문제 1 / 8');
});

test('a person without a class, and a course without weeks or chapters, have a table of contents as well', async () => {
  const { type } = await open();
  const alone = await type('/chapters', { ...withoutChannel(kim), id: 'discord:9', space: 'discord:9' });
  expect(allOf(alone)).toContain('- **1장 값에 이름 붙이기** · 1주차 · 절 2개');
  expect(allOf(alone)).not.toContain('카드');
  const { 'course.yaml': _, ...others } = LESSONS;
  const plain = await open({ folder: folderOf(others) });
  const shown = await plain.type('/chapters');
  expect(allOf(shown)).toContain('- **1장 값에 이름 붙이기** · 절 2개 · 카드 0/2');
  expect(allOf(shown)).not.toContain('주차');
  expect(linesOf(shown).join()).not.toContain('week');
  const glossary = Object.fromEntries(Object.entries(others).filter(([name]) => name.startsWith('glossary/')));
  const bare = await open({ folder: folderOf(glossary) });
  expect(allOf(await bare.type('/chapters'))).toContain('아직 장이 없어요');
});

test('many chapters and sections are turned page by page, and every button leads on', async () => {
  const chapter = (n: number): string =>
    `---\nid: part-${n}\ntitle: 부분 ${n}\n---\n${Array.from({ length: 23 }, (_, i) => `## 절 ${n}-${i}\n\n글 ${i}\n`).join('\n')}`;
  const files = Object.fromEntries(
    Array.from({ length: 23 }, (_, i) => [`${String(i + 1).padStart(2, '0')}-part.md`, chapter(i + 1)]),
  );
  const { type, press } = await open({ folder: folderOf(files) });
  const first = await type('/chapters');
  expect(allOf(first)).toContain('10장');
  expect(allOf(first)).not.toContain('11장');
  const last = await press(await press(first, '더 보기'), '더 보기');
  expect(allOf(last)).toContain('23장');
  expect(allOf(await press(last, '더 보기'))).toContain('1장');
  const sections = await press(last, '23장');
  expect(allOf(await press(await press(sections, '더 보기'), '더 보기'))).toContain('절 23-22');
});

test('the built-in course is gone through by buttons, in both languages', async () => {
  const { type } = await open({ folder: COURSE });
  for (const locale of ['ko', 'en'] as const) {
    const left = ['chapters'];
    const seen = new Set(left);
    for (const line of left) {
      const reply = await type(line, { ...kim, locale });
      expect([line, reply.accent]).toEqual([line, 'info']);
      for (const way of linesOf(reply))
        if (way.startsWith('chapters') && !seen.has(way)) {
          seen.add(way);
          left.push(way);
        }
    }
    expect(seen.size).toBeGreaterThan(12);
  }
});

test('sets of questions stand in the order of their chapters, and all of them can be begun', async () => {
  const setOf = (id: string, title: string, item: string) =>
    `---\nid: ${id}\ntitle: { ko: ${title}, en: ${title} }\nset: [${item}]\n---\n`;
  const folder = lessonsFolder({
    // By its file's name, whatever it asks first.
    'sets/more.md': setOf('a-wrap-up', '2장 마무리', 'variable#1'),
    'sets/aa.md': setOf('aa', '리스트 모음', 'list#1'),
    'sets/zz.md': setOf('zz', '변수 모음', 'variable#1'),
    'sets/apart.md': setOf('apart', '딕셔너리 모음', 'dict#1'),
    ...Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [`sets/extra${i}.md`, setOf(`extra${i}`, `문자열 모음 ${i}`, 'text#1')]),
    ),
  });
  const { type, press } = await open({ folder });
  const overview = await type('/chapters');
  const titles = Array.from(allOf(overview).matchAll(/^- \*\*(.+)\*\* · 문제 \d+개$/gm), ([, title]) => title);
  expect(titles.slice(-4)).toEqual(['변수 모음', '리스트 모음', '2장 마무리', '딕셔너리 모음']);
  const all = await press(overview, '문제집 13개 모두 보기');
  const second = await press(all, '더 보기');
  const begun = [...buttonsOf(all), ...buttonsOf(second)].filter(({ label }) => label.startsWith('🧩'));
  expect(begun.map(({ label }) => label.slice(3))).toEqual(titles);
  expect(allOf(await type(begun.at(-1)?.line ?? ''))).toContain('문제 1 / 1');
  expect(allOf(await type('/chapters 문제집'))).toContain('- **변수 모음**');
});
