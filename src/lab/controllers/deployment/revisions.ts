/** Which ReplicaSet is a Deployment's new one, and which revision it is (kubernetes/pkg/controller/deployment/sync.go). */

import { isDeepStrictEqual } from 'node:util';
import { ApiError } from '../../engine/errors.ts';
import type { Lab } from '../../engine/lab.ts';
import { isOwnedBy, ownedBy } from '../../engine/object.ts';
import { conditionOf, REVISION, revisionOf } from '../../kinds/state.ts';
import type { Deployment, Labels, PodTemplate, ReplicaSet } from '../../kinds/types.ts';
import { DEPLOYMENTS, REPLICA_SETS } from '../../kinds/workloads.ts';
import { hashOf } from '../shared/hash.ts';
import { make } from '../shared/make.ts';
import { FROM, setCondition } from './conditions.ts';
import { DESIRED, MOST, maxSurge, nextSize, wantedOf } from './size.ts';

const HISTORY = 'deployment.kubernetes.io/revision-history';
const HASH = 'pod-template-hash';
/** A Deployment's own annotations, which its ReplicaSets do not take over. */
const OWN = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  ...[REVISION, HISTORY, DESIRED, MOST],
  'deprecated.deployment.rollback.to',
]);

export const byAge = (one: ReplicaSet, other: ReplicaSet): number =>
  Date.parse(one.metadata.creationTimestamp) - Date.parse(other.metadata.creationTimestamp) ||
  (one.metadata.name < other.metadata.name ? -1 : 1);

/** A template as it is compared: without the label that its own hash gives. */
function bare({ metadata: { labels = {}, annotations = {} } = {}, spec }: PodTemplate): unknown {
  const { [HASH]: _, ...rest } = labels;
  return { labels: rest, annotations, spec };
}

const isSame = (deployment: Deployment, set: ReplicaSet): boolean =>
  isDeepStrictEqual(bare(deployment.spec.template), bare(set.spec.template));

export interface Sets {
  fresh: ReplicaSet | undefined;
  old: readonly ReplicaSet[];
}

function annotationsOf(deployment: Deployment, before: Labels, revision: number): Labels {
  const own = Object.entries(deployment.metadata.annotations ?? {}).filter(([key]) => !OWN.has(key));
  const kept = { ...before, ...Object.fromEntries(own) };
  const was = before[REVISION];
  if (Number(was ?? 0) >= revision) return kept;
  const history =
    was === undefined ? {} : { [HISTORY]: [before[HISTORY], was].filter((one) => one !== undefined).join(',') };
  return { ...kept, ...history, [REVISION]: `${revision}` };
}

function noteRevision({ store }: Lab, deployment: Deployment, revision: string | undefined): void {
  if (revision === undefined || deployment.metadata.annotations?.[REVISION] === revision) return;
  store.edit(DEPLOYMENTS, deployment.metadata, ({ metadata }) => {
    metadata.annotations = { ...metadata.annotations, [REVISION]: revision };
  });
}

function makeSet(
  lab: Lab,
  deployment: Deployment,
  old: readonly ReplicaSet[],
  revision: number,
): ReplicaSet | undefined {
  const { template, selector, minReadySeconds } = deployment.spec;
  const hash = hashOf(bare(template), deployment.status.collisionCount);
  const name = `${deployment.metadata.name}-${hash}`;
  const { namespace } = deployment.metadata;
  const labels = { ...template.metadata?.labels, [HASH]: hash };
  const replicas = nextSize(deployment, old, 0);
  const wanted = wantedOf(deployment);
  const sizes = { [DESIRED]: `${wanted}`, [MOST]: `${wanted + maxSurge(deployment)}` };
  try {
    const made = make(lab, REPLICA_SETS, {
      metadata: {
        ...{ name, labels, ownerReferences: ownedBy(deployment) },
        ...(namespace === undefined ? {} : { namespace }),
        annotations: { ...annotationsOf(deployment, {}, revision), ...sizes },
      },
      spec: {
        ...{ replicas, ...(minReadySeconds ? { minReadySeconds } : {}) },
        selector: { ...selector, matchLabels: { ...selector.matchLabels, [HASH]: hash } },
        template: { ...template, metadata: { ...template.metadata, labels } },
      },
    });
    if (replicas > 0)
      lab.record(
        deployment,
        'Normal',
        'ScalingReplicaSet',
        `Scaled up replica set ${name} from 0 to ${replicas}`,
        FROM,
      );
    noteRevision(lab, deployment, `${revision}`);
    setCondition(lab, deployment, 'True', 'NewReplicaSetCreated', `Created new replica set "${name}"`);
    return made;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const taken = lab.store.get(REPLICA_SETS, { namespace, name });
    if (error.status.reason !== 'AlreadyExists' || taken === undefined) {
      const message = `Failed to create new replica set "${name}": ${error.message}`;
      setCondition(lab, deployment, 'False', 'ReplicaSetCreateError', message);
      throw error;
    }
    if (isOwnedBy(taken, deployment) && isSame(deployment, taken)) return taken;
    lab.store.edit(DEPLOYMENTS, deployment.metadata, ({ status }) => {
      status.collisionCount = (status.collisionCount ?? 0) + 1;
    });
    throw error;
  }
}

/** Finds the new ReplicaSet, or makes it where `isWanted`, and keeps revisions and annotations true. */
export function syncRevisions(lab: Lab, deployment: Deployment, all: readonly ReplicaSet[], isWanted: boolean): Sets {
  const found = all.toSorted(byAge).find((set) => isSame(deployment, set));
  const old = all.filter((set) => set !== found);
  const revision = Math.max(0, ...old.map(revisionOf)) + 1;
  if (found === undefined) return { fresh: isWanted ? makeSet(lab, deployment, old, revision) : undefined, old };
  const fresh =
    lab.store.edit(REPLICA_SETS, found.metadata, ({ metadata, spec }) => {
      metadata.annotations = annotationsOf(deployment, metadata.annotations ?? {}, revision);
      const { minReadySeconds } = deployment.spec;
      if (minReadySeconds) spec.minReadySeconds = minReadySeconds;
      else delete spec.minReadySeconds;
    }) ?? found;
  noteRevision(lab, deployment, fresh.metadata.annotations?.[REVISION]);
  if (conditionOf(deployment.status.conditions, 'Progressing') === undefined)
    setCondition(lab, deployment, 'True', 'FoundNewReplicaSet', `Found new replica set "${fresh.metadata.name}"`);
  return { fresh, old };
}
