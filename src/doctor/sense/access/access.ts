import { once } from '../../../language/memoize.ts';
import { nearest } from '../../schema/misspelt.ts';
import { schema } from '../../schema/schema.ts';
import { dig, items, maps, type Spot, textOf, wordsIn } from '../../spot.ts';
import { type Rule, refused, type TypeRule, unmeant } from '../rule.ts';
import { text } from './text.ts';

const GROUP = 'rbac.authorization.k8s.io';
const VERBS = [
  ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
  ...['use', 'bind', 'escalate', 'impersonate', 'approve', 'sign', 'attest', '*'],
];

/** What people write for verbs. */
const MEANT: Readonly<Record<string, string>> = {
  ...{ read: 'get', view: 'get', write: 'update', edit: 'update', modify: 'update', apply: 'patch' },
  ...{ remove: 'delete', add: 'create', all: '*' },
};

const pluralOf = (kind: string): string => {
  const lower = kind.toLowerCase();
  if (lower === 'endpoints') return lower;
  if (lower.endsWith('y')) return `${lower.slice(0, -1)}ies`;
  return /(?:s|x|ch)$/.test(lower) ? `${lower}es` : `${lower}s`;
};

/** Kubernetes' own resources -> the groups that have them. */
const resources = once(() => {
  const found = new Map<string, Set<string>>();
  for (const [version, kinds] of Object.entries(schema().kinds))
    for (const kind of Object.keys(kinds)) {
      const group = version.includes('/') ? version.replace(/\/.*/, '') : '';
      const groups = found.get(pluralOf(kind)) ?? new Set();
      found.set(pluralOf(kind), groups.add(group));
    }
  return found;
});
const groups = once(() => new Set([...resources().values()].flatMap((one) => [...one])));

export const subject: TypeRule = function* (spot) {
  const kind = textOf(dig(spot, 'kind'));
  const group = dig(spot, 'apiGroup');
  const given = textOf(group);
  if (!group || given === undefined || given === '' || kind === undefined) return;
  if (kind === 'ServiceAccount')
    yield refused(
      'wrong-api-group',
      group,
      text.both((t) => t.subjectGroup(kind)),
      'apiGroup: ""',
    );
  else if ((kind === 'User' || kind === 'Group') && given !== GROUP)
    yield refused(
      'wrong-api-group',
      group,
      text.both((t) => t.subjectGroup(kind)),
      `apiGroup: ${GROUP}`,
    );
};

export const roleRef: TypeRule = function* (spot) {
  const at = dig(spot, 'apiGroup');
  const group = textOf(at);
  if (at && group !== undefined && group !== '' && group !== GROUP)
    yield refused(
      'wrong-api-group',
      at,
      text.both((t) => t.roleGroup(group)),
      `apiGroup: ${GROUP}`,
    );
};

/** What a rule names exists, and in the group that stands beside it. */
export const policyRule: TypeRule = function* (spot) {
  const groupsAt = dig(spot, 'apiGroups');
  const named = items(dig(spot, 'resources'));
  const given = wordsIn(groupsAt);
  if (named.length > 0 && given.length === 0 && (groupsAt === undefined || groupsAt.node.kind === 'list'))
    yield refused(
      'missing-field',
      { line: spot.line, path: `${spot.path}.apiGroups` },
      text.both((t) => t.needsGroups),
      'apiGroups: [""]',
    );
  if (
    named.length === 0 &&
    dig(spot, 'nonResourceURLs') === undefined &&
    dig(spot, 'resources') === undefined &&
    spot.node.kind === 'map' &&
    !spot.node.entries.some(({ key }) => /^resource/i.test(key))
  )
    yield refused(
      'missing-field',
      { line: spot.line, path: `${spot.path}.resources` },
      text.both((t) => t.needsResources),
    );
  for (const one of items(groupsAt)) {
    const group = textOf(one);
    if (group !== undefined && /\/v\d|^v\d\w*$/.test(group))
      yield unmeant(
        'wrong-api-group',
        one,
        text.both((t) => t.versionInGroup(group)),
        `apiGroups: ["${/\//.test(group) ? group.replace(/\/.*/, '') : ''}"]`,
      );
  }
  for (const one of named) yield* resource(one, given);
  for (const one of items(dig(spot, 'verbs'))) {
    const verb = textOf(one);
    const meant =
      verb === undefined || VERBS.includes(verb) ? undefined : (MEANT[verb.toLowerCase()] ?? nearest(verb, VERBS));
    if (verb !== undefined && meant !== undefined)
      yield unmeant(
        'unknown-verb',
        one,
        text.both((t) => t.verb(verb, meant)),
        `- ${meant}`,
      );
  }
};

function* resource(spot: Spot, given: readonly string[]) {
  const whole = textOf(spot);
  if (whole === undefined || whole === '*') return;
  const [name = '', ...sub] = whole.split('/');
  const known = resources().get(name);
  // The schema has no resources of other vendors' groups.
  const isOurs = given.every((group) => groups().has(group) || /\/v\d/.test(group));
  if (!isOurs) return;
  const plural = known
    ? name
    : [...resources().keys()].find((one) => one === pluralOf(name) || one === name.toLowerCase());
  if (!known) {
    const meant = plural ?? nearest(name, [...resources().keys()]);
    if (meant !== undefined)
      yield unmeant(
        'unknown-resource',
        spot,
        text.both((t) => t.resourceForm(whole, [meant, ...sub].join('/'))),
        `- ${[meant, ...sub].join('/')}`,
      );
    return;
  }
  const [first = ''] = known;
  if (given.length > 0 && !given.some((group) => known.has(group) || /\/v\d/.test(group)))
    yield unmeant(
      'wrong-api-group',
      spot,
      text.both((t) => t.otherGroup(name, first)),
      `apiGroups: ["${first}"]\nresources: ["${name}"]`,
    );
}

/** What a binding may refer to, what its accounts need, and what a Role may not allow. */
export const bindings: Rule = function* (things) {
  for (const { kind, root } of things) {
    const at = dig(root, 'roleRef', 'kind');
    if (kind === 'ClusterRoleBinding' && at && textOf(at) === 'Role')
      yield refused(
        'not-allowed-value',
        at,
        text.both((t) => t.clusterRoleOnly),
        'kind: ClusterRole',
      );
    // Among the subjects of a RoleBinding one without a namespace is of the binding's own.
    if (kind === 'ClusterRoleBinding')
      for (const one of maps(dig(root, 'subjects')))
        if (textOf(dig(one, 'kind')) === 'ServiceAccount' && (textOf(dig(one, 'namespace')) ?? '') === '')
          yield refused(
            'missing-field',
            { line: one.line, path: `${one.path}.namespace` },
            text.both((t) => t.subjectNamespace),
            'namespace: default',
          );
    if (kind !== 'Role') continue;
    for (const rule of maps(dig(root, 'rules'))) {
      const urls = dig(rule, 'nonResourceURLs');
      if (urls)
        yield refused(
          'not-allowed-value',
          urls,
          text.both((t) => t.nonResource),
        );
    }
  }
};
