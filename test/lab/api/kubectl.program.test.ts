/** The real kubectl writes. */

import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENCE } from '../../support/patience.ts';
import { serveLab } from '../support/serve.ts';
import { web } from './support.ts';

let lab: Awaited<ReturnType<typeof serveLab>>;
const folder = mkdtempSync(join(tmpdir(), 'kubectl-'));

beforeAll(async () => {
  lab = await serveLab();
});
afterAll(() => lab.close());

/** What kubectl prints, on either side. */
async function kubectl(...words: string[]): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)('kubectl', ['--kubeconfig', lab.kubeconfig, ...words]);
    return stdout + stderr;
  } catch (error) {
    return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  }
}

function file(name: string, body: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(body));
  return path;
}

test('apply, again, changed, with a mistake, and from the other side', { timeout: PATIENCE }, async () => {
  const first = file('web.json', web({ replicas: 2 }));
  expect(await kubectl('apply', '-f', first)).toBe('deployment.apps/web created\n');
  expect(await kubectl('apply', '-f', first)).toBe('deployment.apps/web unchanged\n');
  expect(await kubectl('apply', '-f', file('three.json', web({ replicas: 3 })))).toBe(
    'deployment.apps/web configured\n',
  );
  expect(await kubectl('apply', '-f', file('wrong.json', web({ replica: 3 })))).toContain(
    'strict decoding error: unknown field "spec.replica"',
  );
  expect(await kubectl('apply', '--server-side', '-f', first)).toContain(
    'Apply failed with 1 conflict: conflict with "kubectl-client-side-apply" using apps/v1: .spec.replicas',
  );
  expect(await kubectl('apply', '--server-side', '--force-conflicts', '-f', first)).toBe(
    'deployment.apps/web serverside-applied\n',
  );
  expect(await kubectl('get', 'deploy', 'web', '-o', 'jsonpath={.spec.replicas}')).toBe('2');
});

test('patches of three types, set image, label, replace', { timeout: PATIENCE }, async () => {
  const patch = (type: string, body: object): Promise<string> =>
    kubectl('patch', 'deploy', 'web', `--type=${type}`, '-p', JSON.stringify(body));
  expect(await patch('strategic', { spec: { selector: { matchLabels: { a: 'b' } } } })).toContain(
    'The Deployment "web" is invalid',
  );
  expect(await patch('merge', { spec: { minReadySeconds: 1 } })).toBe('deployment.apps/web patched\n');
  expect(await patch('json', [{ op: 'remove', path: '/spec/none' }] as object)).toContain(
    'the server rejected our request due to an error in our request',
  );
  expect(await kubectl('set', 'image', 'deploy/web', 'nginx=nginx:1.26')).toBe('deployment.apps/web image updated\n');
  expect(await kubectl('label', 'deploy', 'web', 'tier=front')).toBe('deployment.apps/web labeled\n');
  expect(await kubectl('replace', '-f', file('again.json', web()))).toBe('deployment.apps/web replaced\n');
  expect(await kubectl('create', '-f', file('again.json', web()))).toContain('deployments.apps "web" already exists');
});
