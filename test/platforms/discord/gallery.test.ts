import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/core/locale.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { DISCORD } from '../../../src/platforms/discord/limits.ts';
import { partsOf } from '../../../src/platforms/discord/parts.ts';
import { render, renderEmbed, renderText } from '../../../src/platforms/discord/render.ts';
import { encode, type Practice, playerOf } from '../../../src/quiz/practice.ts';
import { questionReply } from '../../../src/quiz/show.ts';
import { componentsOf, customIds, labels, refusedFor, textIn } from '../../support/payload.ts';
import { rightAnswers, wrongAnswers } from '../../support/practice.ts';
import { buttonsOf } from '../../support/replies.ts';
import { botOf, COURSE, student } from '../../support/world.ts';

const { bot, world, logged } = await botOf([COURSE]);
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

/** Shown whole, in a form that Discord takes, as the reply says it. */
function shownWhole(reply: Reply, locale: Locale, line: string): void {
  const view = { locale, others: true };
  for (const form of [render, renderEmbed, renderText])
    expect(refusedFor(form(reply, view)), `${line} ${form.name}`).toEqual([]);
  const payload = render(reply, view);
  const parts = partsOf(reply, view);
  for (const part of parts) if ('text' in part) expect(textIn(payload), line).toContain(part.text);
  expect(textIn(payload), line).not.toMatch(/…$/m);
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

async function replies(lines: Iterable<string>, locale: Locale): Promise<[string, Reply][]> {
  const found: [string, Reply][] = [];
  for (const line of lines) found.push([line, await bot.dispatch(line, { ...student, locale })]);
  expect(logged).toEqual([]);
  return found;
}

const terms = Array.from(world.terms.values());
const named = [...world.terms.keys(), ...world.sections.keys()];
const compared = terms.flatMap((term) =>
  term.related.flatMap((id) => (world.terms.has(id) ? [`k8s ${term.id} vs ${id}`] : [])),
);
const LOOKUPS = [
  ...named.map((id) => `k8s ${id}`),
  ...named.flatMap((id) => [2, 3, 4].map((page) => `read ${id} ${page}`)),
  ...terms.map(({ id }) => `card ${id}`),
  ...compared,
  ...[
    'dosirak',
    'dosirak about',
    'card',
    'quiz',
    '/nope',
    'read gone 1',
    'card 김치찌개',
    'quiz 김치찌개',
    'quiz pod 99',
  ],
  ...['김치찌개 끓이는 법', '돈이 너무 많이 들어요', 'xyzzy', '서버 늘리기', 'how do I cook rice', 'k8s'],
];

/** The longest that a button's line gets. */
const topic = Array.from(world.topics.keys()).reduce((most, key) => (key.length > most.length ? key : most));
const practice: Practice = { topic, seed: 'q7x1', player: playerOf(student.id), count: 20, marks: '1'.repeat(19) };

/** Every question as it is asked, with an order half done as well, and the lines that answer it rightly and wrongly. */
function quiz(locale: Locale): { questions: [string, Reply][]; answers: string[] } {
  const questions: [string, Reply][] = [];
  const answers: string[] = [];
  for (const question of world.questions.values()) {
    const line = `drill ${encode(practice)} ${question.id}`;
    const reply = questionReply(practice, question, 20, locale);
    const [right = ''] = rightAnswers(question, reply, locale);
    const [wrong = ''] = wrongAnswers(question, reply, locale);
    questions.push([line, reply]);
    if (question.type === 'order')
      questions.push([`${line} …`, questionReply(practice, question, 20, locale, right.slice(0, -1))]);
    answers.push(`${line} ${right}`, `${line} ${wrong}`);
  }
  return { questions, answers };
}

const marks = ['1'.repeat(20), '0'.repeat(20), '10'.repeat(10), '1'.repeat(13) + '0'.repeat(7)];
const SUMMARIES = Array.from(world.topics.keys()).flatMap((key) =>
  marks.map((all) => `drill ${encode({ ...practice, topic: key, marks: all })}`),
);

describe.each(LOCALES)('every reply of the course is shown whole (%s)', (locale) => {
  const { questions, answers } = quiz(locale);

  test.each([
    ['lookups, pages, comparisons, cards, help, offers and no match', LOOKUPS],
    ['grades, right and wrong', answers],
    ['summaries', SUMMARIES],
  ])('%s', async (_, lines) => {
    const all = await replies(lines, locale);
    expect(all.length).toBeGreaterThan(world.topics.size);
    for (const [line, reply] of all) shownWhole(reply, locale, line);
    expect(full(all, locale)).toEqual([]);
  });

  test('questions', () => {
    expect(questions.length).toBeGreaterThan(world.questions.size);
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
