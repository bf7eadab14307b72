import { expect, test } from 'vitest';
import { command } from '../../../src/core/command/command.ts';
import { createDispatch, createReportBug } from '../../../src/core/command/dispatch.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { forged, inChannel, pressed, said, titleOf } from '../../support/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);

test('what Discord sends twice is answered once', async () => {
  const { discord, logged } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  discord.gateway.duplicate(2);
  const seen = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
  await pressed(discord, minsu, seen, '📢 채널에 공유');
  const question = await discord.slash(minsu, 'guild', 'quiz', { topic: '파드' }).settled();
  await pressed(discord, minsu, question, '모르겠어요');
  await discord.autocomplete(minsu, 'guild', 'k8s', 'term', '파');
  // One more, so that every copy has arrived by its answer.
  await discord.slash(minsu, 'guild', 'dosirak').settled();
  expect(inChannel(discord, minsu)).toHaveLength(4);
  expect(question.edits).toBe(1);
  const callbacks = discord.requests.filter(({ path }) => path.includes('/callback'));
  expect(callbacks.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 204]);
  expect(new Set(callbacks.map(({ path }) => path)).size).toBe(6);
  expect(logged).toEqual([]);
});

test('a hundred people at once are all answered, each alone with their own answer', async () => {
  const { discord, logged } = await onDiscord({ bot });
  const terms = Array.from(world.course().terms.values()).slice(0, 100);
  const people = terms.map((term, i) => ({
    user: discord.user(`학생 ${i}`, { locale: i % 2 === 0 ? 'ko' : 'en-US' }),
    locale: i % 2 === 0 ? ('ko' as const) : ('en' as const),
    term,
  }));
  const asked = people.map(({ user, term }) => discord.slash(user, 'guild', 'k8s', { term: term.id }));
  const played = people.map(({ user, term }) => discord.slash(user, 'guild', 'quiz', { topic: term.id }));
  const answers = await Promise.all([...asked, ...played].map((one) => one.answered));
  expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['message']));
  for (const { user, locale, term } of people) {
    const titles = inChannel(discord, user).map((message) => titleOf(message).replaceAll('\\', ''));
    expect(titles).toHaveLength(2);
    expect(titles).toContain(term.title[locale]);
    expect(titles.join('\n')).toContain(locale === 'ko' ? '문제 1 / ' : 'Question 1 of ');
  }
  expect(inChannel(discord)).toEqual([]);
  expect([logged, bugs]).toEqual([[], []]);
});

test.each([
  ['ko', /번호를 알려 주세요: `bug-(\d)`/],
  ['en-US', /tell your instructor this number: `bug-(\d)`/],
])('a command that fails tells its caller alone a reference, which is in the log (%s)', async (locale, words) => {
  const failed: object[] = [];
  let count = 0;
  const secret = new Error('password=hunter2');
  const broken = command({
    name: 'card',
    summary: { ko: '고장', en: 'Broken' },
    usedBy: 'everyone',
    examples: [],
    options: {},
    run: () => Promise.reject(secret),
  });
  const commands = bot.commands.map((one) => (one.name === 'card' ? broken : one));
  const log = { error: (fields: object) => void failed.push(fields) };
  const reportBug = createReportBug({ log, reference: () => `bug-${++count}` });
  const dispatch = createDispatch(commands, { reportBug });
  const { discord, logged } = await onDiscord({ bot: { commands, dispatch, reportBug } });
  const student = discord.user('학생', { locale });
  const fine = await discord.slash(student, 'guild', 'dosirak').settled();
  const before = JSON.stringify(fine);
  for (const told of [
    await discord.slash(student, 'guild', 'card').settled(),
    await discord.slash(student, 'dm', 'card').settled(),
    await forged(discord, student, fine, 'card'),
  ]) {
    const reference = `bug-${words.exec(said(told))?.[1]}`;
    expect(failed).toContainEqual({ err: secret, reference, command: 'card' });
    expect([told.ephemeral, JSON.stringify(told).includes('hunter2')]).toEqual([true, false]);
  }
  expect(new Set(failed.map((fields) => JSON.stringify(fields))).size).toBe(3);
  expect(JSON.stringify(fine)).toBe(before);
  // The next command is answered as ever, and the platform's own log has nothing to add.
  expect(titleOf(await discord.slash(student, 'guild', 'k8s', { term: 'pod' }).settled())).toMatch(/^(파드|Pod)$/);
  expect(logged).toEqual([]);
});

test('a reply that cannot be drawn is a bug with a reference, too, and never silence', async () => {
  const failed: object[] = [];
  const reportBug = createReportBug({ log: { error: (fields) => void failed.push(fields) }, reference: () => 'bug-1' });
  // What a command written without types may give.
  const dispatch = () => Promise.resolve(JSON.parse('{"visibility":"caller","accent":"info","blocks":[{}]}'));
  const { discord } = await onDiscord({ bot: { commands: bot.commands, dispatch, reportBug } });
  const told = await discord.slash(discord.user('학생'), 'guild', 'k8s', { term: '파드' }).settled();
  expect([said(told).includes('bug-1'), told.ephemeral]).toEqual([true, true]);
  expect(failed).toEqual([{ err: expect.any(Error), reference: 'bug-1', command: 'k8s' }]);
});
