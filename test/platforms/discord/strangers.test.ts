import { expect, test } from 'vitest';
import { onDiscord } from '../../fakes/discord/bot.ts';
import type { Message } from '../../fakes/discord/types.ts';
import { openBox, questionIn } from '../../support/playing.ts';
import { inChannel, NOBODY, pressed, said, titleOf } from '../../support/seen.ts';
import { botOf, COURSE, folderOf } from '../../support/world.ts';

const { bot, world, logged: bugs } = await botOf([COURSE]);

/** `#` stands for an id of somebody. */
const HOSTILE: [string, string][] = [
  ['everyone', '@everyone @here 파드'],
  ['mentions', '<@#> <@!#> <@&#> <#123456789012345678> 파드'],
  ['a mention alone', '<@#>'],
  ['marks', '**__~~||`파드`||~~__** ```js\n@everyone\n``` [a](https://example.org) > # -# - 1. \\'],
  ['quotes', '"파드" “ ” term:"노드" topic:@everyone 주제:"'],
  ['6,000 letters', '파드가 뭐야? '.repeat(750)],
  ['6,000 marks', '<@&`*"'.repeat(1000)],
  ['NUL and other controls', '\0파\u0007드\u001b[31m\u009b'],
  ['zalgo', `p${'\u0300\u0301\u0489'.repeat(200)}o${'\u0316'.repeat(200)}d`],
  ['emoji', '🍱👨‍👩‍👧‍👦🇰🇷👍🏽 <:k8s:123456789012345678> <t:0:R>'],
  ['the other direction', '\u202e드파\u2066\u200f'],
  ['half a character', '\ud83d 파드 \udc00'],
  ['lines of ours', 'share ask pod drill all.k3f9.00000.5. read pod 2'],
  ['names of JavaScript', '__proto__ constructor toString'],
];

test.each(HOSTILE)('%s: whatever is typed is answered privately and pings nobody', async (_, typed) => {
  const { discord, logged } = await onDiscord({ bot });
  const minsu = discord.user('민수', { locale: 'ko' });
  const words = typed.replaceAll('#>', `${discord.user('Ann').id}>`).slice(0, 6000);
  const started: Message[] = [];
  for (const where of ['guild', 'dm'] as const) {
    started.push(await discord.slash(minsu, where, 'k8s', { term: words }).settled());
    started.push(await discord.slash(minsu, where, 'card', { term: words }).settled());
    started.push(await discord.slash(minsu, where, 'quiz', { topic: words, count: 2 }).settled());
    await discord.autocomplete(minsu, where, 'k8s', 'term', words);
  }
  for (const message of started) {
    expect([message.ephemeral, message.pings]).toEqual([true, NOBODY]);
    expect(said(message)).not.toBe('');
  }
  expect(inChannel(discord)).toEqual([]);
  expect([logged, bugs]).toEqual([[], []]);
});

const typedTerm = Array.from(world.course().terms.values()).find(({ questions }) => questions[0]?.type === 'typed');

test.each([...HOSTILE, ['spaces', '   '] as const])(
  '%s: whatever is written as an answer is graded',
  async (_, typed) => {
    const { discord, logged } = await onDiscord({ bot });
    const minsu = discord.user('민수', { locale: 'ko' });
    let message = await discord.slash(minsu, 'guild', 'quiz', { topic: typedTerm?.id ?? '' }).settled();
    while (questionIn(message, world.course().questions).type !== 'typed') {
      message = await pressed(discord, minsu, message, '모르겠어요');
      message = await pressed(discord, minsu, message, '다음 문제');
    }
    const box = await openBox(discord, minsu, message, 'ko');
    const words = Array.from(typed.replaceAll('#>', `${minsu.id}>`))
      .slice(0, 200)
      .join('');
    expect(await discord.submit(minsu, box, words).settled()).toBe(message);
    expect(titleOf(message)).toBe('❌ 아쉬워요');
    expect(message.pings).toEqual(NOBODY);
    expect([logged, bugs]).toEqual([[], []]);
  },
);

test('what a class writes in its content pings nobody either, not even shared with the channel', async () => {
  const people = '@everyone @here <@123456789012345678> <@&123456789012345678>';
  const content = `---\nid: a\ntitle: "가 ${people}"\naliases: ["${people}"]\ndefinition: "${people}"\n---\n\n${people}\n\n> ${people}\n`;
  const { discord } = await onDiscord({ folders: [folderOf({ 'glossary/a.md': content })] });
  const minsu = discord.user('민수', { locale: 'ko' });
  const seen = await discord.slash(minsu, 'guild', 'ask', { term: 'a' }).settled();
  const shared = await pressed(discord, minsu, seen, '📢 채널에 공유');
  expect(said(shared).match(/everyone/g)).toHaveLength(4);
  expect([seen.pings, shared.pings]).toEqual([NOBODY, NOBODY]);
});
