import { expect, test } from 'vitest';
import { createClaims } from '../../../src/core/claims.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { termFile } from '../../support/content.ts';
import { PATIENCE } from '../../support/patience.ts';
import { buttonsSeen, forged, inChannel, labelsSeen, NOBODY, pressed, said, titleOf } from '../../support/seen.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);
/** Questions of a practice on Pods. */
const ON_PODS = world.course().terms.get('pod')?.questions.length;
const SHARE = '📢 채널에 공유';

async function inClass() {
  const { discord, logged, connection } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  const ann = discord.user('Ann', { locale: 'en-US' });
  const pod = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
  return { discord, logged, connection, minsu, ann, pod };
}

test.each([
  ['k8s', { term: '파드랑 노드 차이' }, 'guild'],
  ['k8s', { term: '쿠버네티스의 구조' }, 'thread'],
  ['card', {}, 'guild'],
  ['card', { term: '파드' }, 'thread'],
] as const)(
  '/%s %j is shared where it was asked (%s), as it was seen, naming its caller without a ping',
  async (name, options, where) => {
    const { discord, minsu, ann, logged } = await inClass();
    const seen = await discord.slash(minsu, where, name, options).settled();
    const before = JSON.stringify(seen);
    const shared = await pressed(discord, minsu, seen, SHARE);
    const [first, ...rest] = said(shared).split('\n');
    expect(first).toBe(`-# <@${minsu.id}> 님이 공유했어요`);
    // Today's card is that day's; shared, it is its concept's.
    const apart = (words: string) => words.replace(/ — [^—]*카드.*$/, '');
    expect(apart(rest.join('\n'))).toBe(apart(said(seen)));
    expect(labelsSeen(shared)).toEqual(labelsSeen(seen).filter((label) => label !== SHARE));
    expect([shared.ephemeral, shared.pings]).toEqual([false, NOBODY]);
    expect(discord.messages(discord.channelId(ann, where), ann)).toEqual([shared]);
    expect(JSON.stringify(seen)).toBe(before);
    expect([logged, bugs]).toEqual([[], []]);
  },
);

test('an English share says so in English', async () => {
  const { discord, ann } = await inClass();
  const seen = await discord.slash(ann, 'guild', 'k8s', { term: 'pod' }).settled();
  const shared = await pressed(discord, ann, seen, '📢 Share with the channel');
  expect(said(shared)).toContain(`-# Shared by <@${ann.id}>\n## Pod`);
});

test('the buttons of what was shared answer everyone privately, in their own language, and leave it as it is', async () => {
  const { discord, minsu, ann, pod, logged } = await inClass();
  const shared = await pressed(discord, minsu, pod, SHARE);
  const before = JSON.stringify(shared);
  for (const [student, quiz] of [
    [ann, `Question 1 of ${ON_PODS}`],
    [minsu, `문제 1 / ${ON_PODS}`],
  ] as const) {
    for (const { label, customId } of buttonsSeen(shared)) {
      const answer = await pressed(discord, student, shared, label);
      expect(answer.ephemeral).toBe(true);
      if (customId === 'quiz pod') expect(titleOf(answer)).toBe(quiz);
      expect(/\p{Script=Hangul}/u.test(titleOf(answer))).toBe(student === minsu);
    }
  }
  expect(JSON.stringify(shared)).toBe(before);
  expect(inChannel(discord)).toEqual([shared]);
  expect(logged).toEqual([]);
});

test('a practice that was begun from what is shared goes on in the private message of its player', async () => {
  const { discord, minsu, ann, pod } = await inClass();
  const shared = await pressed(discord, minsu, pod, SHARE);
  const question = await pressed(discord, ann, shared, '이걸로 퀴즈 풀기');
  const graded = await pressed(discord, ann, question, 'I do not know');
  expect(graded).toBe(question);
  expect(await pressed(discord, ann, graded, 'Next question')).toBe(question);
  expect(titleOf(question)).toBe(`Question 2 of ${ON_PODS}`);
  expect(inChannel(discord)).toEqual([shared]);
});

test('pressed twice, at the same instant or later, it is shared once, and the second press is told so kindly', async () => {
  const { discord, minsu, pod, logged } = await inClass();
  const twice = await Promise.all([pressed(discord, minsu, pod, SHARE), pressed(discord, minsu, pod, SHARE)]);
  const later = await pressed(discord, minsu, pod, SHARE);
  const [shared, ...others] = [...twice, later].sort((a, b) => Number(a.ephemeral) - Number(b.ephemeral));
  expect(inChannel(discord)).toEqual([shared]);
  for (const told of others) expect([said(told), told.ephemeral]).toEqual(['이미 채널에 공유했어요.', true]);
  // Asked for anew, it may be shared anew.
  await pressed(discord, minsu, await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled(), SHARE);
  expect(inChannel(discord)).toHaveLength(2);
  expect(logged).toEqual([]);
});

test('two who ask for the same may both share it', async () => {
  const { discord, minsu, ann, pod } = await inClass();
  const hers = await discord.slash(ann, 'guild', 'k8s', { term: 'pod' }).settled();
  await Promise.all([pressed(discord, minsu, pod, SHARE), pressed(discord, ann, hers, '📢 Share with the channel')]);
  expect(
    inChannel(discord)
      .map((message) => /<@\d+>/.exec(said(message))?.[0])
      .toSorted(),
  ).toEqual([`<@${minsu.id}>`, `<@${ann.id}>`].toSorted());
});

test('what is gone from the course since then is not shared, and every press of the old button says so kindly', async () => {
  const { discord, connection, minsu, pod } = await inClass();
  await connection.stop(PATIENCE);
  const { bot: changed } = await botOf([folderOf({ 'glossary/a.md': termFile('apple') })]);
  const { logged } = await onDiscord({ at: discord, bot: changed });
  for (let time = 0; time < 2; time++) {
    const told = await pressed(discord, minsu, pod, SHARE);
    expect(said(told)).toContain('이건 이제 공유할 수 없어요');
    expect(told.ephemeral).toBe(true);
  }
  expect(inChannel(discord)).toEqual([]);
  expect(logged).toEqual([]);
});

test('after a restart the button of an old message still shares', async () => {
  const { discord, connection, minsu, pod } = await inClass();
  await connection.stop(PATIENCE);
  await onDiscord({ at: discord, bot });
  expect(said(await pressed(discord, minsu, pod, SHARE))).toContain(`<@${minsu.id}> 님이 공유했어요\n## 파드`);
});

test('what was shared before a restart is not shared again after it', async () => {
  const claims = createClaims();
  const { discord, connection } = await onDiscord({ bot, claims });
  const minsu = discord.user('민수', { locale: 'ko' });
  const pod = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
  await pressed(discord, minsu, pod, SHARE);
  await connection.stop(PATIENCE);
  await onDiscord({ at: discord, bot, claims });
  expect(said(await pressed(discord, minsu, pod, SHARE))).toContain('이미 채널에 공유했어요');
  expect(inChannel(discord)).toHaveLength(1);
});

test.each([
  'share quiz 파드',
  'share dosirak',
  'share share ask pod',
  'share',
  'share k8s 떡볶이 맛집 추천',
  'share drill all.k3f9.00000.5.',
  'share read pod 999999999',
  'share read gone 2',
  `share ${'x'.repeat(94)}`,
])('a forged press of %j shows the channel nothing', async (customId) => {
  const { discord, minsu, pod, logged } = await inClass();
  const told = await forged(discord, minsu, pod, customId);
  expect(told.ephemeral).toBe(true);
  expect(said(told)).not.toBe('');
  expect(inChannel(discord)).toEqual([]);
  expect([logged, bugs]).toEqual([[], []]);
});
