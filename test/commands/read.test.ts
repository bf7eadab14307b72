import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bot } from '../../src/core/command/dispatch.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { LIMITS } from '../../src/core/reply/limits.ts';
import type { Context } from '../../src/course/context.ts';
import { anyText } from '../support/any.ts';
import { blockOf, buttonsOf, excesses, mainLine, textsOf } from '../support/replies.ts';
import { botOf, folderOf, student } from '../support/world.ts';

const paragraphs = (word: string): string =>
  Array.from({ length: 200 }, (_, i) => `${word} ${i}번째 문단이고 ${'이어지는 말 '.repeat(5)}끝.`).join('\n\n');

const files = {
  'glossary/long.md': `---
id: long
title: { ko: 긴 개념, en: Long }
definition: { ko: 긴 뜻, en: Long meaning }
section: post#one
questions:
  - { type: boolean, ask: 물음, answer: true, why: 까닭 }
---

${paragraphs('설명')}

> 비유예요.

## English

Short.
`,
  'post.md': `---\nid: post\ntitle: 글\n---\n\n# 글\n\n## 절 {#one}\n\n${paragraphs('절')}\n\n## 다음 절 {#two}\n\n짧아요.\n`,
};

const opened = () => botOf([folderOf(files)]);
const english = { ...student, locale: 'en' } as const;
const more = (reply: Reply) => buttonsOf(reply).find(({ line }) => line.startsWith('read '));

/** Every page, from the first line on, by the button that shows the next one. */
async function read({ dispatch }: Bot, line: string): Promise<Reply[]> {
  const found: Reply[] = [];
  for (let next: string | undefined = line; next !== undefined; ) {
    const reply = await dispatch(next, student);
    found.push(reply);
    next = more(reply)?.line;
  }
  return found;
}

/** What is written on a page, without the definition in bold. */
const written = (reply: Reply): string =>
  textsOf({ ...reply, blocks: reply.blocks.filter(({ type }) => type === 'text') })
    .filter((text) => !text.startsWith('**'))
    .join('');

describe.each([
  ['an explanation', 'ask long', ({ course }: Context) => course().terms.get('long')?.explanation.ko],
  ['a section', 'ask post#one', ({ course }: Context) => course().sections.get('post#one')?.body.ko],
])('%s that is too long for a message', (_, line, whole) => {
  test('is read to its end by a button, and nothing of it is lost', async () => {
    const { bot, world } = await opened();
    const shown = await read(bot, line);
    expect(whole(world)?.length).toBeGreaterThan(2 * LIMITS.text);
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.map(written).join('\n\n')).toBe(whole(world));
    for (const reply of shown) expect(excesses(reply)).toEqual([]);
  });

  test('has the next page for its main button, and says which it is', async () => {
    const { bot } = await opened();
    const shown = await read(bot, line);
    for (const [i, reply] of shown.slice(0, -1).entries()) {
      expect(more(reply)?.label).toBe(`이어서 읽기(${i + 2}/${shown.length})`);
      expect(mainLine(reply)).toBe(more(reply)?.line);
      expect(buttonsOf(reply).filter(({ primary }) => primary)).toHaveLength(1);
    }
    expect(shown.slice(-1).map(mainLine)).toEqual([expect.stringMatching(/^quiz /)]);
  });
});

test('what stands around an explanation is shown once, on the first page', async () => {
  const { bot } = await opened();
  const shown = await read(bot, 'ask long');
  expect(shown.map(({ blocks }) => blocks.some(({ type }) => type === 'quote'))).toEqual(shown.map((_, i) => i === 0));
  expect(shown.filter((reply) => textsOf(reply).includes('**긴 뜻**'))).toEqual([shown[0]]);
  for (const reply of shown) expect(blockOf(reply, 'heading').text).toBe('긴 개념');
});

test('a section tells which of its pages it shows; a short text has no pages', async () => {
  const { bot } = await opened();
  const shown = await read(bot, 'ask post#one');
  expect(shown.map((reply) => blockOf(reply, 'footer').text)).toEqual(
    shown.map((_, i) => `글 · ${i + 1}/${shown.length}`),
  );
  expect(blockOf(await bot.dispatch('ask post#two', student), 'footer').text).toBe('글');
  expect(more(await bot.dispatch('ask long', english))).toBeUndefined();
});

test('a page beyond the last is the last, and none is the first', async () => {
  const { bot } = await opened();
  const shown = await read(bot, 'ask long');
  expect(await bot.dispatch('read long 999', student)).toEqual(shown.at(-1));
  expect(await bot.dispatch('read long', student)).toEqual(shown[0]);
});

test('for a text that is gone, the reply says so and how to go on, in the reader’s language', async () => {
  const { bot } = await opened();
  const reply = await bot.dispatch('read gone 2', student);
  expect(reply.accent).toBe('warning');
  expect(textsOf(reply).join('')).toMatch(/이제 없어요.*`\/ask`/);
  expect(textsOf(await bot.dispatch('read gone 2', english)).join('')).toMatch(/is gone.*`\/ask`/);
});

test('no forged line is a bug', async () => {
  const { bot, logged } = await opened();
  const part = fc.oneof(anyText, fc.constantFrom('long', 'post#one', '2', '-1', '0', '9'.repeat(30), '1.5'));
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 3 }), async (parts) => {
      expect(excesses(await bot.dispatch(`read ${parts.join(' ')}`, student))).toEqual([]);
      expect(logged).toEqual([]);
    }),
  );
});
