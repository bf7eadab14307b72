import type { Run } from '../command.ts';
import type { Found } from '../targets.ts';
import { type Containers, nested, patchAndSay, specPath } from './pod-specs.ts';

export interface Change {
  of: Containers;
  name: string;
  fields: Record<string, unknown>;
}

/** A patch that changes some containers; nothing where none is changed. */
export async function patchContainers(run: Run, found: Found, changes: readonly Change[], done: string): Promise<void> {
  const path = specPath(found.item);
  if (path === undefined || changes.length === 0) return;
  const byList = Map.groupBy(changes, ({ of }) => of);
  const lists = Object.fromEntries(
    Array.from(byList, ([of, some]) => [of, some.map(({ name, fields }) => ({ name, ...fields }))]),
  );
  await patchAndSay(run, found, nested(path, lists), done);
}
