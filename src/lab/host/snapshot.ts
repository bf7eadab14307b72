import { z } from 'zod';
import { parseJson } from '../../core/json.ts';
import { packText, unpackText } from '../../core/packed.ts';
import type { Snapshot } from '../engine/cluster.ts';
import type { Thing } from '../engine/object.ts';

/** Of a newer version a process says that it cannot be read, and leaves it. */
const VERSION = 1;

/** What the engine relies on in every object; the rest of each is as the API had let it in. */
const thing = z.custom<Thing>((value) => {
  const shape = z.object({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z.object({
      name: z.string(),
      uid: z.string(),
      resourceVersion: z.string(),
      creationTimestamp: z.string(),
    }),
  });
  return shape.safeParse(value).success;
});

const kept = z.object({
  kind: z.literal('lab'),
  of: z.literal(VERSION),
  version: z.int(),
  now: z.number(),
  objects: z.array(thing),
  disks: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))).optional(),
});

export const packSnapshot = (snapshot: Snapshot): Uint8Array =>
  packText(JSON.stringify({ kind: 'lab', of: VERSION, ...snapshot }));

/** Undefined where it cannot be read. */
export function unpackSnapshot(packed: Uint8Array): Snapshot | undefined {
  const text = unpackText(packed);
  const { success, data } = kept.safeParse(text === undefined ? undefined : parseJson(text));
  return success ? { version: data.version, now: data.now, objects: data.objects, disks: data.disks } : undefined;
}
