import type { Image } from '../../images/machine.ts';
import type { Container, Pod } from '../../kinds/types.ts';
import { expand, newRoom } from './env.ts';
import { type Mount, newTree, tidy } from './files.ts';
import type { Mounted } from './volumes.ts';

/** The address of the cluster's DNS. */
export const NAMESERVER = '10.96.0.10';

type Env = Readonly<Record<string, string>>;

/** Where a container has its volumes. */
export function mountsOf(container: Container, volumes: ReadonlyMap<string, Mounted>, env: Env): Mount[] {
  const mounts: Mount[] = [];
  for (const { name, mountPath, subPath, subPathExpr, readOnly = false } of container.volumeMounts ?? []) {
    const volume = volumes.get(name);
    if (volume === undefined) continue;
    const from = tidy(subPathExpr === undefined ? (subPath ?? '') : expand(subPathExpr, env, newRoom()));
    const text = volume.tree.files.get(from);
    // One file is mounted as it is now: later changes of its ConfigMap do not reach it.
    if (from !== '' && text !== undefined && volume.refresh)
      mounts.push({
        at: tidy(mountPath),
        tree: newTree([['', text]], true, volume.tree.mode),
        from: '',
        readOnly: true,
      });
    else mounts.push({ at: tidy(mountPath), tree: volume.tree, from, readOnly });
  }
  return mounts;
}

/** How a Pod finds names (kubernetes/pkg/kubelet/network/dns): what it says itself goes before, or stands alone. */
function resolvConf({ spec, metadata }: Pod): string {
  const { nameservers = [], searches = [], options = [] } = spec.dnsConfig ?? {};
  const isOwn = spec.dnsPolicy === 'None';
  const { namespace } = metadata;
  const usual = [`${namespace}.svc.cluster.local`, 'svc.cluster.local', 'cluster.local'];
  const named = new Map([
    ...(isOwn ? [] : [['ndots', '5'] as const]),
    ...options.map(({ name = '', value }) => [name, value] as const),
  ]);
  const search = Array.from(new Set([...(isOwn ? [] : usual), ...searches]));
  const said = Array.from(named, ([name, value]) => (value === undefined ? name : `${name}:${value}`));
  return [
    ...(search.length > 0 ? [`search ${search.join(' ')}`] : []),
    ...Array.from(new Set([...(isOwn ? [] : [NAMESERVER]), ...nameservers]), (one) => `nameserver ${one}`),
    ...(said.length > 0 ? [`options ${said.join(' ')}`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** What a kubelet writes into every container, whatever its image. @param powers lines of its first process' status */
export function ownFiles(
  pod: Pod,
  address: string,
  hostname: string,
  powers: readonly string[],
): Record<string, string> {
  const aliases = (pod.spec.hostAliases ?? []).map(({ ip, hostnames = [] }) => `${ip}\t${hostnames.join('\t')}\n`);
  const { namespace } = pod.metadata;
  const { subdomain } = pod.spec;
  const whole = subdomain === undefined ? '' : `${hostname}.${subdomain}.${namespace}.svc.cluster.local\t`;
  const added = aliases.length > 0 ? `\n# Entries added by HostAliases.\n${aliases.join('')}` : '';
  return {
    '/proc/1/status': `Pid:\t1\nPPid:\t0\n${powers.join('\n')}\n`,
    '/etc/hostname': `${hostname}\n`,
    '/etc/hosts': `# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n${address}\t${whole}${hostname}\n${added}`,
    '/etc/resolv.conf': resolvConf(pod),
  };
}

/** The words that start it: `command` stands for the image's entrypoint, and leaves out the image's command. */
export function wordsOf({ command, args }: Container, image: Image, env: Env): string[] {
  const room = newRoom();
  const own = (words: readonly string[]): string[] => words.map((word) => expand(word, env, room));
  if (command !== undefined && command.length > 0) return [...own(command), ...own(args ?? [])];
  return [...image.entrypoint, ...(args === undefined ? image.command : own(args))];
}
