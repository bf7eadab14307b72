import { describe, expect, onTestFinished, test } from 'vitest';
import { LIMITS } from '../../src/core/reply/limits.ts';
import { HANDS, type Hands } from '../support/handing-over.ts';
import { MANIFEST, pasting, type Received } from '../support/pasting.ts';

const TABLE = [
  'NAME   READY   STATUS             RESTARTS   AGE   NODE',
  'web-1  0/1     CrashLoopBackOff   5          3m    <none>',
].join('\n');
const FENCED = `\`\`\`yaml\n${MANIFEST}\n\`\`\``;
const LONGEST = `${MANIFEST}\n${'가'.repeat(5999 - MANIFEST.length)}`;
const FILE = { name: 'web.yaml', data: `\uFEFF${MANIFEST}\r\n` };
const READ = { name: 'web.yaml', text: `${MANIFEST}\r\n` };

/** What a platform can do, with what the command received. */
async function handed(open: (typeof HANDS)[number][1]): Promise<Required<Hands> & { received: readonly Received[] }> {
  const { bot, received, bugs } = pasting();
  onTestFinished(() => expect(bugs).toEqual([]));
  const hands = await open(bot, onTestFinished);
  const lacking = (): never => expect.fail('the platform has no such way');
  return { upload: lacking, post: lacking, ...hands, received };
}

describe.each(HANDS)('on %s', (_name, open) => {
  test.each([
    ['a manifest', MANIFEST],
    ['a table', TABLE],
    ['a block of code', FENCED],
    ['as much as is read', LONGEST],
    ['lines that begin like a command', `read tcp 10.0.0.1:443:\n  connection refused`],
    ['lines that begin like an option', `file: a\nterm: "b"`],
    ['one line with quotes', 'Error from server (NotFound): pods "web" not found'],
  ])('what is pasted reaches the command whole: %s', async (_, text) => {
    const { paste, received } = await handed(open);
    await paste(text);
    expect(received).toEqual([{ term: text, file: undefined }]);
  });
});

/** A terminal has neither files nor other people's messages. */
const WITH_FILES = HANDS.filter(([name]) => name !== 'terminal');

describe.each(WITH_FILES)('on %s, where there are files and messages', (_name, open) => {
  test('a file reaches it whole, alone and with words', async () => {
    const { upload, received } = await handed(open);
    await upload(FILE);
    await upload(FILE, '왜 안 돼요?');
    expect(received).toEqual([
      { term: undefined, file: READ },
      { term: '왜 안 돼요?', file: READ },
    ]);
  });

  test('a message reaches it whole, whatever it says, with its file', async () => {
    const { post, received } = await handed(open);
    for (const text of [FENCED, '/quiz 파드', LONGEST.slice(0, 4000)]) await post(text);
    await post('', FILE);
    await post(TABLE, FILE);
    expect(received).toEqual([
      { term: FENCED, file: undefined },
      { term: '/quiz 파드', file: undefined },
      { term: LONGEST.slice(0, 4000), file: undefined },
      { term: undefined, file: READ },
      { term: TABLE, file: READ },
    ]);
  });

  test.each([
    ['too large', { name: 'all.log', data: 'a'.repeat(LIMITS.file + 1) }, '너무 커서'],
    ['no text', { name: 'web.yaml', data: Uint8Array.of(0x80, 0x81) }, '글로 읽을 수 없어요'],
    ['empty', { name: 'web.yaml', data: ' \n' }, '비어 있어요'],
  ])('a file that cannot be read is refused with what to do: %s', async (_, file, words) => {
    const { upload, post, received } = await handed(open);
    expect(await upload(file)).toContain(words);
    expect(await post('', file)).toContain(words);
    expect(received).toEqual([]);
  });
});
