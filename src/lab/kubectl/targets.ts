import { type Api, type Item, type Kind, pathOf } from './api.ts';
import { failed, KubectlError } from './errors.ts';

/** What a command's arguments name: objects one by one, or all of some kinds. */
export type Targets =
  | { by: 'name'; single: boolean; items: readonly { kind: Kind; name: string }[] }
  | { by: 'kind'; kinds: readonly Kind[]; labels: string | undefined; fields: string | undefined };

export interface Chosen {
  labels?: string | undefined;
  fields?: string | undefined;
  /** `--all`. */
  all?: boolean;
  /** A kind alone means all of it. */
  empty?: boolean;
}

export async function kindNamed(api: Api, word: string): Promise<Kind> {
  const kind = await api.find(word);
  if (!kind) throw failed(`the server doesn't have a resource type ${JSON.stringify(word.split('.')[0] ?? word)}`);
  return kind;
}

const unique = (words: readonly string[]): string[] => Array.from(new Set(words));

async function withAliases(api: Api, word: string): Promise<string[]> {
  const kinds = (await api.kinds()).filter(({ categories }) => categories.includes(word));
  return kinds.length === 0 ? [word] : kinds.map(({ group, plural }) => (group === '' ? plural : `${plural}.${group}`));
}

const MISSING = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;

/** Reads `pods`, `po,svc`, `pod web api`, `deploy/web svc/web` (cli-runtime/pkg/resource/builder.go). @throws KubectlError */
export async function readTargets(api: Api, given: readonly string[], chosen: Chosen): Promise<Targets> {
  const { labels, fields, all = false, empty = false } = chosen;
  const [types = '', ...names] = given;
  const several = unique(types.split(','));
  const args =
    names.length > 0 && several.length > 1 ? several.flatMap((type) => names.map((name) => `${type}/${name}`)) : given;
  const slashed = args.filter((one) => one.includes('/')).length;
  const isSelected = labels !== undefined || fields !== undefined;
  if (slashed > 0) {
    if (slashed < args.length)
      throw failed(
        `there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'`,
      );
    const pairs = args.map(readPair);
    if (isSelected) throw failed('selectors and the all flag cannot be used when passing resource/name arguments');
    const items: { kind: Kind; name: string }[] = [];
    for (const { type, name } of pairs) items.push({ kind: await kindNamed(api, type), name });
    return { by: 'name', single: items.length === 1, items };
  }
  if (args.length === 0) throw failed(MISSING);
  if (names.length > 0) {
    if (isSelected || all) throw failed('name cannot be provided when a selector is specified');
    const kind = await kindNamed(api, types);
    return { by: 'name', single: names.length === 1, items: names.map((name) => ({ kind, name })) };
  }
  const words = (await Promise.all(several.map((one) => withAliases(api, one)))).flat();
  const kinds: Kind[] = [];
  for (const word of words) {
    const kind = await kindNamed(api, word);
    if (!kinds.includes(kind)) kinds.push(kind);
  }
  if (!all && !empty && !isSelected) throw failed('resource(s) were provided, but no name was specified');
  return { by: 'kind', kinds, labels, fields };
}

function readPair(word: string): { type: string; name: string } {
  const parts = word.split('/');
  const [type = '', name = ''] = parts;
  if (parts.length > 2) throw failed('arguments in resource/name form may not have more than one slash');
  if (type === '' || name === '' || type.includes(','))
    throw failed('arguments in resource/name form must have a single resource and name');
  return { type, name };
}

export interface Found {
  kind: Kind;
  item: Item;
}

/** The objects themselves, and what went wrong with some of them. */
export async function fetchAll(
  api: Api,
  targets: Targets,
  namespace: string | undefined,
): Promise<{ found: Found[]; errors: KubectlError[] }> {
  const found: Found[] = [];
  const errors: KubectlError[] = [];
  const trying = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof KubectlError)) throw error;
      errors.push(error);
    }
  };
  if (targets.by === 'name') {
    for (const { kind, name } of targets.items)
      await trying(async () => {
        if (namespace === undefined && kind.namespaced)
          throw failed('a resource cannot be retrieved by name across all namespaces');
        found.push({ kind, item: await api.get(kind, namespace ?? '', name) });
      });
    return { found, errors };
  }
  const query = { labelSelector: targets.labels, fieldSelector: targets.fields };
  for (const kind of targets.kinds)
    await trying(async () => {
      for (const item of await api.list(kind, namespace, query)) found.push({ kind, item });
    });
  return { found, errors };
}

/** The path of an object that was found. */
export const pathOfFound = ({ kind, item }: Found, ...part: readonly string[]): string =>
  pathOf(kind, item.metadata.namespace, item.metadata.name, ...part);

/** Several errors in one, each in its line. */
export function thrownTogether(errors: readonly KubectlError[]): void {
  const [only, ...more] = errors;
  if (only === undefined) return;
  if (more.length === 0) throw only;
  throw new KubectlError(Array.from(new Set(errors.map(({ message }) => message))).join('\n'));
}
