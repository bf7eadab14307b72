/** Rules of Ingresses, as ingress-nginx reads them (kubernetes.github.io/ingress-nginx/user-guide). */
import { z } from 'zod';
import { compileRegex, type Regex } from '../../tools/regex.ts';

const BACKEND = z.object({
  service: z.object({
    name: z.string(),
    port: z.object({ number: z.number().optional(), name: z.string().optional() }).default({}),
  }),
});
const INGRESS = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  spec: z
    .object({
      ingressClassName: z.string().optional(),
      defaultBackend: BACKEND.optional(),
      tls: z.array(z.object({ hosts: z.array(z.string()).default([]) })).default([]),
      rules: z
        .array(
          z.object({
            host: z.string().default(''),
            http: z
              .object({
                paths: z.array(z.object({ path: z.string().default('/'), pathType: z.string(), backend: BACKEND })),
              })
              .default({ paths: [] }),
          }),
        )
        .default([]),
    })
    .default({ tls: [], rules: [] }),
});
export type IngressRead = z.infer<typeof INGRESS>;

/** Where requests for a path of a host go. */
export interface Rule {
  /** Empty for every host; `*.foo.com` for one label in front. */
  host: string;
  path: string;
  isExact: boolean;
  /** Paths that the annotation `use-regex`, or captures in a rewrite, make patterns. */
  pattern: Regex | undefined;
  rewrite: string | undefined;
  redirects: boolean;
  namespace: string;
  service: string;
  port: number | string;
}

const NGINX = 'nginx.ingress.kubernetes.io/';
/** Rules that are looked at for one request, at most. */
const MOST = 500;

/** The Ingresses of a list that are for this controller. */
export function ingressesOf(items: unknown, of: { className: string; withoutClass: boolean }): IngressRead[] {
  return (Array.isArray(items) ? items : []).flatMap((item: unknown) => {
    const read = INGRESS.safeParse(item);
    if (!read.success) return [];
    const { metadata, spec } = read.data;
    const name = spec.ingressClassName ?? metadata.annotations['kubernetes.io/ingress.class'];
    return (name === undefined ? of.withoutClass : name === of.className) ? read.data : [];
  });
}

function rulesOf({ metadata, spec }: IngressRead): Rule[] {
  const { annotations, namespace } = metadata;
  const rewrite = annotations[`${NGINX}rewrite-target`];
  const isPattern = annotations[`${NGINX}use-regex`] === 'true' || /\$\d/.test(rewrite ?? '');
  const secured = new Set(spec.tls.flatMap(({ hosts }) => hosts));
  const ruleOf = (host: string, path: string, pathType: string, { service }: z.infer<typeof BACKEND>): Rule => ({
    ...{ host, path, rewrite, namespace, service: service.name, isExact: pathType === 'Exact' },
    pattern: isPattern ? compileRegex(`^${path}`, { isExtended: true, ignoreCase: true }) : undefined,
    redirects: secured.has(host) && annotations[`${NGINX}ssl-redirect`] !== 'false',
    port: service.port.number ?? service.port.name ?? 80,
  });
  return [
    ...spec.rules.flatMap(({ host, http }) =>
      http.paths.map(({ path, pathType, backend }) => ruleOf(host, path, pathType, backend)),
    ),
    ...(spec.defaultBackend ? [ruleOf('', '/', 'Prefix', spec.defaultBackend)] : []),
  ];
}

/** All rules, those that go before others first: of a host before those of all, exact ones, then longer ones. */
export const allRules = (ingresses: readonly IngressRead[]): Rule[] =>
  ingresses
    .flatMap(rulesOf)
    .slice(0, MOST)
    .toSorted(
      (one, other) =>
        Number(one.host === '') - Number(other.host === '') ||
        Number(one.host.startsWith('*.')) - Number(other.host.startsWith('*.')) ||
        Number(other.isExact) - Number(one.isExact) ||
        other.path.length - one.path.length,
    );

const isHost = (rule: string, host: string): boolean =>
  rule === '' || rule === host || (rule.startsWith('*.') && host.slice(host.indexOf('.')) === rule.slice(1));

/** Whole parts of a path: `/a` has `/a/b`, and not `/ab`. */
const isBelow = (path: string, prefix: string): boolean => {
  const bare = prefix.replace(/\/$/, '');
  return path === bare || path.startsWith(`${bare}/`);
};

/** The rule for a request, and the path that it is asked on. */
export function findRule(rules: readonly Rule[], host: string, path: string): { rule: Rule; path: string } | undefined {
  for (const rule of rules) {
    if (!isHost(rule.host, host)) continue;
    if (rule.pattern) {
      const match = rule.pattern.find(path);
      if (match?.[0]?.[0] !== 0) continue;
      const groups = match.map(([from, to]) => (from < 0 ? '' : path.slice(from, to)));
      return { rule, path: rule.rewrite?.replace(/\$(\d)/g, (_, nth: string) => groups[Number(nth)] ?? '') ?? path };
    }
    if (rule.isExact ? path === rule.path : isBelow(path, rule.path)) return { rule, path: rule.rewrite ?? path };
  }
  return undefined;
}
