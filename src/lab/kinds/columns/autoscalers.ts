import type { Column } from '../row.ts';
import type { HorizontalPodAutoscaler } from '../types.ts';

type Metric = NonNullable<HorizontalPodAutoscaler['spec']['metrics']>[number];
type Current = NonNullable<HorizontalPodAutoscaler['status']['currentMetrics']>[number];

/** `cpu: 12%/50%` (kubernetes/pkg/printers/internalversion, formatHPAMetrics). */
function metricWords(metric: Metric, current: Current | undefined): string {
  const source = metric.resource ?? metric.containerResource;
  if (source === undefined) return '<unknown type>';
  const { name, target } = source;
  const now = current?.resource?.current;
  if (target.averageValue !== undefined) return `${name}: ${now?.averageValue ?? '<unknown>'}/${target.averageValue}`;
  const used = now?.averageUtilization;
  const wanted = target.averageUtilization;
  return `${name}: ${used === undefined ? '<unknown>' : `${used}%`}/${wanted === undefined ? '<auto>' : `${wanted}%`}`;
}

/** Metrics that are told; of others, how many there are. */
const TOLD = 2;

function targetsOf({ spec, status }: HorizontalPodAutoscaler): string {
  const words = (spec.metrics ?? []).map((one, at) => metricWords(one, status?.currentMetrics?.[at]));
  if (words.length === 0) return '<none>';
  const told = words.slice(0, TOLD).join(', ');
  return words.length > TOLD ? `${told} + ${words.length - TOLD} more...` : told;
}

export const AUTOSCALER_COLUMNS: readonly Column<HorizontalPodAutoscaler>[] = [
  { name: 'Reference', cell: ({ spec: { scaleTargetRef: to } }) => `${to.kind}/${to.name}` },
  { name: 'Targets', cell: targetsOf },
  { name: 'MinPods', cell: ({ spec }) => `${spec.minReplicas ?? '<unset>'}` },
  { name: 'MaxPods', cell: ({ spec }) => spec.maxReplicas },
  { name: 'Replicas', cell: ({ status }) => status?.currentReplicas ?? 0 },
];
