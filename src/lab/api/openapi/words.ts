import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { once } from '../../../language/memoize.ts';
import { goName } from '../fields/fields.ts';

/** Our own words on kinds and the most used fields, as `Pod`, `Pod.spec` or, of whatever type, `*.spec`. */
const words = once(() =>
  z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'words.json'), 'utf8'))),
);

/** `V1PodSpec` -> `PodSpec`. */
const plain = (type: string): string => goName(type).replace(/^v\w+\./, '');

/** What a type is; undefined where nothing is said of it. */
export const aboutType = (type: string): string | undefined => words()[plain(type)];

/** What a field of a type is. */
export const aboutField = (type: string, field: string): string | undefined =>
  words()[`${plain(type)}.${field}`] ?? words()[`*.${field}`];
