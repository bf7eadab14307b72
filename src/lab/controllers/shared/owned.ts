import type { Watched } from '../../engine/controller.ts';
import type { Lab } from '../../engine/lab.ts';
import { controllerOf, isLeaving, isOwnedBy, ownedBy, type Thing } from '../../engine/object.ts';
import { selects } from '../../engine/selectors.ts';
import { keyOf } from '../../engine/store.ts';
import type { Row } from '../../kinds/row.ts';
import type { Selector } from '../../kinds/types.ts';

interface WithSelector extends Thing {
  spec: { selector?: Selector };
}

/**
 * What an owner controls, of those its selector chooses: it takes in what no owner controls, and lets go what it no longer
 * chooses (kubernetes/pkg/controller: ControllerRefManager).
 */
export function claim<T extends Thing>(
  { store }: Lab,
  row: Row<T>,
  owner: Thing,
  selector: Selector | undefined,
): readonly T[] {
  return store.list(row, owner.metadata.namespace).flatMap((one) => {
    const isChosen = selects(selector, one.metadata.labels);
    if (controllerOf(one) !== undefined) {
      if (!isOwnedBy(one, owner)) return [];
      if (isChosen) return [one];
      if (!isLeaving(owner)) release(store, row, one, owner);
      return [];
    }
    if (!isChosen || isLeaving(one) || isLeaving(owner)) return [];
    const adopted = store.edit(row, one.metadata, ({ metadata }) => {
      metadata.ownerReferences = [...(metadata.ownerReferences ?? []), ...ownedBy(owner)];
    });
    return adopted ?? [];
  });
}

function release<T extends Thing>(store: Lab['store'], row: Row<T>, one: T, owner: Thing): void {
  store.edit(row, one.metadata, ({ metadata }) => {
    const left = (metadata.ownerReferences ?? []).filter(({ uid }) => uid !== owner.metadata.uid);
    if (left.length > 0) metadata.ownerReferences = left;
    else delete metadata.ownerReferences;
  });
}

/** Owners that may take in an object that no owner controls. */
export const adopters = <T extends Thing, O extends WithSelector>(
  { store }: Lab,
  row: Row<T>,
  owners: Row<O>,
): Watched => ({
  row,
  keysOf({ object, type }) {
    if (type === 'DELETED' || controllerOf(object) !== undefined) return [];
    const { namespace, labels } = object.metadata;
    return store
      .list(owners, namespace)
      .filter(({ spec }) => selects(spec.selector, labels))
      .map(({ metadata }) => keyOf(metadata));
  },
});
