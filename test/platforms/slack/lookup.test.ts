import { expect, test } from 'vitest';
import { onSlack } from '../../fakes/slack/bot.ts';
import { buttonsSeen, fromBot, labelsSeen, NOBODY, pressed, said, spoken, titleOf } from '../../fakes/slack/seen.ts';
import type { LocalSlack, Message, User, Where } from '../../fakes/slack/types.ts';
import { sample } from '../../support/sample.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);
const SHARES = ['📢 채널에 공유', '📢 Share with the channel'];

test.each(['socket', 'http'] as const)('a look-up is seen by the caller alone, %s', async (mode) => {
  const { slack, logged } = await onSlack({ mode });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const message = await slack.command(minsu, 'class', '/k8s 파드').message();
  expect(message.ephemeralFor).toBe(minsu.id);
  expect(message.text).toContain('파드 · Pod');
  expect(fromBot(slack, minsu, 'class')).toEqual([]);
  expect(logged).toEqual([]);
});

/** The ways to ask the bot the same: by a command, by calling it, in private. */
const WAYS: readonly [string, Where, (slack: LocalSlack, user: User, line: string) => Promise<Message>][] = [
  ['a command', 'class', (slack, user, line) => slack.command(user, 'class', `/${line}`).message()],
  ['a command in a direct message', 'dm', (slack, user, line) => slack.command(user, 'dm', `/${line}`).message()],
  ['a mention', 'class', (slack, user, line) => slack.mention(user, 'class', line).message()],
  ['a mention in a thread', 'thread', (slack, user, line) => slack.mention(user, 'thread', line).message()],
  ['a direct message', 'dm', (slack, user, line) => slack.direct(user, line).message()],
];

const ASKED: [string, string, string, boolean][] = [
  ['k8s ㅔㅐㅇ', '파드\nPod\n', 'Pod\n파드\n', true],
  ['k8s 파드랑 노드 차이', '파드 ↔ 노드\n', 'Pod ↔ Node\n', true],
  ['k8s 쿠버네티스의 구조', '쿠버네티스의 구조\n', 'The architecture of Kubernetes\n', true],
  ['quiz', '문제 1 / 5\n', 'Question 1 of 5\n', false],
  ['quiz ㅋㅂㄴㅌㅅ 3', '문제 1 / 3\n', 'Question 1 of 3\n', false],
  ['card', '오늘의 카드 · 11월 23일 월요일', "Today's card · Monday 23 November", true],
  ['card 노드', '노드', 'Node', true],
  ['dosirak', '도시락과 함께 쿠버네티스 배우기\n', 'Learn Kubernetes with Dosirak\n', false],
  ['dosirak about', '도시락\n과목', 'Dosirak\nCourse', false],
];

test.each(
  sample(
    WAYS.flatMap((way) => ASKED.map((asked) => [...way, ...asked] as const)),
    15,
  ),
)('%s (%s) %# «%4$s» is answered there, in the language of the person', async (_, where, ask, line, ko, en, others) => {
  const { slack, logged } = await onSlack({ bot });
  for (const [locale, expected] of [
    ['ko-KR', ko],
    ['ja-JP', ko],
    ['en-US', en],
    ['en-GB', en],
  ] as const) {
    const student = slack.user(`학생 ${locale}`, { locale });
    const seen = await ask(slack, student, line);
    expect(said(seen), locale).toContain(expected);
    expect(spoken(seen)).toContain(titleOf(seen));
    expect(seen.channel).toBe(slack.channelId(student, where));
    expect(seen.threadTs).toBe(where === 'thread' ? slack.threadTs : undefined);
    expect(seen.pings).toEqual(NOBODY);
    // Only where others read, and only what is worth it.
    const share = labelsSeen(seen).filter((label) => SHARES.includes(label));
    expect(share).toEqual(others && where !== 'dm' ? [SHARES[expected === ko ? 0 : 1]] : []);
  }
  for (const place of ['class', 'thread'] as const) expect(fromBot(slack, slack.user('Ann'), place)).toEqual([]);
  expect([logged, bugs]).toEqual([[], []]);
});

test.each(WAYS.filter(([, where]) => where !== 'dm'))('%s is answered to its caller alone', async (_, where, ask) => {
  const { slack } = await onSlack({ bot });
  const [minsu, ann] = [slack.user('민수', { locale: 'ko-KR' }), slack.user('Ann')];
  const seen = await ask(slack, minsu, 'k8s 파드');
  expect(seen.ephemeralFor).toBe(minsu.id);
  expect(fromBot(slack, minsu, where, minsu)).toEqual([seen]);
  expect(fromBot(slack, ann, where, ann)).toEqual([]);
});

test.each([
  ['ko-KR', '비밀번호 이상함', '혹시 이걸 찾으셨나요?', '딱 이거라고 장담은 못 해요'],
  ['en-US', '비밀번호 이상함', 'Did you mean one of these?', 'I am not sure that this is it'],
  ['ko-KR', '배포할 때 뭔가 이상한 느낌', '혹시 이걸 찾으셨나요?', '딱 맞는 개념은 못 찾았어요'],
  ['en-US', 'practice problems about safety', 'Did you mean one of these?', 'Pick one below'],
  ['ko-KR', '떡볶이 맛집 추천', '그건 아직 저도 잘 몰라요', '/k8s 파드'],
  ['en-US', 'asdfqwerzxcv', 'I do not know that one yet', '/k8s Pod'],
] as const)('without a sure answer (%s, %s) every button leads on, and there is nothing to share', async (...row) => {
  const [locale, term, title, words] = row;
  for (const [, where, ask] of WAYS) {
    const { slack } = await onSlack({ bot });
    const student = slack.user('학생', { locale });
    const offer = await ask(slack, student, `ask ${term}`);
    const before = JSON.stringify(offer.blocks);
    expect(titleOf(offer), where).toBe(title);
    expect(said(offer)).toContain(words);
    expect(labelsSeen(offer).length).toBeGreaterThanOrEqual(2);
    for (const { label, value } of buttonsSeen(offer)) {
      expect(SHARES).not.toContain(label);
      const next = await pressed(slack, student, offer, label);
      if (value.startsWith('ask')) expect(titleOf(next)).toBe(label.replace('📖 ', ''));
      else expect(titleOf(next)).not.toBe(title);
      expect(JSON.stringify(offer.blocks)).toBe(before);
    }
  }
});

/** Lines of code blocks, and what stands between backticks, the longest first. */
const codeIn = (markdown: string): string[] =>
  Array.from(markdown.matchAll(/^```.*\n([\s\S]*?)^```|`([^`\n]+)`/gm), ([, block = '', inline = '']) => block + inline)
    .flatMap((code) => code.split('\n').map((line) => line.trim()))
    .filter((line) => line !== '')
    .sort((a, b) => b.length - a.length);

test('a concept or section is found by its title and reads well: no mark shows that was to make words bold', async () => {
  const { slack, logged } = await onSlack({ bot });
  const all = sample([...world.course().terms.values(), ...world.course().sections.values()], 30);
  for (const [user, locale] of [
    [slack.user('민수', { locale: 'ko-KR' }), 'ko'],
    [slack.user('Ann'), 'en'],
  ] as const)
    for (const one of all) {
      const { id, title } = one;
      const seen = await slack.direct(user, title[locale]).message();
      expect([titleOf(seen), seen.pings]).toEqual([title[locale], NOBODY]);
      // Code has marks of its own: `{"\n"}`.
      const code = codeIn('body' in one ? one.body[locale] : one.explanation[locale]);
      const prose = code.reduce((words, line) => words.replaceAll(line, ''), said(seen));
      expect(prose, id).not.toMatch(/\*\*|&(?:amp|lt|gt);|\\/);
      expect(spoken(seen)).toContain(title[locale]);
    }
  expect(logged).toEqual([]);
});

test.each(['class', 'thread'] as const)(
  'what is related opens there in a private message of its own; the one that was read stays as it was (%s)',
  async (where) => {
    const { slack } = await onSlack({ bot });
    const minsu = slack.user('민수', { locale: 'ko-KR' });
    const pod = await slack.mention(minsu, where, '파드').message();
    const before = JSON.stringify(pod);
    for (const label of ['노드', '📖 쿠버네티스 기본 용어']) {
      const next = await pressed(slack, minsu, pod, label);
      expect([titleOf(next), next.ephemeralFor]).toEqual([label.replace('📖 ', ''), minsu.id]);
    }
    expect(JSON.stringify(pod)).toBe(before);
    expect(fromBot(slack, minsu, where, minsu).map(titleOf)).toEqual(['파드', '노드', '쿠버네티스 기본 용어']);
    expect(fromBot(slack, minsu, where)).toEqual([]);
  },
);

test('a long section is read on page by page, and none of it is lost', async () => {
  const sentences = Array.from(
    { length: 150 },
    (_, i) => `이것은 ${i + 1}번째 문장이고 끝까지 다 읽을 수 있어야 해요.`,
  );
  const chapter = `---\nid: long\ntitle: 긴 장\n---\n\n## 아주 긴 절 {#one}\n\n${sentences.join(' ')}\n`;
  const { slack } = await onSlack({ folders: [folderOf({ 'chapters/a.md': chapter })] });
  const minsu = slack.user('민수', { locale: 'ko-KR' });
  const pages = [await slack.command(minsu, 'class', '/k8s 아주 긴 절').message()];
  for (let page = pages[0]; page; ) {
    const more = labelsSeen(page).find((label) => label.startsWith('이어서 읽기'));
    page = more === undefined ? undefined : await pressed(slack, minsu, page, more);
    if (page) pages.push(page);
  }
  expect(pages.length).toBeGreaterThan(2);
  const numbers = pages.flatMap((page) => Array.from(said(page).matchAll(/(\d+)번째/g), ([, n]) => Number(n)));
  expect(numbers).toEqual(sentences.map((_, i) => i + 1));
  for (const [i, page] of pages.entries()) {
    expect(page.ephemeralFor).toBe(minsu.id);
    expect(said(page)).toContain(`긴 장 · ${i + 1}/${pages.length}`);
  }
});
