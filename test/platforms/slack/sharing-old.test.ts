import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import { forged, fromBot, pressed, said } from '../../fakes/slack/seen.ts';
import { termFile } from '../../support/content.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);
const SHARE = '📢 채널에 공유';

async function inClass() {
  const { slack, logged, connection, claimed } = await onSlack({ bot });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const pod = await slack.command(minsu, 'class', '/k8s 파드').message();
  return { slack, logged, connection, claimed, minsu, pod };
}

test('what is gone from the course since then is not shared, and every press of the old button says so kindly', async () => {
  const { slack, connection, claimed, minsu, pod } = await inClass();
  await connection.stop(PATIENCE);
  const { bot: changed } = await botOf([folderOf({ 'glossary/a.md': termFile('apple') })]);
  const { logged } = await onSlack({ at: slack, bot: changed, claimed });
  for (let time = 0; time < 2; time++) {
    const told = await pressed(slack, minsu, pod, SHARE);
    expect(said(told)).toContain('이건 이제 공유할 수 없어요');
    expect(told.ephemeralFor).toBe(minsu.id);
  }
  expect(fromBot(slack, minsu, 'class')).toEqual([]);
  expect(logged).toEqual([]);
});

test('after a restart the button of an old message still shares, and still just once', async () => {
  const { slack, connection, claimed, minsu, pod } = await inClass();
  await connection.stop(PATIENCE);
  const second = await onSlack({ at: slack, bot, claimed });
  expect(said(await pressed(slack, minsu, pod, SHARE))).toContain('민수 님이 공유했어요\n파드');
  await second.connection.stop(PATIENCE);
  await onSlack({ at: slack, bot, claimed });
  expect(said(await pressed(slack, minsu, pod, SHARE))).toBe('이미 채널에 공유했어요.');
  expect(fromBot(slack, minsu, 'class')).toHaveLength(1);
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
  `share ${'x'.repeat(1990)}`,
])('a forged press of %j shows the channel nothing', async (value) => {
  const { slack, minsu, pod, logged } = await inClass();
  const told = await forged(slack, minsu, pod, value).message();
  expect(told.ephemeralFor).toBe(minsu.id);
  expect(said(told)).not.toBe('');
  expect(fromBot(slack, minsu, 'class')).toEqual([]);
  expect([logged, bugs]).toEqual([[], []]);
});

test.each(['SHARE k8s pod', ' share ask pod', 'ｓｈａｒｅ k8s pod', 'share ask node'])(
  'one message is shared once, forged as it may be: %j',
  async (value) => {
    const { slack, minsu, pod } = await inClass();
    await pressed(slack, minsu, pod, SHARE);
    const again = await forged(slack, minsu, pod, value).message();
    expect([said(again), again.ephemeralFor]).toEqual(['이미 채널에 공유했어요.', minsu.id]);
    expect(fromBot(slack, minsu, 'class')).toHaveLength(1);
  },
);
