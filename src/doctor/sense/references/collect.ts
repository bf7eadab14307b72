import { dig, maps, type Spot, textOf } from '../../spot.ts';
import { containersOf, type Thing } from '../rule.ts';

/** Where one object names another. */
export interface Reference {
  from: Thing;
  /** The kinds that it may be; one, but for what scales. */
  kind: string;
  at: Spot;
  name: string;
  /** The namespace in which it is sought; undefined: that of `from`. */
  namespace?: string | undefined;
  /** A key of the ConfigMap or Secret. */
  keys: readonly Spot[];
  /** It may be missing. */
  optional: boolean;
}

function reference(
  from: Thing,
  kind: string,
  at: Spot | undefined,
  keys: readonly (Spot | undefined)[] = [],
  optional: Spot | undefined = undefined,
): Reference[] {
  const name = textOf(at);
  if (at === undefined || name === undefined || name === '') return [];
  const isOptional = optional?.node.kind === 'scalar' && optional.node.value === true;
  return [{ from, kind, at, name, keys: keys.filter((key) => key !== undefined), optional: isOptional }];
}

const itemKeys = (source: Spot | undefined): Spot[] =>
  maps(dig(source, 'items')).flatMap((item) => dig(item, 'key') ?? []);

function ofPod(from: Thing): Reference[] {
  const spec = from.pod?.spec;
  const ofContainers = containersOf(from.pod).flatMap((container) => [
    ...maps(dig(container, 'env')).flatMap((env) => {
      const [map, secret] = [dig(env, 'valueFrom', 'configMapKeyRef'), dig(env, 'valueFrom', 'secretKeyRef')];
      return [
        ...reference(from, 'ConfigMap', dig(map, 'name'), [dig(map, 'key')], dig(map, 'optional')),
        ...reference(from, 'Secret', dig(secret, 'name'), [dig(secret, 'key')], dig(secret, 'optional')),
      ];
    }),
    ...maps(dig(container, 'envFrom')).flatMap((one) => [
      ...reference(from, 'ConfigMap', dig(one, 'configMapRef', 'name'), [], dig(one, 'configMapRef', 'optional')),
      ...reference(from, 'Secret', dig(one, 'secretRef', 'name'), [], dig(one, 'secretRef', 'optional')),
    ]),
  ]);
  const ofVolumes = maps(dig(spec, 'volumes')).flatMap((volume) => {
    const sources = [volume, ...maps(dig(volume, 'projected', 'sources'))];
    return sources.flatMap((one) => {
      const [map, secret] = [dig(one, 'configMap'), dig(one, 'secret')];
      return [
        ...reference(from, 'ConfigMap', dig(map, 'name'), itemKeys(map), dig(map, 'optional')),
        ...reference(
          from,
          'Secret',
          dig(secret, one === volume ? 'secretName' : 'name'),
          itemKeys(secret),
          dig(secret, 'optional'),
        ),
        ...reference(from, 'PersistentVolumeClaim', dig(one, 'persistentVolumeClaim', 'claimName')),
      ];
    });
  });
  return [
    ...ofContainers,
    ...ofVolumes,
    ...reference(from, 'ServiceAccount', dig(spec, 'serviceAccountName')),
    ...reference(from, 'PriorityClass', dig(spec, 'priorityClassName')),
    ...reference(from, 'RuntimeClass', dig(spec, 'runtimeClassName')),
    ...maps(dig(spec, 'imagePullSecrets')).flatMap((one) => reference(from, 'Secret', dig(one, 'name'))),
  ];
}

/** What an Ingress leads to. */
export const backends = (root: Spot): Spot[] => {
  const paths = maps(dig(root, 'spec', 'rules')).flatMap((rule) => maps(dig(rule, 'http', 'paths')));
  return [
    ...paths.flatMap((path) => dig(path, 'backend') ?? []),
    ...[dig(root, 'spec', 'defaultBackend')].flatMap((one) => one ?? []),
  ];
};

function ofKind(from: Thing): Reference[] {
  const { kind, root } = from;
  switch (kind) {
    case 'StatefulSet':
      return [
        ...reference(from, 'Service', dig(root, 'spec', 'serviceName')),
        ...maps(dig(root, 'spec', 'volumeClaimTemplates')).flatMap((claim) =>
          reference(from, 'StorageClass', dig(claim, 'spec', 'storageClassName')),
        ),
      ];
    case 'Ingress':
      return [
        ...backends(root).flatMap((backend) => reference(from, 'Service', dig(backend, 'service', 'name'))),
        ...maps(dig(root, 'spec', 'tls')).flatMap((one) => reference(from, 'Secret', dig(one, 'secretName'))),
        ...reference(from, 'IngressClass', dig(root, 'spec', 'ingressClassName')),
      ];
    case 'HorizontalPodAutoscaler':
      return reference(
        from,
        textOf(dig(root, 'spec', 'scaleTargetRef', 'kind')) ?? '',
        dig(root, 'spec', 'scaleTargetRef', 'name'),
      );
    case 'PersistentVolumeClaim':
      return [
        ...reference(from, 'StorageClass', dig(root, 'spec', 'storageClassName')),
        ...reference(from, 'PersistentVolume', dig(root, 'spec', 'volumeName')),
      ];
    case 'PersistentVolume':
      return reference(from, 'StorageClass', dig(root, 'spec', 'storageClassName'));
    case 'RoleBinding':
    case 'ClusterRoleBinding': {
      const role = textOf(dig(root, 'roleRef', 'kind')) ?? '';
      const accounts = maps(dig(root, 'subjects')).filter((one) => textOf(dig(one, 'kind')) === 'ServiceAccount');
      return [
        ...reference(from, role, dig(root, 'roleRef', 'name')),
        ...accounts.flatMap((one) =>
          reference(from, 'ServiceAccount', dig(one, 'name')).map((found) => ({
            ...found,
            namespace: textOf(dig(one, 'namespace')),
          })),
        ),
      ];
    }
    default:
      return [];
  }
}

/** Where objects of a file name others. */
export const referencesOf = (thing: Thing): Reference[] => [...ofPod(thing), ...ofKind(thing)];
