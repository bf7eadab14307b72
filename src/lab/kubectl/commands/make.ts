import { isObject, parseJson } from '../../../core/json.ts';
import { mergePatch } from '../../api/patch/merge.ts';
import { type Item, type Kind, pathOf } from '../api.ts';
import { DRY_RUN, FIELD_MANAGER, OUTPUT, type Run } from '../command.ts';
import { failed, misused, ServerError } from '../errors.ts';
import type { Flag } from '../flags.ts';
import { dryRunOf, dryRunQuery, report } from '../report.ts';
import { send, VALIDATE, validation } from './apply.ts';

/** Flags of every command that makes an object from words. */
export const MAKING: readonly Flag[] = [
  ...OUTPUT,
  ...[DRY_RUN, FIELD_MANAGER, VALIDATE],
  { name: 'save-config', type: 'bool' },
];

export interface Made {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  [key: string]: unknown;
}

const withNull = (made: Made, namespace: string | undefined): Item => ({
  ...made,
  metadata: {
    ...made.metadata,
    // Go's types print a time that is none as null.
    ...JSON.parse('{"creationTimestamp":null}'),
    ...(namespace === undefined ? {} : { namespace }),
  },
});

/** What is sent has no empty fields that only Go's types print. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === null ? [] : [[key, bare(one)]])));
}

/** What kubectl says of an object that it made for another. */
const DONE: Readonly<Record<string, string>> = { autoscale: 'autoscaled', expose: 'exposed' };

/** Makes an object, or only prints it; `as`: what is sent where the API does not know the printed version. */
export async function make(run: Run, made: Made, as: Made = made): Promise<void> {
  const done = DONE[run.path] ?? 'created';
  const kind = await kindFor(run, as);
  const dryRun = dryRunOf(run);
  if (dryRun === 'client') {
    // autoscale prints none, though it uses it.
    const isPrinted = kind.namespaced && run.flags.has('namespace') && run.path !== 'autoscale';
    const namespace = isPrinted ? run.namespace : undefined;
    return report(run, { kind, item: withNull(made, namespace) }, done);
  }
  const namespace = kind.namespaced ? run.namespace : undefined;
  const metadata = namespace === undefined ? as.metadata : { ...as.metadata, namespace };
  const path = pathOf(kind, namespace);
  const query = {
    fieldManager: run.flags.value('field-manager') ?? 'kubectl-create',
    fieldValidation: validation(run),
    ...dryRunQuery(dryRun),
  };
  try {
    const item = await send(run, path, { method: 'POST', body: bare({ ...as, metadata }), query });
    report(run, { kind, item }, done);
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    // kubectl says of these what it was at: `error: failed to create deployment: …`.
    throw failedToCreate(run, error);
  }
}

/** What kubectl calls what it makes, in `failed to create …`. */
const CALLED: Readonly<Record<string, string>> = {
  'create deployment': 'deployment',
  'create configmap': 'configmap',
  'create secret generic': 'secret',
  'create secret docker-registry': 'secret',
  'create cronjob': 'cronjob',
  'create job': 'job',
  'create quota': 'resourcequota',
  'create service clusterip': 'ClusterIP service',
  'create service nodeport': 'NodePort service',
  'create service loadbalancer': 'LoadBalancer service',
  'create service externalname': 'ExternalName service',
  'create serviceaccount': 'serviceaccount',
  'create rolebinding': 'rolebinding',
  'create clusterrolebinding': 'clusterrolebinding',
  'create poddisruptionbudget': 'poddisruptionbudgets',
  'create priorityclass': 'priorityclass',
};

function failedToCreate(run: Run, error: ServerError): Error {
  const called = CALLED[run.path];
  return called === undefined ? error : failed(`failed to create ${called}: ${error.refusal.message}`);
}

async function kindFor(run: Run, { apiVersion, kind }: Made): Promise<Kind> {
  const found = await run.api.findKind(apiVersion, kind);
  if (!found) throw failed(`no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}`);
  return found;
}

/** The one name that a command takes. @throws KubectlError */
export function onlyName(run: Run): string {
  const before = run.dash === undefined ? run.args : run.args.slice(0, run.dash);
  const [name, ...others] = before;
  if (name === undefined || others.length > 0)
    throw misused(run.path, `exactly one NAME is required, got ${before.length}`);
  return name;
}

/** Words after `--`: a container's command. */
export const afterDash = (run: Run): readonly string[] => (run.dash === undefined ? [] : run.args.slice(run.dash));

export function required(run: Run, ...names: readonly string[]): void {
  const missing = names.filter((name) => !run.flags.has(name));
  if (missing.length > 0)
    throw failed(`required flag(s) ${missing.map((name) => JSON.stringify(name)).join(', ')} not set`);
}

/** `nginx:1.27` -> `nginx`: the container of an image (kubectl/pkg/cmd/create, getContainerName). */
export function containerName(image: string): string {
  const last = image.slice(image.lastIndexOf('/') + 1);
  return (last.split(/[:@]/)[0] ?? last).toLowerCase().replace(/[^a-z0-9-]/g, '-');
}

/** With what `--overrides` says of it: a merge patch in JSON. */
export function overridden(run: Run, made: Made): Made {
  const text = run.flags.value('overrides');
  if (text === undefined || text === '') return made;
  const merged = mergePatch(made, parseJson(text));
  if (!isObject(merged)) throw failed('--overrides has to be an object in JSON');
  const { apiVersion, kind, metadata, ...rest } = merged;
  return { ...made, ...rest, metadata: isObject(metadata) ? { ...metadata, name: made.metadata.name } : made.metadata };
}
