import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import { said } from '../../fakes/slack/seen.ts';
import { smallBot } from '../../support/classes.ts';
import { answers } from '../../support/reporting.ts';

/** As an app whose commands escape users, channels and links. */
const ESCAPED = ['progress', 'report'].map((name) => ({ command: `/${name}`, should_escape: true }));

test('a student who is mentioned is found, whatever they are called; another person is not shown instead', async () => {
  const { bot, world, logged: bugs } = await smallBot();
  const { slack, logged } = await onSlack({ bot, slashCommands: ESCAPED });
  const boss = slack.user('김선생', { locale: 'ko-KR', rank: 'admin' });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const stranger = slack.user('지수', { locale: 'ko-KR' });
  await slack.command(boss, 'class', '/class setup').message();
  const [one] = await world.classes.due(Number.MAX_SAFE_INTEGER, 1);
  const [term] = world.course().content.terms;
  const channel = one?.channels[0]?.channel;
  if (channel === undefined || !term) throw new Error('there is a class with a concept');
  const person = `slack:${slack.teamId}:${minsu.id}`;
  answers(world, { person, name: '김민수(2반)', channel }, term, { count: 4, right: 3, at: Date.UTC(2026, 10, 22) });
  for (const line of [
    `/progress <@${minsu.id}|minsu>`,
    `/progress <@${minsu.id}>`,
    `/report students <@${minsu.id}|minsu>`,
    '/progress @김민수',
  ]) {
    const shown = said(await slack.command(boss, 'class', line).message());
    expect(shown, line).toContain('김민수(2반)');
    expect(shown, line).toContain('75%(3/4)');
  }
  const none = said(await slack.command(boss, 'class', `/progress <@${stranger.id}|jisu>`).message());
  expect(none).toContain('학생 목록에 없어요');
  const refused = said(await slack.command(minsu, 'class', `/progress <@${stranger.id}|jisu>`).message());
  expect(refused).toContain('선생님이 수업 채널에서만');
  expect([logged, bugs]).toEqual([[], []]);
});
