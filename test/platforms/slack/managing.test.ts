/** Who manages a workspace, where Slack does not answer: a busy class has used users.info up, and the bot was restarted. */
import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import { said } from '../../fakes/slack/seen.ts';
import type { LocalSlack } from '../../fakes/slack/types.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE, forgetful } from '../../support/world.ts';

const useUp = (slack: LocalSlack) =>
  slack.fault({ method: /^users\.info$/, times: Number.POSITIVE_INFINITY }, { retryAfter: 60 });

async function inClass() {
  const { bot } = await botOf([COURSE]);
  const { managers } = await forgetful();
  const { slack, connection } = await onSlack({ bot, managers });
  const setUp = async (user: ReturnType<LocalSlack['user']>) =>
    said(await slack.command(user, 'class', '/class setup').message());
  const restart = async () => {
    await connection.stop(PATIENCE);
    await onSlack({ bot, managers, at: slack });
  };
  return { slack, setUp, restart };
}

test('an admin whom nobody knows yet is asked to try again in a moment, and is let in once Slack answers', async () => {
  const { slack, setUp } = await inClass();
  const ann = slack.user('Ann', { locale: 'ko-KR', rank: 'admin' });
  const end = slack.fault({ method: /^users\.info$/, times: Number.POSITIVE_INFINITY }, { retryAfter: 1 });
  const told = await setUp(ann);
  expect(told).toContain('잠시 뒤에 다시 해 주세요');
  expect(told).not.toContain('선생님만');
  end();
  slack.clock.run();
  await expect.poll(() => setUp(ann)).toContain('수업');
});

test('an admin who was known before a restart is one after it; a student is none', async () => {
  const { slack, setUp, restart } = await inClass();
  const [ann, bob] = [slack.user('Ann', { locale: 'ko-KR', rank: 'admin' }), slack.user('Bob', { locale: 'ko-KR' })];
  await slack.command(ann, 'class', '/k8s pod').message();
  await slack.command(bob, 'class', '/k8s pod').message();
  await restart();
  useUp(slack);
  expect(await setUp(bob)).toContain('잠시 뒤에 다시 해 주세요');
  expect(await setUp(ann)).toContain('수업을 시작할 준비가 됐어요');
});
