import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import { linesSent, pressed, said, tableRead } from '../../fakes/slack/seen.ts';
import type { Message } from '../../fakes/slack/types.ts';
import { smallBot } from '../../support/classes.ts';
import { answers } from '../../support/reporting.ts';

const AT = Date.UTC(2026, 10, 22);
const HOUR = 3_600_000;

/** A class of so many students, of whom the n-th has got n of four right. */
async function classOf(students: number, nameOf = (n: number) => `학생${n + 1}`) {
  const { bot, world, logged: bugs } = await smallBot();
  const { slack, logged } = await onSlack({ bot });
  const boss = slack.user('김선생', { locale: 'ko-KR', rank: 'admin' });
  await slack.command(boss, 'class', '/class setup').message();
  const [one] = await world.classes.due(Number.MAX_SAFE_INTEGER, 1);
  const [term] = world.course().content.terms;
  const channel = one?.channels[0]?.channel;
  if (channel === undefined || !term) throw new Error('there is a class with a concept');
  for (let n = 0; n < students; n++)
    answers(world, { person: `slack:T1:U${n}`, name: nameOf(n), channel }, term, { count: 4, right: n % 5, at: AT });
  const ask = (line = '/report students') => slack.command(boss, 'class', line).message();
  return { slack, boss, ask, bugs, logged };
}

const tableOf = ({ blocks }: Pick<Message, 'blocks'>) => {
  const block = blocks.find(({ type }) => type === 'data_table');
  if (!block) throw new Error(`no table in ${JSON.stringify(blocks)}`);
  return { block, rows: tableRead(block) };
};
const hasTable = ({ blocks }: Message): boolean => blocks.some(({ type }) => type === 'data_table');

test('students are a table with a row each, whose figures are sorted as figures', async () => {
  const { ask, bugs, logged } = await classOf(40);
  const shown = await ask();
  const { block, rows } = tableOf(shown);
  expect(rows[0]).toEqual(['이름', '잘 아는 개념', '익히는 중', '맞힌 문제', '마지막 활동', '연속 공부']);
  expect(rows[1]).toEqual(['학생1', '0', '1', '0%(0/4)', '11월 22일', '1일']);
  expect(rows).toHaveLength(41);
  expect(block).toMatchObject({ caption: '학생별 진도(40명)', page_size: 10 });
  const [head, first] = Array.isArray(block.rows) ? block.rows : [];
  expect(head.map(({ type }: { type: string }) => type)).toEqual(Array(6).fill('raw_text'));
  expect(first.map(({ type }: { type: string }) => type)).toEqual(['raw_text', ...Array(5).fill('raw_number')]);
  expect(linesSent(shown)).toEqual(['report csv', 'report csv numbers']);
  expect([logged, bugs]).toEqual([[], []]);
});

test('more than fit are turned by buttons, in the same message', async () => {
  const { ask, slack, boss } = await classOf(130);
  const shown = await ask();
  expect(tableOf(shown).rows).toHaveLength(1 + 96);
  expect(said(shown)).toContain('1/2쪽');
  expect(linesSent(shown)).toEqual([
    'report students 13',
    'report students 1 need',
    'report csv',
    'report csv numbers',
  ]);
  const next = await pressed(slack, boss, shown, '다음');
  expect(next).toBe(shown);
  expect(
    tableOf(next)
      .rows.slice(1)
      .map(([name]) => name),
  ).toEqual(Array.from({ length: 34 }, (_, n) => `학생${n + 97}`));
  const back = await pressed(slack, boss, next, '이전');
  expect(tableOf(back).rows[1]?.[0]).toBe('학생1');
});

test('a server that refuses tables is shown fields, and for an hour is sent no other', async () => {
  const { ask, slack, bugs } = await classOf(20);
  const refusals = slack.fault({ method: /^response_url$/ }, { error: 'invalid_blocks' });
  const shown = await ask();
  expect(refusals.struck()).toBe(1);
  expect(hasTable(shown)).toBe(false);
  expect(said(shown)).toContain('맞힌 문제 0/4(0%)');
  expect(linesSent(shown).slice(0, 2)).toEqual(['report students 2', 'report students 1 need']);
  const sent = slack.requests.length;
  expect(hasTable(await ask())).toBe(false);
  expect(slack.requests.slice(sent).filter(({ method }) => method === 'response_url')).toHaveLength(1);
  slack.clock.advance(HOUR);
  expect(hasTable(await ask())).toBe(true);
  expect(bugs).toEqual([]);
});

test('a table with more letters than a message may have is none; nothing in a name calls anybody', async () => {
  const long = await classOf(96, (n) => `${n} ${'가나다라'.repeat(19)}`);
  const shown = await long.ask();
  expect(hasTable(shown) ? tableOf(shown).rows.flat().join('').length : 0).toBeLessThanOrEqual(10_000);
  const few = await classOf(1, () => '<!channel> @here <@U123>');
  const one = await few.ask();
  expect(one.pings).toEqual({ broadcasts: [], users: [], groups: [] });
  expect(tableOf(one).rows[1]?.[0]).toMatch(/^<\u200b!channel>/);
  expect([long.logged, few.logged]).toEqual([[], []]);
});

test('a class without students has no table', async () => {
  const { ask } = await classOf(0);
  const shown = await ask();
  expect(hasTable(shown)).toBe(false);
  expect(said(shown)).toContain('아직 보여 줄 학생이 없어요');
});
