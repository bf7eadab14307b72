import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import { fromBot, said } from '../../fakes/slack/seen.ts';
import type { LocalSlack, User } from '../../fakes/slack/types.ts';
import { smallBot } from '../../support/classes.ts';
import { parseCsv } from '../../support/csv.ts';
import { eventually } from '../../support/eventually.ts';
import { answers } from '../../support/reporting.ts';

const AT = Date.UTC(2026, 10, 22);

async function inClass() {
  const { bot, world, logged: bugs } = await smallBot();
  const { slack, logged } = await onSlack({ bot });
  const boss = slack.user('김선생', { locale: 'ko-KR', rank: 'admin' });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  await slack.command(boss, 'class', '/class setup').message();
  const [one] = await world.classes.due(Number.MAX_SAFE_INTEGER, 1);
  const [term] = world.course().content.terms;
  if (!one?.channels[0] || !term) throw new Error('there is a class with a concept');
  const { channel } = one.channels[0];
  answers(world, { person: 'slack:T1:U777', name: '이영희', channel }, term, { count: 6, right: 3, at: AT });
  return { slack, boss, minsu, quiet: () => expect([bugs, logged]).toEqual([[], []]) };
}

const files = (slack: LocalSlack, who: User) =>
  (['class', 'thread', 'dm'] as const).flatMap((where) =>
    fromBot(slack, who, where).flatMap((message) => message.files.map((file) => ({ where, file }))),
  );

test('the students’ progress is a file in the instructor’s direct messages', async () => {
  const { slack, boss, minsu, quiet } = await inClass();
  const told = await slack.command(boss, 'class', '/report csv').message();
  expect(told.ephemeralFor).toBe(boss.id);
  expect(said(told)).toContain('도시락이 개인 메시지로 보내요');
  await eventually(() => expect(files(slack, boss)).toHaveLength(1));
  const [{ where, file } = { where: undefined, file: undefined }] = files(slack, boss);
  expect([where, file?.name]).toEqual(['dm', expect.stringMatching(/^dosirak-report-names-[\d-]+\.csv$/)]);
  const data = Buffer.from(file?.data ?? []);
  expect(data.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(parseCsv(`\uFEFF${data.subarray(3).toString()}`)[1]?.slice(0, 2)).toEqual(['이영희', 'Slack']);
  expect(files(slack, minsu)).toEqual([]);
  quiet();
});

test('a student gets neither names nor a file', async () => {
  const { slack, minsu, quiet } = await inClass();
  for (const line of ['/report', '/report students', '/report csv']) {
    const told = await slack.command(minsu, 'class', line).message();
    expect(told.ephemeralFor).toBe(minsu.id);
    expect(said(told)).toContain('선생님만 할 수 있어요');
    expect(said(told)).not.toContain('이영희');
  }
  expect(files(slack, minsu)).toEqual([]);
  quiet();
});
