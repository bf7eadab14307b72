import { describe, expect, test } from 'vitest';
import { run } from './support/process.ts';
import { COURSE, folderOf } from './support/world.ts';

const bad = () =>
  folderOf({
    'glossary/pod.md': '---\nid: pod\ntitle: 파드\ndefinition: 정의\nrelated: [nosuch]\n---\n글\n',
    'glossary/node.md': '---\nid: node\ntitle: 노드\ndefinition: 정의\n\nrelated:\n  - pod\n  - nosuch\n---\n글\n',
    'glossary/odd.md': '---\nid: odd\ntitle: 이상\ndefinition: 정의\ncolour: red\n---\n글\n',
    'chapters/one.md': '# 장\n\n## 절\n\n[없는 말](term:gone)\n',
  });

describe('check', () => {
  test('finds nothing wrong with the course, and counts it', async () => {
    const runs = [run(['check']), run(['check', COURSE]), run(['check'], { env: { CONTENT_DIR: COURSE } })];
    for (const { status, stdout, stderr } of await Promise.all(runs)) {
      expect(stdout).toMatch(/^장 [1-9]\d*개, 개념 [1-9]\d*개, 문제 [1-9]\d*개를 읽었고, 고칠 곳은 0군데예요\.\n$/);
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
    expect(lines).toHaveLength(5);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/\.md:\d+: \S/);
    expect(stdout).toContain(`${folder}/glossary/pod.md:5: `);
    expect(stdout).toContain(`${folder}/glossary/node.md:8: `);
    expect(stdout).toContain(`${folder}/chapters/one.md:5: `);
    expect(stdout).toContain(why);
    expect(lines.at(-1)?.endsWith(count)).toBe(true);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  test('of a folder that is not there is one line and 1', async () => {
    const { status, stdout, stderr } = await run(['check', '/nowhere/at/all']);
    expect(stderr).toMatch(/^.*\/nowhere\/at\/all\n$/);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});

test.each(['chat', 'ask', 'search', 'check'])('%s with an unknown CONTENT_DIR is one line and 1', async (mode) => {
  const { status, stdout, stderr } = await run([mode], { input: '파드\n', env: { CONTENT_DIR: '/nowhere/at/all' } });
  expect(stderr).toBe('CONTENT_DIR: there is no folder /nowhere/at/all\n');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
});

test('every setting that cannot be used is named at once, without a stack trace', async () => {
  const { status, stdout, stderr } = await run(['ask'], { env: { LOG_LEVEL: 'loud', DOSIRAK_LOCALE: 'fr' } });
  expect(stderr).toBe('LOG_LEVEL: must be one of debug, info, warn, error, silent\nDOSIRAK_LOCALE: must be ko or en\n');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
});

test('an unknown mode is told in one line, with those that there are', async () => {
  const { status, stdout, stderr } = await run(['serve']);
  expect(stderr).toBe('unknown mode "serve": chat, ask, search or check\n');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});
