import { type Controller, itself } from '../../engine/controller.ts';
import type { Lab, Runtime } from '../../engine/lab.ts';
import { timeText } from '../../engine/object.ts';
import { selects } from '../../engine/selectors.ts';
import { placeOf } from '../../engine/store.ts';
import { PODS } from '../../kinds/core.ts';
import type { Condition, HorizontalPodAutoscaler } from '../../kinds/types.ts';
import { AUTOSCALERS } from '../../kinds/workloads.ts';
import { withCondition } from '../shared/conditions.ts';
import { limit, type Memory, type Said } from './limits.ts';
import { together } from './metrics.ts';
import { targetOf } from './target.ts';

const FROM = { component: 'horizontal-pod-autoscaler' };
/** Between two looks at the metrics (`--horizontal-pod-autoscaler-sync-period`). */
const PERIOD = 15_000;

interface Known extends Memory {
  due: number;
}

/** Scales by what Pods use (kubernetes/pkg/controller/podautoscaler). */
export function autoscalers(lab: Lab, { usage }: Pick<Runtime, 'usage'>): Controller {
  const { store, clock, record } = lab;
  const known = new Map<string, Known>();

  function sync(scaler: HorizontalPodAutoscaler, memory: Memory): void {
    const now = clock.now();
    let conditions: Condition[] = [...(scaler.status.conditions ?? [])];
    const set = (type: string, { isTrue, reason, message }: Said): void => {
      conditions = withCondition(conditions, { type, status: isTrue ? 'True' : 'False', reason, message }, now);
    };
    const write = (change: Partial<HorizontalPodAutoscaler['status']>): void =>
      void store.edit(AUTOSCALERS, scaler.metadata, (draft) => {
        draft.status = { ...draft.status, ...change, conditions };
      });

    const target = targetOf(lab, scaler);
    if (typeof target === 'string') {
      record(scaler, 'Warning', 'FailedGetScale', target, FROM);
      const message = `the HPA controller was unable to get the target's current scale: ${target}`;
      set('AbleToScale', { isTrue: false, reason: 'FailedGetScale', message });
      write({ desiredReplicas: scaler.status.desiredReplicas ?? 0 });
      return;
    }
    const ok = "the HPA controller was able to get the target's current scale";
    set('AbleToScale', { isTrue: true, reason: 'SucceededGetScale', message: ok });
    const { wanted: current } = target;
    const { minReplicas = 1, maxReplicas } = scaler.spec;
    if (memory.recommended.length === 0) memory.recommended.push({ at: now, replicas: current });

    function rescale(replicas: number, reason: string, currentMetrics = scaler.status.currentMetrics): void {
      const metrics = currentMetrics === undefined ? {} : { currentMetrics };
      if (typeof target === 'string' || replicas === current) {
        write({ currentReplicas: current, desiredReplicas: current, ...metrics });
        return;
      }
      target.resize(replicas);
      const message = `the HPA controller was able to update the target scale to ${replicas}`;
      set('AbleToScale', { isTrue: true, reason: 'SucceededRescale', message });
      record(scaler, 'Normal', 'SuccessfulRescale', `New size: ${replicas}; reason: ${reason}`, FROM);
      const changes = replicas > current ? memory.ups : memory.downs;
      changes.push({ at: now, replicas: Math.abs(replicas - current) });
      if (changes.length > 200) changes.splice(0, 100);
      write({ currentReplicas: current, desiredReplicas: replicas, lastScaleTime: timeText(now), ...metrics });
    }

    if (current === 0 && minReplicas !== 0) {
      const message = 'scaling is disabled since the replica count of the target is zero';
      set('ScalingActive', { isTrue: false, reason: 'ScalingDisabled', message });
      rescale(0, '');
    } else if (current > maxReplicas) rescale(maxReplicas, 'Current number of replicas above Spec.MaxReplicas');
    else if (current < minReplicas) rescale(minReplicas, 'Current number of replicas below Spec.MinReplicas');
    else {
      const pods = store
        .list(PODS, scaler.metadata.namespace)
        .filter(({ metadata }) => selects(target.selector, metadata.labels));
      const asked = together(scaler, { pods, usage, current, now });
      if ('reason' in asked) {
        record(scaler, 'Warning', asked.reason, asked.first, FROM);
        const message = `the HPA was unable to compute the replica count: ${asked.first}`;
        set('ScalingActive', { isTrue: false, reason: asked.reason, message });
        write({ currentReplicas: current, desiredReplicas: scaler.status.desiredReplicas ?? 0 });
        record(scaler, 'Warning', 'FailedComputeMetricsReplicas', asked.all, FROM);
        return;
      }
      const found = `the HPA was able to successfully calculate a replica count from ${asked.name}`;
      set('ScalingActive', { isTrue: true, reason: 'ValidMetricFound', message: found });
      const { replicas, able, limited } = limit(scaler, memory, current, asked.replicas, now);
      set('AbleToScale', able);
      set('ScalingLimited', limited);
      const reason = asked.replicas > current ? `${asked.name} above target` : 'All metrics below target';
      rescale(replicas, reason, asked.current);
    }
  }

  return {
    name: 'horizontalpodautoscaler',
    watches: [itself(AUTOSCALERS)],
    reconcile(key) {
      const scaler = store.get(AUTOSCALERS, placeOf(key));
      if (scaler === undefined) return undefined;
      const now = clock.now();
      const { uid } = scaler.metadata;
      const memory = known.get(uid) ?? { recommended: [], ups: [], downs: [], due: now + PERIOD };
      known.set(uid, memory);
      if (known.size > 100) for (const other of known.keys()) if (other !== uid) known.delete(other);
      if (now < memory.due) return memory.due - now;
      memory.due = now + PERIOD;
      sync(scaler, memory);
      return PERIOD;
    },
  };
}
