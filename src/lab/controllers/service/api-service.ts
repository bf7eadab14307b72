import type { Controller, Watched } from '../../engine/controller.ts';
import type { Lab } from '../../engine/lab.ts';
import { ENDPOINT_SLICES } from '../../kinds/cluster.ts';
import { ENDPOINTS, SERVICES } from '../../kinds/core.ts';
import type { Row } from '../../kinds/row.ts';
import { API_SERVICE, makeApiService } from '../bootstrap/services.ts';

const isOfApi = (row: Row): Watched => ({
  row,
  keysOf({ object: { metadata }, type }) {
    const { namespace, name } = metadata;
    return type === 'DELETED' && namespace === API_SERVICE.namespace && name === API_SERVICE.name ? [name] : [];
  },
});

/** The API's own Service comes back when it is deleted, as `kubectl delete service --all` does. */
export function apiService(lab: Lab): Controller {
  return {
    name: 'kubernetes-service',
    watches: [SERVICES, ENDPOINTS, ENDPOINT_SLICES].map((row: Row) => isOfApi(row)),
    reconcile() {
      makeApiService(lab);
      return undefined;
    },
  };
}
