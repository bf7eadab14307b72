import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { kubeconfigOf } from '../../src/lab/host/kubeconfig.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/ports.ts';
import { hear, run, start } from '../support/process.ts';
import { folderOf } from '../support/world.ts';

/** One lab by itself, once kubectl can use it. */
async function labIn(file: string, ...more: string[]) {
  const child = start(['lab', '--kubeconfig', file, ...more]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const heard = hear(child);
  await eventually(() => expect(heard.stdout).toBe('ready\n'));
  return { child, heard };
}

const kubectl = async (file: string, line: string): Promise<string> => {
  const { stdout } = await promisify(execFile)('kubectl', ['--kubeconfig', file, ...line.split(' ')]);
  return stdout;
};

test('a lab by itself is used by kubectl, loaded and broken from outside, and ends when it is asked to', async () => {
  const file = join(folderOf({}), 'config');
  const { child, heard } = await labIn(file, '--fast', '20');
  // The address is the secret.
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/server: http:\/\/127\.0\.0\.1:\d+\/lab\/[\w-]{32}\n/);
  await kubectl(file, 'create deployment web --image=nginx:1.27 --replicas=2');
  await kubectl(file, 'rollout status deployment/web');
  const steer = (...words: string[]) => run(['lab', ...words, '--kubeconfig', file]);
  const done = { status: 0, stdout: '', stderr: '' };
  expect(await steer('load', 'default', 'web', '500')).toEqual(done);
  await eventually(async () =>
    expect(await kubectl(file, 'top pods --no-headers')).toMatch(/^(web-\S+ +250m .*\n){2}$/),
  );
  expect(await steer('load', 'default', 'web', '0')).toEqual(done);
  expect(await steer('node-down', 'node-2')).toEqual(done);
  await eventually(async () => expect(await kubectl(file, 'get node node-2')).toContain('NotReady'));
  expect(await steer('node-up', 'node-2')).toEqual(done);
  await eventually(async () => expect(await kubectl(file, 'get node node-2')).not.toContain('NotReady'));
  const refusals = [
    [['load', 'default', 'nope', '5'], 'there is no Deployment nope in the namespace default\n'],
    [['load', 'nope', 'web', '5'], 'there is no Deployment web in the namespace nope\n'],
    [['node-down', 'node-9'], 'there is no node node-9\n'],
    [['load', 'default', 'web', 'much'], /^MILLICORES: a whole number from 0 to 1000000 is needed, not much\n/],
    [['load', 'default', 'web'], /^load: something is missing\n/],
    [['node-down'], /^node-down: something is missing\n/],
    [['fall', 'over'], /^fall: there is no such word\n/],
  ] as const;
  await Promise.all(
    refusals.map(async ([words, why]) => {
      const refused = await steer(...words);
      expect(refused).toMatchObject({ status: 1, stdout: '' });
      expect(refused.stderr).toMatch(why);
    }),
  );
  child.kill('SIGINT');
  const [status] = await once(child, 'close');
  expect({ status, ...heard }).toEqual({
    ...{ status: 0, stdout: 'ready\n' },
    stderr: `The lab has ended; ${file} is left, and of no more use.\n`,
  });
  const late = await steer('node-up', 'node-2');
  expect(late).toMatchObject({ status: 1, stdout: '' });
  expect(late.stderr).toContain('No lab answers');
});

test('refuses what it cannot use, in a sentence, and leaves files of others alone', async () => {
  const folder = folderOf({ taken: 'mine', 'no-lab.yaml': 'clusters: 7' });
  const taken = await run(['lab', '--kubeconfig', join(folder, 'taken')]);
  expect(taken).toMatchObject({ status: 1, stdout: '' });
  expect(taken.stderr).toContain('EEXIST');
  expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('mine');
  const refusals = [
    [[], /^--kubeconfig: a file is needed\n/],
    [['--kubeconfig', join(folder, 'new'), '--fast', 'very'], /^--fast: a whole number from 1 to 100/],
    [['--kubeconfig', join(folder, 'new'), '--slow'], /--slow/],
    [['node-up', 'node-1', '--kubeconfig', join(folder, 'none')], /cannot be read/],
    [['node-up', 'node-1', '--kubeconfig', join(folder, 'no-lab.yaml')], /is no kubeconfig of a lab\n$/],
  ] as const;
  await Promise.all(
    refusals.map(async ([words, why]) => {
      const refused = await run(['lab', ...words]);
      expect(refused).toMatchObject({ status: 1, stdout: '' });
      expect(refused.stderr).toMatch(why);
    }),
  );
  expect(existsSync(join(folder, 'new'))).toBe(false);
  // The API of a real cluster answers otherwise.
  writeFileSync(join(folder, 'other'), 'clusters: [{ name: a, cluster: { server: "http://127.0.0.1:1" } }]');
  const other = await run(['lab', 'node-up', 'node-1', '--kubeconfig', join(folder, 'other')]);
  expect(other).toMatchObject({ status: 1, stdout: '' });
  expect(other.stderr).toContain('No lab answers');
});

test('one’s own kubectl uses the lab of a chat at the terminal, until it is closed', async () => {
  const child = start(['chat'], { env: { WEB: 'on', PORT: `${await freePort()}` } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const heard = hear(child);
  child.stdin.write('/lab 연결\n');
  const server = await eventually(() => {
    const [, found] = /server: (\S+)/.exec(heard.stdout) ?? [];
    expect(found).toBeDefined();
    return found ?? '';
  });
  const file = join(folderOf({ config: kubeconfigOf(server) }), 'config');
  expect(await kubectl(file, 'get nodes -o name')).toBe('node/node-1\nnode/node-2\nnode/node-3\n');
  await kubectl(file, 'run web --image=nginx:1.27');
  await kubectl(file, 'wait --for=condition=Ready pod/web');
  expect(await kubectl(file, 'exec web -- hostname')).toBe('web\n');
  child.stdin.write('/lab 닫기\n');
  await eventually(() => expect(heard.stdout).toContain('클러스터를 닫았어요'));
  await expect(kubectl(file, 'get nodes')).rejects.toThrow(/there is no lab at this address any more/);
  child.stdin.end();
  const [status] = await once(child, 'close');
  expect(status).toBe(0);
  // The secret stands in the file alone.
  expect(heard.stderr).not.toContain(server.split('/').at(-1));
});
