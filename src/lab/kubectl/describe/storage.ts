import { isObject } from '../../../core/json.ts';
import { goText } from '../print/output.ts';
import { at, has, list, text, texts } from '../read.ts';
import { type Describer, describeEvents, describeMarks, type Looking, listed } from './describer.ts';
import type { Page } from './page.ts';
import { describeSource } from './template.ts';
import { accessModes, canonical, labelsOrNone, since } from './words.ts';

const statusText = (item: { metadata: { deletionTimestamp?: string } }, phase: string, { now }: Looking): string => {
  const { deletionTimestamp } = item.metadata;
  return deletionTimestamp === undefined ? phase : `Terminating (lasts ${since(deletionTimestamp, now)})`;
};

export const describeClaim: Describer = async (page, item, looking) => {
  const { name, namespace, finalizers } = item.metadata;
  const volume = text(item, 'spec.volumeName');
  page.line(0, `Name:\t${name}`);
  page.line(0, `Namespace:\t${namespace ?? ''}`);
  page.line(0, `StorageClass:\t${text(item, 'spec.storageClassName')}`);
  page.line(0, `Status:\t${statusText(item, text(item, 'status.phase'), looking)}`);
  page.line(0, `Volume:\t${volume}`);
  describeMarks(page, item);
  page.line(0, `Finalizers:\t${goText(finalizers ?? [])}`);
  page.line(0, `Capacity:\t${volume === '' ? '' : canonical(text(item, 'status.capacity.storage') || '0')}`);
  page.line(0, `Access Modes:\t${volume === '' ? '' : accessModes(texts(item, 'status.accessModes'))}`);
  if (has(item, 'spec.volumeMode')) page.line(0, `VolumeMode:\t${text(item, 'spec.volumeMode')}`);
  const pods = await listed(looking, ['v1', 'Pod'], namespace);
  const users = pods.filter((pod) =>
    list(pod, 'spec.volumes').some((one) => text(one, 'persistentVolumeClaim.claimName') === name),
  );
  page.many('Used By', users.map(({ metadata }) => metadata.name).sort());
  describeEvents(page, looking);
};

export const describeVolume: Describer = (page, item, looking) => {
  const { spec } = item;
  page.line(0, `Name:\t${item.metadata.name}`);
  describeMarks(page, item);
  page.line(0, `Finalizers:\t${goText(item.metadata.finalizers ?? [])}`);
  page.line(0, `StorageClass:\t${text(spec, 'storageClassName')}`);
  page.line(0, `Status:\t${statusText(item, text(item, 'status.phase'), looking)}`);
  const claim = at(spec, 'claimRef');
  page.line(0, `Claim:\t${isObject(claim) ? `${text(claim, 'namespace')}/${text(claim, 'name')}` : ''}`);
  page.line(0, `Reclaim Policy:\t${text(spec, 'persistentVolumeReclaimPolicy')}`);
  page.line(0, `Access Modes:\t${accessModes(texts(spec, 'accessModes'))}`);
  if (has(spec, 'volumeMode')) page.line(0, `VolumeMode:\t${text(spec, 'volumeMode')}`);
  page.line(0, `Capacity:\t${canonical(text(spec, 'capacity.storage') || '0')}`);
  describeAffinity(page, at(spec, 'nodeAffinity.required'));
  page.line(0, `Message:\t${text(item, 'status.message')}`);
  page.line(0, 'Source:');
  describeSource(page, spec);
  describeEvents(page, looking);
};

function describeAffinity(page: Page, required: unknown): void {
  if (required === undefined) return void page.line(0, 'Node Affinity:\t<none>');
  page.line(0, 'Node Affinity:\t');
  const terms = list(required, 'nodeSelectorTerms');
  page.line(1, `Required Terms:\t${terms.length === 0 ? '<none>' : ''}`);
  for (const [i, term] of terms.entries()) {
    const rules = list(term, 'matchExpressions').map((one) => {
      const values = texts(one, 'values');
      return `${text(one, 'key')} ${text(one, 'operator').toLowerCase()}${values.length === 0 ? '' : ` [${values.join(', ')}]`}`;
    });
    page.many(`Term ${i}`, rules, '    ');
  }
}

export const describeStorageClass: Describer = (page, item, looking) => {
  const isDefault = item.metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `IsDefaultClass:\t${isDefault ? 'Yes' : 'No'}`);
  page.line(0, `Annotations:\t${labelsOrNone(item.metadata.annotations)}`);
  page.line(0, `Provisioner:\t${text(item, 'provisioner')}`);
  page.line(0, `Parameters:\t${labelsOrNone(at(item, 'parameters'))}`);
  page.line(
    0,
    `AllowVolumeExpansion:\t${{ true: 'True', false: 'False' }[text(item, 'allowVolumeExpansion')] ?? '<unset>'}`,
  );
  const options = texts(item, 'mountOptions');
  page.line(0, `MountOptions:${options.length === 0 ? '\t<none>' : ''}`);
  for (const one of options) page.line(1, one);
  for (const [title, key] of [
    ['ReclaimPolicy', 'reclaimPolicy'],
    ['VolumeBindingMode', 'volumeBindingMode'],
  ] as const)
    if (has(item, key)) page.line(0, `${title}:\t${text(item, key)}`);
  describeEvents(page, looking);
};
