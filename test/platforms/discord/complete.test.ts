import { expect, test } from 'vitest';
import { LIMITS } from '../../../src/core/reply/limits.ts';
import { offeredName } from '../../../src/course/find.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import type { LocalDiscord, User } from '../../fakes/discord/types.ts';
import { fewAtOnce } from '../../support/few.ts';
import { sample } from '../../support/sample.ts';
import { buttonsSeen, said, titleOf } from '../../support/seen.ts';
import { botOf, COURSE } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);
type Where = readonly [command: string, option: string];
const K8S: Where = ['k8s', 'term'];
const QUIZ: Where = ['quiz', 'topic'];
const CARD: Where = ['card', 'term'];
const OPTIONS = [K8S, QUIZ, CARD];

async function offers(discord: LocalDiscord, user: User, typed: string, [name, option] = K8S) {
  const choices = await discord.autocomplete(user, 'guild', name, option, typed);
  for (const { name: shown, value } of choices) expect(value).toBe(shown);
  return choices.map(({ name: shown }) => shown);
}

test.each([
  ['a half-typed syllable', '파ㄷ', '파드', 'Pod'],
  ['the beginning of a name', '서비ㅅ', '서비스', 'Service'],
  ['initial consonants', 'ㅋㅂㄴㅌㅅ', '쿠버네티스', 'Kubernetes'],
  ['Korean keys meant as English', 'ㅔㅐㅇ', '파드', 'Pod'],
  ['English keys meant as Korean', 'vkem', '파드', 'Pod'],
  ['English', 'statef', '스테이트풀셋', 'StatefulSet'],
  ['another name', 'k8', '쿠버네티스', 'Kubernetes'],
])('%s (%s) is completed to the title in the language of the person', async (_, typed, ko, en) => {
  const { discord } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  const ann = discord.user('Ann', { locale: 'en-GB' });
  for (const where of OPTIONS) {
    expect((await offers(discord, minsu, typed, where))[0]).toBe(ko);
    expect((await offers(discord, ann, typed, where))[0]).toBe(en);
  }
});

test('at most 25 titles are offered, none twice, the best first', async () => {
  const { discord } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  const counts: number[] = [];
  const beginnings = [...'가나다라마바사아자차카타파하abcdefghijklmnopqrstuvwxyz', 'kube', '쿠버', '컨테', '서비'];
  for (const typed of beginnings) {
    const titles = await offers(discord, minsu, typed);
    expect(new Set(titles).size).toBe(titles.length);
    counts.push(titles.length);
  }
  expect(Math.max(...counts)).toBe(25);
  expect((await offers(discord, minsu, '서비스')).slice(0, 2)).toEqual(['서비스', '서비스 메시']);
});

test.each([
  ['nothing', ''],
  ['spaces', '   '],
  ['6,000 letters', '파드 '.repeat(2000)],
  ['nonsense', 'qwfpgjluy'],
  ['marks', '```@everyone <@1> \\ " “ # * _ ~'],
  ['NUL and a lone surrogate', '\0\ud83d'],
  ['emoji', '🍱👨‍👩‍👧'],
])('%s is answered, too: perhaps with nothing', async (_, typed) => {
  const { discord, logged } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  for (const where of OPTIONS) expect((await offers(discord, minsu, typed, where)).length).toBeLessThanOrEqual(25);
  expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
  expect(bugs).toEqual([]);
});

test.each(['ko', 'en-US'])(
  'a title is offered as it is typed, and picking it gives that very concept (%s)',
  async (locale) => {
    const { discord, logged } = await onDiscord({ bot });
    const student = discord.user('학생', { locale });
    const own = locale === 'ko' ? 'ko' : 'en';
    const all = sample([...world.course().terms.values(), ...world.course().sections.values()], 30);
    await fewAtOnce(all, async (one) => {
      const title = one.title[own];
      const name = offeredName(one, world.course())[own];
      const half = await offers(discord, student, title.slice(0, Math.ceil(title.length / 2)));
      // Of many chapters' summaries not all have room.
      expect(half).toContain(half.length < LIMITS.completions ? name : half.find((other) => other.startsWith(title)));
      expect(await offers(discord, student, title)).toContain(name);
      expect((await offers(discord, student, name))[0]).toBe(name);
      const found = await discord.slash(student, 'guild', 'k8s', { term: name }).settled();
      expect(titleOf(found).replaceAll('\\', '')).toBe(title);
      expect(buttonsSeen(found).map(({ customId }) => customId)).toContain(`share ask ${one.id}`);
    });
    expect(logged).toEqual([]);
  },
);

test('a title offered for a quiz starts one, and a title offered for a card has one', async () => {
  const { discord } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  const all = sample([...world.course().terms.values(), ...world.course().sections.values()], 30);
  await fewAtOnce(all, async (one) => {
    const { ko: title } = offeredName(one, world.course());
    expect((await offers(discord, minsu, title, QUIZ))[0]).toBe(title);
    const quiz = await discord.slash(minsu, 'dm', 'quiz', { topic: title }).settled();
    expect(titleOf(quiz)).toMatch(/^문제 1 \/ \d/);
    const [card] = await offers(discord, minsu, title, CARD);
    // Sections have none.
    if (!world.course().terms.has(one.id)) return expect(card).not.toBe(title);
    expect(card).toBe(title);
    const shown = await discord.slash(minsu, 'guild', 'card', { term: title }).settled();
    expect(said(shown)).toContain('개념 카드');
    expect(buttonsSeen(shown).map(({ customId }) => customId)).toContain(`share card ${one.id}`);
  });
});

test('the same words offer the same concepts in both languages', async () => {
  const { discord } = await onDiscord({ bot });
  const [minsu, ann] = [discord.user('민수', { locale: 'ko' }), discord.user('Ann', { locale: 'en-US' })];
  const { terms, sections } = world.course();
  const titles = [...terms.values(), ...sections.values()].map((one) => offeredName(one, world.course()));
  const english = new Map(titles.map(({ ko, en }) => [ko, en]));
  const korean = await offers(discord, minsu, '서비스');
  expect(korean.length).toBeGreaterThan(3);
  expect(await offers(discord, ann, '서비스')).toEqual(korean.map((title) => english.get(title)));
});
