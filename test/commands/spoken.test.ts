import { expect, test } from 'vitest';
import { botOf, COURSE, folderOf, student } from '../support/world.ts';

const { bot, logged } = await botOf([COURSE]);

const headingOf = async (line: string): Promise<string | undefined> =>
  (await bot.dispatch(line, student)).blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))[0];

test.each(['도움말', 'help', 'HELLO', '안녕하세요!', '/도움말', '/dosirak'])(
  '%s is answered with help',
  async (line) => {
    expect(await headingOf(line)).toBe('도시락과 함께 쿠버네티스 배우기');
  },
);

test.each(['퀴즈', '/퀴즈', '/벼ㅑㅋ', '/quiz'])('%s starts a practice', async (line) => {
  expect(await headingOf(line)).toMatch(/^문제 1 \/ 5$/);
});

test.each([
  '퀴즈 내줘',
  '퀴즈 풀래',
  '문제 풀래요',
  '문제 풀고 싶어',
  '문제 풀기',
  '퀴즈 시작!',
  '연습할래',
  '연습하고 싶어요',
  '문제 하나만 내봐',
  'quiz me',
  'quiz me please',
  'quiz please',
  'give me a quiz',
  'test me',
])('%s starts a practice, and is looked up nowhere', async (line) => {
  expect(await headingOf(line)).toMatch(/^문제 1 \/ 5$/);
});

test.each(['파드 퀴즈', '파드 퀴즈 내줘', '파드 문제 풀래', '1장 퀴즈', '1장 2절 퀴즈 풀래요', '1장 문제 내줘'])(
  '%s starts a practice on that',
  async (line) => {
    const topic = /^(?:파드|1장(?: 2절)?)/.exec(line)?.[0];
    const reply = await bot.dispatch(line, student);
    expect(await headingOf(line)).toMatch(/^문제 1 \/ /);
    expect(await headingOf(line)).toBe(await headingOf(`/quiz ${topic}`));
    expect(reply.visibility).toBe('caller');
  },
);

test('what was missed is asked for likewise, and a chapter that is not there is refused', async () => {
  for (const line of ['틀린 문제', '틀린 문제 풀래', '오답노트', '내가 틀린 문제 풀고 싶어'])
    expect(JSON.stringify((await bot.dispatch(line, student)).blocks), line).toContain('다시 풀 문제가 없어요');
  expect(JSON.stringify((await bot.dispatch('50장 퀴즈', student)).blocks)).toContain('50장은 없어요');
});

test.each([
  '파드 문제',
  '파드 문제 보여줘',
  '네트워크 문제',
  '틀린 문제가 왜 나와',
  '없는것 퀴즈',
  '도커 컴포즈 문제 해결',
])('%s is a question', async (line) => {
  expect((await bot.dispatch(line, student)).blocks).toEqual((await bot.dispatch(`/k8s ${line}`, student)).blocks);
});

test('the card, the contents and the progress are asked for likewise', async () => {
  expect(await headingOf('목차 보여 주세요')).toMatch(/^목차/);
  const shown = JSON.stringify((await bot.dispatch('카드 보여줘', student)).blocks);
  expect(shown).toContain('오늘의 카드');
  expect((await bot.dispatch('진도 보여줘', student)).blocks[0]?.type).toBe('chart');
});

test('an instructor’s command, and what only ends as such a request, are questions', async () => {
  for (const line of ['수업 시작', '파드 문제 보여줘', '줘', '시작', '로그 보여줘'])
    expect((await bot.dispatch(line, student)).blocks, line).toEqual(
      (await bot.dispatch(`/k8s ${line}`, student)).blocks,
    );
});

test('the other keyboard layout is understood after a slash, with its words', async () => {
  expect(await headingOf('/ㅏ8ㄴ 파드')).toBe('파드');
  expect(await headingOf('/퀴즈 파드 2개')).toBe('문제 1 / 2');
});

test('a word that only begins as a spoken one is a question', async () => {
  expect(await headingOf('help chart')).not.toBe('도시락과 함께 쿠버네티스 배우기');
});

test('commands of buttons are none for people', async () => {
  for (const line of ['/drill x', '/read pod 1']) {
    const { accent, blocks } = await bot.dispatch(line, student);
    expect(accent).toBe('warning');
    expect(JSON.stringify(blocks)).toContain('명령은 없어요');
  }
  expect(logged).toEqual([]);
});

test('a class’s own content is suggested where nothing is found, and its licence is its own', async () => {
  const folder = folderOf({ 'bread.md': '# 빵\n\n## 효모의 일\n\n반죽을 부풀려요.\n' });
  const own = await botOf([folder]);
  const text = JSON.stringify(await own.bot.dispatch('/k8s 자동차 보험', student));
  expect(text).toContain('/ask 효모의 일');
  expect(text).not.toContain('파드');
  expect(JSON.stringify(await own.bot.dispatch('/dosirak about', student))).not.toContain('CC BY');
  expect(JSON.stringify(await bot.dispatch('/dosirak about', student))).toContain('CC BY');
});
