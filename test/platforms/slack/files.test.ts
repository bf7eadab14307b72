import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LIMITS } from '../../../src/core/reply/limits.ts';
import { SCOPES } from '../../../src/platforms/slack/manifest.ts';
import { onSlack } from '../../fakes/slack/bot.ts';
import { said } from '../../fakes/slack/seen.ts';
import type { Options, Shared, Where } from '../../fakes/slack/types.ts';
import { eventually } from '../../support/eventually.ts';
import { MANIFEST, pasting } from '../../support/pasting.ts';

const FILE: Shared = { name: 'web.yaml', data: `\uFEFF${MANIFEST}\n` };
const READ = { name: 'web.yaml', text: `${MANIFEST}\n` };
const PICTURE: Shared = { name: 'shot.png', data: Uint8Array.of(1, 0) };
const OLDER = SCOPES.filter((scope) => scope !== 'files:read');

async function pasted(options: Options = {}) {
  const { bot, received } = pasting();
  const all = await onSlack({ bot, ...options });
  const { slack } = all;
  return { ...all, received, minsu: slack.user('민수', { locale: 'ko-KR' }), ann: slack.user('Ann') };
}

/** What is asked of Slack for a file. */
const asked = ({ slack }: Pick<Awaited<ReturnType<typeof pasted>>, 'slack'>): string[] =>
  slack.requests.flatMap(({ method }) => (/^file|^signin$/.test(method) ? [method] : []));

describe.each(['socket', 'http'] as const)('what is shared over %s', (mode) => {
  test('a file in a direct message is read, alone or with words', async () => {
    const { slack, logged, received, minsu } = await pasted({ mode });
    for (const words of ['', '왜 안 돼요?', `/k8s\n${MANIFEST}`])
      await slack.direct(minsu, words, undefined, [PICTURE, FILE]).message();
    expect(received).toEqual([
      { term: undefined, file: READ },
      { term: '왜 안 돼요?', file: READ },
      { term: MANIFEST, file: READ },
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/apiVersion|web\.yaml|xoxb/);
  });

  test.each<Where>(['class', 'thread'])('a file in a message that mentions the bot is read (%s)', async (where) => {
    const { slack, received, minsu } = await pasted({ mode });
    for (const words of ['', `이거요\n${MANIFEST}`]) {
      const told = await slack.mention(minsu, where, words, [FILE]).message();
      expect(told.ephemeralFor).toBe(minsu.id);
    }
    expect(received).toEqual([
      { term: undefined, file: READ },
      { term: `이거요\n${MANIFEST}`, file: READ },
    ]);
  });

  test.each<Where>(['class', 'thread', 'outside'])(
    'a message is handed over whole, with its file, for its reader alone (%s)',
    async (where) => {
      const { slack, received, minsu, ann } = await pasted({ mode });
      const text = `\`\`\`\n${MANIFEST}\n\`\`\``;
      const view = await slack.messageShortcut(minsu, 'look_up', slack.say(ann, where, text, [PICTURE, FILE])).view();
      expect(view.user).toBe(minsu);
      expect(received).toEqual([{ term: text, file: READ }]);
    },
  );
});

describe('what was typed arrives as it was', () => {
  const LINES = [
    'Error: pods "web" is forbidden: User "kim" cannot <get> & <list>',
    '\tNODE   <none>   &lt;b&gt;',
    'see https://k8s.io/docs?a=1&b=2 and registry.k8s.io/pause:3.9',
    '',
    '```',
    MANIFEST,
    '```',
  ].join('\n');

  test('in a direct message, a mention, a command and a shortcut', async () => {
    const { slack, received, minsu } = await pasted();
    await slack.direct(minsu, LINES).message();
    await slack.mention(minsu, 'class', LINES).message();
    await slack.mention(minsu, 'class', `\n${LINES}`).message();
    await slack.command(minsu, 'class', `/k8s ${LINES}`).message();
    await slack.messageShortcut(minsu, 'look_up', slack.say(minsu, 'class', LINES)).view();
    expect(received).toEqual(Array(5).fill({ term: LINES, file: undefined }));
  });

  test('below a mention the first line keeps its indentation', async () => {
    const { slack, received, minsu } = await pasted();
    await slack.mention(minsu, 'class', '\n  a: 1\n  b: 2').message();
    await slack.direct(minsu, '  a: 1\n  b: 2').message();
    expect(received.map(({ term }) => term)).toEqual(Array(2).fill('  a: 1\n  b: 2'));
  });

  test('a message that is longer than any that is typed is handed over, too', async () => {
    const { slack, received, minsu } = await pasted();
    const long = `${'가나다라 '.repeat(3000)}끝`;
    await slack.messageShortcut(minsu, 'look_up', slack.say(minsu, 'class', long)).view();
    expect(received).toEqual([{ term: long, file: undefined }]);
    expect(said(await slack.direct(minsu, long).message())).toContain('파일로 올려도 돼요');
  });
});

test('a file of which an event tells the id alone is asked for', async () => {
  const all = await pasted();
  const { slack, received, minsu } = all;
  await slack.direct(minsu, '', undefined, [{ ...FILE, told: 'id' }]).message();
  expect(received).toEqual([{ term: undefined, file: { name: '', text: READ.text } }]);
  expect(asked(all)).toEqual(['files.info', 'file']);
});

describe('an older installation, without the scope for files,', () => {
  test.each<Partial<Shared>>([{}, { told: 'id' }])('says what to do, and works on without them: %j', async (how) => {
    const all = await pasted({ scopes: OLDER });
    const { slack, received, logged, minsu } = all;
    const told = said(await slack.direct(minsu, '왜 안 돼요?', undefined, [{ ...FILE, ...how }]).message());
    expect(told).toMatch(/복사해.*붙여 넣어.*관리자.*다시 설치/);
    expect([received, asked(all)]).toEqual([[], ['told' in how ? 'files.info' : 'file']]);
    expect(logged).toContainEqual(expect.objectContaining({ level: 'warn', fields: { lacking: ['files:read'] } }));
    await slack.direct(minsu, MANIFEST).message();
    expect(received).toEqual([{ term: MANIFEST, file: undefined }]);
  });

  test('says so in English, and to the reader of a message alone', async () => {
    const { slack, ann, minsu } = await pasted({ scopes: OLDER });
    const view = await slack.messageShortcut(ann, 'look_up', slack.say(minsu, 'class', '', [FILE])).view();
    expect(said(view)).toMatch(/copy and paste.*install the app again/);
    expect(view.user).toBe(ann);
  });

  test('is known by the page that Slack shows instead, too', async () => {
    const { slack, received, minsu } = await pasted();
    slack.fault({ method: /^file$/ }, { status: 200, body: '<!DOCTYPE html><html>Sign in</html>' });
    expect(said(await slack.direct(minsu, '', undefined, [FILE]).message())).toContain('붙여 넣어 주세요');
    expect(received).toEqual([]);
  });
});

test('the token goes to Slack alone, not even to where a redirect leads', async () => {
  const seen: unknown[] = [];
  const other = createServer(({ headers }, response) => {
    seen.push(headers);
    response.end('kind: Pod');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const all = await pasted();
  const { slack, received, minsu } = all;
  const external = `http://127.0.0.1:${address.port}/web.yaml`;
  for (const how of [{ external }, { external: 'https://example.org/web.yaml' }, { external: 'file:///etc/passwd' }]) {
    const told = await slack.direct(minsu, '', undefined, [{ ...FILE, ...how }]).message();
    expect(said(told)).toContain('받아 오지 못했어요');
  }
  expect([seen, received, asked(all)]).toEqual([[], [], []]);
});

test('a file that is too large is never fetched, and what is no text is told as that', async () => {
  const all = await pasted();
  const { slack, received, minsu } = all;
  const large = { name: 'all.log', data: 'a'.repeat(LIMITS.file + 1) };
  expect(said(await slack.direct(minsu, '', undefined, [large]).message())).toContain('너무 커서');
  expect(asked(all)).toEqual([]);
  const binary = { name: 'web.yaml', data: Uint8Array.of(0xff, 0, 1) };
  expect(said(await slack.direct(minsu, '', undefined, [binary]).message())).toContain('글로 읽을 수 없어요');
  expect(said(await slack.direct(minsu, '', undefined, [PICTURE]).message())).toContain('그림 속 글자는 읽지 못하니');
  expect(received).toEqual([]);
});

test.each([{ status: 404 }, { status: 503 }, { drop: 'before' }] as const)(
  'a file that is not handed over is asked for in words: %j',
  async (fault) => {
    const { slack, logged, minsu } = await pasted();
    slack.fault({ method: /^file$/ }, fault);
    expect(said(await slack.direct(minsu, '', undefined, [FILE]).message())).toContain('받아 오지 못했어요');
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  },
);

test('a message whose file takes longer than a modal may be waited for is answered beside it, alone', async () => {
  const { slack, received, minsu, ann } = await pasted();
  const delay = slack.fault({ method: /^file$/ }, { delay: 4000 });
  const act = slack.messageShortcut(minsu, 'look_up', slack.say(ann, 'class', '', [FILE]));
  await eventually(() => expect(delay.struck()).toBe(1));
  slack.clock.advance(4000);
  expect((await act.message()).ephemeralFor).toBe(minsu.id);
  expect(received).toEqual([{ term: undefined, file: READ }]);
});
