import { isDeepStrictEqual } from 'node:util';
import { type Controller, itself, type Watched } from '../../engine/controller.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving, isOwnedBy, ownedBy, timeText } from '../../engine/object.ts';
import { hasLabels } from '../../engine/selectors.ts';
import { keyOf, placeOf } from '../../engine/store.ts';
import { ENDPOINT_SLICES } from '../../kinds/cluster.ts';
import { ENDPOINTS, PODS, SERVICES } from '../../kinds/core.ts';
import type { EndpointSlice, Endpoints, Labels, Service } from '../../kinds/types.ts';
import { canonical } from '../shared/hash.ts';
import { make } from '../shared/make.ts';
import { type Behind, behind, isHeadless, referenceTo } from './addresses.ts';

const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
const SLICES_OF = 'kubernetes.io/service-name';
const HEADLESS = 'service.kubernetes.io/headless';
const TRIGGER = 'endpoints.kubernetes.io/last-change-trigger-time';
/** Addresses that one slice holds. */
const MOST = 100;

type Subset = NonNullable<Endpoints['subsets']>[number];

/** Services that choose a Pod, or chose it before. */
const ofPods = ({ store }: Lab): Watched => ({
  row: PODS,
  keysOf: ({ object: { metadata } }) =>
    store
      .list(SERVICES, metadata.namespace)
      .filter(({ spec }) => spec.selector !== undefined && hasLabels(metadata.labels, spec.selector))
      .map((service) => keyOf(service.metadata)),
});

/** Of a Pod whose labels changed: Services that still have its address. */
const ofOldPods = ({ store }: Lab): Watched => ({
  row: PODS,
  keysOf: ({ object: { metadata }, type }) =>
    type === 'ADDED'
      ? []
      : store
          .list(ENDPOINT_SLICES, metadata.namespace)
          .filter(({ endpoints }) => endpoints.some(({ targetRef }) => targetRef?.uid === metadata.uid))
          .flatMap((slice) => slice.metadata.labels?.[SLICES_OF] ?? [])
          .map((name) => keyOf({ namespace: metadata.namespace, name })),
});

const ofSlices: Watched = {
  row: ENDPOINT_SLICES,
  keysOf: ({ object: { metadata }, type }) => {
    const name = metadata.labels?.[SLICES_OF];
    return type === 'DELETED' && name !== undefined ? [keyOf({ namespace: metadata.namespace, name })] : [];
  },
};

const byPorts = (all: readonly Behind[]): Behind[][] =>
  Array.from(Map.groupBy(all, ({ ports }) => canonical(ports)).values());

function endpointOf({ pod, ip, ready, serving, terminating, hostname }: Behind): EndpointSlice['endpoints'][number] {
  const { nodeName } = pod.spec;
  return {
    addresses: [ip],
    conditions: { ready, serving, terminating },
    ...(nodeName === undefined ? {} : { nodeName }),
    ...(hostname === undefined ? {} : { hostname }),
    targetRef: referenceTo(pod),
  };
}

function addressOf({ pod, ip, hostname }: Behind) {
  const { nodeName } = pod.spec;
  return {
    ip,
    ...(hostname === undefined ? {} : { hostname }),
    ...(nodeName === undefined ? {} : { nodeName }),
    targetRef: referenceTo(pod),
  };
}

const bare = ({ name, ...rest }: Behind['ports'][number]) => ({ ...(name ? { name } : {}), ...rest });

const numberOf = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

function subsetsOf(service: Service, all: readonly Behind[]): Subset[] {
  const isKept = ({ terminating }: Behind): boolean => !terminating || service.spec.publishNotReadyAddresses === true;
  const kept = all
    .filter((one) => isKept(one) && (one.ports.length > 0 || isHeadless(service)))
    .toSorted((one, other) => numberOf(one.ip) - numberOf(other.ip));
  return byPorts(kept).map((group) => {
    const ready = group.filter((one) => one.ready).map(addressOf);
    const notReady = group.filter((one) => !one.ready).map(addressOf);
    const ports = (group[0]?.ports ?? []).map(bare);
    return {
      ...(ready.length > 0 ? { addresses: ready } : {}),
      ...(notReady.length > 0 ? { notReadyAddresses: notReady } : {}),
      ...(ports.length > 0 ? { ports } : {}),
    };
  });
}

/** Keeps a list of the addresses behind each Service with a selector (kubernetes/pkg/controller: endpointslice, endpoint). */
export function endpoints(lab: Lab): Controller {
  const { store, clock } = lab;

  function writeEndpoints(service: Service, subsets: Subset[]): void {
    const { namespace, name, labels: own } = service.metadata;
    const labels: Labels = {
      ...own,
      ...(isHeadless(service) ? { [HEADLESS]: '' } : {}),
      'endpoints.kubernetes.io/managed-by': 'endpoint-controller',
    };
    const place = { ...(namespace === undefined ? {} : { namespace }), name };
    const before = store.get(ENDPOINTS, place);
    if (before === undefined) {
      const annotations = { [TRIGGER]: timeText(clock.now()) };
      make(lab, ENDPOINTS, {
        metadata: { ...place, labels, annotations },
        ...(subsets.length > 0 ? { subsets } : {}),
      });
      return;
    }
    const hasChanged = !isDeepStrictEqual(before.subsets ?? [], subsets);
    if (!hasChanged && isDeepStrictEqual(before.metadata.labels ?? {}, labels)) return;
    store.edit(ENDPOINTS, place, (draft) => {
      draft.metadata.labels = labels;
      if (hasChanged) draft.metadata.annotations = { ...draft.metadata.annotations, [TRIGGER]: timeText(clock.now()) };
      if (subsets.length > 0) draft.subsets = subsets;
      else delete draft.subsets;
    });
  }

  function writeSlices(service: Service, all: readonly Behind[]): void {
    const { namespace, name } = service.metadata;
    const labels: Labels = {
      ...service.metadata.labels,
      [MANAGED_BY]: 'endpointslice-controller.k8s.io',
      [SLICES_OF]: name,
      ...(isHeadless(service) ? { [HEADLESS]: '' } : {}),
    };
    const groups = byPorts(all).flatMap((group) =>
      Array.from({ length: Math.ceil(group.length / MOST) }, (_, i) => group.slice(i * MOST, (i + 1) * MOST)),
    );
    // A Service that no Pod stands behind has an empty slice.
    const wanted = (groups.length > 0 ? groups : [[]]).map((group) => ({
      endpoints: group.map(endpointOf),
      ports: (group[0]?.ports ?? []).map((port) => ({ ...port })),
    }));
    const there = store
      .list(ENDPOINT_SLICES, namespace)
      .filter((slice) => isOwnedBy(slice, service) && slice.metadata.labels?.[MANAGED_BY] === labels[MANAGED_BY]);
    for (const slice of there.slice(wanted.length)) store.remove(ENDPOINT_SLICES, slice.metadata);
    for (const [i, content] of wanted.entries()) {
      const slice = there[i];
      const annotations = { [TRIGGER]: timeText(clock.now()) };
      if (slice === undefined) {
        const place = { ...(namespace === undefined ? {} : { namespace }), generateName: `${name}-` };
        const metadata = { ...place, labels, annotations, ownerReferences: ownedBy(service) };
        make(lab, ENDPOINT_SLICES, { metadata, addressType: 'IPv4', ...content });
        continue;
      }
      const { endpoints: old, ports } = slice;
      const hasChanged = !isDeepStrictEqual({ endpoints: old, ports }, content);
      if (!hasChanged && isDeepStrictEqual(slice.metadata.labels, labels)) continue;
      store.edit(ENDPOINT_SLICES, slice.metadata, (draft) => {
        draft.metadata.labels = labels;
        if (hasChanged) draft.metadata.annotations = { ...draft.metadata.annotations, ...annotations };
        Object.assign(draft, content);
      });
    }
  }

  return {
    name: 'endpoints',
    watches: [itself(SERVICES), ofPods(lab), ofOldPods(lab), ofSlices],
    reconcile(key) {
      const service = store.get(SERVICES, placeOf(key));
      if (service === undefined) {
        const old = store.get(ENDPOINTS, placeOf(key));
        if (old?.metadata.labels?.['endpoints.kubernetes.io/managed-by'] !== undefined)
          store.remove(ENDPOINTS, old.metadata);
        return undefined;
      }
      const { selector, type } = service.spec;
      if (isLeaving(service) || Object.keys(selector ?? {}).length === 0 || type === 'ExternalName') return undefined;
      const pods = store
        .list(PODS, service.metadata.namespace)
        .filter(({ metadata }) => hasLabels(metadata.labels, selector));
      const all = behind(service, pods);
      writeSlices(service, all);
      writeEndpoints(service, subsetsOf(service, all));
      return undefined;
    },
  };
}
