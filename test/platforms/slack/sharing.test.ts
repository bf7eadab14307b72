import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import {
  buttonsSeen,
  fromBot,
  homeOf,
  labelsSeen,
  linesSent,
  NOBODY,
  openedBy,
  pressed,
  said,
  spoken,
  titleOf,
} from '../../fakes/slack/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);
/** Questions of a practice on Pods. */
const ON_PODS = world.course().terms.get('pod')?.questions.length;
const SHARE = '📢 채널에 공유';

async function inClass(mode: 'socket' | 'http' = 'socket') {
  const { slack, logged } = await onSlack({ bot, mode });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const ann = slack.user('Ann', { locale: 'en-US' });
  const pod = await slack.command(minsu, 'class', '/k8s 파드').message();
  return { slack, logged, minsu, ann, pod };
}

test.each([
  ['k8s 파드랑 노드 차이', 'class', 'socket'],
  ['k8s 쿠버네티스의 구조', 'thread', 'http'],
  ['k8s 파드', 'thread', 'socket'],
  ['read pod 1', 'class', 'http'],
] as const)(
  'what «%s» shows is shared where it was asked (%s, %s), as it was seen, naming its caller without a ping',
  async (line, where, mode) => {
    const { slack, minsu, ann, logged } = await inClass(mode);
    const seen = await slack.mention(minsu, where, line).message();
    const before = JSON.stringify(seen);
    const shared = await pressed(slack, minsu, seen, SHARE);
    expect(said(shared)).toBe(`민수 님이 공유했어요\n${said(seen)}`);
    expect(labelsSeen(shared)).toEqual(labelsSeen(seen).filter((label) => label !== SHARE));
    expect([shared.ephemeralFor, shared.threadTs]).toEqual([
      undefined,
      where === 'thread' ? slack.threadTs : undefined,
    ]);
    expect([shared.pings, spoken(shared).includes(titleOf(seen))]).toEqual([NOBODY, true]);
    expect(fromBot(slack, ann, where, ann)).toEqual([shared]);
    expect(JSON.stringify(seen)).toBe(before);
    expect([logged, bugs]).toEqual([[], []]);
  },
);

test('what a command shows is shared with its channel; in English it says so in English', async () => {
  const { slack, minsu, ann, pod } = await inClass();
  const first = await pressed(slack, minsu, pod, SHARE);
  const seen = await slack.command(ann, 'class', '/k8s pod').message();
  const second = await pressed(slack, ann, seen, '📢 Share with the channel');
  expect(said(second)).toContain('Shared by Ann\nPod\n');
  expect(fromBot(slack, ann, 'class')).toEqual([first, second]);
});

test('in a channel that the bot is not in, commands are answered and shared as well', async () => {
  const { slack, minsu, ann, logged } = await inClass();
  const card = await slack.command(minsu, 'outside', '/card 파드').message();
  const shared = await pressed(slack, minsu, card, SHARE);
  expect([said(shared).split('\n')[0], shared.files.length]).toEqual(['민수 님이 공유했어요', 1]);
  const more = await pressed(slack, ann, shared, '자세히');
  expect([titleOf(more), more.ephemeralFor, more.channel]).toEqual(['Pod', ann.id, shared.channel]);
  const quiz = await slack.command(minsu, 'outside', '/quiz 파드').message();
  expect(await pressed(slack, minsu, quiz, '모르겠어요')).toBe(quiz);
  expect(logged).toEqual([]);
});

test('a name that looks like a mention or like marks is shown as it is and calls nobody', async () => {
  const { slack } = await inClass();
  for (const name of ['<!channel>', '@here', '*굵게* _이름_', '<@U0ABC12345>', '&lt;b&gt;']) {
    const user = slack.user(name, { locale: 'ko-KR' });
    const seen = await slack.command(user, 'class', '/k8s 파드').message();
    const shared = await pressed(slack, user, seen, SHARE);
    expect([said(shared).split('\n')[0], shared.pings]).toEqual([`${name} 님이 공유했어요`, NOBODY]);
  }
});

test('the buttons of what was shared answer everyone privately, in their own language, and leave it as it is', async () => {
  const { slack, minsu, ann, pod, logged } = await inClass();
  const shared = await pressed(slack, minsu, pod, SHARE);
  const before = JSON.stringify(shared);
  for (const [student, quiz] of [
    [ann, `Question 1 of ${ON_PODS}`],
    [minsu, `문제 1 / ${ON_PODS}`],
  ] as const) {
    for (const { label, value } of buttonsSeen(shared)) {
      const answer = await pressed(slack, student, shared, label);
      expect(answer.ephemeralFor).toBe(student.id);
      if (value === 'quiz pod') expect(titleOf(answer)).toBe(quiz);
      expect(/\p{Script=Hangul}/u.test(titleOf(answer))).toBe(student === minsu);
    }
  }
  expect(JSON.stringify(shared)).toBe(before);
  expect(fromBot(slack, minsu, 'class')).toEqual([shared]);
  expect(logged).toEqual([]);
});

test('a practice that was begun from what is shared goes on in the private message of its player', async () => {
  const { slack, minsu, ann, pod } = await inClass();
  const shared = await pressed(slack, minsu, pod, SHARE);
  const question = await pressed(slack, ann, shared, '이걸로 퀴즈 풀기');
  const graded = await pressed(slack, ann, question, 'I do not know');
  expect(graded).toBe(question);
  expect(await pressed(slack, ann, graded, 'Next question')).toBe(question);
  expect(titleOf(question)).toBe(`Question 2 of ${ON_PODS}`);
  expect(fromBot(slack, minsu, 'class')).toEqual([shared]);
});

test('pressed twice, at the same instant or later, it is shared once, and the second press is told so kindly', async () => {
  const { slack, minsu, pod, logged } = await inClass();
  const twice = [SHARE, SHARE].map((label) => slack.press(minsu, pod, { label }));
  await Promise.all(twice.map((act) => act.message()));
  await expect.poll(() => fromBot(slack, minsu, 'class', minsu).length).toBe(3);
  const later = await pressed(slack, minsu, pod, SHARE);
  const [first, ...others] = fromBot(slack, minsu, 'class', minsu).filter((message) => message !== pod);
  expect(others).toContain(later);
  const all = [first, ...others].flatMap((one) => one ?? []);
  const shared = all.filter(({ ephemeralFor }) => ephemeralFor === undefined);
  expect(shared.map(titleOf)).toEqual(['파드']);
  for (const told of all.filter((one) => !shared.includes(one)))
    expect([said(told), told.ephemeralFor]).toEqual(['이미 채널에 공유했어요.', minsu.id]);
  expect(all).toHaveLength(3);
  // Asked for anew, it may be shared anew.
  await pressed(slack, minsu, await slack.command(minsu, 'class', '/k8s 파드').message(), SHARE);
  expect(fromBot(slack, minsu, 'class')).toHaveLength(2);
  expect(logged).toEqual([]);
});

test('two who ask for the same may both share it', async () => {
  const { slack, minsu, ann, pod } = await inClass();
  const hers = await slack.command(ann, 'class', '/k8s pod').message();
  await pressed(slack, minsu, pod, SHARE);
  await pressed(slack, ann, hers, '📢 Share with the channel');
  expect(fromBot(slack, ann, 'class').map((message) => said(message).split('\n')[0])).toEqual([
    '민수 님이 공유했어요',
    'Shared by Ann',
  ]);
});

test('in direct messages and in modals nothing is offered to share', async () => {
  const { slack, minsu } = await inClass();
  const written = await slack.direct(minsu, '파드').message();
  const home = await homeOf(slack, minsu);
  const shown = [
    await slack.command(minsu, 'dm', '/k8s 파드').message(),
    await slack.command(minsu, 'dm', '/card').message(),
    written,
    await pressed(slack, minsu, written, '노드'),
    home,
    await openedBy(slack, minsu, home, '자세히'),
  ];
  for (const one of shown) {
    expect(labelsSeen(one).length).toBeGreaterThan(1);
    expect(linesSent(one).filter((line) => line.startsWith('share'))).toEqual([]);
  }
});

test('what Slack does not let into the channel is told so, and can be shared again', async () => {
  const { slack, minsu, pod, logged } = await inClass();
  // With its picture, which is given a second try, in words, and as a text alone.
  slack.fault({ method: /^response_url$/, times: 4 }, { error: 'restricted_action' });
  slack.clock.run();
  const told = await pressed(slack, minsu, pod, SHARE);
  expect([said(told), told.ephemeralFor]).toEqual([expect.stringContaining('공유하지 못했어요'), minsu.id]);
  expect(fromBot(slack, minsu, 'class')).toEqual([]);
  const shared = async () => {
    await pressed(slack, minsu, pod, SHARE);
    return fromBot(slack, minsu, 'class').map(titleOf);
  };
  await expect.poll(shared).toEqual(['파드']);
  expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
});
