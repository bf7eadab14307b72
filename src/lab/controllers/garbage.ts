import type { Controller, Watched } from '../engine/controller.ts';
import { deleteObject, removeReleased } from '../engine/deletion.ts';
import type { Lab } from '../engine/lab.ts';
import { isLeaving, type OwnerReference, type Thing } from '../engine/object.ts';
import { keyOf, placeOf } from '../engine/store.ts';
import { LEASES } from '../kinds/cluster.ts';
import { EVENTS } from '../kinds/core.ts';
import { KINDS, rowOfKind } from '../kinds/kinds.ts';
import { apiVersionOf, type Row } from '../kinds/row.ts';

const ROWS = KINDS.filter((row) => row !== EVENTS && row !== LEASES);
const idOf = (row: Row, { metadata }: Thing): string => `${apiVersionOf(row)} ${row.kind} ${keyOf(metadata)}`;

interface Found {
  row: Row;
  object: Thing;
}

/** Deletes what belonged to something that is gone, as the deletion asked (kubernetes/pkg/controller/garbagecollector). */
export function garbage(lab: Lab): Controller {
  const { store } = lab;
  /** Ids of objects by the uid of an owner: looked at for each change, so that no deletion reads the whole cluster. */
  const dependents = new Map<string, Set<string>>();

  function read(id: string): Found | undefined {
    const [apiVersion = '', kind = '', key = ''] = id.split(' ');
    const row = rowOfKind(apiVersion, kind);
    const object = row && store.get(row, placeOf(key));
    return row && object ? { row, object } : undefined;
  }
  function ownerOf({ metadata }: Thing, { apiVersion, kind, name, uid }: OwnerReference): Found | 'gone' | 'unknown' {
    const row = rowOfKind(apiVersion, kind);
    if (row === undefined) return 'unknown';
    const object = store.get(row, { namespace: row.namespaced ? metadata.namespace : undefined, name });
    return object?.metadata.uid === uid ? { row, object } : 'gone';
  }
  const dependentsOf = (uid: string): Found[] =>
    Array.from(dependents.get(uid) ?? []).flatMap((id) => {
      const found = read(id);
      return found?.object.metadata.ownerReferences?.some((one) => one.uid === uid) ? [found] : [];
    });

  function withoutOwner({ row, object }: Found, uid: string): void {
    store.edit(row, object.metadata, ({ metadata }) => {
      metadata.ownerReferences = (metadata.ownerReferences ?? []).filter((one) => one.uid !== uid);
    });
  }
  function withoutFinalizer({ row, object }: Found, name: string): void {
    const left = store.edit(row, object.metadata, ({ metadata }) => {
      metadata.finalizers = (metadata.finalizers ?? []).filter((one) => one !== name);
    });
    if (left) removeReleased(lab, row, left);
  }

  function leave(found: Found): void {
    const { uid, finalizers = [] } = found.object.metadata;
    if (finalizers.includes('orphan')) {
      for (const one of dependentsOf(uid)) withoutOwner(one, uid);
      withoutFinalizer(found, 'orphan');
      return;
    }
    if (!finalizers.includes('foregroundDeletion')) return;
    for (const { row, object } of dependentsOf(uid)) {
      const hasOwn = dependentsOf(object.metadata.uid).length > 0;
      if (!isLeaving(object)) deleteObject(lab, row, object, { propagation: hasOwn ? 'Foreground' : 'Background' });
    }
    const isBlocking = ({ object }: Found): boolean =>
      object.metadata.ownerReferences?.some((one) => one.uid === uid && one.blockOwnerDeletion === true) ?? false;
    if (!dependentsOf(uid).some(isBlocking)) withoutFinalizer(found, 'foregroundDeletion');
  }

  function checkOwners({ row, object }: Found): void {
    const owners = object.metadata.ownerReferences ?? [];
    if (owners.length === 0) return;
    const gone = owners.filter((one) => ownerOf(object, one) === 'gone');
    if (gone.length === 0) return;
    if (gone.length === owners.length) deleteObject(lab, row, object, { propagation: 'Background' });
    else for (const { uid } of gone) withoutOwner({ row, object }, uid);
  }

  const watched = (row: Row): Watched => ({
    row,
    keysOf({ object, type }) {
      const id = idOf(row, object);
      const { uid, ownerReferences = [] } = object.metadata;
      for (const owner of ownerReferences) {
        const known = dependents.get(owner.uid) ?? new Set();
        if (type === 'DELETED') known.delete(id);
        else known.add(id);
        if (known.size > 0) dependents.set(owner.uid, known);
        else dependents.delete(owner.uid);
      }
      const below = type === 'DELETED' ? Array.from(dependents.get(uid) ?? []) : [];
      const above = ownerReferences.flatMap((one) => {
        const owner = type === 'DELETED' ? ownerOf(object, one) : 'gone';
        return typeof owner === 'object' && isLeaving(owner.object) ? [idOf(owner.row, owner.object)] : [];
      });
      const isOfUse = type !== 'DELETED' && (ownerReferences.length > 0 || isLeaving(object));
      return [...(isOfUse ? [id] : []), ...below, ...above];
    },
  });

  return {
    name: 'garbage',
    watches: ROWS.map(watched),
    reconcile(id) {
      const found = read(id);
      if (found === undefined) return undefined;
      if (isLeaving(found.object)) leave(found);
      else checkOwners(found);
      return undefined;
    },
  };
}
