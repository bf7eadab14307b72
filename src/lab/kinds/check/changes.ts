import { isObject } from '../../../core/json.ts';

/** Lines that are told at most. */
const MOST = 40;

function* changes(before: unknown, after: unknown, path: string): Iterable<string> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const [old, now] = [partsOf(before), partsOf(after)];
  if (old === undefined || now === undefined) {
    if (before !== undefined) yield `- \t${path}: ${JSON.stringify(before)},`;
    if (after !== undefined) yield `+ \t${path}: ${JSON.stringify(after)},`;
    return;
  }
  for (const key of new Set([...old.keys(), ...now.keys()]))
    yield* changes(old.get(key), now.get(key), Array.isArray(after) ? `${path}[${key}]` : `${path}.${key}`);
}

const partsOf = (value: unknown): Map<string, unknown> | undefined =>
  isObject(value) || Array.isArray(value) ? new Map(Object.entries(value)) : undefined;

/** What of a spec is another, as the API server tells it below a refusal: a line for what was, one for what was to be. */
export function changesText(before: unknown, after: unknown): string {
  const lines = Array.from(changes(before, after, 'spec')).slice(0, MOST);
  return `${lines.join('\n')}\n`;
}
