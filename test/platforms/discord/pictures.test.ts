import { expect, test } from 'vitest';
import type { Theme } from '../../../src/core/reply/drawable.ts';
import { TIMES } from '../../../src/platforms/discord/limits.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import type { Message } from '../../fakes/discord/types.ts';
import { eventually } from '../../support/eventually.ts';

const PNG = '\x89PNG';

/** The picture of a message, as Discord keeps it. */
function pictureOf({ components, attachments }: Message) {
  const [file] = attachments;
  return {
    files: attachments.length,
    isPng: Buffer.from(file?.data.subarray(0, 4) ?? []).toString('latin1') === PNG,
    alt: file?.description,
    gallery: /"type":12\b/.test(JSON.stringify(components)),
  };
}

const shown = (words: string) => ({ files: 1, isPng: true, alt: expect.stringContaining(words), gallery: true });
const inWords = { files: 0, isPng: false, alt: undefined, gallery: false };

test('a card is a picture, which says what is on it to those who cannot see it; so is a shared one', async () => {
  const { discord, logged } = await onDiscord();
  for (const [locale, share, words] of [
    ['ko', '📢 채널에 공유', '파드 · Pod — 컨테이너를 하나 이상 담아'],
    ['en-US', '📢 Share with the channel', 'Pod · 파드 — The smallest unit'],
  ] as const) {
    const student = discord.user('학생', { locale });
    const card = await discord.slash(student, 'guild', 'card', { term: 'pod' }).settled();
    expect([card.ephemeral, pictureOf(card)]).toEqual([true, shown(words)]);
    const shared = await discord.press(student, card, { label: share }).settled();
    expect([shared.ephemeral, pictureOf(shared)]).toEqual([false, shown(words)]);
    expect(shared.pings).toEqual({ everyone: false, users: [], roles: [] });
  }
  expect(pictureOf(await discord.slash(discord.user('학생', { locale: 'ko' }), 'dm', 'card').settled())).toMatchObject({
    isPng: true,
  });
  expect(logged).toEqual([]);
});

test('pictures are drawn for the dark that most people have Discord in', async () => {
  const themes: Theme[] = [];
  const { discord } = await onDiscord({
    draw: async (_, theme) => {
      themes.push(theme);
      return Buffer.from(PNG, 'latin1');
    },
  });
  await discord.slash(discord.user('학생', { locale: 'ko' }), 'guild', 'card', { term: '파드' }).settled();
  expect(themes).toEqual(['dark']);
});

test('where a picture cannot be drawn, its words are shown, and operators hear of it', async () => {
  const { discord, logged } = await onDiscord({ draw: () => Promise.reject(new Error('no font')) });
  const card = await discord.slash(discord.user('학생', { locale: 'ko' }), 'guild', 'card', { term: '파드' }).settled();
  expect(pictureOf(card)).toEqual(inWords);
  expect(JSON.stringify(card.components)).toContain('가장 작은 배포 단위');
  expect(logged).toMatchObject([{ level: 'warn', message: 'a picture could not be drawn' }]);
});

test('a server that takes no files, or no components v2, shows the words', async () => {
  const { discord } = await onDiscord();
  discord.features.componentsV2 = false;
  const card = await discord.slash(discord.user('학생', { locale: 'ko' }), 'guild', 'card', { term: '파드' }).settled();
  expect(pictureOf(card)).toEqual(inWords);
  expect(JSON.stringify(card.embeds)).toContain('가장 작은 배포 단위');
});

test('a card that takes its time is filled in with its picture, once, though the first try broke off', async () => {
  let begun = 0;
  const drawn = Promise.withResolvers<Uint8Array>();
  const { discord } = await onDiscord({
    draw: () => {
      begun++;
      return drawn.promise;
    },
  });
  discord.fault({ method: 'PATCH', path: /@original$/ }, { drop: 'after', clean: true });
  const student = discord.user('학생', { locale: 'ko' });
  const asked = discord.slash(student, 'guild', 'card', { term: '파드' });
  await eventually(() => expect(begun).toBe(1));
  discord.clock.advance(TIMES.patience);
  expect((await asked.answered).kind).toBe('deferred');
  drawn.resolve(Buffer.from(`${PNG}...`, 'latin1'));
  const card = await asked.settled();
  expect([card.ephemeral, pictureOf(card), begun]).toEqual([true, shown('파드'), 1]);
  expect(discord.messages(discord.guild.channelId, student)).toEqual([card]);
});
