import type { Finding } from '../../finding.ts';
import { amountOf } from '../../schema/quantity.ts';
import { schema } from '../../schema/schema.ts';
import { dig, fields, items, plainValue, type Spot, textOf } from '../../spot.ts';
import { given, type Rule, refused, type Thing, type TypeRule, unmeant } from '../rule.ts';
import { text } from './text.ts';

function* modes(spot: Spot): Generator<Finding> {
  const at = dig(spot, 'accessModes');
  if (at?.node.kind !== 'list') return;
  if (at.node.items.length === 0)
    yield refused(
      'missing-field',
      at,
      text.both((t) => t.modesEmpty),
      'accessModes:\n  - ReadWriteOnce',
    );
  if (at.node.items.length > 1 && items(at).some((one) => textOf(one) === 'ReadWriteOncePod'))
    yield refused(
      'not-allowed-value',
      at,
      text.both((t) => t.podOnly),
    );
}

export const claimSpec: TypeRule = function* (spot) {
  yield* modes(spot);
  const resources = dig(spot, 'resources');
  // A storage that stands outside of the requests has been named as misplaced.
  if (
    resources?.node.kind === 'map' &&
    (dig(resources, 'requests')?.node.kind ?? 'map') === 'map' &&
    dig(resources, 'requests', 'storage') === undefined &&
    !fields(resources).some(
      ({ key }) => key === 'storage' || (key !== 'limits' && /^req/i.test(key) && key !== 'requests'),
    )
  )
    yield refused(
      'missing-field',
      { line: (dig(resources, 'requests') ?? resources).line, path: `${resources.path}.requests.storage` },
      text.both((t) => t.storageRequest),
      'resources:\n  requests:\n    storage: 1Gi',
    );
};

/** Fields of a PersistentVolume that are no storage. */
const COMMON = new Set(
  'accessModes capacity claimRef mountOptions nodeAffinity persistentVolumeReclaimPolicy storageClassName volumeAttributesClassName volumeMode'.split(
    ' ',
  ),
);

export const volumeSpec: TypeRule = function* (spot) {
  yield* modes(spot);
  const capacity = dig(spot, 'capacity');
  if (capacity?.node.kind === 'map' && dig(capacity, 'storage') === undefined)
    yield refused(
      'missing-field',
      { line: capacity.line, path: `${capacity.path}.storage` },
      text.both((t) => t.capacity),
      'capacity:\n  storage: 1Gi',
    );
  const sources = Object.keys(schema().types.V1PersistentVolumeSpec ?? {}).filter((one) => !COMMON.has(one));
  const [one, other] = given(spot, sources);
  if (one && other)
    yield refused(
      'too-many-handlers',
      other,
      text.both((t) => t.twoSources(one.key, other.key)),
    );
  if (!one && !fields(spot).some(({ key }) => !COMMON.has(key)))
    yield refused(
      'missing-handler',
      spot,
      text.both((t) => t.noSource),
      'hostPath:\n  path: /mnt/data',
    );
  const local = dig(spot, 'local');
  if (local && dig(spot, 'nodeAffinity') === undefined)
    yield refused(
      'missing-field',
      local,
      text.both((t) => t.localAffinity),
    );
};

const sizeOf = (spot: Spot | undefined): { source: string; amount: number } | undefined => {
  const source = spot?.node.kind === 'scalar' ? spot.node.source : undefined;
  const amount = source === undefined ? undefined : amountOf(source);
  return source === undefined || amount === undefined ? undefined : { source, amount };
};

/** A claim and a volume that are meant for each other: by name, or as the only ones of the file. */
function volumeFor(claim: Thing, volumes: ReadonlyMap<string | undefined, Thing>, claims: number): Thing | undefined {
  const named = textOf(dig(claim.root, 'spec', 'volumeName'));
  if (named !== undefined) return volumes.get(named);
  const [only] = volumes.values();
  return volumes.size === 1 && claims === 1 && dig(claim.root, 'spec', 'selector') === undefined ? only : undefined;
}

/** A claim and the volume of the file that it was meant for fit one another. */
export const claims: Rule = function* (things) {
  const volumes = new Map(things.filter(({ kind }) => kind === 'PersistentVolume').map((one) => [one.name, one]));
  const all = things.filter(({ kind }) => kind === 'PersistentVolumeClaim');
  for (const claim of all) {
    const volume = volumeFor(claim, volumes, all.length);
    if (volume === undefined) continue;
    const at = dig(claim.root, 'spec', 'storageClassName');
    const wanted = textOf(at);
    const offered = textOf(dig(volume.root, 'spec', 'storageClassName'));
    if (at && wanted !== undefined && offered !== undefined && wanted !== offered)
      yield unmeant(
        'other-storage-class',
        at,
        text.both((t) => t.otherClass(wanted, offered)),
        `storageClassName: ${offered === '' ? '""' : offered}`,
      );
    if (wanted !== offered) continue;
    const request = dig(claim.root, 'spec', 'resources', 'requests', 'storage');
    const [asked, there] = [sizeOf(request), sizeOf(dig(volume.root, 'spec', 'capacity', 'storage'))];
    if (request && asked && there && asked.amount > there.amount)
      yield unmeant(
        'volume-too-small',
        request,
        text.both((t) => t.tooSmall(asked.source, there.source)),
        `storage: ${there.source}`,
      );
    const modesThere = items(dig(volume.root, 'spec', 'accessModes')).map(plainValue);
    for (const mode of items(dig(claim.root, 'spec', 'accessModes'))) {
      const name = textOf(mode);
      if (
        name !== undefined &&
        modesThere.length > 0 &&
        !modesThere.includes(name) &&
        modesThere.some((one) => String(one).toLowerCase() !== name.toLowerCase())
      )
        yield unmeant(
          'other-access-mode',
          mode,
          text.both((t) => t.otherMode(name)),
          `- ${modesThere[0]}`,
        );
    }
  }
};
