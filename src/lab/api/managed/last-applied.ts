import { isObject } from '../../../core/json.ts';

const ANNOTATION = 'kubectl.kubernetes.io/last-applied-configuration';
/** Who applies from the client's side otherwise, and wants to be able to go back to that. */
const MANAGER = 'kubectl';

/** With its keys in order, as Go writes a map. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sorted(value[key])]),
  );
}

/**
 * Keeps what kubectl applies in the annotation by which it applies from its own side, where an object has that
 * (apimachinery, managedfields/internal/lastappliedupdater.go).
 */
export function keepLastApplied(
  object: Record<string, unknown>,
  applied: Record<string, unknown>,
  manager: string,
): Record<string, unknown> {
  const { metadata } = object;
  if (manager !== MANAGER || !isObject(metadata) || !isObject(metadata.annotations)) return object;
  if (metadata.annotations[ANNOTATION] === undefined) return object;
  const annotations = { ...metadata.annotations, [ANNOTATION]: `${JSON.stringify(sorted(applied))}\n` };
  return { ...object, metadata: { ...metadata, annotations } };
}
