import { accountToken, ISSUER } from '../../api/access/user.ts';
import type { Lab } from '../../engine/lab.ts';
import { CLAIMS, CONFIGMAPS, NODES, SECRETS, SERVICE_ACCOUNTS, VOLUMES } from '../../kinds/core.ts';
import type { KeyToPath, Pod, ProjectedSource, Volume } from '../../kinds/types.ts';
import { decoded } from './env.ts';
import { fieldOf, resourceOf } from './fields.ts';
import { type Disk, newTree, type Tree, tidy } from './files.ts';

/** A volume of a Pod. What is made of objects can be read anew after they changed. */
export interface Mounted {
  tree: Tree;
  refresh?(): void;
  /** It goes with its Pod. */
  isScratch?: true;
}

/** What outlives Pods: the volumes of claims by the uid of their PersistentVolume, and folders of each node. */
export interface Disks {
  disk: Disk;
  claims: Map<string, Tree>;
  hosts: Map<string, Tree>;
}

type Contents = { files: [string, string][] } | { refused: string };

/** The keys that are wanted, under the paths that are. */
function chosen(
  data: Readonly<Record<string, string>>,
  items: readonly KeyToPath[] | undefined,
  kind: 'config' | 'secret',
  isOptional = false,
): Contents {
  if (items === undefined || items.length === 0) return { files: Object.entries(data) };
  const files: [string, string][] = [];
  for (const { key, path } of items) {
    const text = data[key];
    if (text !== undefined) files.push([tidy(path), text]);
    else if (!isOptional) return { refused: `references non-existent ${kind} key: ${key}` };
  }
  return { files };
}

function contentsOf({ store }: Lab, pod: Pod, source: Pick<Volume, 'configMap' | 'secret' | 'downwardAPI'>): Contents {
  const { namespace } = pod.metadata;
  const { configMap, secret, downwardAPI } = source;
  if (configMap) {
    const { name = '', items, optional } = configMap;
    const found = store.get(CONFIGMAPS, { namespace, name });
    // The certificate of the API server, which every Pod is given: there is none in a lab.
    if (found === undefined && (optional || name === 'kube-root-ca.crt')) return { files: [] };
    if (found === undefined) return { refused: `configmap "${name}" not found` };
    const binary = Object.entries(found.binaryData ?? {}).map(([key, text]) => [key, decoded(text)] as const);
    return chosen({ ...found.data, ...Object.fromEntries(binary) }, items, 'config', optional);
  }
  if (secret) {
    const { secretName = '', items, optional } = secret;
    const found = store.get(SECRETS, { namespace, name: secretName });
    if (found === undefined) return optional ? { files: [] } : { refused: `secret "${secretName}" not found` };
    const data = Object.entries(found.data ?? {}).map(([key, text]) => [key, decoded(text)] as const);
    return chosen(Object.fromEntries(data), items, 'secret', optional);
  }
  const files: [string, string][] = [];
  for (const { path, fieldRef, resourceFieldRef } of downwardAPI?.items ?? []) {
    const of = pod.spec.containers.find(({ name }) => name === resourceFieldRef?.containerName);
    const node = store.get(NODES, { name: pod.spec.nodeName ?? '' });
    if (resourceFieldRef && of)
      files.push([tidy(path), resourceOf(of, node, resourceFieldRef.resource, resourceFieldRef.divisor)]);
    else files.push([tidy(path), fieldOf(pod, fieldRef?.fieldPath ?? '') ?? '']);
  }
  return { files };
}

function projectedContents(lab: Lab, pod: Pod, sources: readonly ProjectedSource[]): Contents {
  const files: [string, string][] = [];
  for (const { configMap, secret, downwardAPI, serviceAccountToken } of sources) {
    if (serviceAccountToken) {
      const place = { namespace: pod.metadata.namespace ?? '', name: pod.spec.serviceAccountName ?? 'default' };
      const uid = lab.store.get(SERVICE_ACCOUNTS, place)?.metadata.uid ?? '';
      const { audience = ISSUER, expirationSeconds: seconds = 3600 } = serviceAccountToken;
      const at = Math.floor(lab.clock.now() / 1000);
      files.push([
        tidy(serviceAccountToken.path),
        accountToken({ ...place, uid }, { at, seconds, audiences: [audience] }),
      ]);
      continue;
    }
    const part = contentsOf(lab, pod, {
      ...(configMap ? { configMap } : {}),
      ...(secret ? { secret: { ...secret, ...(secret.name === undefined ? {} : { secretName: secret.name }) } } : {}),
      ...(downwardAPI ? { downwardAPI } : {}),
    });
    if ('refused' in part) return part;
    files.push(...part.files);
  }
  return { files };
}

/** A volume whose files are those of objects, read-only as Kubernetes mounts them. */
function mountContents(read: () => Contents, mode: number): Mounted | { refused: string } {
  const contents = read();
  if ('refused' in contents) return contents;
  const tree = newTree(contents.files, true, mode);
  return {
    tree,
    refresh() {
      const next = read();
      if ('refused' in next) return;
      tree.files.clear();
      for (const [path, text] of next.files) tree.files.set(path, text);
    },
  };
}

function kept(trees: Map<string, Tree>, key: string): Tree {
  const tree = trees.get(key) ?? newTree();
  trees.set(key, tree);
  return tree;
}

function mountClaim({ store }: Lab, pod: Pod, name: string, { claims }: Disks): Mounted | { refused: string } {
  const claim = store.get(CLAIMS, { namespace: pod.metadata.namespace, name });
  if (claim === undefined) return { refused: `persistentvolumeclaim "${name}" not found` };
  const volume = store.get(VOLUMES, { name: claim.spec.volumeName ?? '' });
  if (claim.status.phase !== 'Bound' || volume === undefined)
    return { refused: `PVC ${pod.metadata.namespace}/${name} is not bound` };
  return { tree: kept(claims, volume.metadata.uid) };
}

/** Folders that every node has. */
const HOST = ['', 'data', 'etc', 'home', 'mnt', 'opt', 'proc', 'root', 'run', 'srv', 'sys', 'tmp', 'usr', 'var'];
const HOST_BELOW = [
  'var/lib',
  'var/log',
  'var/run',
  'var/lib/kubelet',
  'var/log/pods',
  'var/log/containers',
  'etc/kubernetes',
];

function mountHost(pod: Pod, path: string, type: string, { hosts }: Disks): Mounted | { refused: string } {
  const key = `${pod.spec.nodeName}:/${path}`;
  const isThere = hosts.has(key) || HOST.includes(path) || HOST_BELOW.includes(path);
  if (type === 'Directory' && !isThere) return { refused: `hostPath type check failed: /${path} is not a directory` };
  if (type === 'File' || type === 'Socket')
    return { refused: `hostPath type check failed: /${path} is not a ${type === 'File' ? 'file' : 'socket file'}` };
  // A node's disk is full of names at some time.
  return { tree: hosts.size < 1000 || hosts.has(key) ? kept(hosts, key) : newTree() };
}

function mountOne(lab: Lab, pod: Pod, volume: Volume, disks: Disks): Mounted | { refused: string } {
  const { configMap, secret, downwardAPI, projected, persistentVolumeClaim, hostPath, nfs } = volume;
  if (configMap || secret || downwardAPI)
    return mountContents(
      () => contentsOf(lab, pod, volume),
      (configMap ?? secret ?? downwardAPI)?.defaultMode ?? 0o644,
    );
  if (projected)
    return mountContents(() => projectedContents(lab, pod, projected.sources ?? []), projected.defaultMode ?? 0o644);
  if (persistentVolumeClaim) return mountClaim(lab, pod, persistentVolumeClaim.claimName, disks);
  if (hostPath) return mountHost(pod, tidy(hostPath.path), hostPath.type ?? '', disks);
  if (nfs) return { refused: 'mount failed: exit status 32' };
  return { tree: newTree(), isScratch: true };
}

/** Makes a Pod's volumes ready; else says of which it cannot, and why. */
export function mountVolumes(
  lab: Lab,
  pod: Pod,
  disks: Disks,
): { mounted: Map<string, Mounted> } | { volume: string; refused: string } {
  const mounted = new Map<string, Mounted>();
  for (const volume of pod.spec.volumes ?? []) {
    const one = mountOne(lab, pod, volume, disks);
    if ('refused' in one) return { volume: volume.name, refused: one.refused };
    mounted.set(volume.name, one);
  }
  return { mounted };
}
