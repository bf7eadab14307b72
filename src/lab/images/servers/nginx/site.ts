import type { Directive } from './config.ts';
import { ConfigError } from './config.ts';

export interface Location {
  sign: '' | '=' | '~' | '~*' | '^~';
  path: string;
  directives: readonly Directive[];
}

export interface Site {
  ports: readonly number[];
  names: readonly string[];
  isDefault: boolean;
  directives: readonly Directive[];
  locations: readonly Location[];
}

export interface Sites {
  sites: readonly Site[];
  /** Addresses of each upstream. */
  upstreams: ReadonlyMap<string, readonly string[]>;
  http: readonly Directive[];
}

export const wordsOf = (directives: readonly Directive[], name: string): readonly string[] | undefined =>
  directives.findLast((directive) => directive.name === name)?.words;

const SIGNS = ['=', '~*', '~', '^~'] as const;

function locationOf({ words, block }: Directive): Location {
  const sign = SIGNS.find((known) => known === words[0]);
  return { sign: sign ?? '', path: (sign ? words[1] : words[0]) ?? '/', directives: block ?? [] };
}

function portOf({ words, file, line }: Directive): number {
  const word = (words[0] ?? '').replace(/^\[::\]:/, '').replace(/^[^:]*:/, '');
  if (/^\d{1,5}$/.test(word)) return Number(word);
  if (/^[\d.*]+$|^[a-z.]+$/i.test(word)) return 80;
  throw new ConfigError(`invalid port in "${words[0]}" of the "listen" directive in ${file}:${line}`);
}

/** The servers of a configuration; hosts that no name server knows are an error, as they are when nginx starts. */
export function sitesOf(config: readonly Directive[], isKnown: (host: string) => boolean): Sites {
  for (const { name, file, line } of config)
    if (['server', 'location', 'listen', 'upstream', 'root'].includes(name))
      throw new ConfigError(`"${name}" directive is not allowed here in ${file}:${line}`);
  const http = config.find(({ name }) => name === 'http')?.block ?? [];
  if (!config.some(({ name }) => name === 'events')) throw new ConfigError('no "events" section in configuration');
  const upstreams = new Map<string, readonly string[]>();
  for (const { name, words, block } of http)
    if (name === 'upstream')
      upstreams.set(
        words[0] ?? '',
        (block ?? []).filter((inner) => inner.name === 'server').map((inner) => inner.words[0] ?? ''),
      );
  const check = (address: string, { file, line }: Directive): void => {
    const host = address.replace(/:\d+$/, '');
    if (!isKnown(host)) throw new ConfigError(`host not found in upstream "${address}" in ${file}:${line}`);
  };
  for (const directive of http)
    if (directive.name === 'upstream')
      for (const inner of directive.block ?? []) if (inner.name === 'server') check(inner.words[0] ?? '', inner);
  const sites = http
    .filter(({ name }) => name === 'server')
    .map(({ block = [] }): Site => {
      const listens = block.filter(({ name }) => name === 'listen');
      const ports = listens.length > 0 ? listens.map(portOf) : [80];
      for (const location of block) {
        if (location.name !== 'location') continue;
        for (const inner of location.block ?? []) {
          if (inner.name !== 'proxy_pass') continue;
          const host = /^https?:\/\/([^/]+)/.exec(inner.words[0] ?? '')?.[1];
          if (host === undefined) throw new ConfigError(`invalid URL prefix in ${inner.file}:${inner.line}`);
          if (!host.includes('$') && !upstreams.has(host)) check(host, inner);
        }
      }
      return {
        ports: [...new Set(ports)],
        names: wordsOf(block, 'server_name') ?? [''],
        isDefault: listens.some(({ words }) => words.includes('default_server')),
        directives: block,
        locations: block.filter(({ name }) => name === 'location').map(locationOf),
      };
    });
  return { sites, upstreams, http };
}
