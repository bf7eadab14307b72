import { type Controller, itself, type Watched } from '../engine/controller.ts';
import type { Lab } from '../engine/lab.ts';
import { isLeaving } from '../engine/object.ts';
import { placeOf } from '../engine/store.ts';
import { CONFIGMAPS, NAMESPACES, SERVICE_ACCOUNTS } from '../kinds/core.ts';
import type { Row } from '../kinds/row.ts';
import { make } from './shared/make.ts';

/** No certificate that anything checks: Pods see a file of the usual name. */
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nbGFi\n-----END CERTIFICATE-----\n';

const ofNamespace = (row: Row, name: string): Watched => ({
  row,
  keysOf: ({ object: { metadata }, type }) =>
    type === 'DELETED' && metadata.name === name && metadata.namespace !== undefined ? [metadata.namespace] : [],
});

/** Each namespace has a ServiceAccount `default`, and the cluster's certificate (serviceaccount, rootcacertpublisher). */
export function serviceAccounts(lab: Lab): Controller {
  const { store } = lab;
  return {
    name: 'serviceaccount',
    watches: [
      itself(NAMESPACES),
      ofNamespace(SERVICE_ACCOUNTS, 'default'),
      ofNamespace(CONFIGMAPS, 'kube-root-ca.crt'),
    ],
    reconcile(key) {
      const home = store.get(NAMESPACES, placeOf(key));
      if (home === undefined || isLeaving(home)) return undefined;
      const namespace = home.metadata.name;
      if (store.get(SERVICE_ACCOUNTS, { namespace, name: 'default' }) === undefined)
        make(lab, SERVICE_ACCOUNTS, { metadata: { namespace, name: 'default' } });
      if (store.get(CONFIGMAPS, { namespace, name: 'kube-root-ca.crt' }) === undefined)
        make(lab, CONFIGMAPS, {
          metadata: {
            ...{ namespace, name: 'kube-root-ca.crt' },
            annotations: {
              'kubernetes.io/description':
                'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
            },
          },
          data: { 'ca.crt': CERTIFICATE },
        });
      return undefined;
    },
  };
}
