import { expect, test } from 'vitest';
import type { Connection } from '../../../src/core/platform.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { fromBot, labelsSeen, pressed, said, spoken, titleOf } from '../../fakes/slack/seen.ts';
import type { Json, LocalSlack, User } from '../../fakes/slack/types.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf, COURSE, student } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);
const HELP = '도시락과 함께 쿠버네티스 배우기';

async function inClass(mode: 'socket' | 'http' = 'socket') {
  const { slack, logged, connection } = await onSlack({ bot, mode });
  return { slack, logged, connection, minsu: slack.user('민수', { locale: 'ko-KR' }), ann: slack.user('Ann') };
}

/** What the bot has called, but for looking people up, once it has ended all that it began. */
async function calls({ slack, connection }: { slack: LocalSlack; connection: Connection }): Promise<string[]> {
  await connection.stop(PATIENCE);
  return slack.requests
    .map(({ method }) => method)
    .filter((method) => /^(response_url$|chat|views|files)/.test(method));
}

test.each(['socket', 'http'] as const)('a mention without words shows what can be done (%s)', async (mode) => {
  const { slack, logged, minsu } = await inClass(mode);
  for (const where of ['class', 'thread'] as const)
    for (const text of ['', '   ', '도움말', '안녕하세요!', '도시락']) {
      const help = await slack.mention(minsu, where, text).message();
      expect([titleOf(help), help.ephemeralFor]).toEqual([HELP, minsu.id]);
      expect(help.threadTs).toBe(where === 'thread' ? slack.threadTs : undefined);
    }
  const plain = slack.mention(minsu, 'class', '');
  expect(labelsSeen(await plain.message())).toEqual([
    ...['/quiz', '/card', '/review', '/progress', '/chapters', '/lab', '/page', '/privacy'],
    ...['선생님 도움말', '소개'],
  ]);
  expect([logged, bugs]).toEqual([[], []]);
});

test('a direct message is answered in the conversation, one in a thread there in the thread', async () => {
  const { slack, logged, minsu } = await inClass();
  const pod = await slack.direct(minsu, '파드').message();
  expect([titleOf(pod), pod.ephemeralFor, pod.threadTs]).toEqual(['파드', undefined, undefined]);
  const node = await slack.direct(minsu, '노드', pod.ts).message();
  expect([titleOf(node), node.ephemeralFor, node.threadTs]).toEqual(['노드', undefined, pod.ts]);
  const quiz = await slack.direct(minsu, '퀴즈', pod.ts).message();
  expect([titleOf(quiz), quiz.threadTs]).toEqual(['문제 1 / 5', pod.ts]);
  expect(await pressed(slack, minsu, quiz, '모르겠어요')).toBe(quiz);
  expect(fromBot(slack, minsu, 'dm', minsu)).toEqual([pod, node, quiz]);
  expect([logged, bugs]).toEqual([[], []]);
});

test.each([
  ['도움말', HELP],
  ['/k8s 파드', '파드'],
  ['k8s 파드', '파드'],
  ['파드 vs 노드', '파드 ↔ 노드'],
  ['@dosirak 파드', '파드'],
  ['퀴즈', '문제 1 / 5'],
  ['/퀴즈', '문제 1 / 5'],
  ['quiz 자가 복구 3', '문제 1 / 3'],
  ['ㅔㅐㅇ', '파드'],
])('words in a direct message mean what they mean as a command: %s', async (text, title) => {
  const { slack, minsu } = await inClass();
  expect(titleOf(await slack.direct(minsu, text).message())).toBe(title);
});

test.each([
  '<b>파드</b> & 노드 차이',
  '파드 -> 노드',
  '&lt;파드&gt;',
  '파드 https://example.org/pod?a=1&b=2',
  'kubernetes.io',
  'ops@example.org 파드',
  '파드 #class',
  '파드 *노드* _서비스_ `잡`',
])('what Slack escapes or makes a link of is read as it was typed: %s', async (typed) => {
  const { slack, minsu } = await inClass();
  const { blocks } = await bot.dispatch(`k8s "${typed}"`, student);
  const [heading] = blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
  for (const seen of [
    await slack.direct(minsu, typed).message(),
    await slack.mention(minsu, 'class', typed).message(),
    await slack.command(minsu, 'class', `/k8s ${typed}`).message(),
  ])
    expect(titleOf(seen)).toBe(heading);
});

test('an unknown command is named as it was typed, and calls nobody', async () => {
  const { slack, minsu } = await inClass();
  const told = await slack.direct(minsu, '/<!channel> & `<b>`').message();
  expect(said(told)).toContain('/<!channel> 명령은 없어요. /dosirak을 입력하면');
  expect(spoken(told)).toContain('/<!channel> 명령은 없어요.');
  expect(told.pings.broadcasts).toEqual([]);
});

test('a command that is typed wrong is offered, and its button runs what was meant', async () => {
  const { slack, minsu } = await inClass();
  const told = await slack.direct(minsu, '/qiuz 파드 3').message();
  expect(said(told)).toContain('/qiuz 명령은 없어요. 혹시');
  expect(labelsSeen(told)).toEqual(['/quiz 파드 3']);
  const quiz = await pressed(slack, minsu, told, '/quiz 파드 3');
  expect(titleOf(quiz)).toBe('문제 1 / 3');
  expect(said(await slack.direct(minsu, '/파드').message())).toContain('컨테이너를 하나 이상 담');
});

/** An event as Slack wraps it. */
const eventOf = (slack: LocalSlack, event: Json): Json => ({
  type: 'event_callback',
  team_id: slack.teamId,
  api_app_id: slack.appId,
  event_id: `Ev${Math.random()}`,
  event_time: 1_800_000_000,
  authorizations: [{ team_id: slack.teamId, user_id: slack.botUserId, is_bot: true }],
  event,
});

const IGNORED: [string, (slack: LocalSlack, user: User) => Json][] = [
  ['itself', ({ botUserId, botId }) => ({ user: botUserId, bot_id: botId, text: '파드' })],
  ['itself, without a mark of a bot', ({ botUserId }) => ({ user: botUserId, text: '파드' })],
  ['another bot', () => ({ user: 'U0OTHERBOT', bot_id: 'B0OTHERBOT', text: '파드' })],
  ['an old bot', () => ({ subtype: 'bot_message', bot_id: 'B0OTHERBOT', username: 'news', text: '파드' })],
  ['an edit', (_, { id }) => ({ subtype: 'message_changed', message: { user: id, text: '파드', ts: '1.2' } })],
  ['a deletion', () => ({ subtype: 'message_deleted', deleted_ts: '1.2' })],
  ['somebody who joins', (_, { id }) => ({ subtype: 'channel_join', user: id, text: `<@${id}> has joined` })],
  ['somebody who leaves', (_, { id }) => ({ subtype: 'channel_leave', user: id, text: `<@${id}> has left` })],
  ['a reminder', () => ({ subtype: 'reminder_add', user: 'USLACKBOT', text: '파드' })],
  ['no words', (_, { id }) => ({ user: id, text: '' })],
  ['no text at all', (_, { id }) => ({ user: id })],
];

test.each(IGNORED)('%s is not answered in a direct message', async (_, event) => {
  const { slack, connection, logged, minsu } = await inClass();
  const channel = slack.channelId(minsu, 'dm');
  const shared = {
    type: 'message',
    channel,
    channel_type: 'im',
    ts: '1800000000.000100',
    event_ts: '1800000000.000100',
  };
  await slack.deliver('events_api', eventOf(slack, { ...shared, ...event(slack, minsu) })).acknowledged;
  expect(await calls({ slack, connection })).toEqual([]);
  expect([logged, bugs]).toEqual([[], []]);
});

test.each(IGNORED.slice(0, 4))('%s is not answered where it mentions the bot', async (_, event) => {
  const { slack, connection, logged, minsu } = await inClass();
  const channel = slack.channelId(minsu, 'class');
  const said = event(slack, minsu);
  const mention = { ...said, text: `<@${slack.botUserId}> ${said.text}` };
  const shared = { type: 'app_mention', channel, ts: '1800000000.000100', event_ts: '1800000000.000100' };
  await slack.deliver('events_api', eventOf(slack, { ...shared, ...mention })).acknowledged;
  expect(await calls({ slack, connection })).toEqual([]);
  expect([logged, bugs]).toEqual([[], []]);
});

test('what people say to each other in the channel is none of its business, and its own answers neither', async () => {
  const { slack, connection, minsu, ann } = await inClass();
  slack.say(minsu, 'class', '파드가 뭐야?');
  slack.say(ann, 'thread', '/k8s pod');
  // Slack tells the bot of its own direct messages, and of their changes.
  const quiz = await slack.direct(minsu, 'quiz').message();
  await pressed(slack, minsu, quiz, '모르겠어요');
  expect(await calls({ slack, connection })).toEqual(['chat.postMessage', 'response_url']);
  expect(fromBot(slack, ann, 'class', ann)).toEqual([]);
  expect(fromBot(slack, minsu, 'dm', minsu)).toEqual([quiz]);
});

test('a picture that is sent with words is a question', async () => {
  const { slack, connection, minsu } = await inClass();
  const channel = slack.channelId(minsu, 'dm');
  const shared = {
    type: 'message',
    channel,
    channel_type: 'im',
    ts: '1800000000.000100',
    event_ts: '1800000000.000100',
  };
  const event = {
    ...shared,
    subtype: 'file_share',
    user: minsu.id,
    text: '파드',
    files: [{ id: 'F0PICTURE', name: 'a.png' }],
  };
  await slack.deliver('events_api', eventOf(slack, event)).acknowledged;
  // The answer has a picture of its own.
  const uploads = ['files.getUploadURLExternal', 'files.completeUploadExternal'];
  expect(await calls({ slack, connection })).toEqual([...uploads, 'chat.postMessage']);
  expect(fromBot(slack, minsu, 'dm').map(titleOf)).toEqual(['파드']);
});

test('in the middle of a sentence a mention is a question, too, and others who are named are no part of it', async () => {
  const { slack, minsu, ann } = await inClass();
  expect(titleOf(await slack.mention(minsu, 'class', '파드가 뭐야?').message())).toBe('파드');
  slack.say(minsu, 'class', '@dosirak');
  const seen = await slack.mention(ann, 'class', 'what is a pod? @민수').message();
  expect([titleOf(seen), seen.pings.users]).toEqual(['Pod', []]);
});
