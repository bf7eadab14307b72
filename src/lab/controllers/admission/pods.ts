/** What every Pod gets: tolerations and a priority (kubernetes/plugin/pkg/admission: defaulttolerationseconds, priority). */
import type { Admission } from '../../engine/admission.ts';
import { forbidden } from '../../engine/errors.ts';
import { PRIORITY_CLASSES } from '../../kinds/cluster.ts';
import { PODS } from '../../kinds/core.ts';
import { isPod } from './kinds.ts';

/** Taints of nodes that are away: a Pod stays there for five minutes. */
const AWAY = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

export const tolerations: Admission = {
  admit(_lab, row, draft, before) {
    if (before !== undefined || !isPod(row, draft)) return;
    const own = draft.spec.tolerations ?? [];
    const isTolerated = (taint: string): boolean =>
      own.some(({ key, effect }) => (key === undefined || key === taint) && (!effect || effect === 'NoExecute'));
    const more = AWAY.filter((key) => !isTolerated(key));
    if (more.length === 0) return;
    draft.spec.tolerations = [
      ...own,
      ...more.map((key) => ({ key, operator: 'Exists' as const, effect: 'NoExecute', tolerationSeconds: 300 })),
    ];
  },
};

export const priority: Admission = {
  admit({ store }, row, draft, before) {
    if (before !== undefined || !isPod(row, draft)) return;
    const { spec, metadata } = draft;
    const byDefault = spec.priorityClassName
      ? undefined
      : store.list(PRIORITY_CLASSES).find(({ globalDefault }) => globalDefault === true);
    const name = spec.priorityClassName || byDefault?.metadata.name;
    const found = name === undefined ? undefined : store.get(PRIORITY_CLASSES, { name });
    if (name !== undefined && found === undefined)
      throw forbidden(PODS, metadata.name, `no PriorityClass with name ${name} was found`);
    const value = found?.value ?? 0;
    if (spec.priority !== undefined && spec.priority !== value)
      throw forbidden(
        PODS,
        metadata.name,
        `the integer value of priority (${spec.priority}) must not be provided in pod spec; priority admission controller computed ${value} from the given PriorityClass name`,
      );
    if (name !== undefined) spec.priorityClassName = name;
    spec.priority = value;
    spec.preemptionPolicy ??= found?.preemptionPolicy ?? 'PreemptLowerPriority';
  },
};
