/** What a student sends who means no good: it costs little, opens nothing and is shown to no classmate. */
import { describe, expect, test } from 'vitest';
import { readName } from '../../../src/platforms/web/guest-names.ts';
import { WEB } from '../../../src/platforms/web/limits.ts';
import { onWeb } from '../../support/web.ts';
import { openWebClass } from '../../support/web-class.ts';
import { botOf, folderOf } from '../../support/world.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A browser that knows its token, before a bot that counts what reaches it. */
async function openDoor() {
  const { bot } = await botOf([folderOf({})]);
  const asked: unknown[] = [];
  const web = await onWeb({
    bot: {
      ...bot,
      dispatch(input, caller) {
        asked.push(input);
        return bot.dispatch(input, caller);
      },
    },
  });
  const browser = web.browser();
  await browser.open('/');
  asked.length = 0;
  const send = (body: string | Uint8Array, headers: Record<string, string> = FORM) =>
    browser.send('/say', { method: 'POST', body, headers: { ...headers, 'x-token': browser.token() } });
  return { asked, send };
}

const fields = (count: number): string => Array.from({ length: count }, (_, n) => `part.${n}=`).join('&');

describe('a form', () => {
  test('of as many fields as any of ours is read, and of one more it is not', async () => {
    const { asked, send } = await openDoor();
    expect((await send(`sends=x&${fields(WEB.fields - 1)}`)).status).toBe(200);
    expect(asked).toHaveLength(1);
    expect((await send(`sends=x&${fields(WEB.fields)}`)).status).toBe(400);
    expect((await send(`said=x&${'a&'.repeat(500_000)}`)).status).toBe(400);
    expect((await send(`said=${'a'.repeat(WEB.form)}`)).status).toBe(400);
    expect(asked).toHaveLength(1);
  });

  test('of many parts, or of a kind that no page of ours sends, is not read', async () => {
    const { asked, send } = await openDoor();
    const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
    const type = { 'content-type': 'multipart/form-data; boundary=b' };
    expect((await send(`${part.repeat(WEB.fields + 1)}--b--\r\n`, type)).status).toBe(400);
    expect((await send('{"said":"x"}', { 'content-type': 'application/json' })).status).toBe(400);
    expect((await send('said=x', { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await send('torn', type)).status).toBe(400);
    expect(asked).toEqual([]);
  });

  test('that names a command as long as a book is refused like any text', async () => {
    const { send } = await openDoor();
    const { text } = await send(`sends=k8s+${'pod\u00a0'.repeat(20_000)}`, FORM);
    expect(text).toContain('6,000');
  });
});

test('one who has not come in by the door neither joins nor answers, whatever is sent', async () => {
  const { web, room, session, join, until, type } = await openWebClass({ isAlone: true });
  await type('/live start 파드 2개');
  await type('/live resume');
  const { stream } = await join('민수');
  const { session: id } = await room();
  await until(stream, '문제 1 / 2');
  const stranger = web.browser();
  await stranger.open('/');
  const [, post = ''] = /pick (\w+)/.exec(stream.raw()) ?? [];
  for (const line of [`join-in ${post}`, `pick ${post} a`, `pick ${post} -`]) {
    const body = new URLSearchParams({ instead: line }).toString();
    const headers = { ...FORM, 'x-token': stranger.token() };
    expect((await stranger.send(`/room/${id}/say`, { method: 'POST', body, headers })).status).toBe(403);
  }
  expect((await session()).id).toBe(id);
  expect((await web.connection.page.roomOf(id))?.session).toBe(id);
});

test('a room that is closed to newcomers keeps those who play', async () => {
  const { web, room, join, type } = await openWebClass({ isAlone: true });
  await type('/live start 파드 2개');
  await type('/live resume');
  const { browser, path } = await join('민수');
  const { session, code } = await room();
  await type(`player ${session} lock 1`);
  const late = web.browser();
  expect((await late.open(`/j/${code}`)).status).toBe(403);
  expect(late.readAll()).toContain('지금은 새로 참여할 수 없어요');
  expect((await browser.open(path)).status).toBe(200);
  await type(`player ${session} lock 0`);
  expect((await late.open(`/j/${code}`)).status).toBe(200);
});

describe('a name', () => {
  test.each([
    'http://evil.com',
    'www.evil.com',
    'evil.com',
    '𒐫𒐫𒐫',
    `e${'\u0301'.repeat(6)}`,
    'shіt',
    '선생님',
    'admin',
    '관 리 자',
  ])('is none for a class: %s', (name) => {
    expect(readName(name)).toEqual({ why: 'unfit' });
  });

  test.each([
    '김민수',
    '배고픈 고래',
    'Nguyễn Văn A',
    'José',
    'Иван',
    '田中',
    'محمد',
    'สมชาย',
    'A.B',
    '민수 2',
    '🐳 고래',
  ])('is one: %s', (name) => {
    expect(readName(name)).toEqual({ name });
  });
});
