/** An image's name in a manifest, as the container runtime reads it (distribution/reference). */
export interface Reference {
  /** As in `docker.io`. */
  registry: string;
  /** As in `library/nginx`. */
  path: string;
  tag: string | undefined;
  digest: string | undefined;
}

const PART = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]*$/;
const LONGEST_TAG = 128;
const DIGEST = /^sha256:[a-f0-9]{64}$/;

/** Undefined where it is no name of an image, with which the container does not even try: `InvalidImageName`. */
export function parseReference(text: string): Reference | undefined {
  if (text.length > 512) return undefined;
  const [name = '', digest] = text.split('@', 2);
  if (digest !== undefined && !DIGEST.test(digest)) return undefined;
  const slash = name.lastIndexOf('/');
  const colon = name.indexOf(':', slash + 1);
  const tag = colon < 0 ? undefined : name.slice(colon + 1);
  if (tag !== undefined && (tag.length > LONGEST_TAG || !TAG.test(tag))) return undefined;
  const parts = (colon < 0 ? name : name.slice(0, colon)).split('/');
  const [first = ''] = parts;
  const hasRegistry = parts.length > 1 && (/[.:]/.test(first) || first === 'localhost');
  const registry = hasRegistry ? first : 'docker.io';
  const path = hasRegistry ? parts.slice(1) : parts;
  if (path.length === 0 || path.some((part) => !PART.test(part))) return undefined;
  const isOfficial = path.length === 1 && (registry === 'docker.io' || registry === 'index.docker.io');
  return {
    registry: registry === 'index.docker.io' ? 'docker.io' : registry,
    path: isOfficial ? `library/${path[0]}` : path.join('/'),
    tag,
    digest,
  };
}

/** Registries whose names resolve. Others are no such host. */
const KNOWN = [
  'docker.io',
  'registry-1.docker.io',
  'registry.k8s.io',
  'k8s.gcr.io',
  'gcr.io',
  'us.gcr.io',
  'eu.gcr.io',
  'asia.gcr.io',
  'ghcr.io',
  'quay.io',
  'mcr.microsoft.com',
  'public.ecr.aws',
  'registry.gitlab.com',
  'us-docker.pkg.dev',
];

/** What containerd says of an image that is not there (remotes/docker/resolver.go). */
export function pullError({ registry, path, tag, digest }: Reference, isKnownPath: boolean): string {
  const full = `${registry}/${path}${digest ? `@${digest}` : `:${tag ?? 'latest'}`}`;
  const failed = `failed to pull and unpack image "${full}": failed to resolve reference "${full}"`;
  if (!KNOWN.includes(registry)) {
    const host = registry.replace(/:\d+$/, '');
    return `${failed}: failed to do request: Head "https://${registry}/v2/${path}/manifests/${digest ?? tag ?? 'latest'}": dial tcp: lookup ${host} on 10.0.2.3:53: no such host`;
  }
  if (isKnownPath || registry !== 'docker.io') return `rpc error: code = NotFound desc = ${failed}: ${full}: not found`;
  return `${failed}: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`;
}
