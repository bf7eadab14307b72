/** The words of a locked set's questions are in nothing that a student can get, typed, pressed or completed. */
import { expect, test } from 'vitest';
import { shortId } from '../src/content/question-ids.ts';
import type { Caller } from '../src/core/command/command.ts';
import { allOptions } from '../src/core/command/command.ts';
import type { Reply } from '../src/core/reply/blocks.ts';
import { render, renderEmbed, renderText } from '../src/platforms/discord/render.ts';
import { manifestOf } from '../src/platforms/slack/manifest.ts';
import { createRenderer } from '../src/platforms/slack/render.ts';
import { render as renderTerminal } from '../src/platforms/terminal/render.ts';
import { playerOf } from '../src/practice/practice.ts';
import { GUILD, manager, onDiscordAs } from './support/classes.ts';
import { lessonsFolder, SECRET } from './support/lessons.ts';
import { buttonsOf } from './support/replies.ts';
import { classOf } from './support/reporting.ts';
import { botOf } from './support/world.ts';

const CHANNEL = 'discord:100001';
/** Replies that are looked at of one student: all that these lines lead to, and more. */
const MOST = 700;

/** What stands in its questions. */
const WORDS = ['물음', 'code', '맞는 답', '틀린 답', '다른 답', '이유', '리스트'].map((word) => `${SECRET} ${word}`);

const slack = createRenderer([]);

/** A reply in every form that a platform may be given. */
function formsOf(reply: Reply): string {
  const forms: unknown[] = [reply];
  for (const locale of ['ko', 'en'] as const) {
    const view = { locale, others: true };
    forms.push(render(reply, view), renderEmbed(reply, view), renderText(reply, view));
    forms.push(slack.message(reply, { ...view, surface: 'message', name: '', prefix: '' }));
    forms.push(renderTerminal(reply, { columns: 80, colour: false, boxed: true }, locale));
  }
  return JSON.stringify(forms);
}

/** What of a reply leads on: its buttons, and each answer to its question. */
function waysOn(reply: Reply): string[] {
  const answers = reply.blocks.flatMap((block) =>
    block.type === 'choice'
      ? [block.options.map(({ value }) => value).join(''), ...block.options.map(({ value }) => value)]
          .slice(0, 3)
          .map((value) => `${block.line} ${value}`)
      : block.type === 'input'
        ? [`${block.line} ${SECRET}`]
        : [],
  );
  return [...answers, ...buttonsOf(reply).map(({ line }) => line)];
}

const LINES = [
  ...['/quiz', '/quiz 20', '/quiz 변수', '/quiz 리스트 10', '/quiz 중간고사', '/quiz midterm', `/quiz ${SECRET}`],
  ...[
    '/quiz 1장',
    '/quiz 2주차 10',
    '/quiz 1~2주차',
    '/quiz 이번 주',
    '/quiz 틀린 문제',
    '/quiz 실습',
    '/quiz 첫 시간',
  ],
  ...[
    '/review',
    '/review 리스트',
    '/review 더',
    '/progress',
    '/card',
    '/card 리스트',
    'home',
    '/dosirak',
    '/dosirak 소개',
  ],
  ...['/chapters', '/chapters weeks', '/chapters 2장', '/chapters 중간고사', `/chapters ${SECRET}`, '목차', '주차'],
  ...[
    '/ask 리스트',
    `/ask ${SECRET}`,
    '/ask 중간고사',
    '/ask 변수랑 리스트 차이',
    `${SECRET} 문제가 뭐예요`,
    '중간고사 문제 알려줘',
  ],
  ...[
    '/privacy export',
    '/privacy',
    '/class open',
    '/class open midterm',
    'class open set:"midterm" how:sure',
    '/class show',
  ],
  ...[
    '/live start midterm',
    '/live preview midterm',
    '/live plan tomorrow 10:00 midterm',
    '/report',
    '/report questions',
  ],
  ...['flag-question exam-one', 'flag-question exam-one answer', 'hide-question exam-one yes'],
];

test('no student of another class reads a word of it, whatever they type and press', async () => {
  const { bot, world, logged } = await botOf([lessonsFolder()]);
  const [ours, other] = [classOf(CHANNEL, GUILD), classOf('discord:100002', GUILD)];
  for (const one of [ours, other]) await world.classes.save(one, 0);
  // Open elsewhere, and played elsewhere.
  await world.reports.openSet(other.id, 'midterm', true, 0);
  const channel = 'discord:100002';
  await bot.dispatch('/live start midterm', { ...manager, channel });
  await bot.dispatch('/live stop', { ...manager, channel });
  const short = world.course().questionNamed('exam-one');
  const student: Caller = onDiscordAs('7', { channel: CHANNEL });
  const practice = (topic: string): string => `drill ${topic}.q7x1.${playerOf(student.id)}.1.`;
  const name = short ? shortId(short) : '';
  const left = [...LINES, `${practice('all')} ${name} a`, `${practice('all')} exam-one a`, practice(`r${name}`)];
  const seen = new Set(left);
  let looked = 0;
  for (const line of left) {
    if (looked++ >= MOST) break;
    const reply = await bot.dispatch(line, student);
    const said = formsOf(reply);
    // What a student has typed may be said back.
    const told = WORDS.filter((words) => said.includes(words) && !line.includes(words));
    expect(told, line).toEqual([]);
    for (const way of waysOn(reply)) if (!seen.has(way)) left.push(way) && seen.add(way);
  }
  expect(looked).toBeGreaterThan(200);
  expect(logged).toEqual([]);
});

test('no completion and no declaration has a word of it', async () => {
  const { bot } = await botOf([lessonsFolder()]);
  const given: unknown[] = bot.commands.map(({ name, summary, examples, spoken }) => [name, summary, examples, spoken]);
  for (const command of bot.commands)
    for (const option of allOptions(command))
      if ('complete' in option && option.complete)
        for (const partial of ['', SECRET, '중간', 'mid', '리스트'])
          given.push(await option.complete(partial, 'terminal'));
  given.push(manifestOf(bot.commands, { prefix: '', url: undefined, subject: undefined, locale: 'ko' }));
  expect(given.length).toBeGreaterThan(bot.commands.length + 10);
  expect(JSON.stringify(given)).not.toContain(SECRET);
  expect(JSON.stringify(given)).not.toContain('중간고사');
});
