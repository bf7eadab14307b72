/** Completion indexes of a Job (kubernetes/pkg/controller/job/indexed_job_utils.go). */
import type { Pod } from '../../kinds/types.ts';
import type { Draft } from '../shared/make.ts';

const INDEX = 'batch.kubernetes.io/job-completion-index';

export const indexOf = ({ metadata }: Pod): number => Number(metadata.annotations?.[INDEX] ?? -1);

/** Indexes that are read at most: a client may write a range without end. */
const MOST = 100_000;

/** `0-2,4` -> 0 to 2, 4 to 4; in order. */
const rangesIn = (text: string): { first: number; last: number }[] =>
  text
    .split(',')
    .flatMap((part) => {
      const [first = '', last = first] = part.split('-');
      return first === '' ? [] : { first: Number(first), last: Number(last) };
    })
    .toSorted((one, other) => one.first - other.first);

/** `0-2,4` -> 0, 1, 2, 4. */
export function readIndexes(text: string | undefined): number[] {
  const all: number[] = [];
  for (const { first, last } of rangesIn(text ?? ''))
    for (let index = first; index <= last && all.length < MOST; index++) all.push(index);
  return all;
}

/** How many indexes a text names, and how many of them are among those given. */
export function countIn(text: string, given: ReadonlySet<number>): { named: number; among: number } {
  const ranges = rangesIn(text);
  let [at, among] = [0, 0];
  for (const index of Array.from(given).toSorted((one, other) => one - other)) {
    while ((ranges[at]?.last ?? Number.POSITIVE_INFINITY) < index) at++;
    if ((ranges[at]?.first ?? Number.POSITIVE_INFINITY) <= index) among++;
  }
  return { named: ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0), among };
}

/** The first indexes that are not taken, and no more of them than are wanted. */
export function freeIndexes(completions: number, taken: ReadonlySet<number>, wanted: number): number[] {
  const free: number[] = [];
  for (let index = 0; index < completions && free.length < wanted; index++) if (!taken.has(index)) free.push(index);
  return free;
}

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
