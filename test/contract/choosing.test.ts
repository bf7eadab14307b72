/** One suite on every platform: an instructor sees, chooses, moves and takes out the cards to come, and posts one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PLATFORMS } from '../support/chats.ts';
import { botOf, COURSE, folderOf } from '../support/world.ts';

const FILES = Object.fromEntries(
  ['container', 'node', 'pod', 'service'].map((id) => [
    `glossary/${id}.md`,
    readFileSync(join(COURSE, `glossary/${id}.md`)),
  ]),
);

const WORDS = {
  ko: {
    setup: '/class setup 15시',
    titles: ['파드', '노드', '서비스'],
    next: '다음',
    day: '11월 27일',
    on: '11월 27일(금)',
    remove: '빼기',
    press: {
      remove: '빼기',
      restore: '노드 되돌리기',
      list: '앞으로 올라갈 카드 보기',
      next: '다음 차례로',
      day: '11월 26일(목)',
    },
    removed: '뺀 카드: 노드',
    restored: '되돌린 카드: 노드',
    chosen: '이날로 정함',
    first: '먼저 올리기로 정함',
    wrong: '파두',
    meant: '개념인가요',
    alone: '지금은 나만 볼 수 있어요',
    post: '지금 올리기',
    posting: '오늘의 카드로',
    again: '이미 올렸어요',
    todays: '오늘의 카드 ·',
  },
  en: {
    setup: '/class setup 15:00',
    titles: ['Pod', 'Node', 'Service'],
    next: 'next',
    day: '11/27',
    on: 'Fri 27 November',
    remove: 'remove',
    press: {
      remove: 'Take out',
      restore: 'Take Node back',
      list: 'Show the cards to come',
      next: 'Make it next',
      day: 'Thu 26 November',
    },
    removed: 'Taken out: Node',
    restored: 'Taken back: Node',
    chosen: 'set for this day',
    first: 'set to come first',
    wrong: 'podd',
    meant: 'Did you mean',
    alone: 'Only you see it now',
    post: 'Post it now',
    posting: 'on its way',
    again: 'is up already',
    todays: "Today's card ·",
  },
} as const;

describe.each(PLATFORMS)('%s', (_, open) => {
  test.each(['ko', 'en'] as const)('the cards to come are chosen by words and by buttons (%s)', async (locale) => {
    const { bot, logged } = await botOf([folderOf(FILES)]);
    const chat = await open(bot, locale, onTestFinished, 'manager');
    const words = WORDS[locale];
    const [pod, node, service] = words.titles;
    const { press } = words;
    await chat.say(words.setup);
    await chat.say('/class cards');
    for (const told of [...words.titles, words.on]) expect(chat.shown()).toContain(told);
    await chat.say(`/class cards ${pod} ${words.day}`);
    for (const told of [words.on, words.chosen]) expect(chat.shown()).toContain(told);
    await chat.say(`/class cards ${service} ${words.next}`);
    expect(chat.shown()).toContain(words.first);
    await chat.say(`/class cards ${node}`);
    await chat.press(press.day);
    expect(chat.shown()).toContain(press.day);
    await chat.press(node);
    await chat.press(press.remove);
    expect(chat.shown()).toContain(words.removed);
    await chat.press(press.restore);
    expect(chat.shown()).toContain(words.restored);
    await chat.say(`/class cards ${node} ${words.remove}`);
    expect(chat.shown()).toContain(words.removed);
    await chat.say(`/class cards ${words.wrong}`);
    expect(chat.shown()).toContain(words.meant);
    expect(logged).toEqual([]);
  });

  test.each(['ko', 'en'] as const)(
    'a concept is previewed alone and posted once; then it is the card of the day (%s)',
    async (locale) => {
      const { bot, logged } = await botOf([folderOf(FILES)]);
      const chat = await open(bot, locale, onTestFinished, 'manager');
      const words = WORDS[locale];
      const [pod, node] = words.titles;
      await chat.say(words.setup);
      await chat.say(`/class preview ${pod}`);
      expect(chat.shown()).toContain(words.alone);
      await chat.press(words.post);
      expect(chat.shown()).toContain(words.posting);
      await chat.say(`/class post ${node}`);
      expect(chat.shown()).toContain(words.again);
      await chat.say('/card');
      for (const told of [words.todays, pod]) expect(chat.shown()).toContain(told);
      expect(logged).toEqual([]);
    },
  );
});
