import type { Command } from '../command.ts';
import { failed, misused } from '../errors.ts';
import { at, map } from '../read.ts';
import { afterDash, containerName, MAKING, make, onlyName, required } from './make.ts';

const commandOf = (words: readonly string[]): object => (words.length === 0 ? {} : { command: words });

const DEPLOYMENT: Command = {
  name: 'deployment',
  aliases: ['deploy'],
  short: 'Create a deployment with the specified name',
  flags: [
    ...MAKING,
    { name: 'image', type: 'list' },
    { name: 'port', type: 'int' },
    { name: 'replicas', short: 'r', type: 'int' },
  ],
  async run(run) {
    const name = onlyName(run);
    required(run, 'image');
    const images = run.flags.all('image');
    const command = afterDash(run);
    if (images.length > 1 && command.length > 0) throw failed('cannot specify multiple --image options and command');
    const port = run.flags.int('port');
    const labels = { app: name };
    const containers = images.map((image, i) => ({
      ...{ image, name: containerName(image), resources: {} },
      ...commandOf(command),
      ...(port === undefined || i > 0 ? {} : { ports: [{ containerPort: port }] }),
    }));
    await make(run, {
      ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { labels, name } },
      spec: {
        ...{ replicas: run.flags.int('replicas') ?? 1, selector: { matchLabels: labels }, strategy: {} },
        template: { metadata: { creationTimestamp: null, labels }, spec: { containers } },
      },
      status: {},
    });
  },
};

const JOB: Command = {
  name: 'job',
  short: 'Create a job with the specified name',
  flags: [...MAKING, { name: 'image', type: 'value' }, { name: 'from', type: 'value' }],
  async run(run) {
    const name = onlyName(run);
    const [image, from] = [run.flags.value('image'), run.flags.value('from')];
    const command = afterDash(run);
    if ((image === undefined) === (from === undefined)) throw failed('either --image or --from must be specified');
    if (image !== undefined)
      return make(run, {
        ...{ apiVersion: 'batch/v1', kind: 'Job', metadata: { name } },
        spec: {
          template: {
            metadata: { creationTimestamp: null },
            spec: {
              containers: [{ ...commandOf(command), image, name, resources: {} }],
              restartPolicy: 'Never',
            },
          },
        },
        status: {},
      });
    if (command.length > 0) throw failed('cannot specify --from and command');
    const [type = '', cron = ''] = (from ?? '').split('/');
    const kind = await run.api.find(type);
    if (kind?.kind !== 'CronJob') throw failed(`from must be an existing cronjob: ${from}`);
    const source = await run.api.get(kind, run.namespace, cron);
    const template = at(source, 'spec.jobTemplate');
    const { uid } = source.metadata;
    const labels = map(template, 'metadata.labels');
    const metadata = {
      ...{
        name,
        annotations: { ...map(template, 'metadata.annotations'), 'cronjob.kubernetes.io/instantiate': 'manual' },
      },
      ...(Object.keys(labels).length > 0 ? { labels } : {}),
      ownerReferences: [{ apiVersion: 'batch/v1', controller: true, kind: 'CronJob', name: cron, uid }],
    };
    await make(run, { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: at(template, 'spec'), status: {} });
  },
};

const CRON_JOB: Command = {
  name: 'cronjob',
  aliases: ['cj'],
  short: 'Create a cron job with the specified name',
  flags: [
    ...MAKING,
    { name: 'image', type: 'value' },
    { name: 'schedule', type: 'value' },
    { name: 'restart', type: 'value' },
  ],
  async run(run) {
    const name = onlyName(run);
    required(run, 'image', 'schedule');
    const image = run.flags.value('image') ?? '';
    const restartPolicy = run.flags.value('restart') ?? 'OnFailure';
    if (!['OnFailure', 'Never'].includes(restartPolicy))
      throw misused('create cronjob', `invalid restart policy: ${restartPolicy}`);
    const spec = { containers: [{ ...commandOf(afterDash(run)), image, name, resources: {} }], restartPolicy };
    await make(run, {
      ...{ apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name } },
      spec: {
        jobTemplate: {
          metadata: { creationTimestamp: null, name },
          spec: { template: { metadata: { creationTimestamp: null }, spec } },
        },
        schedule: run.flags.value('schedule'),
      },
      status: {},
    });
  },
};

const BUDGET: Command = {
  name: 'poddisruptionbudget',
  aliases: ['pdb'],
  short: 'Create a pod disruption budget with the specified name',
  flags: [
    ...MAKING,
    { name: 'selector', type: 'value' },
    { name: 'min-available', type: 'value' },
    { name: 'max-unavailable', type: 'value' },
  ],
  async run(run) {
    const name = onlyName(run);
    const { flags } = run;
    if (!flags.has('selector')) throw failed('a selector must be specified');
    const [min, max] = [flags.value('min-available'), flags.value('max-unavailable')];
    if (min === undefined && max === undefined)
      throw failed('one of min-available or max-unavailable must be specified');
    if (min !== undefined && max !== undefined)
      throw failed('min-available and max-unavailable cannot be both specified');
    const amount = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);
    const matchLabels = Object.fromEntries((flags.value('selector') ?? '').split(',').map((one) => one.split('=')));
    await make(run, {
      ...{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name } },
      spec: {
        ...(min === undefined ? {} : { minAvailable: amount(min) }),
        ...(max === undefined ? {} : { maxUnavailable: amount(max) }),
        selector: { matchLabels },
      },
      status: { currentHealthy: 0, desiredHealthy: 0, disruptionsAllowed: 0, expectedPods: 0 },
    });
  },
};

export const CREATE_WORKLOADS: readonly Command[] = [DEPLOYMENT, JOB, CRON_JOB, BUDGET];
