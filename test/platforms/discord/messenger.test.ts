/** What the bot writes unasked: what becomes of it where Discord is slow or takes it in part. */
import { describe, expect, test } from 'vitest';
import { createClaims } from '../../../src/core/claims.ts';
import type { Posting } from '../../../src/core/platform.ts';
import type { Block, Picture } from '../../../src/core/reply/blocks.ts';
import { onDiscord } from '../../fakes/discord/bot.ts';
import { objects } from '../../fakes/discord/json.ts';
import type { LocalDiscord } from '../../fakes/discord/types.ts';
import { PATIENCE } from '../../support/patience.ts';
import { botOf } from '../../support/world.ts';

const { bot } = await botOf([]);
const POST = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
const PATCH = { method: 'PATCH', path: /^\/channels\/\d+\/messages\// };
const GET = { method: 'GET', path: /^\/channels\/\d+\/messages\/\d/ };
const ALWAYS = Number.POSITIVE_INFINITY;
const GALLERY = 12;

const draw = async () => Buffer.from('\x89PNG', 'latin1');
const card = (title: string): Picture => ({ type: 'picture', title, text: `${title}의 뜻`, foot: '' });
const POD = card('파드');
const NODE = card('노드');

const posting = (mark: string, blocks: readonly Block[]): Posting => ({
  reply: { visibility: 'channel', accent: 'info', blocks: [...blocks, { type: 'footer', text: `알림 ${mark}` }] },
  locale: 'ko',
  idempotencyKey: mark,
});
const counting = (mark: string, readers: number, ...pictures: readonly Block[]): Posting =>
  posting(mark, [...pictures, { type: 'text', markdown: `${readers}명이 읽었어요` }]);

const farAway = (): number => Date.now() + 3_600_000;

async function connected(how: Parameters<typeof onDiscord>[0] = {}) {
  const all = await onDiscord({ bot, draw, ...how });
  const { messenger } = all.connection;
  const channel = `discord:${all.discord.guild.channelId}`;
  const write = async (what: Posting): Promise<string> => {
    const posted = await messenger.post(channel, what, farAway());
    if (posted.kind !== 'sent') throw new Error(`not sent but ${posted.kind}`);
    return posted.message;
  };
  return {
    ...all,
    messenger,
    channel,
    write,
    edit: (id: string, what: Posting) => messenger.edit(channel, id, what, false),
  };
}

/** The edits that Discord was asked for, and what it said to each. */
const edits = (discord: LocalDiscord) =>
  discord.requests
    .filter(({ method, path }) => method === 'PATCH' && PATCH.path.test(path))
    .map(({ status, body }) => ({ status, pictured: JSON.stringify(body).includes('attachment://') }));

function seenIn(discord: LocalDiscord) {
  const [message, ...others] = discord.messages(discord.guild.channelId);
  expect(others).toEqual([]);
  const text = JSON.stringify([message?.components, message?.embeds, message?.content]);
  const galleries = objects(objects(message?.components)[0]?.components).filter(({ type }) => type === GALLERY);
  return { text, pictures: galleries.length, files: message?.attachments.length, content: message?.content };
}

describe('a post is shown anew', () => {
  test.each([
    ['could not be drawn', async () => ({ draw: () => Promise.reject(new Error('no font')) }), 'all'],
    ['may not be sent', async () => ({}), 'no files'],
  ] as const)('in words where its picture %s, also by a process that did not write it', async (_, how, access) => {
    const first = await connected(await how());
    first.discord.allow(first.discord.guild.channelId, access);
    const id = await first.write(counting('m1', 0, POD));
    await first.connection.stop(PATIENCE);
    const { discord, edit, logged } = await connected({ at: first.discord, claims: createClaims() });
    expect(await edit(id, counting('m1', 3, POD))).toBe('shown');
    expect(edits(discord)).toEqual([{ status: 200, pictured: false }]);
    const { text, pictures } = seenIn(discord);
    expect([pictures, text.includes('파드의 뜻'), text.includes('3명이')]).toEqual([0, true, true]);
    expect(logged).toEqual([]);
  });

  test('with the picture that it has, and words for one that it has not', async () => {
    const { discord, write, edit } = await connected();
    const id = await write(counting('m1', 0, POD));
    expect(await edit(id, counting('m1', 3, POD))).toBe('shown');
    expect(seenIn(discord)).toMatchObject({ pictures: 1, files: 1 });
    expect(await edit(id, counting('m1', 4, POD, NODE))).toBe('shown');
    const { text, pictures, files } = seenIn(discord);
    expect([pictures, files]).toEqual([1, 1]);
    expect([text.includes('노드의 뜻'), text.includes('4명이')]).toEqual([true, true]);
    expect(edits(discord)).toEqual([
      { status: 200, pictured: true },
      { status: 200, pictured: true },
    ]);
  });

  test.each([
    ['may not read what was written', undefined],
    ['gets no word of it', { status: 404, body: { message: '404: Not Found', code: 0 } }],
  ])('with its picture where the bot %s', async (_, fault) => {
    const { discord, write, edit } = await connected();
    const id = await write(counting('m1', 0, POD));
    if (fault) discord.fault({ ...GET, times: ALWAYS }, fault);
    else discord.allow(discord.guild.channelId, 'no history');
    expect(await edit(id, counting('m1', 3, POD))).toBe('shown');
    expect(seenIn(discord)).toMatchObject({ pictures: 1, files: 1, text: expect.stringContaining('3명이') });
  });

  test('once, where it was written as plain text', async () => {
    const { discord, write, edit } = await connected();
    discord.fault({ ...POST, times: 2 }, { status: 400, body: { message: 'Invalid Form Body', code: 50035 } });
    const id = await write(counting('m1', 0));
    expect(seenIn(discord).content).toContain('0명이');
    expect(await edit(id, counting('m1', 3))).toBe('shown');
    const { text } = seenIn(discord);
    expect([text.includes('3명이'), text.includes('0명이')]).toEqual([true, false]);
  });

  test.each([
    ['shown', { status: 404, body: { message: '404: Not Found', code: 0 } }, 1],
    ['later', { status: 502, body: '<html>Bad gateway</html>' }, ALWAYS],
    ['later', { retryAfter: 30 }, 1],
    ['gone', { status: 404, body: { message: 'Unknown Message', code: 10008 } }, 1],
    ['gone', { status: 404, body: { message: 'Unknown Channel', code: 10003 } }, 1],
  ] as const)('%s, where an edit is answered with %j', async (ended, fault, times) => {
    const { discord, write, edit } = await connected();
    const id = await write(counting('m1', 0));
    discord.fault({ ...PATCH, times }, fault);
    expect(await edit(id, counting('m1', 3))).toBe(ended);
  });
});

test('a 401 from a proxy costs the bot no token', async () => {
  const { discord, messenger, channel, write, edit } = await connected();
  const unauthorized = { status: 401, body: { message: '401: Unauthorized', code: 0 } };
  discord.fault({ ...GET, path: /^\/channels/ }, unauthorized);
  expect(await messenger.find(channel, 'm1', Date.now())).toEqual({ kind: 'unsure' });
  const id = await write(counting('m1', 0, POD));
  discord.fault(PATCH, unauthorized);
  expect(await edit(id, counting('m1', 3, POD))).toBe('later');
  expect(await edit(id, counting('m1', 3, POD))).toBe('shown');
  discord.fault(POST, unauthorized);
  expect(await write(counting('m2', 0, POD))).not.toBe(id);
  expect(discord.messages(discord.guild.channelId).map(({ attachments }) => attachments.length)).toEqual([1, 1]);
});

describe('what waits for its turn until its time is over', () => {
  test.concurrent('was not written, and is tried later', async ({ onTestFinished: finished }) => {
    const { discord, messenger, channel, logged } = await connected({ finished });
    discord.clock.run();
    // Discord's own limit is 5 in 5 seconds; each of these takes 3, so that most are still in the queue after 10.
    discord.fault({ ...POST, times: ALWAYS }, { late: 3000 });
    const marks = Array.from({ length: 12 }, (_, i) => `mark${i}x`);
    const ended = await Promise.all(marks.map((mark) => messenger.post(channel, counting(mark, 0), farAway())));
    const written = JSON.stringify(discord.messages(discord.guild.channelId));
    for (const [i, { kind }] of ended.entries()) {
      expect(['sent', 'later', 'unsure']).toContain(kind);
      if (kind !== 'unsure') expect(written.includes(marks[i] ?? '')).toBe(kind === 'sent');
    }
    // One may be under way at that moment.
    expect(ended.filter(({ kind }) => kind === 'unsure').length).toBeLessThan(2);
    expect(ended.filter(({ kind }) => kind === 'later').length).toBeGreaterThan(0);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test.concurrent('by the rate limit of a channel, too', async ({ onTestFinished: finished }) => {
    const { discord, messenger, channel } = await connected({ finished });
    discord.clock.run();
    const marks = Array.from({ length: 12 }, (_, i) => `mark${i}x`);
    const ended = await Promise.all(marks.map((mark) => messenger.post(channel, counting(mark, 0), farAway())));
    const written = JSON.stringify(discord.messages(discord.guild.channelId));
    for (const [i, { kind }] of ended.entries()) expect(written.includes(marks[i] ?? '')).toBe(kind === 'sent');
    expect(new Set(ended.map(({ kind }) => kind))).toEqual(new Set(['sent', 'later']));
  });

  test.concurrent('is edited later, and is not known to be there', async ({ onTestFinished: finished }) => {
    const { discord, messenger, channel, write, edit } = await connected({ finished });
    discord.clock.run();
    const id = await write(counting('m1', 0));
    discord.fault({ path: /^\/channels/, times: ALWAYS }, { late: 4000 });
    const many = Array.from({ length: 6 }, (_, i) => i);
    const [edited, found] = await Promise.all([
      Promise.all(many.map((i) => edit(id, counting('m1', i)))),
      Promise.all(many.map(() => messenger.find(channel, 'other', Date.now()))),
    ]);
    expect(edited.at(-1)).toBe('later');
    expect(found.at(-1)).toEqual({ kind: 'unsure' });
  });

  test.concurrent('is no matter of the person’s channel, which was not opened', async ({
    onTestFinished: finished,
  }) => {
    const { discord, messenger } = await connected({ finished });
    const to = `discord:@${discord.user('민수').id}`;
    const open = { method: 'POST', path: /^\/users\/@me\/channels/ };
    for (const fault of [{ drop: 'before' }, { status: 500 }, { retryAfter: 30 }] as const) {
      const end = discord.fault({ ...open, times: ALWAYS }, fault);
      expect(await messenger.post(to, counting('m1', 0), farAway())).toMatchObject({ kind: 'later' });
      end();
    }
    expect((await messenger.post(to, counting('m1', 0), farAway())).kind).toBe('sent');
  });
});
