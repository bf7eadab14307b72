import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** As much of Kustomize as our manifests use; what they do not is refused. */
const KUSTOMIZATION = z.strictObject({
  apiVersion: z.literal('kustomize.config.k8s.io/v1beta1'),
  kind: z.literal('Kustomization'),
  namespace: z.string().optional(),
  resources: z.array(z.string()),
  patches: z
    .array(
      z.union([
        z.strictObject({ path: z.string() }),
        z.strictObject({ target: z.strictObject({ kind: z.string(), name: z.string() }), patch: z.string() }),
      ]),
    )
    .default([]),
  images: z.array(z.strictObject({ name: z.string(), newName: z.string(), newTag: z.string() })).default([]),
});

const ADDITIONS = z.array(
  z.strictObject({ op: z.literal('add'), path: z.templateLiteral([z.string(), '/-']), value: z.unknown() }),
);

const MANIFEST = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
});

export type Manifest = z.infer<typeof MANIFEST>;

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Strategic merge: fields into fields, list items into those of the same name. */
function merged(base: unknown, patch: unknown): unknown {
  if (isFields(base) && isFields(patch)) {
    const all = { ...base };
    for (const [key, value] of Object.entries(patch)) all[key] = key in base ? merged(base[key], value) : value;
    return all;
  }
  if (Array.isArray(base) && Array.isArray(patch) && patch.every(isFields)) {
    const named = (item: unknown) => patch.find(({ name }) => isFields(item) && item.name === name);
    const known = base.map((item: unknown) => (named(item) ? merged(item, named(item)) : item));
    return [...known, ...patch.filter(({ name }) => !base.some((item) => isFields(item) && item.name === name))];
  }
  return patch;
}

/** A copy with the value at the end of the list at `path`. */
function added(into: unknown, [key, ...path]: readonly string[], value: unknown): unknown {
  if (key === '-' && Array.isArray(into)) return [...into, value];
  if (key === undefined || !isFields(into) || !(key in into)) throw new Error(`no list at ${key}`);
  return { ...into, [key]: added(into[key], path, value) };
}

type Images = z.infer<typeof KUSTOMIZATION>['images'];

/** With every `image` of a name that is listed at its new name and tag. */
function imaged(value: unknown, images: Images): unknown {
  if (Array.isArray(value)) return value.map((item) => imaged(item, images));
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => {
    const image = key === 'image' && images.find(({ name }) => name === String(part).split(':')[0]);
    return [key, image ? `${image.newName}:${image.newTag}` : imaged(part, images)] as const;
  });
  return Object.fromEntries(entries);
}

export const readManifest = (file: string): Manifest => MANIFEST.parse(parse(readFileSync(file, 'utf8')));

/** What `kubectl kustomize FOLDER` gives. @throws where a file or what it changes is not there. */
export function kustomize(folder: string): Manifest[] {
  const { namespace, resources, patches, images } = KUSTOMIZATION.parse(
    parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')),
  );
  let all = resources.flatMap((name) =>
    name.endsWith('.yaml') ? [readManifest(join(folder, name))] : kustomize(join(folder, name)),
  );
  const change = (kind: string, name: string, how: (manifest: Manifest) => unknown): void => {
    const isIt = (one: Manifest): boolean => one.kind === kind && one.metadata.name === name;
    if (!all.some(isIt)) throw new Error(`nothing to patch: ${kind} ${name}`);
    all = all.map((one) => (isIt(one) ? MANIFEST.parse(how(one)) : one));
  };
  for (const patch of patches)
    if ('path' in patch) {
      const part = readManifest(join(folder, patch.path));
      change(part.kind, part.metadata.name, (one) => merged(one, part));
    } else
      for (const { path, value } of ADDITIONS.parse(parse(patch.patch)))
        change(patch.target.kind, patch.target.name, (one) => added(one, path.split('/').slice(1), value));
  return all.map((one) => {
    const placed = one.kind === 'Namespace' || !namespace ? one : { ...one, metadata: { ...one.metadata, namespace } };
    return MANIFEST.parse(imaged(placed, images));
  });
}
