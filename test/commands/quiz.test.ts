import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTHING_KNOWN, orderQuestions } from '../../src/practice/order.ts';
import { decodePractice } from '../../src/practice/practice.ts';
import { topicOfKey } from '../../src/practice/topics.ts';
import { levelOf } from '../../src/questions/types.ts';
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

test.each(['/quiz 떡볶이 맛집', '/quiz 99999999999999', '/quiz 🤷', '/quiz practice problems about safety'])(
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

describe('nothing that is typed is passed over', () => {
  test.each([
    ['/quiz 파드 김밥', ['quiz pod'], '‘김밥’을 알아듣지 못해서'],
    ['/quiz 파드 내일', ['quiz pod'], '‘내일’을 알아듣지 못해서'],
    ['/quiz 내일 파드', ['quiz pod'], '‘내일’을 알아듣지 못해서'],
    ['/quiz 파드 김밥 3개', ['quiz pod count:3'], '‘김밥’을 알아듣지 못해서'],
    ['/quiz 파드 1장', ['quiz pod', 'quiz why-kubernetes'], '한 번에 한 가지 주제'],
    ['/quiz 파드 노드', ['quiz pod', 'quiz node'], '한 번에 한 가지 주제'],
  ])('%s asks what to practise', async (line, first, says) => {
    const reply = await bot.dispatch(line, student);
    expect(reply.accent).toBe('warning');
    expect(textsOf(reply).join('\n')).toContain(says);
    expect(buttonsOf(reply).map((one) => one.line)).toEqual(expect.arrayContaining(first));
    expect(buttonsOf(reply)[0]?.line).toBe(first[0]);
    for (const { line: next } of buttonsOf(reply)) expect((await bot.dispatch(next, student)).accent).toBe('info');
  });

  test.each(['/quiz 파드 50장', '/quiz 50장 파드', '/quiz 파드 50장 3개', '/quiz 50장'])(
    '%s begins nothing where there is no such chapter',
    async (line) => {
      const reply = await bot.dispatch(line, student);
      expect(reply.accent).toBe('warning');
      expect(textsOf(reply).join('\n')).toContain('50장은 없어요');
      for (const { line: next } of buttonsOf(reply)) expect((await bot.dispatch(next, student)).accent).toBe('info');
    },
  );

  test.each(['/quiz 파드 문제', '/quiz 파드 퀴즈 내줘', '/quiz 파드 연습', '/quiz pod questions', '/quiz 파드에 대해'])(
    '%s says no more than a topic',
    async (line) => {
      expect(asked(await bot.dispatch(line, student), world.course().questions).question.term).toBe('pod');
    },
  );
});

describe('harder and easier questions', () => {
  const levels = async (line: string): Promise<number[]> => {
    const first = await bot.dispatch(line, student);
    const [encoded = ''] = asked(first, world.course().questions).line.split(' ').slice(1);
    const practice = decodePractice(encoded);
    const topic = practice && topicOfKey(practice.topic, world.course());
    if (!practice || !topic) throw new Error('no practice');
    return orderQuestions(practice, topic, world.course(), NOTHING_KNOWN).map(levelOf);
  };

  test.each([
    '/quiz 1장 8 어렵게',
    '/quiz 어려운 문제 8개',
    '/quiz level:harder 8',
    '/quiz 8 harder',
    '/quiz chapter 1 8 hard ones',
  ])('%s asks no easy one', async (line) => {
    const all = await levels(line);
    expect(all).toHaveLength(8);
    expect(Math.min(...all)).toBeGreaterThan(1);
  });

  test.each(['/quiz 1장 8 쉽게', '/quiz 쉬운 문제 8개', '/quiz 8 easier'])('%s asks no hard one', async (line) => {
    const all = await levels(line);
    expect(all).toHaveLength(8);
    expect(Math.max(...all)).toBeLessThan(3);
  });

  test('a practice goes on as it was asked for, also once more', async () => {
    const first = await bot.dispatch('/quiz 파드 어렵게', student);
    const { line } = asked(first, world.course().questions);
    expect(decodePractice(line.split(' ')[1] ?? '')).toMatchObject({ level: 'harder' });
    // A line of a version that knew no levels.
    expect(decodePractice('all.k3f9.0p7x2.5.101.mwlv8xc0')).not.toHaveProperty('level');
  });

  test('a topic without others is asked all the same', async () => {
    for (const { id, questions } of world.course().terms.values())
      for (const how of ['harder', 'easier'])
        expect((await bot.dispatch(`quiz ${id} level:${how}`, student)).accent).toBe(
          questions.length === 0 ? 'warning' : 'info',
        );
  });

  test('words of the topic’s option may say it as well, as Discord sends them', async () => {
    const sent = { command: 'quiz', options: { topic: '파드 어렵게' } };
    const { line } = asked(await bot.dispatch(sent, student), world.course().questions);
    expect(decodePractice(line.split(' ')[1] ?? '')).toMatchObject({ level: 'harder' });
  });

  test('where they say one thing and the option another, neither is passed over', async () => {
    const sent = { command: 'quiz', options: { topic: '파드 어렵게', level: '쉽게' } };
    const reply = await bot.dispatch(sent, student);
    expect(textsOf(reply).join()).toContain('‘어렵게’를 알아듣지 못해서 아직 시작하지 않았어요');
  });
});
