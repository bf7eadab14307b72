import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../core/json.ts';
import { REVISION } from '../kinds/state.ts';
import type { Api, Item } from './api.ts';
import { at, number } from './read.ts';

/** The ReplicaSets of a Deployment: that of its template, and older ones that still have Pods. */
export interface Sets {
  all: readonly Item[];
  current: Item | undefined;
  old: readonly Item[];
}

/** A template without the label that only ReplicaSets have. */
export function bareTemplate(template: unknown): unknown {
  const labels = at(template, 'metadata.labels');
  if (!isObject(template) || !isObject(labels)) return template;
  const { 'pod-template-hash': _, ...rest } = labels;
  const { metadata } = template;
  return { ...template, metadata: { ...(isObject(metadata) ? metadata : {}), labels: rest } };
}

const times = (item: Item): number => Date.parse(item.metadata.creationTimestamp ?? '') || 0;

/** kubectl/pkg/util/deployment, GetAllReplicaSets: old ones are those with Pods. */
export async function ownedSets(api: Api, deployment: Item): Promise<Sets> {
  const kind = await api.findKind('apps/v1', 'ReplicaSet');
  if (!kind) return { all: [], current: undefined, old: [] };
  const all = (await api.list(kind, deployment.metadata.namespace)).filter(({ metadata }) =>
    metadata.ownerReferences?.some(({ uid, controller }) => controller === true && uid === deployment.metadata.uid),
  );
  const wanted = bareTemplate(at(deployment, 'spec.template'));
  const current = all
    .toSorted((one, other) => times(one) - times(other))
    .find((one) => isDeepStrictEqual(bareTemplate(at(one, 'spec.template')), wanted));
  const old = all.filter((one) => one !== current && number(one, 'spec.replicas') !== 0);
  return { all, current, old };
}

/** The revision that an object is of; 0 where nothing says so. */
export const revisionOf = ({ metadata }: Item): number => Number(metadata.annotations?.[REVISION] ?? 0) || 0;
