import { z } from 'zod';
import { badRequest, invalid, invalidCause, methodNotAllowed } from '../../engine/errors.ts';
import type { Thing } from '../../engine/object.ts';
import { selectorWords } from '../../kinds/columns/words.ts';
import { type Row, row } from '../../kinds/row.ts';
import type { Selector } from '../../kinds/types.ts';
import { mediaType, readBody } from '../body.ts';
import { type ApiAnswer, type ApiRequest, json } from '../messages.ts';
import { jsonPatch } from '../patch/json.ts';
import { mergePatch } from '../patch/merge.ts';
import { tableOf, wantsTable } from '../table.ts';
import { update, type Writing } from '../write.ts';

const SCALE = { group: 'autoscaling', plural: 'scales', kind: 'Scale' } as const;

const given = z.object({
  metadata: z
    .object({ resourceVersion: z.string().default(''), uid: z.string().default('') })
    .default({ resourceVersion: '', uid: '' }),
  spec: z.object({ replicas: z.int().default(0) }).default({ replicas: 0 }),
});

interface Scaled extends Thing {
  spec: { replicas?: number; selector?: Selector };
  status?: { replicas?: number };
}

const isScaled = (object: Thing): object is Scaled =>
  'spec' in object && typeof object.spec === 'object' && object.spec !== null;

/** What `kubectl get --subresource=scale` prints. */
const SCALES = row<Scaled>({
  ...{ group: 'autoscaling', version: 'v1', kind: 'Scale', plural: 'scales', singular: 'scale', namespaced: true },
  columns: [
    { name: 'Desired', type: 'integer', cell: ({ spec }) => spec.replicas ?? 0 },
    { name: 'Available', type: 'integer', cell: ({ status }) => status?.replicas ?? 0 },
  ],
});

/** `autoscaling/v1` Scale: how many there are to be, and are, of what a kind makes. */
function scaleOf({ metadata, spec, status }: Scaled): object {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
  const selector = selectorWords(spec.selector);
  return {
    ...{ kind: 'Scale', apiVersion: 'autoscaling/v1' },
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: spec.replicas ?? 1 },
    status: { replicas: status?.replicas ?? 0, ...(selector === '<none>' ? {} : { selector }) },
  };
}

function asked(request: ApiRequest, scale: object): unknown {
  const body = readBody(request);
  if (request.method === 'PUT') return body;
  return mediaType(request) === 'application/json-patch+json' ? jsonPatch(scale, body) : mergePatch(scale, body);
}

/** Reads or changes how many there are to be. @throws ApiError */
export function answerScale(request: ApiRequest, writing: Writing, row: Row, object: Thing): ApiAnswer {
  if (!isScaled(object)) throw badRequest('it cannot be scaled');
  const scale = scaleOf(object);
  if (request.method === 'GET') {
    if (!wantsTable(request)) return json(scale);
    const { resourceVersion } = object.metadata;
    const include = request.query.get('includeObject');
    return json(tableOf(SCALES, [object], { now: writing.lab.clock.now(), include, metadata: { resourceVersion } }));
  }
  if (request.method !== 'PUT' && request.method !== 'PATCH') throw methodNotAllowed();
  const read = given.safeParse(asked(request, scale));
  if (!read.success) throw badRequest(`the object provided is unrecognized: ${z.prettifyError(read.error)}`);
  const { metadata, spec } = read.data;
  const { name } = object.metadata;
  if (spec.replicas < 0)
    throw invalid(SCALE, name, [invalidCause('spec.replicas', spec.replicas, 'must be greater than or equal to 0')]);
  const next: Scaled = {
    ...object,
    metadata: { ...object.metadata, ...metadata },
    spec: { ...object.spec, replicas: spec.replicas },
  };
  const stored = update(writing, row, object, next, 'scale');
  return json(isScaled(stored) ? scaleOf(stored) : scale);
}
