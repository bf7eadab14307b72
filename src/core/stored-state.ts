import type { z } from 'zod';
import { isObject, parseJson } from './json.ts';

/** Why a stored state cannot be read: it is broken, or of a newer version. */
export interface Unreadable {
  unreadable: 'broken' | 'newer';
  problem: string;
}

/** Reads a state that was stored as JSON with its `version`, and may be anything; `latest`: the last version known here. */
export function readStored<T>(stored: string, schema: z.ZodType<T>, latest: number): T | Unreadable {
  const json = parseJson(stored);
  const version = isObject(json) && Number.isSafeInteger(json.version) ? Number(json.version) : undefined;
  if (version !== undefined && version > latest)
    return { unreadable: 'newer', problem: `it has version ${version}; ${latest} is the latest known` };
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const problem = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return { unreadable: 'broken', problem };
}
