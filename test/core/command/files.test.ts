import { expect, test } from 'vitest';
import { fileUnavailable, type SentFile, seemsText } from '../../../src/core/command/files.ts';
import { LIMITS } from '../../../src/core/reply/limits.ts';
import { ENGLISH, KOREAN } from '../../support/listening.ts';
import { MANIFEST, pasting } from '../../support/pasting.ts';
import { textsOf } from '../../support/replies.ts';

const sent = (bytes: Uint8Array | string, name = 'web.yaml'): SentFile => ({
  name,
  read: async () => (typeof bytes === 'string' ? Buffer.from(bytes) : bytes),
});

test.each([
  ['as it is', `${MANIFEST}\n`, `${MANIFEST}\n`],
  ['without a byte order mark', '\uFEFFkind: Pod', 'kind: Pod'],
  ['with the line ends it has', 'a: 1\r\nb: 2\r\n', 'a: 1\r\nb: 2\r\n'],
  ['as large as may be', 'a'.repeat(LIMITS.file), 'a'.repeat(LIMITS.file)],
])('a file of text reaches its command: %s', async (_, bytes, text) => {
  const { dispatch, received } = pasting();
  await dispatch({ command: 'k8s', options: { file: sent(bytes) } }, KOREAN);
  expect(received).toEqual([{ term: undefined, file: { name: 'web.yaml', text } }]);
});

test.each([
  ['too large', 'a'.repeat(LIMITS.file + 1), /너무 커서.*1MB/, /too large.*1MB/],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), /글로 읽을 수 없어요/, /as text/],
  ['text in UTF-16', Buffer.from('\uFEFFkind: Pod', 'utf16le'), /UTF-8/, /UTF-8/],
  ['empty', '\uFEFF \n', /비어 있어요/, /is empty/],
  ['bytes that are only well-formed', Uint8Array.of(1, 0, 2), /글로 읽을 수 없어요/, /as text/],
])('a file that cannot be read is refused with what to do: %s', async (_, bytes, ko, en) => {
  const { dispatch, received, bugs } = pasting();
  const input = { command: 'k8s', options: { file: sent(bytes, 'a`b`.bin') } };
  const [korean, english] = [await dispatch(input, KOREAN), await dispatch(input, ENGLISH)];
  expect([received, bugs]).toEqual([[], []]);
  expect(textsOf(korean).join()).toMatch(ko);
  expect(textsOf(english).join()).toMatch(en);
  expect(textsOf(english).join()).toContain('‘ab.bin’');
});

test('a file that the platform does not hand over is refused, and a fault is a bug', async () => {
  const { dispatch, bugs } = pasting();
  const gone = { name: 'x.log', read: () => Promise.reject(fileUnavailable('x.log')) };
  expect(textsOf(await dispatch({ line: '', file: gone }, KOREAN)).join()).toContain(
    '‘x.log’ 파일을 받아 오지 못했어요',
  );
  expect(bugs).toEqual([]);
  const broken = { name: 'x.log', read: () => Promise.reject(new Error('broken')) };
  expect((await dispatch({ line: '', file: broken }, KOREAN)).accent).toBe('error');
});

test.each([
  ['', undefined],
  ['이거 왜 안 돼?', '이거 왜 안 돼?'],
  ['/k8s 이거 왜 안 돼?', '이거 왜 안 돼?'],
])('a file comes with the words of its line: %j', async (line, term) => {
  const { dispatch, received } = pasting();
  await dispatch({ line, file: sent('kind: Pod') }, KOREAN);
  expect(received).toEqual([{ term, file: { name: 'web.yaml', text: 'kind: Pod' } }]);
});

test('a command without files is run without the one that came', async () => {
  const { dispatch, received, bugs } = pasting();
  const never: SentFile = { name: 'x', read: () => expect.fail('nobody asked for it') };
  expect((await dispatch({ line: '/quiz 파드', file: never }, KOREAN)).accent).toBe('info');
  expect((await dispatch({ line: '/gone', file: never }, KOREAN)).accent).toBe('warning');
  expect([received, bugs]).toEqual([[], []]);
});

test.each([
  ['a question', MANIFEST],
  ['after the command', `/k8s ${MANIFEST}`],
  ['below the command', `/k8s\n\n${MANIFEST}\n\n`],
  ['after the option’s name', `/k8s term: ${MANIFEST}`],
  ['after its Korean name', `k8s 낱말:\n${MANIFEST}`],
  ['with the line ends of Windows', MANIFEST.replaceAll('\n', '\r\n')],
  ['with those of a terminal', `\r${MANIFEST.replaceAll('\n', '\r')}\r`],
])('several lines arrive as they were typed: %s', async (_, line) => {
  const { dispatch, received } = pasting();
  await dispatch(line, KOREAN);
  expect(received).toEqual([{ term: MANIFEST, file: undefined }]);
});

test('in several lines the first one keeps its indentation', async () => {
  const { dispatch, received } = pasting();
  for (const line of ['\n  a: 1\n  b: 2', '/k8s\n  a: 1\n  b: 2\n']) await dispatch(line, KOREAN);
  await dispatch({ command: 'k8s', options: { term: '  a: 1\n  b: 2' } }, KOREAN);
  expect(received.map(({ term }) => term)).toEqual(Array(3).fill('  a: 1\n  b: 2'));
});

test.each([
  ['/k8s  pods "web" not found ', 'pods "web" not found'],
  ['{"kind": "Pod"}', '{"kind": "Pod"}'],
  ['/k8s "파드 노드"', '파드 노드'],
  ['k8s', 'k8s'],
  ['read tcp 10.0.0.1:443\nconnection refused', 'read tcp 10.0.0.1:443\nconnection refused'],
])('one line is one, with what stands in it: %s', async (line, term) => {
  const { dispatch, received } = pasting();
  await dispatch(line, KOREAN);
  expect(received).toEqual([{ term, file: undefined }]);
});

test('a message is handed to the command of its menu, in whatever words', async () => {
  const { dispatch, received } = pasting();
  const text = `/quiz term: "a"\n${MANIFEST}`;
  for (const message of [
    { text, file: sent('b') },
    { text: '', file: sent('b') },
    { text },
    { text: '가'.repeat(9000) },
  ])
    await dispatch({ message }, KOREAN);
  const file = { name: 'web.yaml', text: 'b' };
  expect(received).toEqual([
    { term: text, file },
    { term: undefined, file },
    { term: text, file: undefined },
    { term: '가'.repeat(9000), file: undefined },
  ]);
});

test.each(['', ' \n', '\u200b'])('a message without words says nothing: %j', async (text) => {
  const { dispatch, received } = pasting();
  expect(textsOf(await dispatch({ message: { text } }, KOREAN)).join()).toMatch(/읽을 수 있는 글이 없어요/);
  expect(received).toEqual([]);
});

test.each([
  ['web.yaml', undefined, true],
  ['web.YML', 'application/octet-stream', true],
  ['Dockerfile', null, true],
  ['.env', '', true],
  ['notes', 'text/plain; charset=utf-8', true],
  ['list.odd', 'application/json', true],
  ['shot.png', 'image/png', false],
  ['shot.txt', 'image/png', false],
  ['slides.pdf', 'application/pdf', false],
  ['all.tar.gz', undefined, false],
])('a file is taken for text by its name and type: %s, %s', (name, type, is) => {
  expect(seemsText({ name, type })).toBe(is);
});
