import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { topicsByKey } from '../../src/practice/topics.ts';
import { asked, rightAnswers } from '../support/practice.ts';
import { blockOf, excesses, mainLine, textsOf } from '../support/replies.ts';
import { runs } from '../support/sample.ts';
import { botOf, COURSE, folderOf, student } from '../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);

const term = (id: string, questions: string): string => `---
id: ${id}
title: { ko: ${id}이름, en: ${id} }
definition: { ko: 정의, en: Definition }
questions:
${questions}
---
설명
`;
const single = (ask: string, right: string, ...wrong: string[]): string => `
  - type: single
    ask: ${ask}
    right: ${right}
    wrong: [${wrong.join(', ')}]
    why: 그래서`;

const kindly = (reply: Reply): void => {
  expect(reply.accent).toBe('warning');
  expect(textsOf(reply).join('\n')).toContain('이 문제는 이제 없어요');
};

test('which option is right shows in no reply before the answer', async () => {
  const bots = await Promise.all(
    [
      ['가', '나', '다', '라'],
      ['나', '가', '다', '라'],
      ['라', '나', '다', '가'],
    ].map(([right = '', ...wrong]) =>
      botOf([folderOf({ 'glossary/a.md': term('a', single('무엇?', right, ...wrong)) })]),
    ),
  );
  for (const line of ['quiz', 'quiz a', 'quiz a 1']) {
    const [first, ...others] = await Promise.all(bots.map((one) => one.bot.dispatch(line, student)));
    if (!first) throw new Error('no reply');
    expect(blockOf(first, 'choice').options).toHaveLength(4);
    for (const other of others) expect(other).toEqual(first);
    const graded = await Promise.all(
      bots.map((one) => one.bot.dispatch(`${asked(first, one.world.course().questions).line} a`, student)),
    );
    expect(graded.map(({ accent }) => accent)).toContain('error');
  }
});

test('an old line says kindly that its question or its topic is gone', async () => {
  const old = await botOf([
    folderOf({
      'glossary/a.md': term('a', single('하나?', '가', '나') + single('둘?', '가', '나')),
      'glossary/b.md': term('b', single('셋?', '가', '나')),
    }),
  ]);
  const now = await botOf([folderOf({ 'glossary/a.md': term('a', single('새로 쓴 하나?', '가', '나')) })]);
  for (const line of ['quiz a', 'quiz b', 'quiz']) {
    const shown = await old.bot.dispatch(line, student);
    const { question, line: answering } = asked(shown, old.world.course().questions);
    const [right] = rightAnswers(question, shown, 'ko');
    kindly(await now.bot.dispatch(`${answering} ${right}`, student));
    const next = mainLine(await old.bot.dispatch(`${answering} ${right}`, student));
    const after = await now.bot.dispatch(next, student);
    // The next line names no question: it goes on with what there is, or ends; its topic may be gone, too.
    if (line === 'quiz b') kindly(after);
    else expect(blockOf(after, 'heading').text).toMatch(/맞혔어요$/);
  }
  expect(now.logged).toEqual([]);
});

const id = world.course().questions.keys().next().value ?? '';
const forged = [
  'drill',
  'drill x',
  'drill all',
  'drill all.k3f9.5',
  'drill all.k3f9.99.',
  'drill zz.k3f9.5.',
  'drill tzzzzzz.k3f9.5.1',
  'drill all.k3f9.5. nosuch a',
  'drill all.k3f9.5. __proto__ a',
  'drill constructor.k3f9.5.',
  `drill ALL.K3F9.5. ${id} a`,
  `drill ${'9'.repeat(5000)}`,
  'drill line:all.k3f9.5.',
  'drill "all.k3f9.5."',
  'drill \u0000',
  'drill \ud800',
];

test.each(forged)('a forged line is answered, not a bug: %j', async (line) => {
  const reply = await bot.dispatch(line, student);
  expect(reply.blocks.length).toBeGreaterThan(0);
  expect(reply.accent).not.toBe('error');
  expect(logged).toEqual([]);
});

test('no mangled line of a practice throws, is a bug or breaks the limits', async () => {
  const topics = fc.constantFrom(...topicsByKey(world.course()).keys(), 'all', 'zzz', '');
  const ids = fc.constantFrom(...world.course().questions.keys(), 'nosuch', '');
  const marks = fc.string({ unit: fc.constantFrom('0', '1'), maxLength: 25 });
  const answers = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...'abcdefgh'), maxLength: 30 }),
  );
  await fc.assert(
    fc.asyncProperty(
      topics,
      fc.integer({ min: -1, max: 25 }),
      marks,
      ids,
      answers,
      async (topic, n, done, which, said) => {
        const reply = await bot.dispatch(`drill ${topic}.k3f9.${n}.${done} ${which} ${said}`, student);
        expect(reply.blocks.length).toBeGreaterThan(0);
        expect(excesses(reply)).toEqual([]);
        expect(logged).toEqual([]);
      },
    ),
    { numRuns: runs(500) },
  );
});
