import { nearest } from '../../schema/misspelt.ts';
import { dig, fields, numberOf, type Spot, textOf } from '../../spot.ts';
import { isPortName } from '../names/forms.ts';
import { given, refused, type TypeRule } from '../rule.ts';
import { text } from './text.ts';

const PROBES = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const HOOKS = ['exec', 'httpGet', 'tcpSocket', 'sleep'];

/** A handler as it usually stands. */
const EXAMPLES: Partial<Record<string, (key: string) => string>> = {
  probe: (key) => `${key}:\n  httpGet:\n    path: /\n    port: 80`,
  lifecycle: (key) => `${key}:\n  exec:\n    command: ["sh", "-c", "sleep 5"]`,
  envFrom: () => '- configMapRef:\n    name: app-config',
};

/** A handler is one of several. A misspelt one has been named already. */
function* oneHandler(
  spot: Spot,
  choices: readonly string[],
  what: 'probe' | 'lifecycle' | 'valueFrom' | 'envFrom' | 'projection',
) {
  const [one, other] = given(spot, choices);
  if (one && other)
    yield refused(
      'too-many-handlers',
      spot,
      text.both((t) => t.onlyOneOf(t.handlers[what], one.key, other.key)),
      text.both((t) => t.keepOne),
    );
  const isMisspelt = fields(spot).some(({ key }) => !choices.includes(key) && nearest(key, choices) !== undefined);
  if (!one && !isMisspelt && spot.node.kind === 'map')
    yield refused(
      'missing-handler',
      spot,
      text.both((t) => t.oneOf(t.handlers[what], choices)),
      EXAMPLES[what]?.(spot.key) ?? null,
    );
}

export const probe: TypeRule = function* (spot) {
  yield* oneHandler(spot, PROBES, 'probe');
  const at = dig(spot, 'successThreshold');
  if (at && spot.key !== 'readinessProbe' && (numberOf(at) ?? 1) > 1)
    yield refused(
      'out-of-range',
      at,
      text.both((t) => t.successOnce(spot.key)),
      'successThreshold: 1',
    );
};

export const lifecycle: TypeRule = (spot) => oneHandler(spot, HOOKS, 'lifecycle');

/** What only a file can hold. */
const WHOLE = ['metadata.labels', 'metadata.annotations'];

export const envSource: TypeRule = function* (spot) {
  yield* oneHandler(
    spot,
    ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'],
    'valueFrom',
  );
  const at = dig(spot, 'fieldRef', 'fieldPath');
  const path = textOf(at);
  if (at && path !== undefined && WHOLE.includes(path))
    yield refused(
      'not-allowed-value',
      at,
      text.both((t) => t.wholeField(path)),
      text.both((t) => t.oneOfField(path)),
    );
};

export const envFrom: TypeRule = (spot) => oneHandler(spot, ['configMapRef', 'secretRef'], 'envFrom');

export const projection: TypeRule = (spot) =>
  oneHandler(
    spot,
    ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'],
    'projection',
  );

export const envVar: TypeRule = function* (spot) {
  const value = textOf(dig(spot, 'value'));
  const from = dig(spot, 'valueFrom');
  if (from && value !== undefined && value !== '')
    yield refused(
      'too-many-handlers',
      from,
      text.both((t) => t.valueAndFrom),
      text.both((t) => t.keepOne),
    );
};

const FIELD_PATHS = new Set([
  ...['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', 'metadata.annotations'],
  ...['spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'],
]);

export const fieldRef: TypeRule = function* (spot) {
  const at = dig(spot, 'fieldPath');
  const path = textOf(at);
  if (
    at === undefined ||
    path === undefined ||
    FIELD_PATHS.has(path) ||
    /^metadata\.(?:labels|annotations)\['.+'\]$/.test(path)
  )
    return;
  const meant = nearest(path, [...FIELD_PATHS]);
  yield refused(
    'not-allowed-value',
    at,
    text.both((t) => t.fieldPath(path)),
    meant === undefined ? null : `fieldPath: ${meant}`,
  );
};

const AMOUNTS = ['limits', 'requests'].flatMap((kind) =>
  ['cpu', 'memory', 'ephemeral-storage'].map((name) => `${kind}.${name}`),
);

export const resourceRef: TypeRule = function* (spot) {
  const at = dig(spot, 'resource');
  const name = textOf(at);
  if (!at || name === undefined || AMOUNTS.includes(name) || /^(?:limits|requests)\.hugepages-/.test(name)) return;
  const meant = nearest(name, AMOUNTS);
  yield refused(
    'not-allowed-value',
    at,
    text.both((t) => t.amountField(name)),
    meant === undefined ? null : `resource: ${meant}`,
  );
};

/** The port of a handler by its name; a number in quotes is none. */
export const handlerPort: TypeRule = function* (spot) {
  const at = dig(spot, 'port');
  const name = textOf(at);
  if (at && name !== undefined && name !== '' && !isPortName(name))
    yield refused(
      'bad-name',
      at,
      text.both((t) => t.handlerPort(name)),
      /^\d+$/.test(name) ? `port: ${name}` : null,
    );
};
