import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../support/any.ts';
import { asked } from '../support/practice.ts';
import { blockOf, buttonsOf, excesses, mainLine, textsOf } from '../support/replies.ts';
import { botOf, COURSE, folderOf, student } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);
const english = { ...student, locale: 'en' } as const;
const HANGUL = /\p{Script=Hangul}/u;

test.each([
  ['quiz', '문제 1 / 5'],
  ['/quiz 3', '문제 1 / 3'],
  ['/quiz 20', '문제 1 / 20'],
  ['/quiz 파드 2', '문제 1 / 2'],
  ['/quiz 2 파드', '문제 1 / 2'],
  ['/quiz count:4 topic:pod', '문제 1 / 4'],
  ['/quiz ㅔㅐㅇ 1', '문제 1 / 1'],
  ['quiz 파드 3개', '문제 1 / 3'],
  ['/quiz 노드 두 문제', '문제 1 / 2'],
  ['quiz pod 3 questions', '문제 1 / 3'],
  ['quiz 1 question', '문제 1 / 1'],
  ['/quiz 네문항', '문제 1 / 4'],
  ['/quiz topic: 파드 Count: 3', '문제 1 / 3'],
])('%s asks as many questions as were asked for', async (line, heading) => {
  const reply = await bot.dispatch(line, student);
  expect(blockOf(reply, 'heading').text).toBe(heading);
  expect(reply.visibility).toBe('caller');
});

test.each([
  ['quiz 파드 3개', 'pod'],
  ['quiz 노드 두 문제', 'node'],
  ['quiz pod 3 questions', 'pod'],
  ['quiz topic: 노드', 'node'],
])('%s is about its topic, not about the words of its count', async (line, term) => {
  expect(asked(await bot.dispatch(line, student), world.course().questions).question.term).toBe(term);
});

test('a topic without a count is all of its own questions', async () => {
  const pod = world.course().terms.get('pod');
  const reply = await bot.dispatch('/quiz 파드', student);
  expect(blockOf(reply, 'heading').text).toBe(`문제 1 / ${pod?.questions.length}`);
  expect(asked(reply, world.course().questions).question.term).toBe('pod');
});

test.each(['/quiz 0', '/quiz 21', '/quiz -3', '/quiz 파드 999999999', '/quiz count:0', '/quiz count:abc', 'quiz 21개'])(
  '%s says how many there may be',
  async (line) => {
    const reply = await bot.dispatch(line, student);
    expect(reply.accent).toBe('warning');
    expect(textsOf(reply).join('')).toContain('1부터 20까지');
    expect(textsOf(await bot.dispatch(line, english)).join('')).toContain('from 1 to 20');
  },
);

test.each(['/quiz 떡볶이 맛집', '/quiz 99999999999999', '/quiz 🤷', '/quiz scaling storage stuff'])(
  '%s offers topics that work',
  async (line) => {
    const reply = await bot.dispatch(line, student);
    expect(blockOf(reply, 'heading').text).toBe('무엇을 연습할까요?');
    expect(buttonsOf(reply).length).toBeLessThanOrEqual(6);
    expect(mainLine(reply)).toBe('quiz');
    for (const button of buttonsOf(reply))
      expect(blockOf(await bot.dispatch(button.line, student), 'heading').text).toMatch(/^문제 1 \/ \d+$/);
  },
);

describe('every topic of the course', () => {
  for (const caller of [student, english])
    test(`starts with a question or says that there is none (${caller.locale})`, async () => {
      for (const id of [...world.course().terms.keys(), ...world.course().sections.keys()]) {
        const reply = await bot.dispatch(`quiz ${id} 20`, caller);
        expect(excesses(reply), id).toEqual([]);
        if (reply.accent === 'info')
          expect(asked(reply, world.course().questions).question.ask[caller.locale]).not.toBe('');
        else expect(textsOf(reply).join('')).toContain('/quiz');
        if (caller.locale === 'en') expect(textsOf(reply).join('\n')).not.toMatch(HANGUL);
      }
    });
});

test('a course without questions, and without definitions to make some of, says so and is no bug', async () => {
  const bare = '---\nid: a\ntitle: 가\ndefinition: 정의\n---\n설명\n';
  const twin = bare.replace('id: a', 'id: b').replace('title: 가', 'title: 나');
  const small = await botOf([folderOf({ 'glossary/a.md': bare, 'glossary/b.md': twin })]);
  for (const line of ['quiz', 'quiz a', 'quiz a 3']) {
    expect(textsOf(await small.bot.dispatch(line, student)).join('')).toContain('아직 문제가 없어요');
    expect(textsOf(await small.bot.dispatch(line, english)).join('')).not.toMatch(HANGUL);
  }
  expect(small.logged).toEqual([]);
});

test('another seed asks in another order, the same seed in the same', async () => {
  let random = 0;
  const made = await botOf([COURSE], { random: () => random });
  const first = async (n: number) => {
    random = n;
    return asked(await made.bot.dispatch('quiz', student), made.world.course().questions).question.id;
  };
  const firsts = [await first(0.1), await first(0.4), await first(0.9)];
  expect(await first(0.1)).toBe(firsts[0]);
  expect(new Set(firsts).size).toBeGreaterThan(1);
});

test('no words are a bug, and no reply breaks the limits', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (words) => {
      expect(excesses(await bot.dispatch(`/quiz ${words}`, student))).toEqual([]);
      expect(logged).toEqual([]);
    }),
  );
});
