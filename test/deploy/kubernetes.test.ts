import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { ConfigError, readConfig } from '../../src/app/config.ts';
import { LONGEST_END } from '../../src/app/connect.ts';
import { VARIABLES } from '../../src/app/environment.ts';
import { pagesOf } from '../../src/app/http/pages.ts';
import { createMetrics } from '../../src/app/metrics.ts';
import { WEB } from '../../src/platforms/web/limits.ts';
import { imageOf } from '../support/dockerfile.ts';
import { kustomize, readManifest } from '../support/kustomize.ts';
import { CLAIM, CONFIG, DEPLOYMENT, INGRESS, NAMESPACE, POLICY, SECRET, SERVICE } from '../support/manifests.ts';
import { serving } from '../support/serving.ts';
import { ROOT } from '../support/world.ts';

const FOLDER = join(ROOT, 'deploy/kubernetes');

const secret = SECRET.parse(readManifest(join(FOLDER, 'secret.example.yaml')));
const image = imageOf();
const TOKENS = { DISCORD_TOKEN: 'a.b.c', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

/** `1Gi` -> bytes, `100m` -> a part of one. */
function amount(text: string): number {
  const units: Readonly<Record<string, number>> = { '': 1, m: 0.001, Mi: 2 ** 20, Gi: 2 ** 30 };
  const [, number = '', unit = ''] = /^(\d+)(m|Mi|Gi)?$/.exec(text) ?? [];
  return Number(number) * (units[unit] ?? Number.NaN);
}

describe.each(['sqlite', 'postgres'])('kubectl apply -k deploy/kubernetes/%s', (variant) => {
  const all = kustomize(join(FOLDER, variant));
  const of = <T>(kind: string, shape: z.ZodType<T>): T => shape.parse(all.find((one) => one.kind === kind));
  const deployment = of('Deployment', DEPLOYMENT);
  const config = of('ConfigMap', CONFIG);
  const policy = of('NetworkPolicy', POLICY);
  const service = of('Service', SERVICE);
  const { template } = deployment.spec;
  const pod = template.spec;
  const [container] = pod.containers;
  const [port] = container.ports;
  const env = { ...image.env, ...secret.stringData, ...config.data, ...TOKENS };

  test('has each object once, in one namespace that takes only careful Pods, and no secret', () => {
    const kinds = ['Namespace', 'ConfigMap', 'Deployment', 'Service', 'NetworkPolicy'];
    expect(all.map(({ kind }) => kind)).toEqual(variant === 'sqlite' ? [...kinds, 'PersistentVolumeClaim'] : kinds);
    const { metadata } = of('Namespace', NAMESPACE);
    const within = all.filter(({ kind }) => kind !== 'Namespace').map((one) => one.metadata.namespace);
    expect(new Set([...within, secret.metadata.namespace])).toEqual(new Set([metadata.name]));
    expect(metadata.labels).toEqual({ 'pod-security.kubernetes.io/enforce': 'restricted' });
  });

  test('selects by labels that its Pods have', () => {
    const { labels } = template.metadata;
    expect(deployment.spec.selector.matchLabels).toEqual(labels);
    expect(service.spec.selector).toEqual(labels);
    expect(policy.spec.podSelector.matchLabels).toEqual(labels);
  });

  test('runs the image of this version, as its user', () => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(container.image).toBe(`dosirak:${version}`);
    const { runAsUser, runAsGroup, fsGroup } = pod.securityContext;
    expect(`${runAsUser}:${runAsGroup}`).toBe(image.one('USER'));
    expect(fsGroup).toBe(runAsGroup);
  });

  test('gives the bot variables that it reads, from the Secret and then the ConfigMap', () => {
    const [{ secretRef }, { configMapRef }] = container.envFrom;
    expect([secretRef.name, configMapRef.name]).toEqual([secret.metadata.name, config.metadata.name]);
    const given = [...Object.keys(secret.stringData), ...Object.keys(config.data), ...container.env.map((e) => e.name)];
    expect(given.filter((name) => !VARIABLES.includes(name))).toEqual([]);
    const { discord, slack, web } = readConfig(env, '/content');
    expect(discord?.token).toBe(TOKENS.DISCORD_TOKEN);
    expect(slack?.way.kind).toBe('socket');
    expect(web).toEqual({ host: '0.0.0.0', port: port.containerPort });
  });

  test('asks pages that the bot has, by the port that it listens on', async () => {
    const ready = async () => ({ ready: true, text: '' });
    const { get } = await serving(pagesOf({ ready, metrics: createMetrics(), token: undefined }));
    const { startupProbe, livenessProbe, readinessProbe } = container;
    expect([startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet)).toEqual([
      { path: '/healthz', port: port.name },
      { path: '/healthz', port: port.name },
      { path: '/readyz', port: port.name },
    ]);
    const { annotations } = template.metadata;
    const scraped = annotations['prometheus.io/path'] ?? '';
    expect(annotations).toMatchObject({
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': `${port.containerPort}`,
    });
    for (const path of ['/healthz', '/readyz', scraped]) expect((await get(path)).status, path).toBe(200);
    expect(service.spec.ports[0].targetPort).toBe(port.name);
  });

  test('lets the bot finish what it has begun, and come up in a minute', () => {
    expect(pod.terminationGracePeriodSeconds * 1000).toBeGreaterThan(LONGEST_END);
    const { periodSeconds, failureThreshold } = container.startupProbe;
    expect(periodSeconds * failureThreshold).toBeGreaterThan(60);
  });

  test('asks for no more than it may use', () => {
    const { requests, limits } = container.resources;
    expect(amount(requests.memory)).toBeLessThanOrEqual(amount(limits.memory));
    expect(amount(requests.cpu ?? '')).toBeGreaterThan(0);
  });

  test('has a volume for every mount, and keeps what the bot remembers', () => {
    const volumes = new Map(pod.volumes.map((volume) => [volume.name, volume]));
    expect(container.volumeMounts.map(({ name }) => name).toSorted()).toEqual(Array.from(volumes.keys()).toSorted());
    const kept = container.volumeMounts.filter(({ name }) => volumes.get(name)?.persistentVolumeClaim);
    const passing = container.volumeMounts.filter(({ name }) => volumes.get(name)?.emptyDir);
    expect(passing.map(({ mountPath }) => mountPath)).toEqual(['/tmp']);
    const { database } = readConfig(env, '/content');
    if (variant === 'sqlite') {
      const file = database.engine === 'sqlite' ? relative(process.cwd(), database.file) : '';
      expect(kept.map(({ mountPath }) => mountPath)).toEqual([join(image.folder, dirname(file))]);
      const claim = of('PersistentVolumeClaim', CLAIM);
      expect(volumes.get(kept[0]?.name ?? '')?.persistentVolumeClaim?.claimName).toBe(claim.metadata.name);
      expect(amount(claim.spec.resources.requests.storage)).toBeGreaterThan(0);
    } else {
      expect(kept).toEqual([]);
      // Without it the Pod does not start: what is remembered elsewhere would be lost.
      const key = { name: secret.metadata.name, key: 'DATABASE_URL' };
      expect(container.env).toEqual([{ name: 'DATABASE_URL', valueFrom: { secretKeyRef: key } }]);
      expect(secret.stringData).not.toHaveProperty('DATABASE_URL');
    }
  });

  test('lets in what comes to its port, and out what looks up names and goes to the platforms and its database', () => {
    const { ingress, egress } = policy.spec;
    expect(ingress).toEqual([{ ports: [{ protocol: 'TCP', port: port.name }] }]);
    const out = egress.flatMap(({ ports }) => ports.map(({ protocol, port }) => `${port}/${protocol}`));
    const usual = ['53/UDP', '53/TCP', '443/TCP'];
    expect(out).toEqual(variant === 'postgres' ? [...usual, '5432/TCP'] : usual);
  });
});

describe('kubectl apply -k deploy/kubernetes/page', () => {
  const all = kustomize(join(FOLDER, 'page'));
  const of = <T>(kind: string, shape: z.ZodType<T>): T => shape.parse(all.find((one) => one.kind === kind));
  const { metadata, spec } = of('Ingress', INGRESS);
  const [rule] = spec.rules;

  test('is what is remembered in a file, with a way in from outside', () => {
    const before = kustomize(join(FOLDER, 'sqlite'));
    const isSame = (one: { kind: string }): boolean => one.kind !== 'Ingress' && one.kind !== 'ConfigMap';
    expect(all.filter(isSame)).toEqual(before.filter(isSame));
    expect(metadata.namespace).toBe(of('Namespace', NAMESPACE).metadata.name);
  });

  test('has the bot serve the page at the domain that leads to it, over TLS', () => {
    const { page, web } = readConfig({ ...image.env, ...of('ConfigMap', CONFIG).data, ...TOKENS }, '/content');
    expect(page).toEqual({ publicUrl: `https://${rule.host}`, trustedProxies: [] });
    expect(web?.host).toBe('0.0.0.0');
    expect(spec.tls[0].hosts).toEqual([rule.host]);
  });

  test('hands on to the Service by its port', () => {
    const { name, port } = rule.http.paths[0].backend.service;
    const service = of('Service', SERVICE);
    expect([name, port.name]).toEqual([service.metadata.name, service.spec.ports[0].name]);
  });

  test('holds nothing back, waits longer than the page is silent, and takes files as large as the page does', () => {
    const nginx = (name: string): string => metadata.annotations[`nginx.ingress.kubernetes.io/${name}`] ?? '';
    expect(nginx('proxy-buffering')).toBe('off');
    for (const name of ['proxy-read-timeout', 'proxy-send-timeout'])
      expect(Number(nginx(name)) * 1000, name).toBeGreaterThan(10 * WEB.beat);
    const [, megabytes] = /^(\d+)m$/.exec(nginx('proxy-body-size')) ?? [];
    expect(Number(megabytes) * 2 ** 20).toBeGreaterThanOrEqual(WEB.body);
  });
});

describe('the Secret’s example', () => {
  test('has nothing that works: each value that is to be filled in is named when it was not', () => {
    const problem = (() => {
      try {
        readConfig(secret.stringData, '/content');
      } catch (error) {
        if (error instanceof ConfigError) return error.message;
      }
      return '';
    })();
    expect(problem.split('\n').map((line) => line.split(':')[0])).toEqual(Object.keys(secret.stringData));
  });

  test('is filled in where Git does not look', () => {
    expect(readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n')).toContain('deploy/kubernetes/secret.yaml');
  });
});
