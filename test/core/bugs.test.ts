import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { command } from '../../src/core/command.ts';
import { createDispatch } from '../../src/core/dispatch.ts';
import type { Reply } from '../../src/core/reply.ts';
import { anyText } from '../support/any.ts';
import { ENGLISH, KOREAN, listening } from '../support/listening.ts';
import { blockOf, excesses } from '../support/replies.ts';
import { botOf, COURSE } from '../support/world.ts';

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
      { fields: { err: thrown, reference: 'bug-1', command: '/quiz' }, message: 'command failed' },
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

test('of what was asked, the log gets the first word at most, cut when it is long', async () => {
  const logged: object[] = [];
  const broken = command({
    name: 'ask',
    summary: { ko: '요약', en: 'summary' },
    usedBy: 'everyone',
    examples: [],
    options: {},
    run: () => Promise.reject(new Error(SECRET)),
  });
  const log = { error: (fields: object) => void logged.push(fields) };
  await createDispatch([broken], { talk: 'ask', log, reference: () => 'bug-1' })(`${'가'.repeat(5000)} 비밀`, KOREAN);
  expect(logged).toMatchObject([{ command: '가'.repeat(40) }]);
});

describe('whatever is typed', () => {
  test('small commands are reached or refused, and never break', async () => {
    const { dispatch, logged } = listening();
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom('', '/', 'quiz ', '/ask '), async (text, before) => {
        expect((await dispatch(before + text, ENGLISH)).blocks).toHaveLength(1);
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
