import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import { answerIt, questionIn, startQuiz } from '../../fakes/slack/playing.ts';
import {
  buttonsSeen,
  fromBot,
  homeOf,
  labelsSeen,
  linesSent,
  openedBy,
  picks,
  pressed,
  pressedIn,
  said,
  titleOf,
} from '../../fakes/slack/seen.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

/** Buttons before what was looked up, where nothing was missed, and those after all else. */
const BEGIN = 5;
const WAYS = 2;

/** What is known of people ends with the test: each has a bot of its own. */
async function atHome(mode: 'socket' | 'http' = 'socket', locale = 'ko-KR') {
  const { bot, world, logged: bugs } = await botOf([COURSE]);
  const { slack, logged } = await onSlack({ bot, mode });
  const user = slack.user('민수', { locale });
  return { slack, logged, bugs, world, bot, user, how: { slack, user, locale: 'ko' } as const };
}

test.each([
  [
    'ko-KR',
    'socket',
    [
      '🔎 무엇이 궁금한가요?',
      '✏️ 무엇을 연습할까요?',
      '지금 해 볼 것',
      '오늘의 카드 · 11월 23일 월요일',
      '최근에 찾아본 것',
      '내 연습',
    ],
    ['아직 찾아본 것이 없어요. /k8s 파드처럼 물어보세요.', '아직 푼 문제가 없어요.'],
    [
      /^다음에 배울 것: /,
      /^이번 장 풀기: 1장 /,
      '아무거나 풀기',
      '자세히',
      '이걸로 퀴즈 풀기',
      '내 진도',
      '할 수 있는 일',
    ],
  ],
  [
    'en-US',
    'http',
    [
      '🔎 What would you like to know?',
      '✏️ What shall we practise?',
      'What to do now',
      "Today's card · Monday 23 November",
      'Looked up last',
      'My practice',
    ],
    ['Nothing yet. Ask something, such as /k8s Pod.', 'No questions answered yet.'],
    [
      /^Next: /,
      /^Practise Chapter 1: /,
      'Quiz me on anything',
      'More',
      'Quiz me on this',
      'My progress',
      'What I can do',
    ],
  ],
] as const)(
  'the home tab has a search box, today’s card, what was looked up, the practice so far and buttons to begin (%s, %s)',
  async (locale, mode, parts, empty, labels) => {
    const { slack, logged, bugs, user } = await atHome(mode, locale);
    const home = await homeOf(slack, user);
    expect([home.type, home.user]).toEqual(['home', user]);
    const places = parts.map((part) => said(home).indexOf(part));
    expect(places.every((place, i) => place > (places[i - 1] ?? -1))).toBe(true);
    for (const words of empty) expect(said(home)).toContain(words);
    expect(labelsSeen(home)).toEqual(labels.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))));
    expect(buttonsSeen(home).filter(({ primary }) => primary)).toHaveLength(1);
    expect(slack.home(user)).toBe(home);
    expect([logged, bugs]).toEqual([[], []]);
  },
);

test('what was looked up last comes first, each once and at most five; pressed, it opens in a modal', async () => {
  const { slack, logged, user } = await atHome();
  const looked = ['파드', '노드', '서비스', '쿠버네티스의 구조', '파드', '디플로이먼트', '볼륨'];
  for (const words of looked) await slack.command(user, 'class', `/k8s ${words}`).message();
  await slack.direct(user, '떡볶이 맛집 추천').message();
  const home = await homeOf(slack, user);
  const last = ['볼륨', '디플로이먼트', '파드', '📖 쿠버네티스의 구조', '서비스'];
  expect(labelsSeen(home).slice(BEGIN, -WAYS)).toEqual(last);
  for (const label of last) expect(titleOf(await openedBy(slack, user, home, label))).toBe(label.replace('📖 ', ''));
  // Another person has looked up nothing.
  const ann = slack.user('Ann');
  expect(said(await homeOf(slack, ann))).toContain('Nothing yet.');
  expect(logged).toEqual([]);
});

test('what is looked up by a press, a search or a direct message counts as well; opened again, the tab shows it', async () => {
  const { slack, user } = await atHome();
  const home = await homeOf(slack, user);
  const found = await (await picks(slack, user, home, '파드')).view();
  await pressedIn(slack, user, found, '노드');
  await slack.direct(user, '서비스').message();
  expect(await homeOf(slack, user, 2)).toBe(home);
  expect(labelsSeen(home).slice(BEGIN, -WAYS)).toEqual(['서비스', '노드', '파드']);
});

test('the practice so far is told, with what to look at again until it is answered right', async () => {
  const { slack, world, user, how } = await atHome();
  const answer = async (topic: string, knows: boolean) => {
    const on = await startQuiz(how, topic);
    await answerIt(how, on, questionIn(on, world.course().questions), knows);
    slack.clock.advance(1000);
  };
  await answer('파드', true);
  await answer('노드', false);
  await answer('서비스', false);
  const home = await homeOf(slack, user);
  expect(said(home)).toContain('지금까지 3문제를 풀어 1문제를 맞혔어요.\n다시 보면 좋은 개념이에요.');
  expect(labelsSeen(home).slice(-WAYS - 2, -WAYS)).toEqual(['서비스', '노드']);
  await answer('노드', true);
  await homeOf(slack, user, 2);
  expect(said(home)).toContain('지금까지 4문제를 풀어 2문제를 맞혔어요.');
  expect(labelsSeen(home).at(-WAYS - 1)).toBe('서비스');
  expect(labelsSeen(home)).not.toContain('노드');
});

test('every button of the home tab opens a modal, whose presses change it; the tab stays as it is', async () => {
  const { slack, logged, bugs, user } = await atHome('http');
  const home = await homeOf(slack, user);
  const before = JSON.stringify(home.blocks);
  for (const { label } of buttonsSeen(home)) {
    const view = await openedBy(slack, user, home, label);
    expect([view.type, view.title, view.closed]).toEqual(['modal', '🍱 도시락', false]);
    // A menu's and a box's buttons have tests of their own.
    const others = buttonsSeen(view).filter(({ actionId }) => actionId.startsWith('run:'));
    for (const { label: next } of others.slice(0, 3)) {
      const opened = await openedBy(slack, user, home, label);
      const shown = said(opened);
      expect(await pressedIn(slack, user, opened, next)).toBe(opened);
      expect(said(opened)).not.toBe(shown);
      slack.dismiss(user, opened);
    }
  }
  expect(JSON.stringify(home.blocks)).toBe(before);
  expect([fromBot(slack, user, 'class', user), fromBot(slack, user, 'dm')]).toEqual([[], []]);
  expect([logged, bugs]).toEqual([[], []]);
});

test('a practice that begins in the home tab is played in its modal', async () => {
  const { slack, world, user, how } = await atHome();
  const home = await homeOf(slack, user);
  const view = await openedBy(slack, user, home, '아무거나 풀기');
  expect(titleOf(view)).toMatch(/^문제 1 \/ \d$/);
  expect(await answerIt(how, view, questionIn(view, world.course().questions), true)).toBe(view);
  expect(titleOf(view)).toBe('⭕ 맞았어요!');
  await pressedIn(slack, user, view, '다음 문제');
  expect(titleOf(view)).toMatch(/^문제 2 \/ \d$/);
  expect(fromBot(slack, user, 'dm')).toEqual([]);
});

test('only the home tab is published when it is opened, not when messages are', async () => {
  const { slack, user, logged } = await atHome();
  await slack.openHome(user, 'messages').acknowledged;
  await slack.direct(user, '파드').message();
  expect(slack.home(user)).toBeUndefined();
  await homeOf(slack, user);
  expect(slack.requests.filter(({ method }) => method === 'views.publish')).toHaveLength(1);
  expect(logged).toEqual([]);
});

test('a course without concepts has a home tab, too', async () => {
  const { bot, logged: bugs } = await botOf([folderOf({ 'readme.txt': 'nothing' })]);
  const { slack, logged } = await onSlack({ bot });
  const home = await homeOf(slack, slack.user('민수', { locale: 'ko-KR' }));
  expect(linesSent(home)).toEqual(['progress', 'dosirak']);
  expect([logged, bugs]).toEqual([[], []]);
});

test('where a home tab cannot be published, the next opening shows it, and nothing of it is in the log', async () => {
  const { slack, user, logged } = await atHome();
  slack.fault({ method: /^views\.publish$/ }, { error: 'invalid_arguments' });
  await slack.openHome(user).acknowledged;
  await expect.poll(() => logged).toMatchObject([{ level: 'warn', fields: { reason: 'invalid_arguments' } }]);
  expect(titleOf(await homeOf(slack, user))).not.toBe('');
});

test('who presses in the home tab where no modal can be opened is answered in a direct message', async () => {
  const { slack, user } = await atHome();
  const home = await homeOf(slack, user);
  slack.fault({ method: /^views\.open$/ }, { error: 'expired_trigger_id' });
  await slack.press(user, home, { label: '할 수 있는 일' }).acknowledged;
  const titles = () => fromBot(slack, user, 'dm').map(titleOf);
  await expect.poll(titles).toEqual(['도시락과 함께 쿠버네티스 배우기']);
  const [help] = fromBot(slack, user, 'dm');
  if (help) expect(titleOf(await pressed(slack, user, help, '/quiz'))).toBe('문제 1 / 5');
});

test('a topic is chosen in the box for practice: chapters stand there before anything is typed, and names complete', async () => {
  for (const mode of ['socket', 'http'] as const) {
    const { slack, user, world, how, logged, bugs } = await atHome(mode);
    const home = await homeOf(slack, user);
    const first = await slack.suggest(user, home, '', 'look:quiz');
    expect(first.map(({ label }) => label)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^1장 /), '틀린 문제', '실습']),
    );
    const [found] = await slack.suggest(user, home, '파드', 'look:quiz');
    if (!found) throw new Error('nothing is offered');
    const view = await slack.pick(user, home, found, 'look:quiz').view();
    expect(titleOf(view)).toMatch(/^문제 1 \/ \d+$/);
    expect(questionIn(view, world.course().questions).term).toBe('pod');
    expect(await answerIt(how, view, questionIn(view, world.course().questions), true)).toBe(view);
    const chapter = first.find(({ label }) => label.startsWith('1장'));
    if (!chapter) throw new Error('no chapter is offered');
    expect(titleOf(await slack.pick(user, home, chapter, 'look:quiz').view())).toBe('문제 1 / 5');
    expect([logged, bugs]).toEqual([[], []]);
  }
});
