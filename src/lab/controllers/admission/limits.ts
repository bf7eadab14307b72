/** Limits of a namespace: defaults for containers, and refusals (kubernetes/plugin/pkg/admission/limitranger). */
import type { Admission } from '../../engine/admission.ts';
import { forbidden } from '../../engine/errors.ts';
import { amountOf, quantityText } from '../../engine/quantity.ts';
import { LIMIT_RANGES } from '../../kinds/core.ts';
import type { LimitRange, Pod, Resources } from '../../kinds/types.ts';
import { isClaim, isPod } from './kinds.ts';

type Item = LimitRange['spec']['limits'][number];
type Amounts = Record<string, string>;

/** Fills in what containers leave out; gives what was filled in, as the Pod's annotation tells it. */
function fillIn(pod: Pod, defaults: { requests: Amounts; limits: Amounts }): string[] {
  return [
    ...(pod.spec.initContainers ?? []).map((one) => ['init-container', one] as const),
    ...pod.spec.containers.map((one) => ['container', one] as const),
  ].flatMap(([what, container]) => {
    const resources = container.resources ?? {};
    const missing = (of: 'requests' | 'limits'): string[] =>
      Object.keys(defaults[of])
        .filter((name) => resources[of]?.[name] === undefined)
        .toSorted();
    const [requests, limits] = [missing('requests'), missing('limits')];
    if (requests.length + limits.length === 0) return [];
    container.resources = {
      ...resources,
      ...(limits.length > 0 ? { limits: { ...defaults.limits, ...resources.limits } } : {}),
      ...(requests.length > 0 ? { requests: { ...defaults.requests, ...resources.requests } } : {}),
    };
    return [
      ...(requests.length > 0 ? [`${requests.join(', ')} request for ${what} ${container.name}`] : []),
      ...(limits.length > 0 ? [`${limits.join(', ')} limit for ${what} ${container.name}`] : []),
    ];
  });
}

function* tooSmall(type: string, min: Amounts, { requests = {}, limits = {} }: Resources): Iterable<string> {
  for (const [name, least] of Object.entries(min)) {
    const what = `minimum ${name} usage per ${type} is ${least}`;
    const [request, limit] = [requests[name], limits[name]];
    if (request === undefined) yield `${what}.  No request is specified`;
    else if (amountOf(request) < amountOf(least)) yield `${what}, but request is ${request}`;
    else if (limit !== undefined && amountOf(limit) < amountOf(least)) yield `${what}, but limit is ${limit}`;
  }
}

function* tooLarge(type: string, max: Amounts, { requests = {}, limits = {} }: Resources): Iterable<string> {
  for (const [name, most] of Object.entries(max)) {
    const what = `maximum ${name} usage per ${type} is ${most}`;
    const [request, limit] = [requests[name], limits[name]];
    if (limit === undefined) yield `${what}.  No limit is specified`;
    else if (amountOf(limit) > amountOf(most)) yield `${what}, but limit is ${limit}`;
    else if (request !== undefined && amountOf(request) > amountOf(most)) yield `${what}, but request is ${request}`;
  }
}

function* tooFar(type: string, ratios: Amounts, { requests = {}, limits = {} }: Resources): Iterable<string> {
  for (const [name, most] of Object.entries(ratios)) {
    const what = `${name} max limit to request ratio per ${type} is ${most}`;
    const [request, limit] = [amountOf(requests[name]), amountOf(limits[name])];
    if (request === 0) yield `${what}, but no request is specified or request is 0`;
    else if (limit === 0) yield `${what}, but no limit is specified or limit is 0`;
    else if (limit / request > amountOf(most)) yield `${what}, but provided ratio is ${(limit / request).toFixed(6)}`;
  }
}

function* against(
  type: string,
  { min = {}, max = {}, maxLimitRequestRatio = {} }: Item,
  of: Resources,
): Iterable<string> {
  yield* tooSmall(type, min, of);
  yield* tooLarge(type, max, of);
  yield* tooFar(type, maxLimitRequestRatio, of);
}

/** Sums of what all containers say; what one leaves out has no sum. */
function totalOf(pod: Pod): Resources {
  const sum = (of: 'requests' | 'limits'): Amounts => {
    const all = pod.spec.containers.map(({ resources }) => resources?.[of] ?? {});
    const names = Object.keys(all[0] ?? {}).filter((name) => all.every((one) => one[name] !== undefined));
    const total = (name: string): number => all.reduce((value, one) => value + amountOf(one[name]), 0);
    return Object.fromEntries(
      names.map((name) => [name, quantityText({ value: total(name), isBinary: name === 'memory' })]),
    );
  };
  return { requests: sum('requests'), limits: sum('limits') };
}

function* refusals(pod: Pod, item: Item): Iterable<string> {
  if (item.type === 'Container')
    for (const { resources = {} } of pod.spec.containers) yield* against('Container', item, resources);
  if (item.type === 'Pod') yield* against('Pod', item, totalOf(pod));
}

export const limitRanges: Admission = {
  admit({ store }, row, draft, before) {
    if (before !== undefined || !isPod(row, draft)) return;
    const ranges = store.list(LIMIT_RANGES, draft.metadata.namespace);
    const told = ranges.flatMap(({ spec }) => {
      const items = spec.limits.filter(({ type }) => type === 'Container');
      const requests = Object.assign({}, ...items.map(({ defaultRequest }) => defaultRequest));
      const limits = Object.assign({}, ...items.map((one) => one.default));
      return fillIn(draft, { requests, limits });
    });
    if (told.length === 0) return;
    const annotations = { 'kubernetes.io/limit-ranger': `LimitRanger plugin set: ${told.join('; ')}` };
    draft.metadata.annotations = { ...draft.metadata.annotations, ...annotations };
  },
  allow({ store }, row, object, before) {
    const isOfPod = isPod(row, object) && before === undefined;
    if (!isOfPod && !isClaim(row, object)) return;
    for (const { spec } of store.list(LIMIT_RANGES, object.metadata.namespace)) {
      const why = spec.limits.flatMap((item) => {
        if (isPod(row, object)) return Array.from(refusals(object, item));
        if (item.type !== 'PersistentVolumeClaim' || !isClaim(row, object)) return [];
        const { requests = {} } = object.spec.resources ?? {};
        // Of a claim there is one amount: it is request and limit.
        return Array.from(against(item.type, item, { requests, limits: requests })).map((one) =>
          one.replace('but limit is', 'but request is'),
        );
      });
      if (why.length > 0)
        throw forbidden(row, object.metadata.name, why.length === 1 ? (why[0] ?? '') : `[${why.join(', ')}]`);
    }
  },
};
