import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/core/reply/limits.ts';
import { TIMES } from '../../../src/platforms/discord/limits.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import type { Interaction, Modal, Upload } from '../../fakes/discord/types.ts';
import { eventually } from '../../support/eventually.ts';
import { MANIFEST, pasting } from '../../support/pasting.ts';
import { said } from '../../support/seen.ts';

const FILE: Upload = { filename: 'web.yaml', data: `\uFEFF${MANIFEST}\n` };
const READ = { name: 'web.yaml', text: `${MANIFEST}\n` };
const ADDRESS = /^\/(?:ephemeral-)?attachments\//;
const PLACES = ['guild', 'thread', 'dm'] as const;

async function pasted() {
  const { bot, received } = pasting();
  const all = await onDiscord({ bot });
  return { ...all, received, minsu: all.discord.user('민수', { locale: 'ko' }) };
}

async function modalOf({ answered }: Interaction): Promise<Modal> {
  const answer = await answered;
  if (answer.kind !== 'modal') throw new Error(`no modal but ${answer.kind}`);
  return answer.modal;
}

describe.each(PLACES)('what is handed over in a %s', (where) => {
  test('reaches the command whole from an option, with a file or in words', async () => {
    const { discord, received, minsu, logged } = await pasted();
    const long = `${MANIFEST}\n${'#'.repeat(5999 - MANIFEST.length)}`;
    await discord.slash(minsu, where, 'k8s', { term: long }).settled();
    await discord.slash(minsu, where, 'k8s', { file: FILE }).settled();
    await discord.slash(minsu, where, 'k8s', { term: '왜 안 돼요?', file: FILE }).settled();
    expect(received).toEqual([
      { term: long, file: undefined },
      { term: undefined, file: READ },
      { term: '왜 안 돼요?', file: READ },
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/apiVersion|web\.yaml/);
  });

  test('reaches it from a box, of several lines and with a file', async () => {
    const { discord, received, minsu } = await pasted();
    const modal = await modalOf(discord.slash(minsu, where, 'k8s'));
    expect(modal.fields.map(({ customId, label, field }) => [customId, label, field.type])).toEqual([
      ['term', '궁금한 말', 4],
      ['file', '매니페스트 파일', 19],
    ]);
    expect(modal.fields[0]?.field).toMatchObject({ style: 2, max_length: 4000, required: false });
    await discord.submit(minsu, modal, { term: MANIFEST }).settled();
    await discord.submit(minsu, modal, { file: FILE }).settled();
    const both = await discord.submit(minsu, modal, { term: MANIFEST, file: FILE }).settled();
    expect(both.ephemeral).toBe(true);
    expect(received).toEqual([
      { term: MANIFEST, file: undefined },
      { term: undefined, file: READ },
      { term: MANIFEST, file: READ },
    ]);
  });

  test('reaches it from a message’s menu, for the one who asked alone', async () => {
    const { discord, received, minsu } = await pasted();
    const channel = discord.channelId(minsu, where);
    const message = discord.say(minsu, channel, `<@${minsu.id}> 이거 봐 줘 <:sad:123>\n${MANIFEST}`, [
      { filename: 'shot.png', data: Uint8Array.of(1, 0), contentType: 'image/png' },
      { ...FILE, contentType: 'text/plain; charset=utf-8' },
    ]);
    const seen = await discord.menu(minsu, message, '이 말 찾아보기').settled();
    expect(seen.ephemeral).toBe(true);
    expect(received).toEqual([{ term: `이거 봐 줘 \n${MANIFEST}`, file: READ }]);
    const yuna = discord.user('유나', { locale: 'en-GB' });
    if (where === 'dm') return;
    await discord.menu(yuna, message, 'Look this up').settled();
    expect(received).toHaveLength(2);
  });
});

test('an empty box, and a message without words, are told what to write', async () => {
  const { discord, received, minsu } = await pasted();
  const modal = await modalOf(discord.slash(minsu, 'guild', 'k8s'));
  expect(said(await discord.submit(minsu, modal, {}).settled())).toContain('내용을 적어 주세요');
  const picture = { filename: 'shot.png', data: Uint8Array.of(1, 0), contentType: 'image/png' };
  const message = discord.say(minsu, discord.guild.channelId, '', [picture]);
  expect(said(await discord.menu(minsu, message, '이 말 찾아보기').settled())).toContain('읽을 수 있는 글이 없어요');
  expect(received).toEqual([]);
});

test('a server without Labels shows a box for text, one without modals says what to write', async () => {
  const { discord, received, minsu } = await pasted();
  discord.features.label = false;
  const modal = await modalOf(discord.slash(minsu, 'guild', 'k8s'));
  await discord.submit(minsu, modal, MANIFEST).settled();
  expect(received).toEqual([{ term: MANIFEST, file: undefined }]);
  discord.features.modals = false;
  expect(said(await discord.slash(minsu, 'guild', 'k8s').settled())).toContain('내용을 적어 주세요');
});

test('a file that is too large is never fetched', async () => {
  const { discord, received, minsu } = await pasted();
  const file = { filename: 'all.log', data: 'a'.repeat(LIMITS.file + 1) };
  expect(said(await discord.slash(minsu, 'guild', 'k8s', { file }).settled())).toContain('너무 커서');
  expect(discord.requests.filter(({ path }) => ADDRESS.test(path))).toEqual([]);
  expect(received).toEqual([]);
});

test.each([{ status: 404 }, { status: 503 }, { drop: 'before' }] as const)(
  'a file that is not handed over is asked for in words: %j',
  async (fault) => {
    const { discord, received, minsu, logged } = await pasted();
    discord.fault({ path: ADDRESS }, fault);
    expect(said(await discord.slash(minsu, 'guild', 'k8s', { file: FILE }).settled())).toContain('받아 오지 못했어요');
    expect(received).toEqual([]);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
    expect(JSON.stringify(logged)).not.toContain('attachments');
  },
);

test('a file that takes long is waited for, once Discord knows that an answer comes, and not for ever', async () => {
  const { discord, received, minsu } = await pasted();
  const slowly = async (ms: number): Promise<Interaction> => {
    const delay = discord.fault({ path: ADDRESS }, { delay: ms });
    const asked = discord.slash(minsu, 'guild', 'k8s', { file: FILE });
    await eventually(() => expect(delay.struck()).toBe(1));
    discord.clock.advance(TIMES.patience);
    expect((await asked.answered).kind).toBe('deferred');
    discord.clock.advance(Math.min(ms, TIMES.download));
    return asked;
  };
  await (await slowly(5000)).settled();
  expect(received).toEqual([{ term: undefined, file: READ }]);
  expect(said(await (await slowly(60_000)).settled())).toContain('받아 오지 못했어요');
});
