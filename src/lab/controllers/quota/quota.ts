import { type Controller, itself, type Watched } from '../../engine/controller.ts';
import type { Lab } from '../../engine/lab.ts';
import { keyOf, placeOf } from '../../engine/store.ts';
import { EVENTS, QUOTAS } from '../../kinds/core.ts';
import { KINDS } from '../../kinds/kinds.ts';
import { usedOf } from './usage.ts';

/** Says what of a quota is used (kubernetes/pkg/controller/resourcequota). */
export function quotas(lab: Lab): Controller {
  const { store } = lab;
  const ofContents = KINDS.filter((row) => row.namespaced && row !== QUOTAS && row !== EVENTS).map(
    (row): Watched => ({
      row,
      keysOf: ({ object }) => store.list(QUOTAS, object.metadata.namespace).map(({ metadata }) => keyOf(metadata)),
    }),
  );
  return {
    name: 'resourcequota',
    watches: [itself(QUOTAS), ...ofContents],
    reconcile(key) {
      const quota = store.get(QUOTAS, placeOf(key));
      if (quota === undefined) return undefined;
      store.edit(QUOTAS, quota.metadata, (draft) => {
        draft.status = { hard: { ...quota.spec.hard }, used: usedOf(lab, quota) };
      });
      return undefined;
    },
  };
}
