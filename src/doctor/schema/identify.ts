import { distance } from '../../language/distance.ts';
import { memoize, once } from '../../language/memoize.ts';
import { type Finding, finding } from '../finding.ts';
import { fields, type Spot, textOf } from '../spot.ts';
import { topField } from './kindless.ts';
import { misspeltField, nearest } from './misspelt.ts';
import { type Kind, schema } from './schema.ts';
import { text } from './text.ts';
import { wrongType } from './types.ts';
import { REMOVED, SHORT_NAMES } from './versions.ts';

/** What an object is, or was meant to be. */
export interface Identity {
  /** The kind as it has to be written; undefined where it is none of Kubernetes' own. */
  kind: (Kind & { name: string; version: string }) | undefined;
  findings: readonly Finding[];
}

const groupOf = (version: string): string => (version.includes('/') ? version.replace(/\/.*/, '') : '');
const groups = once(() => new Set(Object.keys(schema().kinds).map(groupOf)));
const isBuiltIn = (version: string): boolean => groups().has(groupOf(version)) || REMOVED[version] !== undefined;

/** The versions that have this kind, the present one of the usual group first. */
const versionsOf = memoize((kind: string): readonly string[] => {
  const found = Object.keys(schema().kinds).filter((version) => schema().kinds[version]?.[kind]);
  const rank = (version: string): number =>
    (/v\d+$/.test(version) ? 0 : 1) + (groupOf(version) === 'events.k8s.io' ? 1 : 0);
  return found.sort(
    (one, other) => rank(one) - rank(other) || (one === 'autoscaling/v2' ? -1 : other === 'autoscaling/v2' ? 1 : 0),
  );
}, 200);

const allKinds = once(() => [...new Set(Object.values(schema().kinds).flatMap((kinds) => Object.keys(kinds)))]);

/** Finds out what an object is, and what of its `apiVersion` and `kind` is wrong. */
export function identify(root: Spot): Identity {
  const identity = kindOf(root);
  // Kubernetes' own types are compared field by field; of others' only the keys are known that every object has.
  return identity.kind === undefined
    ? { ...identity, findings: [...identity.findings, ...misspeltTops(root)] }
    : identity;
}

const TOPS = ['apiVersion', 'kind', 'metadata'];

function misspeltTops(root: Spot): Finding[] {
  const given = fields(root).map(({ key }) => key);
  const missing = TOPS.filter((one) => !given.includes(one));
  return fields(root).flatMap((field) => {
    const right = TOPS.includes(field.key) ? undefined : nearest(field.key, missing);
    return right === undefined ? [] : [misspeltField(field, right)];
  });
}

function kindOf(root: Spot): Identity {
  const kindSpot = topField(root, 'kind');
  const versionSpot = topField(root, 'apiVersion');
  const named = textOf(kindSpot);
  const version = textOf(versionSpot);
  if (kindSpot === undefined)
    return {
      kind: undefined,
      findings: [
        finding(
          'error',
          'missing-field',
          { line: root.line, path: 'kind' },
          text.both((t) => t.missingKind),
          text.both((t) => t.add('kind')),
        ),
      ],
    };
  if (named === undefined) return { kind: undefined, findings: [wrongType(kindSpot, 'text', 'string')] };
  const findings: Finding[] = [];
  const isOurs = version === undefined || isBuiltIn(version) || !groupOf(version).includes('.');
  const known = versionsOf(named).length > 0 || Object.values(REMOVED).some((kinds) => kinds[named]);
  const name =
    known || named === 'List'
      ? named
      : isOurs
        ? (SHORT_NAMES[named.toLowerCase()] ?? nearest(named, allKinds()))
        : undefined;
  if (
    !known &&
    named !== 'List' &&
    isOurs &&
    (name !== undefined || (version !== undefined && schema().kinds[version] && named !== 'Config'))
  )
    findings.push(
      finding(
        'error',
        'unknown-kind',
        kindSpot,
        text.both((t) => t.unknownKind(named, name)),
        name === undefined ? null : `kind: ${name}`,
      ),
    );
  if (name === undefined || name === 'List') return { kind: undefined, findings };

  const right = versionsOf(name)[0];
  if (versionSpot === undefined) {
    const fix = right === undefined ? text.both((t) => t.add('apiVersion')) : `apiVersion: ${right}`;
    findings.push(
      finding(
        'error',
        'missing-field',
        { line: root.line, path: 'apiVersion' },
        text.both((t) => t.missingApiVersion(name, right)),
        fix,
      ),
    );
  }
  const inVersion = (one: string | undefined): Identity['kind'] => {
    const kind = one === undefined ? undefined : schema().kinds[one]?.[name];
    return kind && one !== undefined ? { ...kind, name, version: one } : undefined;
  };
  if (version === undefined || inVersion(version)) return { kind: inVersion(version ?? right), findings };
  const removed = REMOVED[version]?.[name];
  if (removed) {
    const { since, now } = removed;
    findings.push(
      finding(
        'error',
        'removed-api-version',
        versionSpot ?? root,
        text.both((t) => t.removedVersion(name, version, since, now)),
        now === undefined ? text.both((t) => t.pickAnother(name)) : `apiVersion: ${now}`,
      ),
    );
    return { kind: inVersion(now), findings };
  }
  // A kind of the same name in a group of somebody else's is theirs: networking.istio.io has a Gateway, knative a Service.
  const isSlip = right !== undefined && distance(version.toLowerCase(), right, 3) <= 2;
  if (right === undefined || !(isOurs || isSlip)) return { kind: undefined, findings };
  findings.push(
    finding(
      'error',
      'wrong-api-version',
      versionSpot ?? root,
      text.both((t) => t.wrongVersion(name, version, right)),
      `apiVersion: ${right}`,
    ),
  );
  return { kind: inVersion(right), findings };
}
