/** Completion indexes of a Job (kubernetes/pkg/controller/job/indexed_job_utils.go). */
import type { Pod } from '../../kinds/types.ts';
import type { Draft } from '../shared/make.ts';

const INDEX = 'batch.kubernetes.io/job-completion-index';

export const indexOf = ({ metadata }: Pod): number => Number(metadata.annotations?.[INDEX] ?? -1);

/** `0-2,4` -> 0, 1, 2, 4. */
export const readIndexes = (text: string | undefined): number[] =>
  (text ?? '').split(',').flatMap((part) => {
    const [first = '', last = first] = part.split('-');
    return first === '' ? [] : Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i);
  });

/** 0, 1, 2, 4 -> `0-2,4`; three in a row are written as a range, two are not. */
export function writeIndexes(indexes: ReadonlySet<number>): string {
  const runs: [number, number][] = [];
  for (const one of Array.from(indexes).toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === one - 1) run[1] = one;
    else runs.push([one, one]);
  }
  return runs
    .map(([first, last]) => (last - first > 1 ? `${first}-${last}` : last > first ? `${first},${last}` : `${first}`))
    .join(',');
}

/** A Job's Pod that works at one index: it is told by its name, an annotation, a label and the environment. */
export function indexed({ metadata, spec }: Draft<Pod>, job: string, index: number): Draft<Pod> {
  const variable = {
    name: 'JOB_COMPLETION_INDEX',
    valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: `metadata.labels['${INDEX}']` } },
  };
  const withIndex = <T extends { env?: { name: string }[] }>(containers: readonly T[]): T[] =>
    containers.map((one) => ({ ...one, env: [...(one.env ?? []), variable] }));
  return {
    metadata: {
      ...metadata,
      generateName: `${job}-${index}-`,
      annotations: { ...metadata.annotations, [INDEX]: `${index}` },
      labels: { ...metadata.labels, [INDEX]: `${index}` },
    },
    spec: {
      ...spec,
      hostname: `${job}-${index}`,
      containers: withIndex(spec.containers),
      ...(spec.initContainers === undefined ? {} : { initContainers: withIndex(spec.initContainers) }),
    },
  };
}
