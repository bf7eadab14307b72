/** The app where a person has brought it to: servers without the bot, groups, and direct messages with others. */
import { expect, test } from 'vitest';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { puts, registrar } from '../../fakes/discord/registrar.ts';
import type { Where } from '../../fakes/discord/types.ts';
import { forged, labelsSeen, NOBODY, pressed, said, titleOf } from '../../support/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);
/** Questions of a practice on Pods. */
const ON_PODS = world.course().terms.get('pod')?.questions.length;
const SHARE = '📢 채널에 공유';
const PLACES = ['group', 'elsewhere'] as const satisfies readonly Where[];
/** Discord, Permissions: MANAGE_GUILD and SEND_MESSAGES, and with USE_EXTERNAL_APPS. */
const MANAGER = String((1n << 5n) | (1n << 11n));
const PUBLIC = String((1n << 50n) | (1n << 5n) | (1n << 11n));

async function brought() {
  const all = await onDiscord({ bot });
  const minsu = all.discord.user('민수', { locale: 'ko', permissions: PUBLIC, installed: true });
  return { ...all, minsu };
}

test.each(PLACES)(
  'a student looks up, practises and reviews alone (%s), and no request goes to the channel',
  async (where) => {
    const { discord, logged, minsu } = await brought();
    const pod = await discord.slash(minsu, where, 'k8s', { term: '파드' }).settled();
    expect([titleOf(pod), pod.ephemeral]).toEqual(['파드', true]);
    const quiz = await pressed(discord, minsu, pod, '이걸로 퀴즈 풀기');
    expect([titleOf(quiz), quiz.ephemeral]).toEqual([`문제 1 / ${ON_PODS}`, true]);
    const graded = await pressed(discord, minsu, quiz, '모르겠어요');
    expect(graded).toBe(quiz);
    for (const name of ['card', 'review', 'progress', 'privacy about', 'dosirak'])
      expect((await discord.slash(minsu, where, name).settled()).ephemeral, name).toBe(true);
    expect(discord.requests.filter(({ path }) => /^\/(?:channels|guilds)\//.test(path))).toEqual([]);
    expect(discord.messages(discord.channelId(minsu, where))).toEqual([]);
    expect([logged, bugs]).toEqual([[], []]);
  },
);

test.each(PLACES)('a message of somebody’s is looked up (%s)', async (where) => {
  const { discord, minsu } = await brought();
  const said_ = discord.say(discord.user('Ann'), discord.channelId(minsu, where), '파드가 뭐야?');
  const answer = await discord.menu(minsu, said_, '이 말 찾아보기').settled();
  expect([titleOf(answer), answer.ephemeral]).toEqual(['파드', true]);
});

test('instructors’ commands are for servers that have the bot; a forged button of theirs is refused', async () => {
  const { discord, minsu } = await brought();
  for (const where of ['dm', ...PLACES] as const)
    expect(() => discord.slash(minsu, where, 'class show'), where).toThrow('is not for');
  for (const where of PLACES) {
    const pod = await discord.slash(minsu, where, 'k8s', { term: '파드' }).settled();
    for (const line of ['class setup', 'class pause', 'live start 파드', 'report students'])
      expect(said(await forged(discord, minsu, pod, line)), line).toMatch(
        /도시락이 없는 서버에서는|도시락이 있는 수업 채널에서|어느 채널에|선생님만/,
      );
  }
  // Who manages the server without the bot manages no class.
  expect(await discord.slash(minsu, 'guild', 'class show').settled()).toBeDefined();
});

test('who has not installed it has it in servers with the bot alone', async () => {
  const { discord } = await brought();
  const ann = discord.user('Ann');
  for (const where of PLACES)
    expect(() => discord.slash(ann, where, 'k8s', { term: 'pod' })).toThrow('is not for an installation');
  expect(titleOf(await discord.slash(ann, 'guild', 'k8s', { term: 'pod' }).settled())).toBe('Pod');
});

test.each(PLACES)('what is shared is seen by all (%s), and its buttons answer each alone', async (where) => {
  const { discord, minsu } = await brought();
  const ann = discord.user('Ann', { locale: 'en-US' });
  const pod = await discord.slash(minsu, where, 'k8s', { term: '파드' }).settled();
  const shared = await pressed(discord, minsu, pod, SHARE);
  expect([shared.ephemeral, shared.pings]).toEqual([false, NOBODY]);
  expect(discord.messages(discord.channelId(ann, where), ann)).toEqual([shared]);
  const answer = await pressed(discord, ann, shared, '컨테이너');
  expect([titleOf(answer), answer.ephemeral]).toEqual(['Container', true]);
  const quiz = await pressed(discord, ann, shared, '이걸로 퀴즈 풀기');
  expect([titleOf(quiz), quiz.ephemeral]).toEqual([`Question 1 of ${ON_PODS}`, true]);
});

test('where a server lets brought apps answer nobody else, nothing is offered to be shared', async () => {
  const { discord, minsu } = await brought();
  const jisu = discord.user('지수', { locale: 'ko', permissions: MANAGER, installed: true });
  const labels = async (user: typeof minsu, where: Where) =>
    labelsSeen(await discord.slash(user, where, 'k8s', { term: '파드' }).settled());
  expect(await labels(minsu, 'elsewhere')).toContain(SHARE);
  expect(await labels(jisu, 'elsewhere')).not.toContain(SHARE);
  expect(await labels(jisu, 'group')).toContain(SHARE);
  expect(await labels(jisu, 'guild')).toContain(SHARE);
});

test('commands in a text are pressed where the reader has them, and stand in code elsewhere', async () => {
  const { discord, minsu } = await brought();
  const ids = new Map(discord.commands().map(({ name, id }) => [name, String(id)]));
  for (const where of ['guild', 'dm', ...PLACES] as const)
    expect(said(await discord.slash(minsu, where, 'dosirak').settled()), where).toContain(`</quiz:${ids.get('quiz')}>`);
  const page = (where: Where) => discord.slash(minsu, where, 'dosirak', { page: 'instructors' }).settled();
  expect(said(await page('guild'))).toContain(`</class setup:${ids.get('class')}> \`요일:평일 시각:9시\``);
  for (const where of ['dm', ...PLACES] as const)
    expect(said(await page(where)), where).toContain('`/class 설정 요일:평일 시각:9시`');
});

const lacking = (logged: readonly { message: string; fields: object }[]) =>
  logged.filter(({ message }) => message.startsWith('this installation lacks'));

test('an app that is not set up for people has its commands in servers, and says so in one line', async () => {
  const { discord, logged } = await onDiscord({ bot, forPeople: false });
  expect(puts(discord)).toEqual([200]);
  expect(new Set(discord.commands().map(({ integration_types }) => String(integration_types)))).toEqual(new Set(['0']));
  expect(lacking(logged)).toEqual([
    expect.objectContaining({ level: 'warn', fields: { userInstallation: 'off: Developer Portal, Installation' } }),
  ]);
  await onDiscord({ bot, at: discord });
  expect(puts(discord)).toEqual([200]);
});

test('an invitation of an older version says what it lacks, and the bot runs on', async () => {
  const older = String((1n << 10n) | (1n << 11n));
  const { discord, logged } = await onDiscord({ bot, botPermissions: older });
  const permissions = expect.arrayContaining(['EmbedLinks', 'AttachFiles', 'ReadMessageHistory', 'CreateEvents']);
  expect(lacking(logged)).toEqual([expect.objectContaining({ level: 'warn', fields: { servers: 1, permissions } })]);
  const seen = await discord.slash(discord.user('민수', { locale: 'ko' }), 'guild', 'k8s', { term: '파드' }).settled();
  expect(titleOf(seen)).toBe('파드');
});

test('a server that tells nothing and refuses people has the rest, and is asked once', async () => {
  const { discord, put, warned } = await registrar('global', { forPeople: false, tells: false });
  expect(await put(bot.commands)).toBe('registered');
  expect(puts(discord)).toEqual([400, 200]);
  expect(warned).toHaveLength(1);
  expect(JSON.stringify(discord.commands())).toContain('"autocomplete":true');
  expect(await put(bot.commands)).toBe('known');
  expect(await put(bot.commands)).toBe('known');
  expect(puts(discord)).toEqual([400, 200]);
});
