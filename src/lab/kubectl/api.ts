import { isObject, parseJson } from '../../core/json.ts';
import type { LabClient } from '../../core/lab.ts';
import type { ApiAnswer } from '../api/messages.ts';
import { apiVersionOf, rootOf } from '../kinds/row.ts';
import { failed, readRefusal, ServerError } from './errors.ts';

/** A kind as the API's discovery tells it. */
export interface Kind {
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  short: readonly string[];
  categories: readonly string[];
  namespaced: boolean;
  verbs: readonly string[];
  parts: readonly string[];
}

/** An object of the API, of which nothing but this much is known. */
export interface Item {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    ownerReferences?: { kind: string; name: string; uid: string; controller?: boolean }[];
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

export interface Asked {
  method?: string;
  query?: Readonly<Record<string, string | undefined>>;
  body?: unknown;
  accept?: string;
  type?: string;
}

/** What a lab's API is asked, in the terms of kubectl. Every function throws ServerError for what the API refuses. */
export interface Api {
  kinds(): Promise<readonly Kind[]>;
  /** The kind that a word names (`po`, `pods`, `deployments.apps`); undefined where there is none. */
  find(word: string): Promise<Kind | undefined>;
  findKind(apiVersion: string, kind: string): Promise<Kind | undefined>;
  /** Asks a path, and gives the answer as JSON, or as a text where it is none. */
  ask(path: string, asked?: Asked): Promise<unknown>;
  text(path: string, asked?: Asked): Promise<string>;
  get(kind: Kind, namespace: string, name: string): Promise<Item>;
  list(kind: Kind, namespace: string | undefined, query?: Asked['query']): Promise<Item[]>;
  client: LabClient;
}

export const isItem = (value: unknown): value is Item =>
  isObject(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string' && isObject(value.metadata);

/** `deployment.apps/web`, `pod/web`: an object as kubectl says what it did with it. */
export const slashName = ({ group, singular }: Kind, name: string): string =>
  `${group === '' ? singular : `${singular}.${group}`}/${name}`;

/** The path of a kind's objects, or of one, or of a part of it. */
export function pathOf(kind: Kind, namespace: string | undefined, ...rest: readonly string[]): string {
  const within = kind.namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  return `/${rootOf(apiVersionOf(kind))}${within}/${[kind.plural, ...rest.map(encodeURIComponent)].join('/')}`;
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const objects = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readKinds(list: unknown): Kind[] {
  return objects(isObject(list) ? list.items : undefined).flatMap((group) =>
    objects(group.versions).flatMap((version) =>
      objects(version.resources).flatMap((one) => {
        const { kind } = isObject(one.responseKind) ? one.responseKind : {};
        return {
          group: isObject(group.metadata) ? text(group.metadata.name) : '',
          version: text(version.version),
          kind: text(kind),
          plural: text(one.resource),
          singular: text(one.singularResource),
          short: texts(one.shortNames),
          categories: texts(one.categories),
          namespaced: one.scope === 'Namespaced',
          verbs: texts(one.verbs),
          parts: objects(one.subresources).map((part) => text(part.subresource)),
        };
      }),
    ),
  );
}

/** Of a header Warning (RFC 7234): `299 - "unknown field \"spec.x\""`: the quoted texts of a header. */
const readWarnings = (header: string): string[] =>
  Array.from(header.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g), ([, said = '']) => said.replace(/\\(.)/g, '$1'));

const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';

/** @param warn is told what the API warns of, each once. */
export function createApi(client: LabClient, warn: (said: string) => void): Api {
  const warned = new Set<string>();
  let known: Promise<readonly Kind[]> | undefined;

  async function answer(path: string, { method = 'GET', query = {}, body, accept, type }: Asked): Promise<ApiAnswer> {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
    const given = await client.request({
      ...{ method, path, query: search },
      headers: { accept: accept ?? 'application/json', 'content-type': type ?? 'application/json' },
      body: new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body)),
    });
    if (given.status >= 400) throw new ServerError(readRefusal(given.status, parseJson(given.body)));
    for (const said of readWarnings(given.headers.warning ?? given.headers.Warning ?? ''))
      if (!warned.has(said)) {
        warned.add(said);
        warn(said);
      }
    return given;
  }
  const ask: Api['ask'] = async (path, asked = {}) => {
    const { body } = await answer(path, asked);
    return parseJson(body) ?? body;
  };
  const kinds: Api['kinds'] = () => {
    known ??= Promise.all([ask('/api', { accept: AGGREGATED }), ask('/apis', { accept: AGGREGATED })]).then((lists) =>
      lists.flatMap(readKinds),
    );
    return known;
  };
  return {
    client,
    kinds,
    ask,
    text: async (path, asked = {}) => (await answer(path, asked)).body,
    async find(word) {
      const [name = '', ...rest] = word.toLowerCase().split('.');
      const group = rest.join('.');
      const all = await kinds();
      const fits = (kind: Kind): boolean =>
        group === '' ||
        kind.group === group ||
        `${kind.version}.${kind.group}` === group ||
        (kind.group === '' && kind.version === group) ||
        kind.group.startsWith(`${group}.`);
      const by = (named: (kind: Kind) => boolean) => all.find((kind) => fits(kind) && named(kind));
      return (
        by(({ plural, singular }) => plural === name || singular === name) ??
        by(({ short }) => short.includes(name)) ??
        by(({ kind }) => kind.toLowerCase() === name)
      );
    },
    findKind: async (apiVersion, kind) =>
      (await kinds()).find((one) => apiVersionOf(one) === apiVersion && one.kind === kind),
    async get(kind, namespace, name) {
      const found = await ask(pathOf(kind, namespace, name));
      if (!isItem(found)) throw failed('the server answered with what is no object');
      return found;
    },
    async list(kind, namespace, query) {
      const found = await ask(pathOf(kind, namespace), query ? { query } : {});
      const items = objects(isObject(found) ? found.items : undefined);
      // Items leave out what the list says for all.
      return items.map((one) => ({ apiVersion: apiVersionOf(kind), kind: kind.kind, ...one })).filter(isItem);
    },
  };
}
