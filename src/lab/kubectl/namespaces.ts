import type { Labs } from '../../core/lab.ts';
import { memoizePer } from '../../language/memoize.ts';

/** People whose choice is remembered, those of longest ago forgotten first. */
const MOST = 5000;

/** The namespaces that `config set-context --current --namespace` chose, by whose lab it is; gone with the process. */
const chosenIn = memoizePer((_: Labs) => new Map<string, string>());

export const namespaceOf = (labs: Labs, owner: string): string => chosenIn(labs).get(owner) ?? 'default';

export function rememberNamespace(labs: Labs, owner: string, namespace: string): void {
  const chosen = chosenIn(labs);
  chosen.delete(owner);
  chosen.set(owner, namespace);
  const [oldest] = chosen.keys();
  if (chosen.size > MOST && oldest !== undefined) chosen.delete(oldest);
}
