import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import { LIMITS } from '../../../src/core/reply/limits.ts';
import { createAttach } from '../../../src/platforms/discord/attachments.ts';
import { createClock } from '../../fakes/clock.ts';

/** What is fetched, by the address, in place of the network. */
function fetching(apiUrl?: string) {
  const asked: string[] = [];
  const own = globalThis.fetch;
  onTestFinished(() => {
    globalThis.fetch = own;
  });
  globalThis.fetch = async (url) => {
    asked.push(String(url));
    return new Response('kind: Pod');
  };
  const log = { error: () => {}, warn: () => {}, info: () => {} };
  return { asked, attach: createAttach({ apiUrl, timers: createClock(), log }) };
}

const file = (url: string) => ({ id: '1', filename: 'web.yaml', size: 9, url });

test.each([
  'https://cdn.discordapp.com/ephemeral-attachments/2/1/web.yaml?ex=1&hm=2&',
  'https://media.discordapp.net/attachments/2/1/web.yaml',
])('files come from Discord’s own servers: %s', async (url) => {
  const { asked, attach } = fetching();
  expect(Buffer.from((await attach(file(url))?.read()) ?? []).toString()).toBe('kind: Pod');
  expect(asked).toEqual([url]);
});

test.each([
  'http://cdn.discordapp.com/attachments/2/1/web.yaml',
  'https://cdn.discordapp.com:8443/attachments/2/1/web.yaml',
  'https://cdn.discordapp.com.example.org/web.yaml',
  'https://cdn.discordapp.com@example.org/web.yaml',
  'http://169.254.169.254/latest/meta-data/',
  'http://127.0.0.1/web.yaml',
  'file:///etc/passwd',
  'no address',
])('and from nowhere else: %s', async (url) => {
  const { asked, attach } = fetching();
  await expect(attach(file(url))?.read()).rejects.toBeInstanceOf(UserError);
  expect(asked).toEqual([]);
});

test('another server keeps its files where its API is', async () => {
  const { asked, attach } = fetching('http://chat.example.org:3001/api');
  await attach(file('http://chat.example.org:3003/attachments/1/web.yaml'))?.read();
  await expect(attach(file('http://other.example.org/web.yaml'))?.read()).rejects.toBeInstanceOf(UserError);
  expect(asked).toHaveLength(1);
});

test.each([undefined, null, 'x', {}, { filename: 'a', url: 7 }])('what is no attachment is no file: %j', (told) => {
  expect(fetching().attach(told)).toBeUndefined();
});

test('what other servers leave out is not missed, and a size that is too large is', async () => {
  const { asked, attach } = fetching();
  const url = 'https://cdn.discordapp.com/attachments/2/1/a';
  expect(attach({ url })).toMatchObject({ name: '', type: undefined });
  expect(attach({ url, size: null, content_type: null })).toMatchObject({ name: '', type: undefined });
  await expect(attach({ url, size: LIMITS.file + 1 })?.read()).rejects.toThrow(/1MB/);
  expect(asked).toEqual([]);
});
