import { type Controller, itself } from '../../engine/controller.ts';
import type { Lab } from '../../engine/lab.ts';
import { isLeaving } from '../../engine/object.ts';
import { placeOf } from '../../engine/store.ts';
import { SERVICES } from '../../kinds/core.ts';

const FROM = { component: 'service-controller' };
/** Milliseconds that a provider takes. */
const TAKES = 3000;
/** Local clusters with a provider give addresses of this range of the containers' network. */
const addressOf = (nth: number): string => `172.18.255.${200 + nth}`;
const MOST = 55;

/** Gives Services of type LoadBalancer an address from outside, a few seconds later. */
export function loadBalancers(lab: Lab): Controller {
  const { store, clock, record } = lab;
  /** When each was asked for, by uid. */
  const asked = new Map<string, number>();
  const ipOf = (status: { loadBalancer?: { ingress?: { ip?: string }[] } }): string | undefined =>
    status.loadBalancer?.ingress?.[0]?.ip;
  return {
    name: 'service-lb',
    watches: [itself(SERVICES)],
    reconcile(key) {
      const service = store.get(SERVICES, placeOf(key));
      if (service === undefined || isLeaving(service)) return undefined;
      const has = ipOf(service.status);
      if (service.spec.type !== 'LoadBalancer') {
        if (has !== undefined)
          store.edit(SERVICES, service.metadata, (draft) => {
            draft.status = { ...draft.status, loadBalancer: {} };
          });
        return undefined;
      }
      if (has !== undefined) return undefined;
      const { uid } = service.metadata;
      const since = asked.get(uid) ?? clock.now();
      if (!asked.has(uid)) record(service, 'Normal', 'EnsuringLoadBalancer', 'Ensuring load balancer', FROM);
      asked.set(uid, since);
      const wait = since + TAKES - clock.now();
      if (wait > 0) return wait;
      const taken = new Set(store.list(SERVICES).flatMap(({ status }) => ipOf(status) ?? []));
      const ip = Array.from({ length: MOST }, (_, i) => addressOf(i)).find((one) => !taken.has(one));
      if (ip === undefined) return 60_000;
      asked.delete(uid);
      const ports = (service.spec.ports ?? []).map(({ port, protocol = 'TCP' }) => ({ port, protocol }));
      store.edit(SERVICES, service.metadata, (draft) => {
        draft.status = { ...draft.status, loadBalancer: { ingress: [{ ip, ipMode: 'VIP', ports }] } };
      });
      record(service, 'Normal', 'EnsuredLoadBalancer', 'Ensured load balancer', FROM);
      return undefined;
    },
  };
}
