import { expect, test } from 'vitest';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { smallBot } from '../../support/classes.ts';
import { parseCsv } from '../../support/csv.ts';
import { answers } from '../../support/reporting.ts';
import { pressed, said } from '../../support/seen.ts';

const AT = Date.UTC(2026, 10, 22);

async function inClass() {
  const { bot, world, logged: bugs } = await smallBot();
  const { discord, logged } = await onDiscord({ bot });
  const boss = discord.user('김선생', { locale: 'ko', permissions: '32' });
  await discord.slash(boss, 'guild', 'class setup').settled();
  const channel = `discord:${discord.guild.channelId}`;
  const [term] = world.course().content.terms;
  if (!term) throw new Error('the course has a concept');
  answers(world, { person: 'discord:777', name: '=1+민수', channel }, term, { count: 6, right: 3, at: AT });
  return { discord, boss, term, quiet: () => expect([bugs, logged]).toEqual([[], []]) };
}

test('a report is a picture, and the students’ progress a file, to the instructor alone', async () => {
  const { discord, boss, term, quiet } = await inClass();
  const report = await discord.slash(boss, 'guild', 'report show').settled();
  expect([report.ephemeral, report.attachments.length]).toEqual([true, 1]);
  expect(report.attachments[0]?.description).toContain(`${term.title.ko} 50%`);
  const sent = await pressed(discord, boss, report, '진도 파일 받기');
  expect([sent.ephemeral, sent.attachments.length]).toEqual([true, 1]);
  const [file] = sent.attachments;
  expect(file?.filename).toMatch(/^dosirak-report-names-[\d-]+\.csv$/);
  const data = Buffer.from(file?.data ?? []);
  expect(data.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(parseCsv(`\uFEFF${data.subarray(3).toString()}`)[1]?.slice(0, 6)).toEqual([
    "'=1+민수",
    'Discord',
    '0',
    '1',
    '6',
    '3',
  ]);
  quiet();
});

test('a student gets neither names nor a file, by what they type or by a forged press', async () => {
  const { discord, quiet } = await inClass();
  const minsu = discord.user('민수', { locale: 'ko' });
  const refused = await discord.slash(minsu, 'guild', 'report csv').settled();
  const press = (customId: string) => discord.press(minsu, refused, { customId, forge: true }).settled();
  for (const answer of [
    refused,
    await discord.slash(minsu, 'thread', 'report show').settled(),
    await press('report students 1'),
    await press('report csv'),
  ]) {
    expect(said(answer)).toContain('선생님만 할 수 있어요');
    expect([answer.ephemeral, answer.attachments]).toEqual([true, []]);
  }
  quiet();
});
