import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import { fromBot, labelsSeen, linesSent, pressed, pressedIn, said, titleOf } from '../../fakes/slack/seen.ts';
import type { Where } from '../../fakes/slack/types.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);

async function inClass(mode: 'socket' | 'http' = 'socket') {
  const { slack, logged } = await onSlack({ bot, mode });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  return { slack, logged, minsu, ann: slack.user('Ann') };
}

test.each<[string, Where, 'socket' | 'http']>([
  ['파드가 뭐야?', 'class', 'socket'],
  ['파드', 'thread', 'http'],
  ['pod', 'outside', 'socket'],
  ['"파드"', 'class', 'socket'],
  ['“파드” <파드>', 'class', 'http'],
  ['파드\n파드', 'thread', 'socket'],
])(
  'the words of a message, %j (%s, %s), are looked up in a modal that its reader alone sees',
  async (text, where, mode) => {
    const { slack, logged, minsu, ann } = await inClass(mode);
    const message = slack.say(ann, where, text);
    const view = await slack.messageShortcut(minsu, 'look_up', message).view();
    expect([view.type, view.user, titleOf(view)]).toEqual(['modal', minsu, '파드']);
    // Nothing is offered to share, and a press changes the modal.
    expect(linesSent(view).filter((line) => line.startsWith('share'))).toEqual([]);
    expect(titleOf(await pressedIn(slack, minsu, view, '노드'))).toBe('노드');
    for (const user of [minsu, ann]) expect(fromBot(slack, user, 'class', user)).toEqual([]);
    const english = await slack.messageShortcut(ann, 'look_up', message).view();
    expect(titleOf(english)).toBe('Pod');
    expect([logged, bugs]).toEqual([[], []]);
  },
);

test('what the bot itself has shared can be looked up, too', async () => {
  const { slack, minsu, ann } = await inClass();
  const pod = await slack.command(minsu, 'class', '/k8s 파드').message();
  const shared = await pressed(slack, minsu, pod, '📢 채널에 공유');
  const view = await slack.messageShortcut(ann, 'look_up', shared).view();
  expect(said(view)).not.toBe('');
  expect(labelsSeen(view).length).toBeGreaterThan(0);
});

test.each([
  ['no words', ''],
  ['quotes alone', '"""'],
  ['what looks like a command', '/quiz 99'],
  ['what looks like a line of ours', 'share ask pod'],
  ['calls to everybody', '@here @channel @everyone'],
  ['a long text', '오늘은 점심 도시락 이야기를 했어요. '.repeat(200)],
  ['marks', '```\nkubectl get pods\n```'],
])('a message of %s is answered kindly', async (_, text) => {
  const { slack, logged, minsu, ann } = await inClass();
  const message = slack.say(ann, 'class', text);
  const view = await slack.messageShortcut(minsu, 'look_up', message).view();
  expect(said(view)).not.toMatch(/^$|문제가 생겼어요|undefined|도시락과 함께|문제 1/);
  expect([logged, bugs]).toEqual([[], []]);
});

test('where no modal can be opened, the reader is answered in the channel, alone', async () => {
  const { slack, minsu, ann } = await inClass();
  slack.fault({ method: /^views\.open$/ }, { error: 'expired_trigger_id' });
  const message = slack.say(ann, 'class', '파드가 뭐야?');
  const told = await slack.messageShortcut(minsu, 'look_up', message).message();
  expect([titleOf(told), told.ephemeralFor]).toEqual(['파드', minsu.id]);
});
