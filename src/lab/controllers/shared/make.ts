import { forbidden, invalid } from '../../engine/errors.ts';
import { type Lab, suffix } from '../../engine/lab.ts';
import { isLeaving, type Meta, type Thing } from '../../engine/object.ts';
import { NAMESPACES } from '../../kinds/core.ts';
import { apiVersionOf, type Row } from '../../kinds/row.ts';
import { ADMISSIONS } from '../admissions.ts';

/** An object as a controller makes it: defaults fill in the rest. */
export type Draft<T extends Thing> = Omit<T, 'metadata' | 'status' | 'apiVersion' | 'kind'> & {
  metadata: Partial<Meta>;
};

/**
 * Makes an object as a client of the API does: with defaults, admission and checks. What a controller writes needs no
 * check of its form, and is no manager's to apply: thousands of Pods are made this way.
 * @throws ApiError
 */
export function make<T extends Thing>(lab: Lab, row: Row<T>, draft: Draft<T>): T {
  const { generateName = '', name = `${generateName}${suffix(lab.random)}`, namespace } = draft.metadata;
  const home = namespace === undefined ? undefined : lab.store.get(NAMESPACES, { name: namespace });
  if (home && isLeaving(home))
    throw forbidden(row, name, `unable to create new content in namespace ${namespace} because it is being terminated`);
  const metadata = { uid: '', resourceVersion: '', creationTimestamp: '', ...draft.metadata, name };
  const status = row.parts?.includes('status') ? { status: {} } : {};
  const thing: Thing = structuredClone({
    ...draft,
    ...status,
    apiVersion: apiVersionOf(row),
    kind: row.kind,
    metadata,
  });
  // All that `Draft` leaves out is there now; `created` says how a status begins.
  const whole = thing as T;
  row.defaults?.(whole);
  for (const { admit } of ADMISSIONS) admit?.(lab, row, whole, undefined);
  row.created?.(whole);
  const causes = Array.from(row.check?.(whole, undefined) ?? []);
  if (causes.length > 0) throw invalid(row, name, causes);
  for (const { allow } of ADMISSIONS) allow?.(lab, row, whole, undefined);
  return lab.store.create(row, whole);
}
