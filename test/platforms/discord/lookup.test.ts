import { expect, test } from 'vitest';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { buttonsSeen, inChannel, labelsSeen, NOBODY, pressed, said, titleOf } from '../../support/seen.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, logged: bugs } = await botOf([COURSE]);
const PLACES = ['guild', 'thread', 'dm'] as const;
const SHARES = ['📢 채널에 공유', '📢 Share with the channel'];

test('a lookup is for the caller alone, until it is shared under their name', async () => {
  const { discord, logged } = await onDiscord();
  const minsu = discord.user('민수', { locale: 'ko' });
  const seen = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
  expect(seen.ephemeral).toBe(true);
  expect(JSON.stringify(seen.components)).toContain('가장 작은 배포 단위');
  const shared = await discord.press(minsu, seen, { label: '📢 채널에 공유' }).settled();
  expect(shared.ephemeral).toBe(false);
  expect(JSON.stringify(shared.components)).toContain(`<@${minsu.id}> 님이 공유했어요`);
  expect(shared.pings).toEqual({ everyone: false, users: [], roles: [] });
  expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
});

test.each([
  ['k8s', { term: 'ㅔㅐㅇ' }, '## 파드\n-# Pod\n', '## Pod\n-# 파드\n', true],
  ['k8s', { term: '파드랑 노드 차이' }, '## 파드 ↔ 노드\n', '## Pod ↔ Node\n', true],
  ['k8s', { term: '쿠버네티스의 구조' }, '## 쿠버네티스의 구조\n', '## The architecture of Kubernetes\n', true],
  ['quiz', {}, '## 문제 1 / 5\n', '## Question 1 of 5\n', false],
  ['quiz', { topic: 'ㅋㅂㄴㅌㅅ', count: 3 }, '## 문제 1 / 3\n', '## Question 1 of 3\n', false],
  ['card', {}, ' — 오늘의 카드 · 11월 23일 월요일', " — Today's card · Monday 23 November", true],
  ['card', { term: '노드' }, '노드 · Node — ', 'Node · 노드 — ', true],
  ['dosirak', {}, '## 도시락과 함께 쿠버네티스 배우기\n', '## Learn Kubernetes with Dosirak\n', false],
  ['dosirak', { page: 'about' }, '## 도시락\n', '## Dosirak\n', false],
] as const)(
  '/%s %j answers privately everywhere, in the language of the person',
  async (name, options, ko, en, others) => {
    const { discord, logged } = await onDiscord({ bot });
    for (const [locale, expected] of [
      ['ko', ko],
      ['ja', ko],
      ['en-US', en],
      ['en-GB', en],
    ] as const) {
      const student = discord.user('학생', { locale });
      for (const where of PLACES) {
        const seen = await discord.slash(student, where, name, options).settled();
        expect(said(seen), `${locale} ${where}`).toContain(expected);
        expect(seen.ephemeral).toBe(true);
        expect(seen.channelId).toBe(discord.channelId(student, where));
        // Only where others read, and only what is worth it.
        const share = labelsSeen(seen).filter((label) => SHARES.includes(label));
        expect(share).toEqual(others && where !== 'dm' ? [SHARES[expected === ko ? 0 : 1]] : []);
      }
    }
    expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(bugs).toEqual([]);
  },
);

test.each([
  ['ko', '비밀번호 이상함', '혹시 이걸 찾으셨나요?', '딱 이거라고 장담은 못 해요'],
  ['en-US', '비밀번호 이상함', 'Did you mean one of these?', 'I am not sure that this is it'],
  ['ko', '배포할 때 뭔가 이상한 느낌', '혹시 이걸 찾으셨나요?', '딱 맞는 개념은 못 찾았어요'],
  ['en-US', 'practice problems about safety', 'Did you mean one of these?', 'Pick one below'],
  ['ko', '떡볶이 맛집 추천', '그건 아직 저도 잘 몰라요', /<\/k8s:\d+> `낱말:파드`/],
  ['en-US', 'asdfqwerzxcv', 'I do not know that one yet', /<\/k8s:\d+> `term:Pod`/],
] as const)('without a sure answer (%s, %s) every button leads on, and there is nothing to share', async (...row) => {
  const [locale, term, title, words] = row;
  const { discord } = await onDiscord({ bot });
  const student = discord.user('학생', { locale });
  const offer = await discord.slash(student, 'guild', 'k8s', { term }).settled();
  const before = JSON.stringify(offer.components);
  expect([titleOf(offer), offer.ephemeral]).toEqual([title, true]);
  expect(said(offer)).toMatch(words);
  expect(labelsSeen(offer).length).toBeGreaterThanOrEqual(2);
  for (const { label, customId } of buttonsSeen(offer)) {
    expect(SHARES).not.toContain(label);
    const next = await pressed(discord, student, offer, label);
    if (customId.startsWith('ask')) expect(titleOf(next)).toBe(label.replace('📖 ', ''));
    else expect(titleOf(next)).not.toBe(title);
    if (next !== offer) expect(JSON.stringify(offer.components)).toBe(before);
  }
});

test('what is related opens in a private message of its own; the one that was read stays as it was', async () => {
  const { discord } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  const pod = await discord.slash(minsu, 'guild', 'k8s', { term: '파드' }).settled();
  const before = JSON.stringify(pod);
  for (const label of ['노드', '📖 쿠버네티스 기본 용어']) {
    const next = await pressed(discord, minsu, pod, label);
    expect([titleOf(next), next.ephemeral]).toEqual([label.replace('📖 ', ''), true]);
  }
  expect(JSON.stringify(pod)).toBe(before);
  expect(inChannel(discord, minsu).map(titleOf)).toEqual(['파드', '노드', '쿠버네티스 기본 용어']);
  expect(inChannel(discord)).toEqual([]);
});

test('a long section is read on page by page, and none of it is lost', async () => {
  const sentences = Array.from(
    { length: 150 },
    (_, i) => `이것은 ${i + 1}번째 문장이고 끝까지 다 읽을 수 있어야 해요.`,
  );
  const chapter = `---\nid: long\ntitle: 긴 장\n---\n\n## 아주 긴 절 {#one}\n\n${sentences.join(' ')}\n`;
  const { discord } = await onDiscord({ folders: [folderOf({ 'chapters/a.md': chapter })] });
  const minsu = discord.user('민수', { locale: 'ko' });
  const pages = [await discord.slash(minsu, 'guild', 'ask', { term: '아주 긴 절' }).settled()];
  for (let page = pages[0]; page; ) {
    const more = labelsSeen(page).find((label) => label.startsWith('이어서 읽기'));
    page = more === undefined ? undefined : await pressed(discord, minsu, page, more);
    if (page) pages.push(page);
  }
  expect(pages.length).toBeGreaterThan(2);
  const numbers = pages.flatMap((page) => Array.from(said(page).matchAll(/(\d+)번째/g), ([, n]) => Number(n)));
  expect(numbers).toEqual(sentences.map((_, i) => i + 1));
  for (const [i, page] of pages.entries()) {
    expect(page.ephemeral).toBe(true);
    expect(said(page)).toContain(`긴 장 · ${i + 1}/${pages.length}`);
    const shared = await pressed(discord, minsu, page, SHARES[0] ?? '');
    expect(said(shared)).toBe(`-# <@${minsu.id}> 님이 공유했어요\n${said(page)}`);
    expect(shared.pings).toEqual(NOBODY);
  }
});
