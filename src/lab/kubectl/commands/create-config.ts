import type { Command } from '../command.ts';
import { failed, misused } from '../errors.ts';
import { text as textAt } from '../read.ts';
import { CONFIG_MAP, SECRET } from './create-data.ts';
import { MAKING, make, onlyName, required } from './make.ts';

const NAMESPACE: Command = {
  name: 'namespace',
  aliases: ['ns'],
  short: 'Create a namespace with the specified name',
  flags: MAKING,
  run: (run) =>
    make(run, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: onlyName(run) }, spec: {}, status: {} }),
};

const ACCOUNT: Command = {
  name: 'serviceaccount',
  aliases: ['sa'],
  short: 'Create a service account with the specified name',
  flags: MAKING,
  run: (run) => make(run, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: onlyName(run) } }),
};

const QUOTA: Command = {
  name: 'quota',
  aliases: ['resourcequota'],
  short: 'Create a quota with the specified name',
  flags: [...MAKING, { name: 'hard', type: 'value' }, { name: 'scopes', type: 'value' }],
  async run(run) {
    const name = onlyName(run);
    const pairs = (run.flags.value('hard') ?? '').split(',').filter((one) => one !== '');
    const hard = Object.fromEntries(
      pairs.map((one) => {
        const [key = '', value, ...more] = one.split('=');
        if (value === undefined || value === '' || more.length > 0)
          throw failed(`Invalid argument syntax ${one}, expected <resource>=<value>`);
        return [key, value];
      }),
    );
    const scopes = run.flags.value('scopes')?.split(',');
    await make(run, {
      ...{ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name } },
      spec: { ...(pairs.length > 0 ? { hard } : {}), ...(scopes === undefined ? {} : { scopes }) },
      status: {},
    });
  },
};

const PRIORITY: Command = {
  name: 'priorityclass',
  aliases: ['pc'],
  short: 'Create a priority class with the specified name',
  flags: [
    ...MAKING,
    { name: 'value', type: 'int' },
    { name: 'global-default', type: 'bool' },
    { name: 'description', type: 'value' },
    { name: 'preemption-policy', type: 'value' },
  ],
  async run(run) {
    const name = onlyName(run);
    const { flags } = run;
    required(run, 'value');
    const description = flags.value('description');
    await make(run, {
      ...{ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value: flags.int('value') },
      ...(description === undefined ? {} : { description }),
      ...(flags.is('global-default') ? { globalDefault: true } : {}),
      preemptionPolicy: flags.value('preemption-policy') ?? 'PreemptLowerPriority',
    });
  },
};

const TOKEN: Command = {
  name: 'token',
  short: 'Request a service account token',
  flags: [
    { name: 'duration', type: 'value' },
    { name: 'audience', type: 'array' },
  ],
  async run(run) {
    const [name] = run.args;
    if (name === undefined) throw misused('create token', 'service account name cannot be empty');
    const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} };
    const path = `/api/v1/namespaces/${encodeURIComponent(run.namespace)}/serviceaccounts/${encodeURIComponent(name)}/token`;
    run.out(`${textAt(await run.api.ask(path, { method: 'POST', body }), 'status.token')}\n`);
  },
};

export const CREATE_CONFIG: readonly Command[] = [NAMESPACE, CONFIG_MAP, SECRET, ACCOUNT, QUOTA, PRIORITY, TOKEN];
