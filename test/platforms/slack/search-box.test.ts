import { expect, test } from 'vitest';
import { offeredName } from '../../../src/course/find.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { answerIt, type Player, QUIZ, questionIn, RESULT } from '../../fakes/slack/playing.ts';
import { changed, fromBot, homeOf, labelsSeen, picks, pressedIn, said, titleOf } from '../../fakes/slack/seen.ts';
import type { LocalSlack, User, View } from '../../fakes/slack/types.ts';
import { PATIENCE } from '../../support/patience.ts';
import { sample } from '../../support/sample.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);

const offers = async (slack: LocalSlack, user: User, view: View, typed: string): Promise<string[]> =>
  (await slack.suggest(user, view, typed, 'look')).map(({ label }) => label);

/** A student with both search boxes: the home tab's, and that of the shortcut. */
async function searching(locale = 'ko-KR', mode: 'socket' | 'http' = 'socket') {
  const { slack, logged, connection } = await onSlack({ bot, mode });
  const user = slack.user('민수', { locale });
  const home = await homeOf(slack, user);
  const modal = await slack.shortcut(user, 'search').view();
  return { slack, logged, connection, user, home, modal, boxes: [home, modal] };
}

test.each([
  ['a half-typed syllable', '파ㄷ', '파드', 'Pod'],
  ['the beginning of a name', '서비ㅅ', '서비스', 'Service'],
  ['one letter', '파', '파드', 'Pod'],
  ['initial consonants', 'ㅋㅂㄴㅌㅅ', '쿠버네티스', 'Kubernetes'],
  ['Korean keys meant as English', 'ㅔㅐㅇ', '파드', 'Pod'],
  ['English keys meant as Korean', 'vkem', '파드', 'Pod'],
  ['English', 'statef', '스테이트풀셋', 'StatefulSet'],
  ['another name', 'k8', '쿠버네티스', 'Kubernetes'],
])('%s (%s) is completed to the title in the language of the person', async (_, typed, ko, en) => {
  for (const [locale, title, mode] of [
    ['ko-KR', ko, 'socket'],
    ['en-GB', en, 'http'],
  ] as const) {
    const { slack, user, boxes, logged } = await searching(locale, mode);
    for (const view of boxes) expect((await offers(slack, user, view, typed))[0]).toBe(title);
    expect(logged).toEqual([]);
  }
});

test('titles are offered the best first, none twice, and no more than Slack takes', async () => {
  const { slack, user, modal } = await searching();
  const counts: number[] = [];
  const beginnings = [...'가나다라마바사아자차카타파하abcdefghijklmnopqrstuvwxyz', 'kube', '쿠버', '컨테', '서비'];
  for (const typed of beginnings) {
    const titles = await offers(slack, user, modal, typed);
    expect(new Set(titles).size).toBe(titles.length);
    counts.push(titles.length);
  }
  expect([Math.max(...counts) > 5, Math.max(...counts) <= 100]).toEqual([true, true]);
  expect((await offers(slack, user, modal, '서비스')).slice(0, 2)).toEqual(['서비스', '서비스 메시']);
});

test.each([
  ['spaces', '   '],
  ['6,000 letters', '파드 '.repeat(2000)],
  ['nonsense', 'qwfpgjluy'],
  ['marks', '```<!channel> <@U0ABC12345> \\ " “ # * _ ~'],
  ['NUL and a lone surrogate', '\0\ud83d'],
  ['emoji', '🍱👨‍👩‍👧'],
])('%s is answered, too: perhaps with nothing', async (_, typed) => {
  const { slack, user, boxes, logged } = await searching();
  for (const view of boxes) expect((await offers(slack, user, view, typed)).length).toBeLessThanOrEqual(100);
  expect([logged, bugs]).toEqual([[], []]);
});

test.each([
  ['ko', 'ko-KR', 'socket'],
  ['en', 'en-US', 'http'],
] as const)(
  'a title is offered as it is typed, and picking it shows that very concept (%s)',
  async (own, locale, mode) => {
    const { slack, user, modal, logged } = await searching(locale, mode);
    for (const one of sample([...world.course().terms.values(), ...world.course().sections.values()], 30)) {
      const title = one.title[own];
      const name = offeredName(one, world.course())[own];
      const half = await offers(slack, user, modal, title.slice(0, Math.ceil(title.length / 2)));
      // Of many chapters' summaries not all have room.
      expect(half.includes(name) || half.some((other) => other.startsWith(title)), name).toBe(true);
      expect((await offers(slack, user, modal, name))[0]).toBe(name);
      await changed(modal, await picks(slack, user, modal, name));
      expect(titleOf(modal), one.id).toBe(title);
    }
    expect(logged).toEqual([]);
  },
);

test('what is picked in the home tab opens a modal of its own, in one already open it is shown below the box', async () => {
  const { slack, user, home, modal, logged } = await searching();
  const before = JSON.stringify(home.blocks);
  expect(said(modal)).toBe('🔎 무엇이 궁금한가요?');
  await changed(modal, await picks(slack, user, modal, '파드'));
  expect(said(modal).split('\n').slice(0, 3)).toEqual(['🔎 무엇이 궁금한가요?', '파드', 'Pod']);
  // A press changes what is below, and the box is there for the next search.
  await pressedIn(slack, user, modal, '노드');
  expect(titleOf(modal)).toBe('노드');
  await changed(modal, await picks(slack, user, modal, '서비스'));
  expect(said(modal).split('\n').slice(0, 2)).toEqual(['🔎 무엇이 궁금한가요?', '서비스']);
  slack.dismiss(user, modal);
  const opened = await (await picks(slack, user, home, '볼륨')).view();
  expect([opened.type, titleOf(opened), said(opened).includes('🔎')]).toEqual(['modal', '볼륨', false]);
  expect(JSON.stringify(home.blocks)).toBe(before);
  expect(logged).toEqual([]);
});

test('the box stays above a practice, also after an answer that was typed in a modal of its own', async () => {
  const { slack, user, modal, logged } = await searching();
  const how: Player = { slack, user, locale: 'ko' };
  const types = new Set<string>();
  for (const title of ['가상 머신', '서비스']) {
    await changed(modal, await picks(slack, user, modal, title));
    await pressedIn(slack, user, modal, QUIZ.ko);
    const total = Number(titleOf(modal).match(/\d+$/)?.[0]);
    for (let at = 1; at <= total; at++) {
      const question = questionIn(modal, world.course().questions);
      types.add(question.type);
      await answerIt(how, modal, question, true);
      expect([said(modal).split('\n')[0], titleOf(modal)]).toEqual(['🔎 무엇이 궁금한가요?', '⭕ 맞았어요!']);
      await pressedIn(slack, user, modal, at < total ? '다음 문제' : RESULT.ko);
    }
  }
  expect(types.size).toBeGreaterThan(5);
  expect(logged).toEqual([]);
});

test('a shortcut whose modal comes too late is told so, in the direct messages', async () => {
  const { slack, user, connection } = await searching();
  slack.fault({ method: /^views\.open$/ }, { error: 'expired_trigger_id' });
  await slack.shortcut(user, 'search').acknowledged;
  await connection.stop(PATIENCE);
  expect(fromBot(slack, user, 'dm').map(said)).toEqual(['입력 창을 여는 데 너무 오래 걸렸어요. 한 번 더 눌러 주세요.']);
});

test.each([
  ['ko-KR', '🍱 도시락', '🔎 무엇이 궁금한가요?', '궁금한 개념을 찾아보세요'],
  ['en-US', '🍱 Dosirak', '🔎 What would you like to know?', 'Look up a concept'],
])('the shortcut opens a search box in the language of the person (%s)', async (locale, title, words, placeholder) => {
  const { modal } = await searching(locale);
  expect([modal.type, modal.title, said(modal), labelsSeen(modal)]).toEqual(['modal', title, words, []]);
  expect(JSON.stringify(modal.blocks)).toContain(placeholder);
});

test('a class’s own titles are offered within Slack’s limits, and found again by what is picked', async () => {
  const long = '아주 길고 긴 이름을 가진 개념 '.repeat(7).trim();
  const titles = [`하나 ${long}`, '둘 <!channel> @here & "따옴표"', '셋 *굵게* `코드`', '넷 5개'];
  const files = titles.map((title, i) => [
    `glossary/${i}.md`,
    `---\nid: t${i}\ntitle: ${JSON.stringify(title)}\ndefinition: 뜻 ${i}\n---\n\n설명이에요.\n`,
  ]);
  const { slack, logged } = await onSlack({ folders: [folderOf(Object.fromEntries(files))] });
  const user = slack.user('민수', { locale: 'ko-KR' });
  const modal = await slack.shortcut(user, 'search').view();
  for (const [i, title] of titles.entries()) {
    const [first] = await slack.suggest(user, modal, title.slice(0, 2));
    if (!first) throw new Error(`${title} is not offered`);
    expect([first.label.length <= 75, first.value.length <= 150]).toEqual([true, true]);
    await changed(modal, slack.pick(user, modal, first));
    expect(said(modal), title).toContain(`뜻 ${i}`);
  }
  expect(logged).toEqual([]);
});

test('two titles that are alike for as long as Slack shows are told apart', async () => {
  const alike = `가${'나'.repeat(80)}`;
  const file = (id: string) => `---\nid: ${id}\ntitle: ${alike}${id}\ndefinition: 뜻 ${id}\n---\n\n설명이에요.\n`;
  const { slack } = await onSlack({
    folders: [folderOf({ 'glossary/a.md': file('aa'), 'glossary/b.md': file('bb') })],
  });
  const user = slack.user('민수', { locale: 'ko-KR' });
  const modal = await slack.shortcut(user, 'search').view();
  const meanings: string[] = [];
  for (const option of await slack.suggest(user, modal, alike)) {
    await changed(modal, slack.pick(user, modal, option));
    meanings.push(said(modal).match(/뜻 (\w+)/)?.[1] ?? '');
  }
  expect(meanings.toSorted()).toEqual(['aa', 'bb']);
});

test.each([
  ['a share', 'share ask pod'],
  ['a practice of somebody else', 'drill all.k3f9.00000.5.'],
  ['nothing', ''],
  ['a command', '/quiz'],
  ['what calls everybody', '<!channel> @everyone'],
  ['an endless line', `ask ${'파드 '.repeat(5000)}`],
])('what was picked by force is shown to the one who did it: %s', async (_, value) => {
  const { slack, user, modal, logged } = await searching();
  const act = slack.pick(user, modal, { label: '파드', value });
  if (value === '') await act.acknowledged;
  else await changed(modal, act);
  expect(said(modal)).not.toMatch(/문제가 생겼어요|undefined/);
  expect(slack.messages(slack.channelId(user, 'class'), user)).toHaveLength(1);
  expect([logged, bugs]).toEqual([[], []]);
});
