import { expect, test } from 'vitest';
import { both, look, registrar } from './registrar.ts';

async function withFiles() {
  const { discord, put } = await registrar();
  const file = { type: 'file', summary: both('파일', 'file') } as const;
  await put([{ ...look, options: { file }, messageMenu: both('찾기', 'Look') }]);
  return { discord, minsu: discord.user('민수', { locale: 'ko' }) };
}

test('a message’s menu has the name that its reader reads', async () => {
  const { discord, minsu } = await withFiles();
  const message = discord.say(minsu, discord.guild.channelId, '파드', [{ filename: 'a.txt', data: 'a' }]);
  expect(() => discord.menu(minsu, message, '찾기')).not.toThrow();
  expect(() => discord.menu(minsu, message, 'Look')).toThrow('is registered');
  expect(() => discord.menu(discord.user('Ann'), message, 'Look')).not.toThrow();
});

test('an option takes a file where it takes one', async () => {
  const { discord, minsu } = await withFiles();
  expect(() => discord.slash(minsu, 'guild', 'look', { file: 'a.txt' })).toThrow('is no file');
  expect(() => discord.slash(minsu, 'guild', 'look', { file: { filename: 'a.txt', data: 'a' } })).not.toThrow();
});

test('a file is given to whoever has its address, as it was signed', async () => {
  const { discord, minsu } = await withFiles();
  const [file] = discord.say(minsu, discord.guild.channelId, '', [{ filename: 'a b.txt', data: '가' }]).attachments;
  const url = file?.url ?? expect.fail('no file');
  expect(await (await fetch(url)).text()).toBe('가');
  expect((await fetch(url.replace(/\?.*$/, ''))).status).toBe(404);
});
