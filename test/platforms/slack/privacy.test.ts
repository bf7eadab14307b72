import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import {
  buttonsSeen,
  fromBot,
  homeOf,
  labelsSeen,
  openedBy,
  pressed,
  pressedIn,
  said,
  titleOf,
} from '../../fakes/slack/seen.ts';
import type { LocalSlack, Message, User } from '../../fakes/slack/types.ts';
import { eventually } from '../../support/eventually.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);

const filesOf = (slack: LocalSlack, user: User): Message[] =>
  fromBot(slack, user, 'dm').filter(({ files }) => files.length > 0);

/** The file that has come into the direct messages. */
async function fileFor(slack: LocalSlack, user: User) {
  await eventually(() => expect(filesOf(slack, user)).toHaveLength(1));
  const [file] = filesOf(slack, user)[0]?.files ?? [];
  return { name: file?.name, kept: JSON.parse(Buffer.from(file?.data ?? []).toString()) };
}

test.each(['class', 'thread'] as const)(
  'what is kept of somebody is a file in their direct messages, wherever they ask for it (%s)',
  async (where) => {
    const { slack, logged } = await onSlack({ bot });
    const [minsu, ann] = [slack.user('민수', { locale: 'ko-KR' }), slack.user('Ann')];
    await slack.mention(minsu, where, 'ask pod').message();
    const told = await slack.mention(minsu, where, '/privacy export').message();
    expect(told.ephemeralFor).toBe(minsu.id);
    expect(said(told)).toContain('도시락이 개인 메시지로 보내요');
    const { name, kept } = await fileFor(slack, minsu);
    expect(name).toMatch(/^dosirak-[\d-]+\.json$/);
    expect(kept).toMatchObject({ lookups: [{ id: 'pod' }] });
    expect(kept.person).toContain(minsu.id);
    expect(fromBot(slack, minsu, where)).toEqual([]);
    expect(filesOf(slack, ann)).toEqual([]);
    expect([logged, bugs]).toEqual([[], []]);
  },
);

test('asked for in the direct messages, it is there below the answer', async () => {
  const { slack, logged } = await onSlack({ bot });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  expect(titleOf(await slack.direct(minsu, '/privacy 내보내기').message())).toBe('내 기록을 모두 담았어요');
  expect((await fileFor(slack, minsu)).kept).toMatchObject({ lookups: [] });
  expect(fromBot(slack, minsu, 'dm')).toHaveLength(2);
  expect(logged).toEqual([]);
});

test('asked for in a modal, it comes into the direct messages as well', async () => {
  const { slack, logged } = await onSlack({ bot });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const help = await openedBy(slack, minsu, await homeOf(slack, minsu), '할 수 있는 일');
  const about = await pressedIn(slack, minsu, help, '/privacy');
  const told = await pressedIn(slack, minsu, about, '내 기록 내보내기');
  expect(said(told)).toContain('도시락이 개인 메시지로 보내요');
  expect((await fileFor(slack, minsu)).kept).toMatchObject({ lookups: [] });
  expect(logged).toEqual([]);
});

test('a file that Slack does not take is told of', async () => {
  const { slack } = await onSlack({ bot });
  slack.fault({ method: /^files\.completeUploadExternal$/ }, { error: 'file_upload_size_restricted' });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  await slack.command(minsu, 'class', '/privacy export').message();
  const seen = (): string[] => fromBot(slack, minsu, 'class', minsu).map((one) => said(one));
  await eventually(() => expect(seen()).toContain('파일을 보내지 못했어요. 잠시 뒤에 다시 해 주세요.'));
});

test('a file whose last word from Slack was lost is there once, and nobody is told otherwise', async () => {
  const { slack } = await onSlack({ bot });
  slack.clock.run();
  slack.fault({ method: /^files\.completeUploadExternal$/ }, { drop: 'after' });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  await slack.command(minsu, 'class', '/privacy export').message();
  const completed = () => slack.requests.filter(({ method }) => method === 'files.completeUploadExternal');
  await eventually(() => expect(completed()).toHaveLength(2));
  // Whatever follows from its answer has followed by then.
  await slack.command(minsu, 'class', '/k8s pod').message();
  expect(filesOf(slack, minsu)).toHaveLength(1);
  expect(fromBot(slack, minsu, 'class', minsu)).toHaveLength(2);
});

test('deleting is asked by a red button, and its answer takes the question’s place', async () => {
  const { slack, logged } = await onSlack({ bot });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  await slack.command(minsu, 'class', '/k8s pod').message();
  const asking = await slack.command(minsu, 'class', '/privacy delete').message();
  expect(labelsSeen(asking)).toEqual(['모두 지우기', '먼저 내보내기', '취소']);
  expect(JSON.stringify(asking.blocks)).toContain('"style":"danger"');
  expect(buttonsSeen(asking).some(({ primary }) => primary)).toBe(false);
  await pressed(slack, minsu, asking, '모두 지우기');
  await eventually(() => expect(titleOf(asking)).toBe('모두 지웠어요'));
  expect([logged, bugs]).toEqual([[], []]);
});
