import { type Controller, itself, type Watched } from '../engine/controller.ts';
import { deleteObject } from '../engine/deletion.ts';
import type { Lab } from '../engine/lab.ts';
import { isLeaving, type Thing, timeText } from '../engine/object.ts';
import { placeOf } from '../engine/store.ts';
import { EVENTS, NAMESPACES } from '../kinds/core.ts';
import { KINDS } from '../kinds/kinds.ts';
import type { Row } from '../kinds/row.ts';
import type { Condition } from '../kinds/types.ts';

const INSIDE = KINDS.filter(({ namespaced }) => namespaced);

const named = ({ group, plural }: Row): string => (group === '' ? `${plural}.` : `${plural}.${group}`);

interface Left {
  row: Row;
  objects: readonly Thing[];
}

function conditionsOf(left: readonly Left[], at: string): Condition[] {
  const held = left.flatMap(({ objects }) => objects.flatMap(({ metadata }) => metadata.finalizers ?? []));
  const counted = Map.groupBy(held, (one) => one);
  const remaining = left.map(({ row, objects }) => `${named(row)} has ${objects.length} resource instances`);
  const finalizers = Array.from(counted, ([name, all]) => `${name} in ${all.length} resource instances`);
  const said: readonly [string, boolean, string, string][] = [
    ['NamespaceDeletionDiscoveryFailure', false, 'ResourcesDiscovered', 'All resources successfully discovered'],
    [
      'NamespaceDeletionGroupVersionParsingFailure',
      false,
      'ParsedGroupVersions',
      'All legacy kube types successfully parsed',
    ],
    [
      'NamespaceDeletionContentFailure',
      false,
      'ContentDeleted',
      'All content successfully deleted, may be waiting on finalization',
    ],
    remaining.length > 0
      ? [
          'NamespaceContentRemaining',
          true,
          'SomeResourcesRemain',
          `Some resources are remaining: ${remaining.join(', ')}`,
        ]
      : ['NamespaceContentRemaining', false, 'ContentRemoved', 'All content successfully removed'],
    finalizers.length > 0
      ? [
          'NamespaceFinalizersRemaining',
          true,
          'SomeFinalizersRemain',
          `Some content in the namespace has finalizers remaining: ${finalizers.join(', ')}`,
        ]
      : ['NamespaceFinalizersRemaining', false, 'ContentHasNoFinalizers', 'All content-preserving finalizers finished'],
  ];
  return said.map(([type, isTrue, reason, message]) => ({
    ...{ type, status: isTrue ? ('True' as const) : ('False' as const) },
    ...{ lastTransitionTime: at, reason, message },
  }));
}

/** What goes out of a namespace may be the last of it. */
const ofContents: readonly Watched[] = INSIDE.map((row) => ({
  row,
  keysOf: ({ object: { metadata }, type }) =>
    type === 'DELETED' && metadata.namespace !== undefined ? [metadata.namespace] : [],
}));

/** Empties a namespace that is deleted, then takes it out (kubernetes/pkg/controller/namespace). */
export function namespaces(lab: Lab): Controller {
  const { store, clock } = lab;
  return {
    name: 'namespace',
    watches: [itself(NAMESPACES), ...ofContents],
    reconcile(key) {
      const home = store.get(NAMESPACES, placeOf(key));
      if (home === undefined || !isLeaving(home)) return undefined;
      const { name } = home.metadata;
      for (const row of INSIDE)
        for (const object of store.list(row, name))
          if (!isLeaving(object)) deleteObject(lab, row, object, { propagation: 'Background' });
      const left = INSIDE.map((row) => ({ row, objects: store.list(row, name) })).filter(
        ({ row, objects }) => objects.length > 0 && row !== EVENTS,
      );
      if (left.length === 0) {
        for (const event of store.list(EVENTS, name)) store.remove(EVENTS, event.metadata);
        const freed = store.edit(NAMESPACES, home.metadata, ({ spec }) => {
          spec.finalizers = [];
        });
        if ((freed?.metadata.finalizers ?? []).length === 0) store.remove(NAMESPACES, home.metadata);
        return undefined;
      }
      store.edit(NAMESPACES, home.metadata, (draft) => {
        const conditions = conditionsOf(left, timeText(clock.now()));
        draft.status = { ...draft.status, phase: 'Terminating', conditions };
      });
      return 5000;
    },
  };
}
