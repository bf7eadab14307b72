import type { PodSpec, PodStatus } from '../../kinds/types.ts';

/** How sure a Pod is of what it asked for (kubernetes/pkg/apis/core/v1/helper/qos). */
export function qosOf({ containers, initContainers = [] }: PodSpec): NonNullable<PodStatus['qosClass']> {
  const all = [...containers, ...initContainers].map(({ resources }) => resources ?? {});
  const isSet = (of: Record<string, string> = {}): boolean => of.cpu !== undefined || of.memory !== undefined;
  if (!all.some(({ requests, limits }) => isSet(requests) || isSet(limits))) return 'BestEffort';
  const isGuaranteed = all.every(({ requests = {}, limits = {} }) =>
    ['cpu', 'memory'].every((name) => limits[name] !== undefined && (requests[name] ?? limits[name]) === limits[name]),
  );
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
}
