import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveLab } from '../support/serve.ts';

/** Workloads as the real kubectl sees them, on a lab whose time runs ten times faster. */
let lab: Awaited<ReturnType<typeof serveLab>>;
beforeAll(async () => {
  lab = await serveLab();
  lab.cluster.run(10);
});
afterAll(() => lab.close());

async function kubectl(...words: string[]): Promise<string> {
  const env = { ...process.env, KUBECONFIG: lab.kubeconfig };
  const { stdout } = await promisify(execFile)('kubectl', words, { env });
  return stdout.trim();
}
const rolledOut = () => kubectl('rollout', 'status', 'deployment/web', '--timeout=300s');

test('kubectl rolls out, back, anew and after a pause', async () => {
  await kubectl('create', 'deployment', 'web', '--image=nginx:1.27', '--replicas=2');
  expect(await rolledOut()).toContain('deployment "web" successfully rolled out');
  await kubectl('set', 'image', 'deployment/web', 'nginx=nginx:1.28');
  await kubectl('annotate', 'deployment/web', 'kubernetes.io/change-cause=to 1.28');
  await rolledOut();
  expect(await kubectl('rollout', 'history', 'deployment/web')).toMatch(/^1 +<none>\n2 +to 1\.28$/m);
  await kubectl('rollout', 'undo', 'deployment/web');
  await rolledOut();
  const sets = ['get', 'rs', '--sort-by=.metadata.creationTimestamp', '-o', 'jsonpath={.items[*].spec.replicas}'];
  expect(await kubectl(...sets)).toBe('2 0');
  await kubectl('rollout', 'pause', 'deployment/web');
  await kubectl('set', 'image', 'deployment/web', 'nginx=nginx:1.28');
  expect(await kubectl(...sets)).toBe('2 0');
  await kubectl('rollout', 'resume', 'deployment/web');
  await rolledOut();
  await kubectl('rollout', 'restart', 'deployment/web');
  await rolledOut();
  expect(await kubectl('rollout', 'history', 'deployment/web')).toMatch(/^3 .*\n4 .*\n5 .*$/m);
  await kubectl('delete', 'deployment', 'web', '--cascade=orphan');
  expect((await kubectl('get', 'pods', '-o', 'name')).split('\n')).toHaveLength(2);
  await kubectl('delete', 'rs', '--all', '--cascade=foreground');
  expect(await kubectl('get', 'pods,rs', '-o', 'name')).toBe('');
});

test('kubectl waits for Jobs, and deletes a namespace with all that is in it', async () => {
  await kubectl('create', 'namespace', 'shop');
  await kubectl('create', 'job', 'pi', '--image=busybox', '-n', 'shop', '--', 'true');
  await kubectl('wait', '--for=condition=Complete', 'job/pi', '-n', 'shop', '--timeout=300s');
  await kubectl('create', 'quota', 'few', '--hard=pods=1', '-n', 'shop');
  await kubectl('run', 'one', '--image=nginx:1.27', '-n', 'shop');
  await expect(kubectl('run', 'two', '--image=nginx:1.27', '-n', 'shop')).rejects.toThrow(
    'pods "two" is forbidden: exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1',
  );
  await kubectl('delete', 'namespace', 'shop');
  expect(await kubectl('get', 'namespaces', '-o', 'name')).not.toContain('shop');
});
