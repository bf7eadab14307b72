/** The real kubectl copies files to containers and back. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { PATIENCE } from '../../support/patience.ts';
import { serveLab } from '../support/serve.ts';

test('files and folders are copied both ways, byte for byte', { timeout: PATIENCE }, async () => {
  const lab = await serveLab();
  const folder = mkdtempSync(join(tmpdir(), 'cp-'));
  onTestFinished(() => {
    lab.close();
    rmSync(folder, { recursive: true });
  });
  lab.cluster.run(50);
  const kubectl = async (...words: string[]): Promise<string> =>
    (await promisify(execFile)('kubectl', ['--kubeconfig', lab.kubeconfig, ...words], { cwd: folder })).stdout;
  const picture = Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 7919 + (at >> 8) * 31) & 255));
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site/picture.png'), picture);
  writeFileSync(join(folder, 'site/도시락.html'), '\uFEFF도시락 🍱\n');
  const long = `${'long-'.repeat(24)}name`;
  writeFileSync(join(folder, 'site', long), 'long');
  await kubectl('run', 'web', '--image=nginx');
  await kubectl('wait', '--for=condition=Ready', 'pod/web', '--timeout=60s');
  await kubectl('cp', 'site/picture.png', 'web:/tmp/one.png');
  await kubectl('cp', 'site', 'web:/usr/share/nginx/html/site');
  await kubectl('cp', 'web:/tmp/one.png', 'one.png');
  await kubectl('cp', 'web:/usr/share/nginx/html/site', 'back');
  expect(readFileSync(join(folder, 'one.png')).equals(picture)).toBe(true);
  expect(readFileSync(join(folder, 'back/picture.png')).equals(picture)).toBe(true);
  expect(readFileSync(join(folder, 'back/도시락.html'), 'utf8')).toBe('\uFEFF도시락 🍱\n');
  expect(readFileSync(join(folder, 'back', long), 'utf8')).toBe('long');
  expect(await kubectl('exec', 'web', '--', 'cat', '/usr/share/nginx/html/site/도시락.html')).toBe('\uFEFF도시락 🍱\n');
});
