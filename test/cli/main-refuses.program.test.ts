import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lessonsFolder } from '../support/lessons.ts';
import { run } from '../support/process.ts';
import { sample } from '../support/sample.ts';
import { COURSE, folderOf } from '../support/world.ts';

const bad = () =>
  folderOf({
    'glossary/pod.md': '---\nid: pod\ntitle: 파드\ndefinition: 정의\nrelated: [nosuch]\n---\n글\n',
    'glossary/node.md': '---\nid: node\ntitle: 노드\ndefinition: 정의\n\nrelated:\n  - pod\n  - nosuch\n---\n글\n',
    'glossary/odd.md': '---\nid: odd\ntitle: 이상\ndefinition: 정의\ncolour: red\n---\n글\n',
    'chapters/one.md': '# 장\n\n## 절\n\n[없는 말](term:gone)\n',
  });

describe('check', () => {
  test('finds nothing wrong with the course, and counts it', async () => {
    // Folders that are named have nothing to do with CONTENT_DIR.
    const elsewhere = { env: { CONTENT_DIR: '/nowhere/at/all' } };
    for (const { status, stdout, stderr } of await Promise.all([run(['check']), run(['check', COURSE], elsewhere)])) {
      expect(stdout).toMatch(
        /^(?:힌트: \S+:\d+: .+\n)*문제 [1-9]\d*개 가운데 실습 .+\n장 [1-9]\d*개, 용어 [1-9]\d*개, 문제 [1-9]\d*개, 문제집 [1-9]\d*개를 읽었고, 고칠 곳은 0군데예요\.\n$/,
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
  });

  test.each([
    ['ko', '"nosuch"라는 용어가 없어요', '고칠 곳은 4군데예요.'],
    ['en', 'there is no term "nosuch"', '4 problems.'],
  ])('names each mistake with file and line and ends with 1 (%s)', async (locale, why, count) => {
    const folder = bad();
    const { status, stdout, stderr } = await run(['check', folder], { env: { DOSIRAK_LOCALE: locale } });
    const lines = stdout.trimEnd().split('\n');
    const problems = lines.filter((line) => /^\S+\.md:\d+: \S/.test(line));
    expect(problems).toHaveLength(4);
    expect(stdout).toContain(`${folder}/glossary/pod.md:5: `);
    expect(stdout).toContain(`${folder}/glossary/node.md:8: `);
    expect(stdout).toContain(`${folder}/chapters/one.md:5: `);
    expect(stdout).toContain(why);
    expect(lines.at(-1)?.endsWith(count)).toBe(true);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  test('names a mistake in a manifest at its own line, whatever other manifest of the file begins alike', async () => {
    const manifest = (name: string, kind: string): string =>
      ['apiVersion: v1', `kind: ${kind}`, 'metadata:', `  ${name}: a`].map((line) => `      ${line}\n`).join('');
    const task = (title: string, run: string): string =>
      `  - title: ${title}\n    asks: [${title}, ${title} 방법]\n    why: 이유\n    next: 다음\n    run: |\n${run}`;
    const tasks = task('만들기', manifest('name', 'Namespace')) + task('또 만들기', manifest('nam', 'Namespace'));
    const folder = folderOf({
      'course.yaml': 'title: 과목\nfeatures: [kubernetes]\n',
      'glossary/pod.md': `---\nid: pod\ntitle: 파드\ndefinition: 정의\ntasks:\n${tasks}---\n글\n`,
    });
    const { status, stdout } = await run(['check', folder]);
    const named = stdout.match(/pod\.md:\d+(?=: )/g);
    expect({ status, named }).toEqual({ status: 1, named: ['pod.md:23'] });
  });

  test('says of a set that is kept back that what is public is public, which is no mistake', async () => {
    const folder = lessonsFolder();
    const { status, stdout, stderr } = await run(['check', folder]);
    expect(stdout).toContain(
      `힌트: ${folder}/sets/midterm.md:1: ‘중간고사’ 문제집의 문제 2개는 선생님이 열기 전에는 학생에게 나오지 않아요. 다만 공개 저장소에 올린 파일은 누구나 읽을 수 있으니, 시험 문제는 공개하지 않는 폴더에 두세요.\n`,
    );
    expect(stdout).toContain('\n장 2개, 용어 5개, 문제 12개, 문제집 2개를 읽었고, 고칠 곳은 0군데예요.\n');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('of folders that are not there is a line each and 1', async () => {
    const { status, stdout, stderr } = await run(['check', '/nowhere/at/all', COURSE, '/nor/here']);
    expect(stderr).toBe(
      '/nowhere/at/all 폴더가 없어요. 경로를 확인해 주세요.\n/nor/here 폴더가 없어요. 경로를 확인해 주세요.\n',
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const english = await run(['check', '/nor/here'], { env: { DOSIRAK_LOCALE: 'en' } });
    expect(english.stderr).toBe('there is no folder /nor/here\n');
  });

  test('sees folders from where they were typed, not from where npm runs', async () => {
    const typed = folderOf({ 'mine/pod.md': '---\nid: pod\ntitle: 파드\ndefinition: 정의\n---\n글\n' });
    const how = { cwd: folderOf({}), env: { INIT_CWD: typed } };
    const found = await run(['check', 'mine'], how);
    expect(found).toMatchObject({ status: 0, stdout: expect.stringContaining('용어 1개'), stderr: '' });
    expect(await run(['check', typed], how)).toEqual(found);
    expect((await run(['check', 'yours'], how)).stderr).toBe(`${typed}/yours 폴더가 없어요. 경로를 확인해 주세요.\n`);
    expect((await run(['check', 'mine'], { cwd: typed })).stdout).toBe(found.stdout);
  });

  test('shows no order to the terminal that a file hides, and each mistake on one line', async () => {
    const hidden = '"no\\e[31m\\x9b1m\\u202e\\u2066\\nsuch"';
    const folder = folderOf({
      'glossary/pod.md': `---\nid: pod\ntitle: 파드\ndefinition: 정의\nrelated: [${hidden}]\n${hidden}: 1\n---\n글\n`,
    });
    const { status, stdout } = await run(['check', folder], { env: { DOSIRAK_LOCALE: 'en' } });
    const lines = stdout.trimEnd().split('\n');
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/pod\.md:\d+: .*no\[31m1m such/);
    expect(lines.length).toBeGreaterThan(1);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
    expect(status).toBe(1);
  });
});

test.each(sample(['chat', 'ask', 'search', 'check'], 2))(
  '%s with an unknown CONTENT_DIR is one line and 1',
  async (mode) => {
    const { status, stdout, stderr } = await run([mode], { input: '파드\n', env: { CONTENT_DIR: '/nowhere/at/all' } });
    expect(stderr).toBe('CONTENT_DIR: /nowhere/at/all 폴더가 없어요. 경로를 확인해 주세요.\n');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  },
);

test('a .env that is a folder or cannot be read is one line and 1', async () => {
  const folder = folderOf({ '.env/x': '' });
  const socket = folderOf({});
  const server = createServer().listen(join(socket, '.env'));
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  for (const cwd of [folder, socket]) {
    const { status, stdout, stderr } = await run(['ask'], { input: '파드\n', cwd });
    expect(stderr).toMatch(/^\.env cannot be read: .+\n$/);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  }
});

test('every setting that cannot be used is named at once, without a stack trace', async () => {
  const { status, stdout, stderr } = await run(['ask'], { env: { LOG_LEVEL: 'loud', DOSIRAK_LOCALE: 'fr' } });
  expect(stderr).toBe('LOG_LEVEL: must be one of debug, info, warn, error, silent\nDOSIRAK_LOCALE: must be ko or en\n');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
});

test('an unknown mode is told in one line, with those that there are', async () => {
  const { status, stdout, stderr } = await run(['dance']);
  expect(stderr).toBe(
    'unknown mode "dance": chat, serve, ask, search, check, ids, learn, import, export, pictures, backup, lab, shards, invite, slack-manifest, manifest\n',
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});
