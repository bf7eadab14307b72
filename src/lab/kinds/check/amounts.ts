import { type Cause, invalidCause } from '../../engine/errors.ts';
import { parseQuantity } from '../../engine/quantity.ts';
import { percentIn } from '../../engine/share.ts';
import type { Resources } from '../types.ts';
import { percent, qualifiedName } from './names.ts';

/** A number of Pods or a share of them (kubernetes/pkg/apis/apps/validation: ValidatePositiveIntOrPercent). */
export function* checkShare(value: number | string | undefined, field: string): Iterable<Cause> {
  if (typeof value === 'number' && value < 0) yield invalidCause(field, value, 'must be greater than or equal to 0');
  if (typeof value === 'string') for (const why of percent(value)) yield invalidCause(field, value, why);
}

export const isZero = (value: number | string | undefined): boolean => value === 0 || percentIn(value) === 0;

const OF_CONTAINERS = /^(?:cpu|memory|ephemeral-storage|hugepages-.+)$/;

function* checkName(name: string, field: string): Iterable<Cause> {
  for (const why of qualifiedName(name)) yield invalidCause(field, name, why);
  if (!name.includes('/') && !OF_CONTAINERS.test(name)) {
    yield invalidCause(field, name, 'must be a standard resource type or fully qualified');
    yield invalidCause(field, name, 'must be a standard resource for containers');
  }
}

/** What a container asks for, and may have (ValidateContainerResourceRequirements). */
export function* checkResources({ requests = {}, limits = {} }: Resources, field: string): Iterable<Cause> {
  for (const [kind, amounts] of Object.entries({ limits, requests }))
    for (const [name, amount] of Object.entries(amounts)) {
      const at = `${field}.${kind}[${name}]`;
      yield* checkName(name, at);
      if ((parseQuantity(amount)?.value ?? 0) < 0) yield invalidCause(at, amount, 'must be greater than or equal to 0');
    }
  for (const [name, amount] of Object.entries(requests)) {
    const limit = limits[name];
    if (limit === undefined) continue;
    if ((parseQuantity(amount)?.value ?? 0) > (parseQuantity(limit)?.value ?? 0))
      yield invalidCause(`${field}.requests`, amount, `must be less than or equal to ${name} limit of ${limit}`);
  }
}
