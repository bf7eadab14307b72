import type { Item } from '../api.ts';
import { goText } from '../print/output.ts';
import { at, has, list, map, maybe, number, text } from '../read.ts';
import { ownedSets } from '../revisions.ts';
import {
  type Describer,
  describeConditions,
  describeController,
  describeEvents,
  describeMarks,
  podsStatus,
} from './describer.ts';
import type { Page } from './page.ts';
import { describeTemplate } from './template.ts';
import { labelsOrNone, longTime, selectorOrNone, selectorText } from './words.ts';

const setsText = (sets: readonly Item[]): string =>
  sets
    .map(
      (one) =>
        `${one.metadata.name} (${number(one, 'status.replicas')}/${number(one, 'spec.replicas')} replicas created)`,
    )
    .join(', ') || '<none>';

export const describeDeployment: Describer = async (page, item, looking) => {
  const { spec, status, metadata } = item;
  page.line(0, `Name:\t${metadata.name}`);
  page.line(0, `Namespace:\t${metadata.namespace ?? ''}`);
  page.line(0, `CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`);
  describeMarks(page, item);
  page.line(0, `Selector:\t${selectorText(at(spec, 'selector'))}`);
  page.line(
    0,
    `Replicas:\t${number(spec, 'replicas')} desired | ${number(status, 'updatedReplicas')} updated | ${number(status, 'replicas')} total | ${number(status, 'availableReplicas')} available | ${number(status, 'unavailableReplicas')} unavailable`,
  );
  page.line(0, `StrategyType:\t${text(spec, 'strategy.type')}`);
  page.line(0, `MinReadySeconds:\t${number(spec, 'minReadySeconds')}`);
  const rolling = at(spec, 'strategy.rollingUpdate');
  if (rolling !== undefined)
    page.line(
      0,
      `RollingUpdateStrategy:\t${text(rolling, 'maxUnavailable')} max unavailable, ${text(rolling, 'maxSurge')} max surge`,
    );
  describeTemplate(page, at(spec, 'template'));
  describeConditions(page, item);
  const { old, current } = await ownedSets(looking.api, item);
  if (old.length > 0 || current) {
    page.line(0, `OldReplicaSets:\t${setsText(old)}`);
    page.line(0, `NewReplicaSet:\t${setsText(current ? [current] : [])}`);
  }
  describeEvents(page, looking);
};

export const describeReplicaSet: Describer = async (page, item, looking) => {
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Namespace:\t${item.metadata.namespace ?? ''}`);
  page.line(0, `Selector:\t${selectorOrNone(at(item, 'spec.selector'))}`);
  describeMarks(page, item);
  describeController(page, item);
  page.line(0, `Replicas:\t${number(item, 'status.replicas')} current / ${number(item, 'spec.replicas')} desired`);
  page.line(0, `Pods Status:\t${await podsStatus(item, looking)}`);
  describeTemplate(page, at(item, 'spec.template'));
  describeConditions(page, item);
  describeEvents(page, looking);
};

export const describeDaemonSet: Describer = async (page, item, looking) => {
  const { status } = item;
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Selector:\t${selectorText(at(item, 'spec.selector'))}`);
  page.line(0, `Node-Selector:\t${labelsOrNone(at(item, 'spec.template.spec.nodeSelector'))}`);
  describeMarks(page, item);
  page.line(0, `Desired Number of Nodes Scheduled: ${number(status, 'desiredNumberScheduled')}`);
  page.line(0, `Current Number of Nodes Scheduled: ${number(status, 'currentNumberScheduled')}`);
  page.line(0, `Number of Nodes Scheduled with Up-to-date Pods: ${number(status, 'updatedNumberScheduled')}`);
  page.line(0, `Number of Nodes Scheduled with Available Pods: ${number(status, 'numberAvailable')}`);
  page.line(0, `Number of Nodes Misscheduled: ${number(status, 'numberMisscheduled')}`);
  page.line(0, `Pods Status:\t${await podsStatus(item, looking)}`);
  describeTemplate(page, at(item, 'spec.template'));
  describeEvents(page, looking);
};

function describeClaims(page: Page, claims: readonly unknown[]): void {
  if (claims.length === 0) return void page.line(0, 'Volume Claims:\t<none>');
  page.line(0, 'Volume Claims:');
  for (const claim of claims) {
    page.line(1, `Name:\t${text(claim, 'metadata.name')}`);
    page.line(1, `StorageClass:\t${text(claim, 'spec.storageClassName')}`);
    page.labels('Labels', map(claim, 'metadata.labels'), '  ');
    page.labels('Annotations', map(claim, 'metadata.annotations'), '  ');
    page.line(1, `Capacity:\t${maybe(claim, 'spec.resources.requests.storage') ?? '<default>'}`);
    page.line(1, `Access Modes:\t${goText(list(claim, 'spec.accessModes'))}`);
  }
}

export const describeStatefulSet: Describer = async (page, item, looking) => {
  const { spec, metadata } = item;
  page.line(0, `Name:\t${metadata.name}`);
  page.line(0, `Namespace:\t${metadata.namespace ?? ''}`);
  page.line(0, `CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`);
  page.line(0, `Selector:\t${selectorText(at(spec, 'selector'))}`);
  describeMarks(page, item);
  page.line(0, `Replicas:\t${number(spec, 'replicas')} desired | ${number(item, 'status.replicas')} total`);
  page.line(0, `Update Strategy:\t${text(spec, 'updateStrategy.type')}`);
  if (has(spec, 'updateStrategy.rollingUpdate.partition'))
    page.line(1, `Partition:\t${number(spec, 'updateStrategy.rollingUpdate.partition')}`);
  page.line(0, `Pods Status:\t${await podsStatus(item, looking)}`);
  describeTemplate(page, at(spec, 'template'));
  describeClaims(page, list(spec, 'volumeClaimTemplates'));
  describeEvents(page, looking);
};
