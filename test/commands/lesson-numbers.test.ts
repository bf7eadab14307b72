/** Chapters and weeks by their numbers, wherever a topic is taken: those that there are, and those that there are not. */
import { expect, test } from 'vitest';
import type { Caller } from '../../src/core/command/command.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { allOf, classIn, manager, onDiscordAs, ROOM } from '../support/classes.ts';
import { LESSONS, lessonsFolder } from '../support/lessons.ts';
import { buttonsOf, excesses } from '../support/replies.ts';
import { botOf } from '../support/world.ts';

const kim = onDiscordAs('100003');

async function open(more: Readonly<Record<string, string>> = {}) {
  const { bot, world, logged } = await botOf([lessonsFolder(more)]);
  await bot.dispatch('/class setup', manager);
  const say = async (line: string, caller: Caller = manager): Promise<Reply> => {
    const reply = await bot.dispatch(line, caller);
    expect(logged).toEqual([]);
    expect(excesses(reply)).toEqual([]);
    return reply;
  };
  return { say, world };
}

const english = { ...manager, locale: 'en' as const };

test.each([
  '/quiz 14장',
  '/quiz 14장 어렵게',
  '/quiz 14장 문제 내줘',
  '/chapters 14장',
  '/chapters 14',
  '/review 14장',
  '/card 14장',
  '/ask 14장',
  '/class cards 14장',
  '/class cards 14장 다음',
  '/class post 14장',
  '/class preview 14장',
  '/class homework 14장 until 12월 20일',
  '/live start 14장',
  '/live plan 14장 내일 10시',
])('%s says which chapters there are, and begins nothing', async (line) => {
  const { say } = await open();
  const reply = await say(line);
  expect(allOf(reply)).toContain('14장은 없어요. 이 과목에는 1~2장이 있어요.');
  const [contents, ...others] = buttonsOf(reply);
  expect([contents?.label, others]).toEqual(['목차 보기', []]);
  expect(allOf(await say(contents?.line ?? ''))).toContain('1장 값에 이름 붙이기');
});

test.each([
  '/quiz 99주차',
  '/chapters 99주차',
  '/review 99주차',
  '/class homework 99주차 until 12월 20일',
  '/live start 99주차',
])('%s says which weeks there are', async (line) => {
  const { say } = await open();
  const reply = await say(line);
  expect(allOf(reply)).toContain('99주차는 없어요. 이 과목에는 1~2주차가 있어요.');
  expect(allOf(await say(buttonsOf(reply)[0]?.line ?? ''))).toContain('1주차 값');
});

test('a section that a chapter does not have is refused likewise, and all of it in English', async () => {
  const { say } = await open();
  expect(allOf(await say('/quiz 1장 9절'))).toContain('1장에는 9절이 없어요. 1~2절이 있어요.');
  expect(allOf(await say('/quiz chapter 14', english))).toContain(
    'There is no chapter 14; this course has chapters 1–2.',
  );
  expect(allOf(await say('/quiz week 14', english))).toContain('There is no week 14; this course has weeks 1–2.');
  expect(allOf(await say('/quiz chapter 1 section 9', english))).toContain(
    'Chapter 1 has no section 9; it has sections 1–2.',
  );
});

test('where a course has no chapters or no weeks, that is said', async () => {
  const { say } = await open({ 'course.yaml': 'title: 파이썬\n' });
  expect(allOf(await say('/quiz 3주차'))).toContain('이 과목은 주차로 나뉘어 있지 않아요.');
  const one = await open({
    'chapters/02-more.md': (LESSONS['chapters/02-more.md'] ?? '').replace('', ''),
    'chapters/05-late.md': '---\nid: late\ntitle: 늦은 장\n---\n\n## 늦은 절 {#late}\n\n글이에요.\n',
  });
  expect(allOf(await one.say('/quiz 4장'))).toContain('이 과목에는 1~2장, 5장이 있어요.');
});

test('a part of a chapter’s section is of that chapter, not of the one that the search thinks of', async () => {
  const summary = (id: string, title: string, term: string) =>
    `---\nid: ${id}\ntitle: ${title}\n---\n\n## ${title} 처음 {#${id}-first}\n\n[${term}](term:${term})을 배워요.\n\n## 이 장의 요약 {#${id}-summary}\n\n[${term}](term:${term})을 배웠어요.\n`;
  const { say } = await open({
    'chapters/01-start.md': summary('start', '값에 이름 붙이기', 'variable'),
    'chapters/02-more.md': summary('more', '여러 값', 'list'),
  });
  for (const [line, chapter] of [
    ['/chapters 1장 요약', '1장 값에 이름 붙이기'],
    ['/chapters 2장 요약', '2장 여러 값'],
    ['/chapters 2장의 요약', '2장 여러 값'],
  ] as const) {
    const said = allOf(await say(line));
    expect(said, line).toContain('이 장의 요약');
    expect(said, line).toContain(chapter);
  }
  expect(allOf(await say('/class homework 2장 요약 until 12월 20일'))).toContain('이 장의 요약');
  expect(JSON.stringify(await say('/quiz 2장 요약'))).toContain(`"drill s`);
});

test('of a chapter nothing of which was practised, a review says so and offers practice of it', async () => {
  const { say, world } = await open();
  const reply = await say('/review 2장', kim);
  expect(allOf(reply)).toContain('‘2장 여러 값’에서는 아직 풀어 본 문제가 없어요');
  const [quiz, contents] = buttonsOf(reply);
  expect([quiz?.line, contents?.line]).toEqual(['quiz more', 'chapters part:"more"']);
  const question = world.course().terms.get('list')?.questions[0];
  if (!question) throw new Error('no question');
  const at = world.now().epochMilliseconds;
  world.records.record({ kind: 'answer', person: kim.id, question: question.id, term: 'list', right: true, at });
  const review = await say('/review 2장', kim);
  expect(allOf(review)).toContain('‘2장 여러 값’ 복습');
  expect(allOf(review)).toContain('리스트');
  expect(allOf(await say('/review 1장', kim))).toContain('‘1장 값에 이름 붙이기’에서는 아직');
});

test('a card is of one concept: a chapter’s are offered by the first of them', async () => {
  const { say, world } = await open();
  const next = await say('/class cards 2장 다음');
  expect(allOf(next)).toContain('‘2장 여러 값’에는 개념이 여러 개 있어요. 카드는 개념 하나씩 올라가요.');
  expect(buttonsOf(next).map(({ label }) => label)).toEqual(['리스트 카드를 다음 차례로']);
  await say(buttonsOf(next)[0]?.line ?? '');
  expect(JSON.stringify((await classIn(ROOM, world)).choices)).toContain('list');
  const card = await say('/card 2장');
  expect(allOf(card)).toContain('‘2장 여러 값’에는 개념이 여러 개 있어요.');
  expect(allOf(await say(buttonsOf(card)[0]?.line ?? ''))).toContain('2장 여러 값');
});

test('a question that is the number of a chapter leads to it', async () => {
  const { say } = await open();
  const reply = await say('/ask 2장', kim);
  expect(buttonsOf(reply)[0]?.line).toBe('chapters part:"more"');
});
