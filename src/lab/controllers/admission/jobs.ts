import type { Admission } from '../../engine/admission.ts';
import type { Thing } from '../../engine/object.ts';
import type { Row } from '../../kinds/row.ts';
import type { Job } from '../../kinds/types.ts';
import { JOBS } from '../../kinds/workloads.ts';

const isJob = (row: Row, thing: Thing): thing is Job => row === JOBS && thing.kind === 'Job';

function uuid(random: () => number): string {
  const digit = (below = 16, from = 0): string => (from + Math.floor(random() * below)).toString(16);
  const digits = (count: number): string => Array.from({ length: count }, () => digit()).join('');
  return `${digits(8)}-${digits(4)}-4${digits(3)}-${digit(4, 8)}${digits(3)}-${digits(12)}`;
}

/** A Job's Pods are chosen by its own uid (kubernetes/pkg/registry/batch/job: generateSelector). */
export const jobSelector: Admission = {
  admit({ random }, row, draft, before) {
    if (before !== undefined || !isJob(row, draft) || draft.spec.manualSelector === true) return;
    const { metadata, spec } = draft;
    const { name } = metadata;
    metadata.uid = uuid(random);
    const { uid } = metadata;
    const labels = {
      ...{ 'batch.kubernetes.io/controller-uid': uid, 'batch.kubernetes.io/job-name': name },
      ...{ 'controller-uid': uid, 'job-name': name },
    };
    spec.selector = { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } };
    spec.template.metadata = {
      ...spec.template.metadata,
      labels: { ...spec.template.metadata?.labels, ...labels },
    };
    metadata.labels ??= { ...spec.template.metadata.labels };
  },
};
