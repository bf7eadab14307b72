import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { command } from '../../../src/core/command/command.ts';
import { createDispatch, createReportBug } from '../../../src/core/command/dispatch.ts';
import type { Reply } from '../../../src/core/reply/blocks.ts';
import { anyText } from '../../support/any.ts';
import { ENGLISH, KOREAN, listening } from '../../support/listening.ts';
import { blockOf, excesses } from '../../support/replies.ts';
import { botOf, COURSE } from '../../support/world.ts';

const SECRET = 'password=hunter2 at /srv/dosirak/data.db';

const failures: [string, () => Reply | Promise<Reply>][] = [
  [
    'throws',
    () => {
      throw new Error(SECRET);
    },
  ],
  ['rejects', () => Promise.reject(new TypeError(SECRET, { cause: SECRET }))],
  [
    'throws a text',
    () => {
      throw SECRET;
    },
  ],
  ['rejects with nothing', () => Promise.reject(undefined)],
];

describe.each(failures)('a command that %s', (_, run) => {
  test.each([KOREAN, ENGLISH])('gives the caller only a reference ($locale)', async (caller) => {
    const reply = await listening({ run }).dispatch(`/quiz ${'x'.repeat(50)}`, caller);
    expect(reply).toMatchObject({ visibility: 'caller', accent: 'error' });
    expect(blockOf(reply, 'text').markdown).toMatch(caller.locale === 'ko' ? /번호.*`bug-1`$/ : /number: `bug-1`$/);
    expect(JSON.stringify(reply)).not.toMatch(/hunter2|srv|Error|at /);
  });

  test('gives the operator the same reference, the error and the command', async () => {
    const { dispatch, logged } = listening({ run });
    await dispatch('/quiz 파드', KOREAN);
    const thrown: unknown = await Promise.resolve()
      .then(run)
      .catch((error: unknown) => error);
    expect(logged).toEqual([
      { fields: { err: thrown, reference: 'bug-1', command: 'quiz' }, message: 'command failed' },
    ]);
  });
});

test('every bug has its own reference, and the next line is answered as ever', async () => {
  const { dispatch, logged } = listening({ run: () => Promise.reject(new Error(SECRET)) });
  const [first, second] = [await dispatch('quiz', ENGLISH), await dispatch('quiz', ENGLISH)];
  expect(blockOf(first, 'text').markdown).toContain('bug-1');
  expect(blockOf(second, 'text').markdown).toContain('bug-2');
  expect(blockOf(await dispatch('파드', ENGLISH), 'heading').text).toBe('ask(words=파드)');
  expect(logged).toHaveLength(2);
});

test.each([
  ['암호는1234 비밀', 'ask'],
  ['/quiz 비밀 hunter2', 'quiz'],
  ['press 비밀', 'press'],
  ['/QUIZ', 'quiz'],
])('of what was asked, the log gets the name of the command and no word: %s', async (line, name) => {
  const logged: object[] = [];
  const summary = { ko: '요약', en: 'summary' };
  const options = { words: { type: 'text', summary } } as const;
  const broken = ['ask', 'quiz', 'press'].map((one) =>
    command({
      name: one,
      summary,
      usedBy: 'everyone',
      answersQuestions: one === 'ask',
      examples: [],
      options,
      run: () => Promise.reject(undefined),
    }),
  );
  const log = { error: (fields: object, message: string) => void logged.push({ ...fields, message }) };
  await createDispatch(broken, { reportBug: createReportBug({ log, reference: () => 'bug-1' }) })(line, KOREAN);
  expect(logged).toEqual([{ err: undefined, reference: 'bug-1', command: name, message: 'command failed' }]);
});

test('a bug before any command was reached is logged without a name', async () => {
  const { dispatch, logged } = listening();
  // A platform that breaks its promise to give a text.
  await Reflect.apply(dispatch, undefined, [null, KOREAN]);
  expect(logged).toStrictEqual([
    { fields: { err: expect.any(TypeError), reference: 'bug-1', command: undefined }, message: 'command failed' },
  ]);
});

test('a command that gives no reply at all is a bug, too', async () => {
  const { dispatch, logged } = listening({ run: () => JSON.parse('{}') });
  expect((await dispatch('quiz', ENGLISH)).accent).toBe('error');
  expect(logged).toMatchObject([{ fields: { command: 'quiz' } }]);
});

describe('whatever is typed', () => {
  test('small commands are reached or refused, and never break', async () => {
    const { dispatch, logged } = listening();
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom('', '/', 'quiz ', '/ask '), async (text, before) => {
        // What was said, and a button where something near was meant: `/ quiz`.
        expect([1, 2]).toContain((await dispatch(before + text, ENGLISH)).blocks.length);
        expect(logged).toEqual([]);
      }),
    );
  });

  test('a command that breaks still gives a reply', async () => {
    const { dispatch, logged } = listening({ run: () => Promise.reject(new Error(SECRET)) });
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const reply = await dispatch(`quiz ${text}`, KOREAN);
        expect(['error', 'warning']).toContain(reply.accent);
        expect(JSON.stringify(reply)).not.toContain('hunter2');
      }),
    );
    expect(logged).not.toEqual([]);
  });

  test('the real commands answer it without a bug, in a reply that every platform can show', async () => {
    const { bot, logged } = await botOf([COURSE]);
    const before = fc.constantFrom('', '/', ...bot.commands.map(({ name }) => `/${name} `));
    await fc.assert(
      fc.asyncProperty(before, anyText, fc.constantFrom(KOREAN, ENGLISH), async (start, text, caller) => {
        expect(excesses(await bot.dispatch(start + text, caller))).toEqual([]);
        expect(logged).toEqual([]);
      }),
    );
  });
});
