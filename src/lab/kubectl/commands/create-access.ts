import type { Command, Run } from '../command.ts';
import { failed } from '../errors.ts';
import { kindNamed } from '../targets.ts';
import { MAKING, make, onlyName } from './make.ts';

const GROUP = 'rbac.authorization.k8s.io';

/** `pods`, `deployments.apps`, `pods/log` -> the rules of a role, one for each group (create_role.go). */
async function rulesOf(run: Run): Promise<object[]> {
  const { flags } = run;
  const verbs = flags.all('verb').includes('*') ? ['*'] : Array.from(new Set(flags.all('verb')));
  if (verbs.length === 0) throw failed('at least one verb must be specified');
  const urls = flags.all('non-resource-url');
  if (!flags.has('resource') && urls.length === 0) throw failed('one of resource or nonResourceURL must be specified');
  const named: { group: string; resource: string }[] = [];
  for (const word of flags.all('resource')) {
    const [whole = '', part] = word.split('/');
    const suffix = part === undefined ? '' : `/${part}`;
    if (whole === '*') named.push({ group: '*', resource: '*' });
    else {
      const { group, plural } = await kindNamed(run.api, whole);
      named.push({ group, resource: `${plural}${suffix}` });
    }
  }
  const resourceNames = flags.all('resource-name');
  const names = resourceNames.length > 0 ? { resourceNames } : {};
  const rules: object[] = Array.from(
    Map.groupBy(named, ({ group }) => group),
    ([group, all]) => ({
      ...{ apiGroups: [group], resources: Array.from(new Set(all.map(({ resource }) => resource))) },
      ...names,
      verbs,
    }),
  );
  return urls.length > 0 ? [...rules, { nonResourceURLs: urls, verbs }] : rules;
}

const RULES = [
  { name: 'verb', type: 'list' },
  { name: 'resource', type: 'list' },
  { name: 'resource-name', type: 'array' },
] as const;
const SUBJECTS = [
  { name: 'user', type: 'array' },
  { name: 'group', type: 'array' },
  { name: 'serviceaccount', type: 'array' },
] as const;

function subjectsOf(run: Run): object[] {
  const { flags } = run;
  return [
    ...flags.all('user').map((name) => ({ apiGroup: GROUP, kind: 'User', name })),
    ...flags.all('group').map((name) => ({ apiGroup: GROUP, kind: 'Group', name })),
    ...flags.all('serviceaccount').map((one) => {
      const [namespace = '', name = ''] = one.split(':');
      if (namespace === '' || name === '') throw failed('serviceaccount must be <namespace>:<name>');
      return { kind: 'ServiceAccount', name, namespace };
    }),
  ];
}

async function makeBinding(run: Run, kind: 'RoleBinding' | 'ClusterRoleBinding'): Promise<void> {
  const name = onlyName(run);
  const { flags } = run;
  const [cluster, role] = [flags.value('clusterrole'), flags.value('role')];
  if ((cluster === undefined) === (role === undefined))
    throw failed('exactly one of clusterrole or role must be specified');
  const subjects = subjectsOf(run);
  await make(run, {
    ...{ apiVersion: `${GROUP}/v1`, kind, metadata: { name } },
    roleRef: { apiGroup: GROUP, kind: cluster === undefined ? 'Role' : 'ClusterRole', name: cluster ?? role },
    ...(subjects.length > 0 ? { subjects } : {}),
  });
}

export const CREATE_ACCESS: readonly Command[] = [
  {
    name: 'role',
    short: 'Create a role with single rule',
    flags: [...MAKING, ...RULES],
    run: async (run) =>
      make(run, {
        apiVersion: `${GROUP}/v1`,
        kind: 'Role',
        metadata: { name: onlyName(run) },
        rules: await rulesOf(run),
      }),
  },
  {
    name: 'clusterrole',
    short: 'Create a cluster role',
    flags: [
      ...MAKING,
      ...RULES,
      { name: 'non-resource-url', type: 'list' },
      { name: 'aggregation-rule', type: 'value' },
    ],
    run: async (run) =>
      make(run, {
        ...{ apiVersion: `${GROUP}/v1`, kind: 'ClusterRole', metadata: { name: onlyName(run) } },
        rules: await rulesOf(run),
      }),
  },
  {
    name: 'rolebinding',
    short: 'Create a role binding for a particular role or cluster role',
    flags: [...MAKING, ...SUBJECTS, { name: 'role', type: 'value' }, { name: 'clusterrole', type: 'value' }],
    run: (run) => makeBinding(run, 'RoleBinding'),
  },
  {
    name: 'clusterrolebinding',
    short: 'Create a cluster role binding for a particular cluster role',
    flags: [...MAKING, ...SUBJECTS, { name: 'clusterrole', type: 'value' }],
    run: (run) => makeBinding(run, 'ClusterRoleBinding'),
  },
];
