import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/core/locale.ts';
import type { Reply } from '../../../src/core/reply/blocks.ts';
import { partsOf } from '../../../src/platforms/discord/components.ts';
import { DISCORD } from '../../../src/platforms/discord/limits.ts';
import { render, renderEmbed, renderText } from '../../../src/platforms/discord/render.ts';
import { asked, bot, CARDS, COMPARED, NAMED, OTHERS, PAGES, quiz, replies, SUMMARIES } from '../../support/course.ts';
import { componentsOf, customIds, labels, refusedFor, textIn } from '../../support/payload.ts';
import { buttonsOf } from '../../support/replies.ts';
import { student } from '../../support/world.ts';

const LOCALES = ['ko', 'en'] as const;
const lengthOf = (text: string): number => Array.from(text).length;
const bytesOf = (text: string): number => Buffer.byteLength(text);

/** How much of each of Discord's limits the fullest part of a message takes, 1 for all of it. */
function shares(reply: Reply, locale: Locale): Record<string, number> {
  const payload = render(reply, { locale, others: true });
  return {
    components: componentsOf(payload).length / DISCORD.components,
    text: lengthOf(textIn(payload)) / DISCORD.text,
    bytes: bytesOf(JSON.stringify(payload)) / DISCORD.bytes,
    label: Math.max(0, ...labels(payload).map(lengthOf)) / DISCORD.buttonLabel,
    id: Math.max(0, ...customIds(payload).map(lengthOf)) / 100,
  };
}

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

const cutIn = (text: string): readonly string[] => text.match(/… *$/gm) ?? [];

/** Shown whole, in a form that Discord takes, as the reply says it. */
function shownWhole(reply: Reply, locale: Locale, line: string): void {
  const view = { locale, others: true };
  for (const form of [render, renderEmbed, renderText])
    expect(refusedFor(form(reply, view)), `${line} ${form.name}`).toEqual([]);
  const payload = render(reply, view);
  const parts = partsOf(reply, view);
  for (const part of parts) if ('text' in part) expect(textIn(payload), line).toContain(part.text);
  // What is cut is cut by the reply itself: a summary names long questions by their beginnings, an option a long digest.
  const cut = stringsIn(reply.blocks).flatMap(cutIn);
  expect(cutIn(textIn(payload)).length, line).toBeLessThanOrEqual(cut.length);
  const wanted = parts.flatMap((part) => (part.kind === 'row' ? part.row.components : []));
  expect(customIds(payload), line).toEqual(wanted.map((one) => 'custom_id' in one && one.custom_id));
  for (const { line: pressed } of buttonsOf(reply)) expect(customIds(payload), line).toContain(pressed);
}

/** Replies that take more than 80 % of one of the limits. */
const full = (all: readonly [string, Reply][], locale: Locale): string[] =>
  all.flatMap(([line, reply]) =>
    Object.entries(shares(reply, locale)).flatMap(([what, share]) =>
      share > 0.8 ? [`${line}: ${Math.round(share * 100)} % ${what}`] : [],
    ),
  );

// Discord has no page of a person's own.
const LOOKUPS = [...NAMED, ...PAGES, ...CARDS, ...COMPARED, ...OTHERS].filter((line) => line !== 'home');

describe.each(LOCALES)('a reply of the course is shown whole (%s)', (locale) => {
  const { questions, answers } = quiz(locale);

  test.each([
    ['lookups, pages, comparisons, cards, help, offers and no match', LOOKUPS],
    ['grades, right and wrong', answers],
    ['summaries', SUMMARIES],
  ])('%s', async (_, lines) => {
    const all = await replies(lines, locale);
    expect(all.length).toBeGreaterThan(9);
    for (const [line, reply] of all) shownWhole(reply, locale, line);
    expect(full(all, locale)).toEqual([]);
  });

  test('questions', () => {
    expect(questions.length).toBeGreaterThan(asked.length);
    for (const [line, reply] of questions) shownWhole(reply, locale, line);
    expect(full(questions, locale)).toEqual([]);
  });

  test('what is shared', async () => {
    for (const [line, { share }] of await replies(LOOKUPS, locale)) {
      if (share === undefined) continue;
      const reply = await bot.dispatch(`share ${share}`, { ...student, locale });
      expect(reply.visibility, line).toBe('channel');
      shownWhole(reply, locale, line);
    }
  });
});
