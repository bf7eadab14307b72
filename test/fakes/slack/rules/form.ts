/** A JSON value as fields that know their path, so that a problem names the place as Slack does. */

export interface Field {
  readonly value: unknown;
  readonly at: (key: string | number) => Field;
  readonly refuse: (problem: string) => void;
}

interface Form {
  readonly root: Field;
  readonly problems: readonly string[];
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Slack says «characters» and not how it counts them. UTF-16 units, as JavaScript counts, are never fewer than code
 * points: what passes here passes either way.
 */
export const lengthOf = (text: string): number => text.length;

/** `path`: where the value stands, such as `/view`. */
export const createForm = (body: unknown, path = ''): Form => {
  const problems: string[] = [];
  const fieldAt = (value: unknown, pointer: string): Field => ({
    value,
    at: (key) => fieldAt(childOf(value, key), `${pointer}/${key}`),
    refuse: (problem) => {
      problems.push(pointer === '' ? problem : `${problem} [json-pointer:${pointer}]`);
    },
  });
  return { root: fieldAt(body, path), problems };
};

const childOf = (value: unknown, key: string | number): unknown => {
  if (Array.isArray(value)) return value[Number(key)];
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};
