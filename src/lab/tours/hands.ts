import { UserError } from '../../core/errors.ts';
import { isObject, parseJson } from '../../core/json.ts';
import type { ApiAnswer, LabClient } from '../../core/lab.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import type { Thing } from '../engine/object.ts';
import { PODS } from '../kinds/core.ts';
import type { Row } from '../kinds/row.ts';
import { pathOf } from '../picture/objects.ts';
import { text } from './text.ts';

/** What a tour's button does in a lab: all of it by the API that kubectl uses, but for power and load. */
export interface Hands {
  /** Makes an object; of one that is there, `spec` takes the place of its own. */
  apply(row: Row, object: New): Promise<void>;
  /** Changes an object that is there; the draft is the caller's own. */
  change<T extends Thing>(row: Row<T>, object: T, edit: (draft: T) => void): Promise<void>;
  /** One that is gone already is as good. */
  remove(row: Row, object: Pick<Thing, 'metadata'>): Promise<void>;
  /** Runs a program in a Pod, and gives what it printed. */
  run(pod: string, words: readonly string[]): Promise<string>;
  power(node: string, is: 'on' | 'off'): Promise<void>;
  /** Has a Deployment's Pods use so many millicores together. */
  load(name: string, millicores: number): Promise<void>;
}

/** An object that is not stored yet. */
export interface New {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
  spec: object;
}

/** Where tours take place. */
export const NAMESPACE = 'default';

/** Milliseconds that a program in a Pod is waited for, and characters of what it prints that are shown. */
const PATIENCE = 8000;
const SHOWN = 1500;

function messageOf({ body }: ApiAnswer): string {
  const status = parseJson(body);
  return isObject(status) && typeof status.message === 'string' ? status.message : body;
}

/** @throws UserError with Kubernetes' own words where the API refuses it, as for a quota. */
export function createHands(client: LabClient): Hands {
  async function ask(method: string, path: string, body?: unknown): Promise<ApiAnswer> {
    return client.request({
      ...{ method, path, query: new URLSearchParams({ fieldManager: 'dosirak' }) },
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body)),
    });
  }
  function check(answer: ApiAnswer): void {
    if (answer.status >= 400) throw new UserError(text.both((words) => words.refused(messageOf(answer))));
  }
  return {
    async apply(row, object) {
      const made = await ask('POST', pathOf(row, NAMESPACE), object);
      if (made.status !== 409) return check(made);
      const path = pathOf(row, NAMESPACE, object.metadata.name);
      const there = parseJson((await ask('GET', path)).body);
      if (!isObject(there) || !isObject(there.metadata))
        return check(await ask('POST', pathOf(row, NAMESPACE), object));
      const { resourceVersion: _, ...metadata } = there.metadata;
      const changed = await ask('PUT', path, { ...there, metadata, spec: object.spec });
      // A selector may not change: the object is another's.
      if (changed.status === 422)
        throw new UserError(text.both((words) => words.taken(object.kind, object.metadata.name)));
      check(changed);
    },
    async change(row, object, edit) {
      const draft = structuredClone(object);
      edit(draft);
      const { resourceVersion: _, managedFields: __, ...metadata } = draft.metadata;
      check(await ask('PUT', pathOf(row, NAMESPACE, object.metadata.name), { ...draft, metadata }));
    },
    async remove(row, { metadata }) {
      const answer = await ask('DELETE', pathOf(row, NAMESPACE, metadata.name));
      if (answer.status !== 404) check(answer);
    },
    async run(pod, words) {
      let printed = '';
      const ended = new Promise<void>((resolve, reject) => {
        const heard = (said: string): void => {
          if (printed.length < SHOWN) printed += said.slice(0, SHOWN - printed.length);
        };
        client
          .exec(
            { namespace: NAMESPACE, pod, container: '' },
            words,
            { out: heard, err: heard, ended: () => resolve() },
            false,
          )
          .then((running) => {
            if (typeof running === 'string') reject(new UserError(text.both((one) => one.refused(running))));
          }, reject);
      });
      await withTimeout(ended, PATIENCE);
      return printed;
    },
    async power(node, is) {
      await client.power(node, is);
    },
    async load(name, millicores) {
      await client.load({ namespace: NAMESPACE, name }, millicores);
    },
  };
}

/** Seconds of the lab in which something begins to be seen, and milliseconds that a person waits for that at most. */
const BEGINNING = 0.7;
const LONGEST = 900;

/** Waits until the cluster has begun to answer what was done: by a watch, which ends by the lab's own time. */
export async function settle(client: LabClient): Promise<void> {
  const query = new URLSearchParams({ watch: 'true', timeoutSeconds: `${BEGINNING}` });
  const ended = new Promise<void>((resolve, reject) => {
    const sink = { write: () => {}, end: () => resolve(), isFull: () => false };
    client
      .stream({ method: 'GET', path: pathOf(PODS, NAMESPACE), query, headers: {}, body: new Uint8Array() }, sink)
      .then((begun) => {
        if ('answer' in begun) resolve();
      }, reject);
  });
  await withTimeout(ended, LONGEST);
}
