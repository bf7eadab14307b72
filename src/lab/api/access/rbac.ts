import type { Lab } from '../../engine/lab.ts';
import { CLUSTER_ROLE_BINDINGS, CLUSTER_ROLES, ROLE_BINDINGS, ROLES } from '../../kinds/cluster.ts';
import type { PolicyRule, RoleBinding } from '../../kinds/types.ts';
import { ADMIN, type User } from './user.ts';

/** What a user wants to do. */
export type Act =
  | {
      verb: string;
      group: string;
      resource: string;
      part: string;
      /** `''` for the whole cluster. */
      namespace: string;
      /** `''` for no object in particular. */
      name: string;
    }
  | { verb: string; path: string };

const EVERYTHING: readonly PolicyRule[] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
  { verbs: ['*'], nonResourceURLs: ['*'] },
];

function isOf({ subjects = [], metadata }: RoleBinding, user: User): RoleBinding['subjects'] {
  return subjects.filter(({ kind, name, namespace }) => {
    if (kind === 'User') return name === user.name;
    if (kind === 'Group') return user.groups.includes(name);
    return (
      kind === 'ServiceAccount' && `system:serviceaccount:${namespace || metadata.namespace}:${name}` === user.name
    );
  });
}

interface Granted {
  rules: readonly PolicyRule[];
  /** Which binding gives them, in the words of Kubernetes. */
  by: string;
}

/** All that a user is given in a namespace, and in the whole cluster (plugin/pkg/auth/authorizer/rbac). */
export function* grantsOf({ store }: Lab, user: User, namespace: string): Generator<Granted> {
  if (user.name === ADMIN.name)
    yield {
      rules: EVERYTHING,
      by: 'ClusterRoleBinding "kubeadm:cluster-admins" of ClusterRole "cluster-admin" to Group "kubeadm:cluster-admins"',
    };
  const bindings = [
    ...store.list(CLUSTER_ROLE_BINDINGS),
    ...(namespace === '' ? [] : store.list(ROLE_BINDINGS, namespace)),
  ];
  for (const binding of bindings) {
    const [subject] = isOf(binding, user) ?? [];
    if (subject === undefined) continue;
    const { roleRef, metadata } = binding;
    const role =
      roleRef.kind === 'ClusterRole'
        ? store.get(CLUSTER_ROLES, { name: roleRef.name })
        : store.get(ROLES, { namespace: metadata.namespace, name: roleRef.name });
    if (role === undefined) continue;
    const where = metadata.namespace === undefined ? '' : `/${metadata.namespace}`;
    const to = subject.kind === 'ServiceAccount' ? `"${subject.name}/${subject.namespace ?? ''}"` : `"${subject.name}"`;
    const by = `${binding.kind} "${metadata.name}${where}" of ${roleRef.kind} "${roleRef.name}" to ${subject.kind} ${to}`;
    yield { rules: role.rules ?? [], by };
  }
}

const has = (all: readonly string[] | undefined, one: string): boolean =>
  all !== undefined && (all.includes('*') || all.includes(one));

const hasPath = (all: readonly string[] | undefined, path: string): boolean =>
  all?.some((one) => one === '*' || one === path || (one.endsWith('*') && path.startsWith(one.slice(0, -1)))) ?? false;

/** Does a rule allow an act (kubernetes/pkg/apis/rbac/v1, VerbMatches …)? */
function allows(rule: PolicyRule, act: Act): boolean {
  if (!has(rule.verbs, act.verb)) return false;
  if ('path' in act) return hasPath(rule.nonResourceURLs, act.path);
  const { resource, part, name } = act;
  const whole = part === '' ? resource : `${resource}/${part}`;
  const isOfResource = has(rule.resources, whole) || (part !== '' && rule.resources?.includes(`*/${part}`));
  const isOfName = (rule.resourceNames ?? []).length === 0 || rule.resourceNames?.includes(name);
  return has(rule.apiGroups, act.group) && Boolean(isOfResource) && Boolean(isOfName);
}

/** By which binding a user may do something; undefined where by none. */
export function whyAllowed(lab: Lab, user: User, act: Act): string | undefined {
  for (const { rules, by } of grantsOf(lab, user, 'path' in act ? '' : act.namespace))
    if (rules.some((rule) => allows(rule, act))) return `RBAC: allowed by ${by}`;
  return undefined;
}
