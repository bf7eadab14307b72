import type { Admission } from '../../engine/admission.ts';
import { forbidden } from '../../engine/errors.ts';
import { suffix } from '../../engine/lab.ts';
import { PODS, SERVICE_ACCOUNTS } from '../../kinds/core.ts';
import type { Container, Pod, Volume } from '../../kinds/types.ts';
import { isPod } from './kinds.ts';

/** Where a Pod finds the token, the certificate and the namespace. */
const PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

const tokenVolume = (name: string): Volume => ({
  name,
  projected: {
    sources: [
      { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
      { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      {
        downwardAPI: {
          items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }],
        },
      },
    ],
    defaultMode: 420,
  },
});

function mount({ spec }: Pod, random: () => number): void {
  const isMounted = ({ volumeMounts }: Container): boolean =>
    (volumeMounts ?? []).some(({ mountPath }) => mountPath === PATH);
  const without = [...(spec.initContainers ?? []), ...spec.containers].filter((one) => !isMounted(one));
  if (without.length === 0) return;
  const name = `kube-api-access-${suffix(random)}`;
  spec.volumes = [...(spec.volumes ?? []), tokenVolume(name)];
  for (const one of without)
    one.volumeMounts = [...(one.volumeMounts ?? []), { name, readOnly: true, mountPath: PATH }];
}

/** Each Pod runs as a ServiceAccount that there is (kubernetes/plugin/pkg/admission/serviceaccount). */
export const serviceAccount: Admission = {
  admit({ store, random }, row, draft, before) {
    if (before !== undefined || !isPod(row, draft)) return;
    const { metadata, spec } = draft;
    const name = spec.serviceAccountName || 'default';
    spec.serviceAccountName = name;
    spec.serviceAccount = name;
    const account = store.get(SERVICE_ACCOUNTS, { namespace: metadata.namespace, name });
    if (account === undefined)
      throw forbidden(
        PODS,
        metadata.name,
        `error looking up service account ${metadata.namespace}/${name}: serviceaccount "${name}" not found`,
      );
    if ((spec.imagePullSecrets ?? []).length === 0 && account.imagePullSecrets?.length)
      spec.imagePullSecrets = [...account.imagePullSecrets];
    if (spec.automountServiceAccountToken ?? account.automountServiceAccountToken ?? true) mount(draft, random);
  },
};
