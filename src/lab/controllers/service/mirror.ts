import { type Controller, itself } from '../../engine/controller.ts';
import type { Lab } from '../../engine/lab.ts';
import { isOwnedBy, ownedBy } from '../../engine/object.ts';
import { placeOf } from '../../engine/store.ts';
import { ENDPOINT_SLICES } from '../../kinds/cluster.ts';
import { ENDPOINTS, SERVICES } from '../../kinds/core.ts';
import type { EndpointSlice, Endpoints } from '../../kinds/types.ts';
import { make } from '../shared/make.ts';

const SKIP = 'endpointslice.kubernetes.io/skip-mirror';
const MANAGED_BY = 'endpointslicemirroring-controller.k8s.io';

const contentOf = ({
  addresses = [],
  notReadyAddresses = [],
  ports = [],
}: NonNullable<Endpoints['subsets']>[number]): Pick<EndpointSlice, 'endpoints' | 'ports'> => ({
  endpoints: [
    ...addresses.map(({ ip }) => ({ addresses: [ip], conditions: { ready: true } })),
    ...notReadyAddresses.map(({ ip }) => ({ addresses: [ip], conditions: { ready: false } })),
  ],
  ports: ports.map(({ name = '', port, protocol = 'TCP' }) => ({ name, port, protocol })),
});

/** Addresses that a person wrote for a Service without a selector become slices (kubernetes/pkg/controller/endpointslicemirroring). */
export function mirroredEndpoints(lab: Lab): Controller {
  const { store } = lab;
  return {
    name: 'endpointslicemirroring',
    watches: [itself(ENDPOINTS), itself(SERVICES)],
    reconcile(key) {
      const place = placeOf(key);
      const own = store.get(ENDPOINTS, place);
      const service = store.get(SERVICES, place);
      const isMirrored =
        own?.metadata.labels?.[SKIP] !== 'true' && service !== undefined && service.spec.selector === undefined;
      const subsets = isMirrored ? (own?.subsets ?? []) : [];
      const there = store
        .list(ENDPOINT_SLICES, place.namespace)
        .filter((slice) => own !== undefined && isOwnedBy(slice, own));
      for (const slice of there.slice(subsets.length)) store.remove(ENDPOINT_SLICES, slice.metadata);
      for (const [i, subset] of subsets.entries()) {
        const slice = there[i];
        if (slice) store.edit(ENDPOINT_SLICES, slice.metadata, (draft) => void Object.assign(draft, contentOf(subset)));
        else if (own)
          make(lab, ENDPOINT_SLICES, {
            metadata: {
              ...(place.namespace === undefined ? {} : { namespace: place.namespace }),
              generateName: `${place.name}-`,
              labels: {
                'endpointslice.kubernetes.io/managed-by': MANAGED_BY,
                'kubernetes.io/service-name': place.name,
              },
              ownerReferences: ownedBy(own),
            },
            ...{ addressType: 'IPv4', ...contentOf(subset) },
          });
      }
      return undefined;
    },
  };
}
