import { describe, expect, test } from 'vitest';
import { isTyped } from '../../../src/core/command/command.ts';
import type { Locale } from '../../../src/core/locale.ts';
import type { Reply } from '../../../src/core/reply/blocks.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { blocksOfReply } from '../../../src/platforms/slack/blocks.ts';
import type { View } from '../../../src/platforms/slack/elements.ts';
import { SLACK } from '../../../src/platforms/slack/limits.ts';
import { toSlack } from '../../../src/platforms/slack/markdown.ts';
import { createRenderer } from '../../../src/platforms/slack/render.ts';
import { sizeOf } from '../../../src/platforms/slack/size.ts';
import { homeTab } from '../../../src/platforms/slack/views.ts';
import { encodePractice } from '../../../src/practice/practice.ts';
import { renderQuestion } from '../../../src/practice/views.ts';
import { slackWith, webClient } from '../../fakes/slack/clients.ts';
import { objects } from '../../fakes/slack/json.ts';
import { messageProblems, pings, viewProblems } from '../../fakes/slack/rules/rules.ts';
import { linesSent, NOBODY, said } from '../../fakes/slack/seen.ts';
import {
  asked,
  bot,
  CARDS,
  COMPARED,
  NAMED,
  OTHERS,
  PAGES,
  practice,
  quiz,
  replies,
  SUMMARIES,
  world,
} from '../../support/course.ts';
import { has, lettersOf, strictly } from '../../support/letters.ts';
import { rightAnswers, wrongAnswers } from '../../support/practice.ts';
import { buttonsOf } from '../../support/replies.ts';
import { student } from '../../support/world.ts';

const renderer = createRenderer(bot.commands.filter(isTyped).map(({ name }) => name));
const viewOf = (locale: Locale): View => ({ locale, surface: 'message', others: true, name: '민수', prefix: '' });

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
/** All Markdown that the replies had. */
const prose = new Set<string>();

/**
 * Shown whole on both surfaces, which Slack takes; both say the same, and each press is there. Gives what takes more
 * than 80 % of one of the limits.
 */
function shownWhole(reply: Reply, locale: Locale, line: string, most = 0.8): string[] {
  const view = viewOf(locale);
  const { text, blocks = [] } = renderer.message(reply, view);
  const inView = renderer.blocks(reply, view, 1);
  expect(messageProblems({ text, blocks }), line).toEqual([]);
  expect(viewProblems(homeTab(inView)), line).toEqual([]);
  expect(blocks, line).toEqual(blocksOfReply(reply, view));
  expect(inView, line).toEqual(blocksOfReply(reply, { ...view, surface: 'view' }));
  const [message, shown] = [{ blocks: objects(blocks) }, { blocks: objects(inView) }];
  for (const one of [message, shown]) {
    expect(pings({ text, ...one }), line).toEqual(NOBODY);
    for (const button of buttonsOf(reply)) expect(linesSent(one), line).toContain(button.line);
  }
  expect(letters(said(shown)), line).toBe(letters(said(message)));
  expect(text, line).not.toMatch(/…$/);
  for (const block of reply.blocks) if ('markdown' in block) prose.add(block.markdown);
  const size = sizeOf(blocks);
  const shares = {
    blocks: size.blocks / SLACK.blocks,
    characters: size.characters / SLACK.characters,
    spoken: text.length / SLACK.fallback,
    bytes: Buffer.byteLength(JSON.stringify(inView)) / SLACK.viewBytes,
  };
  return Object.entries(shares).flatMap(([what, share]) => (share > most ? [`${line}: ${share} of ${what}`] : []));
}

const LOOKUPS = [...NAMED, ...OTHERS];

describe.each(['ko', 'en'] as const)('a reply of the course is shown whole in messages and in views (%s)', (locale) => {
  const { questions, answers } = quiz(locale);

  test.each([
    ['lookups, help, offers, no match and a home', LOOKUPS, 0.8],
    ['pages', PAGES, 0.8],
    ['cards', CARDS, 0.8],
    ['comparisons', COMPARED, 0.8],
    ['grades, right and wrong', answers, 0.8],
    // A summary fills the room that it has.
    ['summaries', SUMMARIES, 0.95],
  ] as const)('%s', async (_, lines, most) => {
    const all = await replies(lines, locale);
    expect(all.length).toBeGreaterThan(9);
    expect(all.flatMap(([line, reply]) => shownWhole(reply, locale, line, most))).toEqual([]);
  });

  test('questions', () => {
    expect(questions.length).toBeGreaterThan(asked.length);
    expect(questions.flatMap(([line, reply]) => shownWhole(reply, locale, line))).toEqual([]);
  });

  test('what is shared', async () => {
    for (const [line, { share }] of await replies([...LOOKUPS, ...PAGES, ...CARDS, ...COMPARED], locale)) {
      if (share === undefined) continue;
      const reply = await bot.dispatch(`share ${share}`, { ...student, locale });
      expect(reply.visibility, line).toBe('channel');
      const { text, blocks = [] } = renderer.message(reply, viewOf(locale));
      expect(messageProblems({ text, blocks }), line).toEqual([]);
      expect(text, line).toMatch(/민수/);
    }
  });
});

/** One question of each type, and its grades. */
const types = Array.from(
  new Map(Array.from(world.course().questions.values(), (question) => [question.type, question])).values(),
);
const KINDS = [
  ...['home', 'ask pod', 'read pod 2', 'ask pod vs node', 'card pod', 'dosirak', 'dosirak about', 'quiz', '/nope'],
  ...[
    'ask xyzzy',
    'k8s 서버 늘리기',
    'share ask pod',
    `drill ${encodePractice({ ...practice, marks: '10'.repeat(10) })}`,
  ],
];

test.each(['ko', 'en'] as const)('Slack itself shows every kind of reply as it was sent (%s)', async (locale) => {
  const slack = await slackWith();
  const client = webClient(slack);
  const user = slack.user('민수', { locale: 'ko-KR' });
  const channel = slack.channelId(user, 'class');
  const questions = types.map((question): [string, Reply] => [
    question.type,
    renderQuestion(practice, question, locale),
  ]);
  const grades = types.flatMap((question) => {
    const reply = renderQuestion(practice, question, locale);
    const answers = [
      ...rightAnswers(question, reply, locale).slice(0, 1),
      ...wrongAnswers(question, reply, locale).slice(0, 1),
    ];
    return answers.map((answer) => `drill ${encodePractice(practice)} ${question.id} ${answer}`);
  });
  expect(types.length).toBeGreaterThan(5);
  for (const [line, reply] of [...questions, ...(await replies([...KINDS, ...grades], locale))]) {
    const { text, blocks = [] } = renderer.message(reply, viewOf(locale));
    await client.chat.postMessage({ channel, text, blocks });
    const shown = slack.messages(channel).at(-1);
    expect(shown && said(shown), line).toBe(said({ blocks: objects(blocks) }));
    expect(shown?.pings, line).toEqual(NOBODY);
    const inView = renderer.blocks(reply, viewOf(locale));
    await client.views.publish({ user_id: user.id, view: homeTab(inView) });
    const home = slack.home(user);
    expect(home && said(home), line).toBe(said({ blocks: objects(inView) }));
  }
});

test('a strict reader sees every text of all these as the course’s own parser does', () => {
  expect(prose.size).toBeGreaterThan(asked.length);
  for (const markdown of prose) {
    const meant = parseMarkdown(markdown);
    // A table becomes a list.
    if (has(meant, ({ type }) => type === 'table')) continue;
    expect(lettersOf(strictly(toSlack(markdown))), markdown).toEqual(lettersOf(meant));
  }
});
