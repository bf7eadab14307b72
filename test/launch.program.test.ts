import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './support/process.ts';
import { sample } from './support/sample.ts';
import { folderOf, ROOT } from './support/world.ts';

/** An older Node of this machine, where it has one. */
const old = ['/usr/bin/node', '/usr/local/bin/node'].filter(
  (path) =>
    existsSync(path) &&
    Number.parseInt(execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }), 10) < 26,
);

/** This Node, but it says that it is another version. */
const posing = (version: string): string[] => {
  const text = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  return ['--import', join(folderOf({ 'posing.mjs': text }), 'posing.mjs')];
};

const refused = {
  status: 1,
  stdout: '',
  stderr: expect.stringMatching(/^도시락은 Node 26 이상.*Dosirak needs Node 26 or newer.*npm start\.\n$/),
};

test.each(sample([{ args: [] }, { args: ['ask'] }, { args: ['chat'] }, { args: ['--need'] }], 2))(
  'a Node that is too old is told in one line, in both languages: $args',
  async ({ args }) => {
    for (const version of ['25.9.0', '8.0.0'])
      expect(await run(args, { input: '파드\n', nodeArgs: posing(version) })).toEqual(refused);
    for (const node of old) expect(await run(args, { input: '파드\n', node })).toEqual(refused);
  },
);

test('a Node that is new enough starts', async () => {
  const content = folderOf({ 'a.md': '# 제목\n\n글\n' });
  for (const version of sample(['26.0.0', '30.1.0'], 1))
    expect(await run(['check', content], { nodeArgs: posing(version) })).toMatchObject({
      status: 0,
      stderr: '',
    });
});

test('--need only checks', async () => {
  expect(await run(['--need'], { input: '파드\n' })).toEqual({ status: 0, stdout: '', stderr: '' });
});

test.each(sample(['chat', 'ask', 'search', 'check'], 2))(
  '%s without its packages is told what to run, in one line',
  async (mode) => {
    const copy = folderOf({ 'package.json': '{ "type": "module" }' });
    for (const folder of ['src', 'commands']) cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
    const launch = join(copy, 'src/launch.mjs');
    expect(await run([mode], { input: '파드\n', launch })).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^필요한 패키지가 없어요. npm ci.*run npm ci first\.\n$/),
    });
  },
);

test('a command that imports a file that is not there is told as what it is, not as a missing package', async () => {
  const copy = folderOf({ 'package.json': '{ "type": "module" }', 'content/a.md': '# 제목\n\n글\n' });
  for (const folder of ['src', 'commands']) cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const launch = join(copy, 'src/launch.mjs');
  expect(await run(['ask'], { input: '제목\n', launch })).toMatchObject({ status: 0, stderr: '' });
  writeFileSync(join(copy, 'commands/hello.ts'), "import '../src/nowhere.ts';\nexport default () => ({});\n");
  const { status, stdout, stderr } = await run(['ask'], { input: '제목\n', launch });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('nowhere.ts');
  expect(stderr).not.toContain('npm ci');
});
