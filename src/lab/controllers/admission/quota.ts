import type { Admission } from '../../engine/admission.ts';
import { forbidden } from '../../engine/errors.ts';
import { addQuantities, amountOf, quantityText } from '../../engine/quantity.ts';
import { QUOTAS } from '../../kinds/core.ts';
import type { Pod } from '../../kinds/types.ts';
import { type Amounts, isInScope, usageOf, usedOf } from '../quota/usage.ts';
import { isClaim, isPod, isService } from './kinds.ts';

/** Amounts of a Pod that each of its containers has to say where a quota counts them. */
const SAID: Readonly<Record<string, readonly ['requests' | 'limits', string]>> = {
  cpu: ['requests', 'cpu'],
  memory: ['requests', 'memory'],
  'requests.cpu': ['requests', 'cpu'],
  'requests.memory': ['requests', 'memory'],
  'limits.cpu': ['limits', 'cpu'],
  'limits.memory': ['limits', 'memory'],
};

/** What containers leave unsaid: `limits.cpu for: web,sidecar; …`. */
function unsaid({ spec }: Pod, hard: Amounts): string {
  return Object.keys(hard)
    .toSorted()
    .flatMap((name) => {
      const [of, resource] = SAID[name] ?? [];
      if (of === undefined || resource === undefined) return [];
      const without = [...spec.containers, ...(spec.initContainers ?? [])].filter(
        ({ resources }) => resources?.[of]?.[resource] === undefined,
      );
      const names = without.map((one) => one.name).toSorted();
      return names.length === 0 ? [] : [`${name} for: ${names.join(',')}`];
    })
    .join('; ');
}

const pretty = (names: readonly string[], of: Amounts): string =>
  names.map((name) => `${name}=${of[name] ?? '0'}`).join(',');

/** What a change takes more than what was there; nothing of what it gives back. */
function delta(usage: Amounts, before: Amounts): Amounts {
  const more = Object.entries(usage).flatMap(([name, amount]) => {
    const { value, isBinary } = addQuantities([amount]);
    const rest = value - amountOf(before[name]);
    return rest > 0 ? [[name, quantityText({ value: rest, isBinary })]] : [];
  });
  return Object.fromEntries(more);
}

/** Nothing comes in above a quota (apiserver/pkg/admission/plugin/resourcequota). */
export const resourceQuota: Admission = {
  allow(lab, row, object, before) {
    const { namespace, name: own } = object.metadata;
    if (namespace === undefined) return;
    // Of what is there already, only these may come to take more.
    if (before !== undefined && !isClaim(row, object) && !isService(row, object)) return;
    const asked = delta(usageOf(row, object), before === undefined ? {} : usageOf(row, before));
    const quotas = lab.store.list(QUOTAS, namespace).filter((quota) => isInScope(quota, row, object));
    for (const quota of quotas.toSorted((one, other) => (one.metadata.name < other.metadata.name ? -1 : 1))) {
      const { name } = quota.metadata;
      const hard = quota.spec.hard ?? {};
      const missing = isPod(row, object) && before === undefined ? unsaid(object, hard) : '';
      if (missing !== '') throw forbidden(row, own, `failed quota: ${name}: must specify ${missing}`);
      const names = Object.keys(hard)
        .filter((one) => asked[one] !== undefined)
        .toSorted();
      if (names.length === 0) continue;
      const used = usedOf(lab, quota);
      const over = names.filter((one) => amountOf(used[one]) + amountOf(asked[one]) > amountOf(hard[one]) + 1e-9);
      if (over.length > 0)
        throw forbidden(
          row,
          own,
          `exceeded quota: ${name}, requested: ${pretty(over, asked)}, used: ${pretty(over, used)}, limited: ${pretty(over, hard)}`,
        );
    }
  },
};
