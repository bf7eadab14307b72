import { readFile } from '../read/read.ts';
import { dig, fields, isNull, items, plainValue, type Spot, spotOf, textOf } from '../spot.ts';

/** What a service of Docker Compose becomes in Kubernetes. */
export interface ComposeService {
  /** As an object may be named. */
  name: string;
  /** undefined: it is built from a Dockerfile. */
  image: string | undefined;
  /** The port on which its container listens, where it is told. */
  port: number | undefined;
}

/** A file of Docker Compose. */
export interface Compose {
  services: readonly ComposeService[];
  /** Those of its services' keys that are something else in Kubernetes. */
  keys: readonly ComposeKey[];
}

const COMPOSE_KEYS = ['build', 'environment', 'volumes', 'depends_on'] as const;
export type ComposeKey = (typeof COMPOSE_KEYS)[number];

/** The container's side of a port: `8080:80`, `127.0.0.1:8080:80/tcp`, `{target: 80}`. */
function portOf(service: Spot): number | undefined {
  const [first] = [...items(dig(service, 'ports')), ...items(dig(service, 'expose'))];
  const value = plainValue(dig(first, 'target')) ?? plainValue(first);
  const [, port] = /(?:^|:)(\d{1,5})(?:\/[a-z]{3,4})?$/.exec(String(value ?? '')) ?? [];
  return port === undefined ? undefined : Number(port);
}

/** Characters of a Service's name. */
const LONGEST = 63;

const nameOf = (key: string): string =>
  key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '') || 'app';

const isService = (spot: Spot): boolean => textOf(dig(spot, 'image')) !== undefined || dig(spot, 'build') !== undefined;

/** The file of Docker Compose that a text is; undefined of any other. */
export function readCompose(text: string): Compose | undefined {
  const all = readFile(text).roots.flatMap((root) => fields(dig(spotOf(root), 'services')));
  const services = all.filter(isService);
  // A chart's values may have services of another kind.
  if (services.length === 0 || all.some(({ node }) => node.kind !== 'map' && !isNull(node))) return undefined;
  return {
    services: services.map((spot) => ({
      name: nameOf(spot.key),
      image: textOf(dig(spot, 'image')),
      port: portOf(spot),
    })),
    keys: COMPOSE_KEYS.filter((key) => services.some((spot) => dig(spot, key) !== undefined)),
  };
}
