import { expect, test } from 'vitest';
import { cardOf } from '../../src/course/term-blocks.ts';
import { blockOf, buttonsOf, excesses, textsOf } from '../support/replies.ts';
import { botOf, COURSE, folderOf, student } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);
const english = { ...student, locale: 'en' } as const;
const cardAt = async (now: string) => {
  const made = await botOf([COURSE], { now });
  return made.bot.dispatch('card', student);
};

test("the card stays all day in Seoul and is another at Seoul's midnight, not at UTC's", async () => {
  const [evening, start, noon, utcMidnight, end, next] = await Promise.all(
    [
      '2026-11-22T14:59:59Z',
      '2026-11-22T15:00:00Z',
      '2026-11-23T03:00:00Z',
      '2026-11-23T00:00:00Z',
      '2026-11-23T14:59:59Z',
      '2026-11-23T15:00:00Z',
    ].map(cardAt),
  );
  expect(noon).toEqual(start);
  expect(utcMidnight).toEqual(start);
  expect(end).toEqual(start);
  if (!evening || !start || !next) throw new Error('no card');
  const titles = [evening, start, next].map((reply) => blockOf(reply, 'picture').title);
  expect(new Set(titles).size).toBe(3);
  expect(blockOf(start, 'picture').foot).toBe('오늘의 카드 · 11월 23일 월요일');
  expect(blockOf(next, 'picture').foot).toBe('오늘의 카드 · 11월 24일 화요일');
});

test('a class sees the same card whoever asks and in whatever language', async () => {
  const korean = blockOf(await bot.dispatch('card', student), 'picture');
  const other = blockOf(await bot.dispatch('card', { ...english, id: 'test:other' }), 'picture');
  const term = Array.from(world.course().terms.values()).find(({ title }) => title.ko === korean.title);
  expect(other.title).toBe(term?.title.en);
});

test('every concept has a card by its id, its name in either language and its other names', async () => {
  for (const term of world.course().terms.values()) {
    for (const name of [term.id, term.title.ko, term.title.en]) {
      const reply = await bot.dispatch(`card ${name}`, student);
      expect(blockOf(reply, 'picture'), name).toEqual(cardOf(term, '개념 카드', 'ko'));
      expect(textsOf(reply)).toContain(term.definition.ko);
      expect(excesses(reply)).toEqual([]);
    }
  }
  expect(logged).toEqual([]);
});

test("a card's buttons lead on: a practice, the whole story, what is related", async () => {
  const reply = await bot.dispatch('card pod', student);
  expect(buttonsOf(reply).map(({ line }) => line)).toEqual(['quiz pod', 'ask pod', 'ask container', 'ask node']);
  for (const { line } of buttonsOf(reply)) expect((await bot.dispatch(line, student)).accent).toBe('info');
});

test('a card that is not there is told kindly, with a line that works', async () => {
  for (const line of ['card 떡볶이 맛집', 'card 🤷', 'card ...']) {
    const reply = await bot.dispatch(line, student);
    expect(reply.accent).toBe('warning');
    expect(textsOf(reply).join('')).toContain('그런 이름의 카드는 없어요');
  }
  const empty = await botOf([folderOf({})]);
  expect(textsOf(await empty.bot.dispatch('card', student)).join('')).toContain('아직 카드로 보여 줄 개념이 없어요');
  expect([...logged, ...empty.logged]).toEqual([]);
});

test('an English card has no Korean but in the name beside its own', async () => {
  for (const line of ['card', 'card pod', 'card 서비스', 'card 떡볶이']) {
    const { blocks } = await bot.dispatch(line, english);
    const plain = blocks.map((block) => ('aside' in block ? { ...block, aside: '' } : block));
    expect(JSON.stringify(plain)).not.toMatch(/\p{Script=Hangul}/u);
  }
});

test.each(['/card 파드 내일', '/card 내일 파드', '/card 파드 5장'])(
  '%s says what it does not understand',
  async (line) => {
    const reply = await bot.dispatch(line, student);
    expect(reply.accent).toBe('warning');
    expect(textsOf(reply).join()).toMatch(/‘(?:내일|5장)’/);
    expect(buttonsOf(reply)).toEqual([{ label: '파드 카드 보기', line: 'card 파드' }]);
    expect(blockOf(await bot.dispatch('card 파드', student), 'picture').title).toBe('파드');
  },
);

test('words that only ask for a card are none', async () => {
  for (const line of ['/card 파드 카드', '/card 파드 보여줘'])
    expect(blockOf(await bot.dispatch(line, student), 'picture').title, line).toBe('파드');
});
