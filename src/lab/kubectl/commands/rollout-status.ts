import type { Item } from '../api.ts';
import { failed } from '../errors.ts';
import { at, has, list, number, text } from '../read.ts';
import { revisionOf } from '../revisions.ts';

interface Status {
  line: string;
  isDone: boolean;
}

const going = (line: string): Status => ({ line: `${line}\n`, isDone: false });
const done = (line: string): Status => ({ line: `${line}\n`, isDone: true });

function ofDeployment(item: Item, revision: number): Status {
  const name = JSON.stringify(item.metadata.name);
  if (revision > 0 && revision !== revisionOf(item))
    throw failed(`desired revision (${revision}) is different from the running revision (${revisionOf(item)})`);
  if (number(item, 'metadata.generation') > number(item, 'status.observedGeneration'))
    return going('Waiting for deployment spec update to be observed...');
  const progress = list(item, 'status.conditions').find((one) => text(one, 'type') === 'Progressing');
  if (text(progress, 'reason') === 'ProgressDeadlineExceeded')
    throw failed(`deployment ${name} exceeded its progress deadline`);
  const [wanted, updated] = [number(item, 'spec.replicas'), number(item, 'status.updatedReplicas')];
  const [all, available] = [number(item, 'status.replicas'), number(item, 'status.availableReplicas')];
  const waiting = `Waiting for deployment ${name} rollout to finish:`;
  if (has(item, 'spec.replicas') && updated < wanted)
    return going(`${waiting} ${updated} out of ${wanted} new replicas have been updated...`);
  if (all > updated) return going(`${waiting} ${all - updated} old replicas are pending termination...`);
  if (available < updated) return going(`${waiting} ${available} of ${updated} updated replicas are available...`);
  return done(`deployment ${name} successfully rolled out`);
}

function ofDaemonSet(item: Item): Status {
  const name = JSON.stringify(item.metadata.name);
  if (text(item, 'spec.updateStrategy.type') !== 'RollingUpdate')
    throw failed('rollout status is only available for RollingUpdate strategy type');
  if (number(item, 'metadata.generation') > number(item, 'status.observedGeneration'))
    return going('Waiting for daemon set spec update to be observed...');
  const wanted = number(item, 'status.desiredNumberScheduled');
  const [updated, available] = [number(item, 'status.updatedNumberScheduled'), number(item, 'status.numberAvailable')];
  const waiting = `Waiting for daemon set ${name} rollout to finish:`;
  if (updated < wanted) return going(`${waiting} ${updated} out of ${wanted} new pods have been updated...`);
  if (available < wanted) return going(`${waiting} ${available} of ${wanted} updated pods are available...`);
  return done(`daemon set ${name} successfully rolled out`);
}

function ofStatefulSet(item: Item): Status {
  if (text(item, 'spec.updateStrategy.type') !== 'RollingUpdate')
    throw failed('rollout status is only available for RollingUpdate strategy type');
  const seen = number(item, 'status.observedGeneration');
  if (seen === 0 || number(item, 'metadata.generation') > seen)
    return going('Waiting for statefulset spec update to be observed...');
  const [wanted, ready] = [number(item, 'spec.replicas'), number(item, 'status.readyReplicas')];
  if (ready < wanted) return going(`Waiting for ${wanted - ready} pods to be ready...`);
  const updated = number(item, 'status.updatedReplicas');
  if (at(item, 'spec.updateStrategy.rollingUpdate') !== undefined) {
    const meant = wanted - number(item, 'spec.updateStrategy.rollingUpdate.partition');
    return updated < meant
      ? going(`Waiting for partitioned roll out to finish: ${updated} out of ${meant} new pods have been updated...`)
      : done(`partitioned roll out complete: ${updated} new pods have been updated...`);
  }
  const [now, next] = [text(item, 'status.currentRevision'), text(item, 'status.updateRevision')];
  return now === next
    ? done(`statefulset rolling update complete ${number(item, 'status.currentReplicas')} pods at revision ${now}...`)
    : going(`waiting for statefulset rolling update to complete ${updated} pods at revision ${next}...`);
}

/** How far a rollout is, in one line (polymorphichelpers/rollout_status.go). @throws KubectlError where it has failed */
export function statusOf(item: Item, revision: number): Status {
  switch (item.kind) {
    case 'DaemonSet':
      return ofDaemonSet(item);
    case 'StatefulSet':
      return ofStatefulSet(item);
    default:
      return ofDeployment(item, revision);
  }
}
