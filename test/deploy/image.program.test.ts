import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { VARIABLES } from '../../src/app/environment.ts';
import { pagesOf } from '../../src/app/http/pages.ts';
import { imageOf, readDockerfile } from '../support/dockerfile.ts';
import { freePort } from '../support/ports.ts';
import { run } from '../support/process.ts';
import { serving } from '../support/serving.ts';
import { folderOf, ROOT } from '../support/world.ts';

const manifest: { version: string; scripts: { start: string }; devDependencies: { node: string } } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
const image = imageOf();

/** What comes from our folder, not from another stage. */
const copied = image
  .all('COPY')
  .filter((rest) => !rest.startsWith('--from='))
  .flatMap((rest) => rest.split(' ').slice(0, -1));

test('the image has the Node that we run on', () => {
  const major = /\d+/.exec(manifest.devDependencies.node)?.[0];
  const from = readDockerfile().map(([first]) => first?.rest.split(' ')[0]);
  expect(from.length).toBeGreaterThan(0);
  expect(new Set(from)).toEqual(new Set([`node:${major}-slim`]));
});

test('the READMEs build it under the name that the manifests have', () => {
  for (const file of ['README.md', 'README.en.md']) {
    const names = readFileSync(join(ROOT, file), 'utf8').match(/\bdosirak:\d[\w.]*/g);
    expect(new Set(names), file).toEqual(new Set([`dosirak:${manifest.version}`]));
  }
});

test('it has the locked packages, none for development', () => {
  const installs = readDockerfile()
    .flat()
    .filter(({ name, rest }) => name === 'RUN' && rest.includes('npm'));
  expect(installs.map(({ rest }) => rest)).toEqual(['npm ci --omit=dev']);
});

test('it runs what `npm start` runs, with nothing between Node and its signals, and not as root', () => {
  const command: unknown = JSON.parse(image.one('CMD'));
  expect(command).toEqual(manifest.scripts.start.split(' '));
  expect(image.all('ENTRYPOINT')).toEqual([]);
  expect(image.one('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
});

/** What Node and the C library read. */
const RUNTIME = ['NODE_ENV', 'MALLOC_ARENA_MAX'];

test('its environment is one that the bot reads, and it listens where it says', () => {
  expect(Object.keys(image.env).filter((name) => !RUNTIME.includes(name) && !VARIABLES.includes(name))).toEqual([]);
  expect(readConfig(image.env, '/content').web).toEqual({ host: '0.0.0.0', port: Number(image.one('EXPOSE')) });
});

test('what the bot remembers is in the volume, where it may write', () => {
  const { database } = readConfig(image.env, '/content');
  const file = database.engine === 'sqlite' ? relative(process.cwd(), database.file) : '';
  expect(image.one('VOLUME')).toBe(join(image.folder, dirname(file)));
  expect(image.all('RUN')).toEqual([`install --directory --owner=node --group=node ${dirname(file)}`]);
});

test('the health check is true while the bot answers, and false when it does not', async () => {
  const [, command = ''] = /CMD (\[.*\])$/.exec(image.one('HEALTHCHECK')) ?? [];
  const [node, ...args]: string[] = JSON.parse(command);
  expect(node).toBe('node');
  const check = async (port: number) => {
    const child = spawn(process.execPath, args, { env: { PORT: `${port}` }, stdio: 'ignore' });
    return (await once(child, 'close'))[0] as unknown;
  };
  const ready = async () => ({ ready: false, text: '' });
  const { port } = await serving(pagesOf({ ready, metrics: undefined, token: undefined }));
  expect(await check(port)).toBe(0);
  expect(await check(await freePort())).toBe(1);
});

test('.dockerignore lets in what is copied, and no secret, data or history', () => {
  const [first, ...rest] = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(first).toBe('*');
  const built = readDockerfile()
    .flat()
    .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from='))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
  expect(rest.toSorted()).toEqual(Array.from(new Set(built), (path) => `!${path}`).toSorted());
  expect(built.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('what is copied is all that the bot needs', async () => {
  const copy = folderOf({});
  for (const path of copied) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const launch = join(copy, 'src/launch.mjs');
  const { status, stdout, stderr } = await run(['ask'], { input: '/k8s 파드\n/dosirak about\n', launch, cwd: copy });
  expect(stdout).toContain('가장 작은 배포 단위');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
