import { LineCounter, parseAllDocuments } from 'yaml';
import { isObject } from '../../core/json.ts';
import { type Api, type Item, isItem, type Kind } from './api.ts';
import type { Run } from './command.ts';
import { failed, KubectlError, misused, whileDoing } from './errors.ts';
import type { Found } from './targets.ts';

/** go-yaml's words for what the parser here calls by a code. */
const SAID: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'mapping values are not allowed in this context',
  MULTILINE_IMPLICIT_KEY: "could not find expected ':'",
  MISSING_CHAR: 'did not find expected key',
  BAD_INDENT: 'did not find expected key',
  TAB_AS_INDENT: 'found character that cannot start any token',
  DUPLICATE_KEY: 'key already set in map',
  BAD_ALIAS: 'unknown anchor referenced',
};

const OPTIONS = { version: '1.1', merge: true, prettyErrors: false, logLevel: 'silent', strict: true } as const;
/** Objects that an alias may repeat: a few lines of YAML can stand for more than there is memory. */
const ALIASES = 100;

const unreadable = (why: string): KubectlError => failed(`error parsing STDIN: ${why}`);

/** The documents of a manifest, as values; empty ones are left out. @throws KubectlError in go-yaml's words. */
export function readDocuments(text: string): unknown[] {
  const lines = new LineCounter();
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const documents = parseAllDocuments(text, {
      ...OPTIONS,
      lineCounter: lines,
      // A date is a text to Kubernetes.
      customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !tag.tag.endsWith(':timestamp')),
    });
    if (!Array.isArray(documents)) return [];
    return documents.flatMap((document) => {
      const [error] = document.errors;
      if (error) {
        // go-yaml names the line of the colon that it did not expect.
        const colon = error.code === 'BLOCK_AS_IMPLICIT_KEY' ? text.indexOf(':', error.pos[0]) : -1;
        const { line } = lines.linePos(colon < 0 ? error.pos[0] : colon);
        throw unreadable(`error converting YAML to JSON: yaml: line ${line}: ${SAID[error.code] ?? error.message}`);
      }
      const value: unknown = document.toJS({ maxAliasCount: ALIASES });
      return value === null || value === undefined ? [] : [value];
    });
  } catch (error) {
    if (error instanceof KubectlError) throw error;
    if (error instanceof RangeError || error instanceof ReferenceError)
      throw unreadable('error converting YAML to JSON: yaml: document contains excessive aliasing or depth');
    throw error;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** What stands in for a manifest: one object with its kind. */
export interface Wanted {
  kind: Kind;
  item: Item;
}

function validated(value: unknown): Item {
  if (!isObject(value)) throw failed('error parsing STDIN: json: cannot unmarshal the document into an object');
  const missing = [
    ...(typeof value.apiVersion === 'string' && value.apiVersion !== '' ? [] : ['apiVersion not set']),
    ...(typeof value.kind === 'string' && value.kind !== '' ? [] : ['kind not set']),
  ];
  if (missing.length > 0)
    throw failed(
      `error validating "STDIN": error validating data: ${missing.length > 1 ? `[${missing.join(', ')}]` : missing[0]}; if you choose to ignore these errors, turn validation off with --validate=false`,
    );
  const item = { ...value, metadata: isObject(value.metadata) ? value.metadata : {} };
  if (!isItem(item)) throw failed('error parsing STDIN: the document is no object');
  return item;
}

/** Lists are what stands in them. */
const flattened = (value: unknown): unknown[] =>
  isObject(value) && typeof value.kind === 'string' && value.kind.endsWith('List') && Array.isArray(value.items)
    ? value.items
    : [value];

async function kindOf(api: Api, { apiVersion, kind, metadata }: Item): Promise<Kind> {
  const found = await api.findKind(apiVersion, kind);
  if (found) return found;
  const { name = '', namespace = '' } = metadata;
  throw failed(
    `resource mapping not found for name: ${JSON.stringify(name)} namespace: ${JSON.stringify(namespace)} from "STDIN": no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}\nensure CRDs are installed first`,
  );
}

/**
 * The objects of the manifest that came with a command, each with its namespace, and what is wrong with the others.
 * @throws KubectlError where there is none, or it cannot be read.
 */
export async function readManifest(run: Run): Promise<{ wanted: Wanted[]; errors: KubectlError[] }> {
  const { api, manifest, flags, path } = run;
  if (flags.has('kustomize')) {
    run.hint('kustomize');
    throw failed('a kustomization is several files');
  }
  const files = flags.all('filename');
  const url = files.find((one) => /^https?:\/\//.test(one));
  if (manifest === undefined || manifest.trim() === '') {
    if (url !== undefined) {
      run.hint('url');
      throw failed(`unable to read URL ${JSON.stringify(url)}, server reported no route to host`);
    }
    const [file] = files;
    if (file !== undefined) run.hint('manifest');
    if (file === undefined) throw misused(path, 'must specify one of -f and -k');
    throw failed(file === '-' ? `no objects passed to ${path}` : `the path ${JSON.stringify(file)} does not exist`);
  }
  const wanted: Wanted[] = [];
  const errors: KubectlError[] = [];
  for (const value of readDocuments(manifest).flatMap(flattened))
    try {
      const item = validated(value);
      const kind = await kindOf(api, item);
      const { namespace } = item.metadata;
      if (kind.namespaced && namespace !== undefined && namespace !== run.namespace && flags.has('namespace'))
        throw failed(
          `the namespace from the provided object ${JSON.stringify(namespace)} does not match the namespace ${JSON.stringify(run.namespace)}. You must pass '--namespace=${namespace}' to perform this operation.`,
        );
      const metadata = kind.namespaced ? { ...item.metadata, namespace: namespace ?? run.namespace } : item.metadata;
      wanted.push({ kind, item: { ...item, metadata } });
    } catch (error) {
      if (!(error instanceof KubectlError)) throw error;
      errors.push(error);
      // What does not say its kind ends the stream; a kind that is not there is left out.
      if (error.message.startsWith('error: error validating')) break;
    }
  if (wanted.length === 0 && errors.length === 0) throw failed(`no objects passed to ${path}`);
  return { wanted, errors };
}

/** The objects that a manifest names, as they are in the cluster; `doing`: what it is for, in the words of an error. */
export async function fetchManifest(run: Run, doing: string): Promise<{ found: Found[]; errors: KubectlError[] }> {
  const { wanted, errors } = await readManifest(run);
  const found: Found[] = [];
  for (const { kind, item } of wanted)
    try {
      found.push({ kind, item: await run.api.get(kind, item.metadata.namespace ?? run.namespace, item.metadata.name) });
    } catch (error) {
      const said = whileDoing(error, doing);
      if (!(said instanceof KubectlError)) throw said;
      errors.push(said);
    }
  return { found, errors };
}
