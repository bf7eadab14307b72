import type { Admission } from '../../engine/admission.ts';
import { forbidden } from '../../engine/errors.ts';
import { isLeaving, type Thing } from '../../engine/object.ts';
import { NAMESPACES } from '../../kinds/core.ts';
import type { Row } from '../../kinds/row.ts';

/** Nothing new comes into a namespace that goes (apiserver/pkg/admission/plugin/namespace/lifecycle). */
export const namespaceLifecycle: Admission = {
  admit({ store }, row, draft, before) {
    const { namespace, name } = draft.metadata;
    const home =
      before === undefined && namespace !== undefined ? store.get(NAMESPACES, { name: namespace }) : undefined;
    if (home && isLeaving(home))
      throw forbidden(
        row,
        name,
        `unable to create new content in namespace ${namespace} because it is being terminated`,
      );
  },
};

const KEPT = new Set(['default', 'kube-system', 'kube-public']);

/** What the API is to ask before it deletes an object. @throws ApiError where a namespace may not go. */
export function allowDeletion(row: Row, { metadata: { name } }: Thing): void {
  if (row === NAMESPACES && KEPT.has(name)) throw forbidden(row, name, 'this namespace may not be deleted');
}
