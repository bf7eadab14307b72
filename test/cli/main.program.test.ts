import { describe, expect, test } from 'vitest';
import { jsonLines, run, start } from '../support/process.ts';
import { sample } from '../support/sample.ts';
import { folderOf } from '../support/world.ts';

const ESCAPE = '\u001b';
const STRANGE = [
  '파드가 뭐야?',
  '/quiz',
  '',
  '   ',
  'drill all.k3f9.5.',
  '/nope',
  '"}{"',
  '\u0000\u0007\u001b[31m',
  'pod\u2028service\u2029\u0085end',
  'a\rb',
  '/\u007f\u0080\u009b1m\u2029',
  '🍱'.repeat(50),
  '파드'.normalize('NFD'),
  'ＰＯＤ',
  '\ufeffpod',
  '__proto__',
  '/k8s ""',
  '-1',
  'ㅋㅂㄴㅌㅅ',
];

describe.each(sample(['ask', 'search'], 1))('%s', (mode) => {
  test('gives one line of JSON a line, whatever is in it', async () => {
    const { status, stdout, stderr } = await run([mode], { input: `${STRANGE.join('\n')}\n` });
    const answers = jsonLines(stdout);
    expect(answers).toHaveLength(STRANGE.length);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029]/u);
    for (const answer of answers)
      if (mode === 'ask')
        expect(answer).toMatchObject({ visibility: 'caller', accent: expect.any(String), blocks: expect.any(Array) });
    // A string of JSON is a text of several lines.
    const read = STRANGE.map((line) => (line === '"}{"' ? '}{' : line));
    if (mode === 'search') expect(answers.map((answer) => (answer as { query: string }).query)).toEqual(read);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('says nothing to nothing, and reads a line of a megabyte, bytes that are no UTF-8, Windows line ends and a last line without its end', async () => {
    const input = Buffer.concat([
      Buffer.from(`${'파드 '.repeat(150_000)}\n`),
      Buffer.from([0xff, 0xfe, 0x80, 0x0a]),
      Buffer.from('\r\nnode\r\npod'),
    ]);
    const [long, nothing] = await Promise.all([input, ''].map((typed) => run([mode], { input: typed })));
    expect(jsonLines(long?.stdout ?? '')).toHaveLength(5);
    expect(long).toMatchObject({ status: 0, stderr: '' });
    expect(nothing).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('is no error where the reader has seen enough', async () => {
    const child = start([mode]);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.stdin.on('error', () => {}).write('파드\n');
    child.stdout.once('data', () => {
      child.stdout.destroy();
      child.stdin.end('노드\n'.repeat(5000));
    });
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

test('search tells what was found, how surely, and whether it would be answered', async () => {
  const { stdout } = await run(['search'], { input: '파드\n떡볶이 맛집\n' });
  const [found, none] = jsonLines(stdout);
  const first = { id: 'pod', kind: 'term', title: { ko: '파드', en: 'Pod' }, score: 1 };
  expect(found).toMatchObject({ query: '파드', answered: true });
  expect((found as { matches: unknown[] }).matches[0]).toEqual(first);
  expect(none).toEqual({ query: '떡볶이 맛집', answered: false, matches: [] });
});

describe('chat through a pipe', () => {
  const input = '파드가 뭐야?\n/quiz pod 1\n1\n/dosirak';
  const colours = [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '3', TERM: 'xterm-256color' }];

  test.each(sample(colours, 1))(
    'answers, has no escape codes and ends well at the end of its input: %j',
    async (env) => {
      // It is what starts without a word and a token; what it draws at random is no part of what it says here.
      const [bare, chat] = await Promise.all([
        run([], { input, env: { ...env, DISCORD_TOKEN: ' ' } }),
        run(['chat'], { input, env }),
      ]);
      for (const { status, stdout, stderr } of [bare, chat]) {
        expect(stdout).toContain('파드 · Pod');
        expect(stdout).toContain('`/quiz`: 혼자서 문제를 풀며 연습해요');
        expect(stdout).not.toContain(ESCAPE);
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      }
    },
  );
});

test('problems of the content are logged beside the answers, never among them; answers are in the language of the environment', async () => {
  const folder = folderOf({
    'glossary/pod.md': '---\nid: pod\ntitle: 파드\n---\n글\n',
    'glossary/node.md': '---\nid: node\ntitle: { ko: 노드, en: Machine }\ndefinition: 정의\n---\n글\n',
    'one.md': '# 장\n\n## 절\n\n글\n',
  });
  const env = { CONTENT_DIR: folder, LANG: 'en_US.UTF-8' };
  const { status, stdout, stderr } = await run(['ask'], { input: '절\nnode\n', env });
  expect(jsonLines(stdout)).toHaveLength(2);
  expect(stdout).toContain('{"type":"heading","text":"Machine"');
  expect(jsonLines(stderr)).toEqual([expect.objectContaining({ file: expect.stringMatching(/pod\.md$/), line: 1 })]);
  expect(status).toBe(0);
  const silent = await run(['ask'], { env: { CONTENT_DIR: folder, LOG_LEVEL: 'silent' } });
  expect(silent).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('settings are read from .env, and the environment goes before it', async () => {
  const content = folderOf({ 'pod.md': '---\nid: pod\ntitle: 파드\ndefinition: 정의\n---\n글\n' });
  const cwd = folderOf({ '.env': `DOSIRAK_LOCALE=en\nCONTENT_DIR=${content}\n` });
  expect((await run(['check'], { cwd })).stdout).toMatch(/ 1 term, .* 0 problems\.\n$/);
  expect((await run(['check'], { cwd, env: { DOSIRAK_LOCALE: 'ko' } })).stdout).toContain('용어 1개');
});
