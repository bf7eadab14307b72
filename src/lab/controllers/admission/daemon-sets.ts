import { isDeepStrictEqual } from 'node:util';
import type { Admission } from '../../engine/admission.ts';
import type { Thing } from '../../engine/object.ts';
import type { Row } from '../../kinds/row.ts';
import type { DaemonSet } from '../../kinds/types.ts';
import { DAEMON_SETS } from '../../kinds/workloads.ts';

/** How often a DaemonSet's template has changed, which its Pods name. */
export const GENERATION = 'deprecated.daemonset.template.generation';

const isDaemonSet = (row: Row, thing: Thing): thing is DaemonSet => row === DAEMON_SETS && thing.kind === 'DaemonSet';

/** Counts changes of a DaemonSet's template (kubernetes/pkg/registry/apps/daemonset: strategy.go). */
export const daemonGeneration: Admission = {
  admit(_lab, row, draft, before) {
    if (!isDaemonSet(row, draft)) return;
    const old = before && isDaemonSet(row, before) ? before : undefined;
    const count = Number(old?.metadata.annotations?.[GENERATION] ?? 0);
    const isSame = old !== undefined && isDeepStrictEqual(old.spec.template, draft.spec.template);
    draft.metadata.annotations = { ...draft.metadata.annotations, [GENERATION]: `${isSame ? count : count + 1}` };
  },
};
