import { describe, expect, test } from 'vitest';
import { type Caller, command } from '../../../src/core/command/command.ts';
import { createDispatch, createReportBug } from '../../../src/core/command/dispatch.ts';
import { UserError } from '../../../src/core/errors.ts';
import type { Reply } from '../../../src/core/reply/blocks.ts';
import { ENGLISH, KOREAN, listening, says } from '../../support/listening.ts';
import { blockOf, excesses } from '../../support/replies.ts';

const text = async (
  line: string,
  caller: Caller,
  run: () => never = () => {
    throw new Error('unused');
  },
) => {
  const { dispatch } = listening({ run });
  const reply = await dispatch(line, caller);
  return { reply, markdown: blockOf(reply, 'text').markdown };
};

describe('a line goes', () => {
  test.each([
    ['to a command with its slash', '/quiz 파드 3', 'quiz(topic=파드 count=3)'],
    ['to a command without it', 'quiz 파드', 'quiz(topic=파드)'],
    ['to a command in capitals', '/QUIZ', 'quiz()'],
    ['to a command in full-width letters', '／ｑｕｉｚ　３', 'quiz(count=3)'],
    ['to a command with spaces and line ends around it', '\n  /quiz\t파드 \r\n', 'quiz(topic=파드)'],
    ['to a command with quoted words, kept as text', '/quiz "3"', 'quiz(topic=3)'],
    ['to a command that only buttons use', 'press a.b', 'press(line=a.b)'],
    ['to talk, when it is a question', '파드가 뭐야?', 'ask(words=파드가 뭐야?)'],
    ['to talk, in one spelling (NFD)', '파드'.normalize('NFD'), 'ask(words=파드)'],
    ['to talk, when a command only begins the first word', 'quizzes are fun', 'ask(words=quizzes are fun)'],
    ['to talk, when it is quoted', '"quiz"', 'ask(words=quiz)'],
    ['to talk, when the bare name of a command that needs words is all there is', 'ask', 'ask(words=ask)'],
    ['to talk, when it names what every object has', 'constructor', 'ask(words=constructor)'],
  ])('%s', async (_, line, ran) => {
    expect(says(await listening().dispatch(line, KOREAN))).toBe(ran);
  });

  test.each([
    ['', 6000],
    ['', 6001],
    ['ask ', 5997],
    ['/ask ', 5996],
    ['/quiz ', 1_000_000],
  ])('whole or not at all: %s and %d characters', async (before, length) => {
    const heard: number[] = [];
    const ask = command({
      name: 'ask',
      summary: { ko: '요약', en: 'summary' },
      usedBy: 'everyone',
      answersQuestions: true,
      examples: [],
      options: { words: { type: 'text', required: true, summary: { ko: '말', en: 'words' } } },
      run: ({ words }) => {
        heard.push(words.length);
        return { visibility: 'caller', accent: 'info', blocks: [] };
      },
    });
    const reportBug = createReportBug({ log: { error: () => {} }, reference: () => 'bug-1' });
    const dispatch = createDispatch([ask], { reportBug });
    const told = await Promise.all(
      [KOREAN, ENGLISH].map(async (caller) => (await dispatch(before + '가'.repeat(length), caller)).blocks),
    );
    if (before.length + length <= 6000) expect(heard).toEqual([length, length]);
    else {
      expect(heard).toEqual([]);
      expect(told).toEqual([
        [{ type: 'text', markdown: expect.stringMatching(/6,000자까지.*남겨 다시/) }],
        [{ type: 'text', markdown: expect.stringMatching(/up to 6,000 characters.*shorten/) }],
      ]);
    }
  });
});

describe('a command that there is not', () => {
  test('is named to the caller in their language, with the way to help', async () => {
    expect((await text('/quzi 파드', KOREAN)).markdown).toMatch(/^`\/quzi` 명령은 없어요.*`\/dosirak`/);
    expect((await text('/quzi 파드', ENGLISH)).markdown).toMatch(/^There is no command `\/quzi`.*`\/dosirak`/);
  });

  test('is shown only to the caller, and is no bug', async () => {
    const { dispatch, logged } = listening();
    expect(await dispatch('/__proto__', KOREAN)).toMatchObject({ visibility: 'caller', accent: 'warning' });
    expect(logged).toEqual([]);
  });

  test('is cut when it is long, between characters, and cannot leave its code span', async () => {
    expect((await text(`/${'🍱'.repeat(500)}`, ENGLISH)).markdown).toContain(`no command \`/${'🍱'.repeat(39)}…\`.`);
    expect((await text('/a`**b**`', ENGLISH)).markdown).toContain('no command `/a**b**`.');
  });

  test('is a slash alone, too', async () => {
    for (const line of ['/', ' / ', '/ quiz', '//quiz'])
      expect((await text(line, KOREAN)).markdown).toContain('없어요');
  });
});

test('whatever a command answers, its reply is one that every platform can show', async () => {
  const twice = { label: '파드', line: 'ask pod' };
  const run = (): Reply => ({
    visibility: 'channel',
    accent: 'success',
    blocks: [
      { type: 'text', markdown: '파드 '.repeat(2000) },
      { type: 'quote', markdown: ' \n' },
      { type: 'buttons', buttons: [twice, twice] },
    ],
  });
  const reply = await listening({ run }).dispatch('quiz', KOREAN);
  expect(reply).toMatchObject({ visibility: 'channel', accent: 'success' });
  expect(reply.blocks.map(({ type }) => type)).toEqual(['text', 'buttons']);
  expect(excesses(reply)).toEqual([]);
  expect(blockOf(reply, 'text').markdown.endsWith('파드…')).toBe(true);
});

test('an empty line is told what to write, in the caller’s language', async () => {
  for (const line of ['', '   ', '\n', '\u200b', '""', '/ask']) {
    expect((await text(line, KOREAN)).markdown).toContain('`/ask`에는 내용을 적어 주세요(');
    expect((await text(line, ENGLISH)).markdown).toContain('`/ask` needs some more (');
  }
});

test('a UserError is shown as it is, in the caller’s language, and not logged', async () => {
  const run = () => {
    throw new UserError({ ko: '문제가 **없어요**.', en: 'There are *no* questions.' });
  };
  expect(await text('/quiz', KOREAN, run)).toMatchObject({
    markdown: '문제가 **없어요**.',
    reply: { accent: 'warning' },
  });
  expect(await text('/quiz', ENGLISH, run)).toMatchObject({ markdown: 'There are *no* questions.' });
  const { dispatch, logged } = listening({ run });
  await dispatch('/quiz', KOREAN);
  expect(logged).toEqual([]);
});
