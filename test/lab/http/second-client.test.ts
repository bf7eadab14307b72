/** The JavaScript client of Kubernetes: what only kubectl would put up with shows here. */

import { PassThrough, Writable } from 'node:stream';
import {
  AppsV1Api,
  CoreV1Api,
  Exec,
  KubeConfig,
  PatchStrategy,
  setHeaderOptions,
  type V1Pod,
  type V1Status,
  Watch,
} from '@kubernetes/client-node';
import { expect, test, vi } from 'vitest';
import type { LabClient } from '../../../src/core/lab.ts';
import { PATIENCE } from '../../support/patience.ts';
import { openRoom } from './room.ts';

async function connect(containers: Partial<LabClient> = {}) {
  const room = await openRoom(containers);
  const config = new KubeConfig();
  config.loadFromFile(room.config);
  return { ...room, config, core: config.makeApiClient(CoreV1Api), apps: config.makeApiClient(AppsV1Api) };
}

test('objects are listed, made, changed and deleted', async () => {
  const { core, apps } = await connect();
  const { items } = await core.listNode();
  expect(items.map(({ metadata }) => metadata?.name)).toEqual(['node-1', 'node-2', 'node-3']);
  const body = {
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'c', image: 'nginx' }] } },
    },
  };
  const place = { namespace: 'default', name: 'web' };
  const made = await apps.createNamespacedDeployment({ namespace: 'default', body });
  expect(made.spec?.replicas).toBe(1);
  const patched = await apps.patchNamespacedDeployment(
    { ...place, body: { spec: { template: { spec: { containers: [{ name: 'c', image: 'nginx:1.27' }] } } } } },
    setHeaderOptions('Content-Type', PatchStrategy.StrategicMergePatch),
  );
  expect(patched.spec?.template.spec?.containers).toMatchObject([{ name: 'c', image: 'nginx:1.27' }]);
  await expect(apps.createNamespacedDeployment({ namespace: 'default', body })).rejects.toThrow('AlreadyExists');
  await apps.deleteNamespacedDeployment(place);
  await expect(apps.readNamespacedDeployment(place)).rejects.toThrow('not found');
});

test('changes are watched', async () => {
  const { config, core } = await connect();
  const heard: string[] = [];
  const watch = await new Watch(config).watch(
    '/api/v1/namespaces/default/configmaps',
    {},
    (type: string, object: { metadata: { name: string } }) => void heard.push(`${type} ${object.metadata.name}`),
    () => {},
  );
  await core.createNamespacedConfigMap({ namespace: 'default', body: { metadata: { name: 'a' }, data: { x: '1' } } });
  await core.deleteNamespacedConfigMap({ namespace: 'default', name: 'a' });
  const ofA = () => heard.filter((one) => one.endsWith(' a'));
  await vi.waitFor(() => expect(ofA()).toEqual(['ADDED a', 'DELETED a']), { timeout: PATIENCE });
  watch.abort();
});

test('a program runs in a container', async () => {
  const { config } = await connect({
    exec: async (_at, words, terminal) => {
      terminal.out(`${words.join(' ')}\n`);
      return { input: (text) => terminal.out(text), inputEnded: () => terminal.ended(7), stop() {} };
    },
  });
  let out = '';
  const stdout = new Writable({
    write(piece, _encoding, done) {
      out += piece;
      done();
    },
  });
  const stdin = new PassThrough();
  const ended = new Promise<V1Status>((resolve, reject) => {
    new Exec(config)
      .exec('default', 'web', 'c', ['cat', '-n'], stdout, null, stdin, false, resolve)
      .then(() => stdin.end('typed'))
      .catch(reject);
  });
  expect(await ended).toMatchObject({ status: 'Failure', reason: 'NonZeroExitCode' });
  expect(out).toBe('cat -n\ntyped');
});

test('a Pod is read as the client knows it', async () => {
  const { core } = await connect();
  const pod: V1Pod = await core.readNamespacedPod({ namespace: 'default', name: 'web' });
  expect(pod.status?.containerStatuses?.[0]?.state?.running?.startedAt).toEqual(new Date('2026-01-01T00:00:00Z'));
});
