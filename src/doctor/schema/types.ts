import type { Localized } from '../../core/locale.ts';
import { type Finding, type Fix, finding } from '../finding.ts';
import type { Node } from '../node.ts';
import { isItem, lastKey, type Spot } from '../spot.ts';
import { base64Finding } from './base64.ts';
import { nearest } from './misspelt.ts';
import { quantityFinding } from './quantity.ts';
import { schema } from './schema.ts';
import { text, type Wanted } from './text.ts';
import { quotedWhere, yamlOf } from './yaml.ts';

/** What stands there, in the words of text.ts. */
function given(node: Node): 'text' | 'number' | 'switch' | 'list' | 'map' | 'nothing' {
  if (node.kind !== 'scalar') return node.kind;
  if (node.value === null) return 'nothing';
  return typeof node.value === 'number' ? 'number' : typeof node.value === 'boolean' ? 'switch' : 'text';
}

/** The key that a reader sees; of a list's item, the list's. */
const named = ({ path, key }: Spot): string => (isItem(path) ? lastKey(path) : key);

const line = (spot: Spot, value: string): string =>
  /^\d+$/.test(spot.key) ? `- ${value}` : `${quotedWhere(spot.key)}: ${value}`;

const wrong = (at: Pick<Spot, 'line' | 'path'>, message: Localized, fix: Fix): Finding =>
  finding('error', 'wrong-type', at, message, fix);

/** A list, a map or a single value where another of them has to be. @param type of the items, of the values, or of the map */
export function wrongType(spot: Spot, wanted: Wanted, type: string): Finding {
  const { node } = spot;
  const gap = wanted === 'map' && node.kind === 'scalar' ? missingSpace(spot, type) : undefined;
  if (gap) return gap;
  // What a Deployment has, in a selector that is the labels themselves.
  if (spot.key === 'matchLabels' && wanted === 'text' && node.kind === 'map')
    return wrong(
      spot,
      text.both((t) => t.mapOfLabels(spot.key)),
      yamlOf('selector', node),
    );
  // A key without its colon, for example, on the line below.
  const at = node.kind === 'scalar' ? { line: Math.max(spot.line, node.line), path: spot.path } : spot;
  const message = text.both((t) => t.wrongType(named(spot), t.wanted[wanted], t.given[given(node)]));
  return wrong(at, message, reshaped(spot, wanted, type));
}

/** `replicas:3` where a map has to be: only the space is missing. */
function missingSpace(spot: Spot, type: string): Finding | undefined {
  const source = spot.node.kind === 'scalar' && !spot.node.quoted ? spot.node.source : '';
  const [, key = '', value = ''] = /^([A-Za-z][\w.-]*):(\S.*)$/.exec(source) ?? [];
  if (key === '' || !(schema().types[type]?.[key] ?? (type === 'string' && !value.startsWith('//')))) return undefined;
  return finding(
    'error',
    'missing-space',
    { line: spot.node.line, path: spot.path },
    text.both((t) => t.missingSpace(key)),
    `${isItem(spot.path) ? '- ' : ''}${key}: ${value}`,
  );
}

/** The same value as a list or map, where it can be known how it was meant. */
function reshaped(spot: Spot, wanted: Wanted, type: string): Fix {
  const { node, key } = spot;
  if (wanted === 'list' && node.kind === 'scalar' && typeof node.value === 'string') {
    const words = type === 'string' ? node.value.trim().split(/\s+/) : [];
    return words.length === 0 ? null : `${key}: [${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  }
  if (wanted === 'list' && node.kind === 'map') {
    const fields = schema().types[type] ?? {};
    if (
      fields.name &&
      fields.value &&
      node.entries.every(({ value }) => value.kind === 'scalar') &&
      !node.entries.some((one) => fields[one.key])
    ) {
      const pairs = node.entries.flatMap((one) => [
        `  - name: ${quotedWhere(one.key)}`,
        `    value: ${one.value.kind === 'scalar' ? JSON.stringify(one.value.source) : ''}`,
      ]);
      return pairs.length > 12 ? null : [`${key}:`, ...pairs].join('\n');
    }
    return yamlOf(key, { kind: 'list', items: [node], line: node.line, column: node.column });
  }
  if (wanted === 'map' && node.kind === 'list') {
    const entries = node.items.flatMap((item) => (item.kind === 'map' ? item.entries : []));
    return entries.length === 0 ? null : yamlOf(key, { kind: 'map', entries, line: node.line, column: node.column });
  }
  const fields = schema().types[type];
  if (type === 'V1EnvVar' && node.kind === 'scalar') {
    // As Docker and Compose write it: A=b.
    const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(node.source) ?? [];
    return name === undefined ? null : `- name: ${name}\n  value: ${JSON.stringify(value)}`;
  }
  if (wanted === 'map' && node.kind === 'scalar' && fields) {
    // The field that a plain word stands for: a configMap's name, a strategy's type, a port's number.
    const isNumber = typeof node.value === 'number';
    const field = ['name', 'secretName', 'claimName', 'type', 'path', 'number', 'port'].find(
      (one) => fields[one] && isNumber === fields[one]?.startsWith('int'),
    );
    if (field === undefined) return null;
    return isItem(spot.path) ? `- ${field}: ${node.source}` : `${key}:\n  ${field}: ${node.source}`;
  }
  return null;
}

const WORDS: Readonly<Record<string, Wanted>> = {
  string: 'text',
  time: 'text',
  base64: 'text',
  int: 'whole',
  float: 'number',
  bool: 'switch',
  intOrString: 'numberOrText',
  quantity: 'quantity',
};

/** A value of a Secret's data, by its path; a ConfigMap has `binaryData`. */
const OF_SECRET = /^(?:items\[\d+\]\.)?data[.[]/;

/** A plain value of a wrong type. @param field `Type.field`, '' of a map's values */
export function scalarFinding(spot: Spot, type: string, field: string): Finding | undefined {
  const { node } = spot;
  const wanted = WORDS[type];
  if (wanted === undefined) return undefined;
  if (node.kind !== 'scalar') return wrongType(spot, wanted, type);
  const { value, source } = node;
  if (value === null) return undefined;
  switch (type) {
    case 'string':
    case 'time':
      return typeof value === 'string' ? undefined : needsQuotes(spot, source, value);
    case 'base64':
      // A Secret's values are told together.
      if (field === '' && OF_SECRET.test(spot.path)) return undefined;
      return typeof value === 'string' ? base64Finding(spot, value) : needsQuotes(spot, source, value);
    case 'int':
      return Number.isInteger(value) ? undefined : notNumber(spot, 'whole');
    case 'float':
      return typeof value === 'number' ? undefined : notNumber(spot, 'number');
    case 'bool':
      return typeof value === 'boolean' ? undefined : notBoolean(spot);
    case 'intOrString':
      return typeof value === 'string' || Number.isInteger(value) ? undefined : wrongType(spot, wanted, type);
    case 'quantity':
      return typeof value === 'boolean' ? wrongType(spot, wanted, type) : quantityFinding(spot, String(node.source));
    default:
      return undefined;
  }
}

function needsQuotes(spot: Spot, source: string, value: number | boolean): Finding {
  const kind = typeof value === 'number' ? 'number' : 'switch';
  return wrong(
    spot,
    text.both(
      (t) =>
        `${t.wrongType(named(spot), t.wanted.text, t.given[kind])} ${t.looksLike(source, typeof value === 'number' ? t.given.number : t.truth(source, value))}`,
    ),
    line(spot, JSON.stringify(source)),
  );
}

function notNumber(spot: Spot, wanted: 'whole' | 'number'): Finding {
  const source = spot.node.kind === 'scalar' ? spot.node.source.trim() : '';
  const isOne = wanted === 'whole' ? /^-?\d+$/.test(source) : /^-?\d+(?:\.\d+)?$/.test(source);
  const isQuoted = spot.node.kind === 'scalar' && spot.node.quoted && isOne;
  return wrong(
    spot,
    text.both(
      (t) =>
        `${t.wrongType(named(spot), t.wanted[wanted], t.given[given(spot.node)])}${isQuoted ? ` ${t.quoted(named(spot))}` : ''}`,
    ),
    isOne ? line(spot, source) : null,
  );
}

function notBoolean(spot: Spot): Finding {
  const source = spot.node.kind === 'scalar' ? spot.node.source.trim().toLowerCase() : '';
  const value = /^(?:true|yes|on|1)$/.test(source) ? 'true' : /^(?:false|no|off|0)$/.test(source) ? 'false' : undefined;
  return wrong(
    spot,
    text.both((t) => t.wrongType(named(spot), t.wanted.switch, t.given[given(spot.node)])),
    value === undefined ? null : line(spot, value),
  );
}

/** A word that is none of those which are allowed. */
export function enumFinding(spot: Spot, allowed: readonly string[] | undefined): Finding | undefined {
  const { node } = spot;
  if (allowed === undefined || node.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  const value = node.value;
  if (value === '' || allowed.includes(value)) return undefined;
  const meant = nearest(value, allowed);
  return finding(
    'error',
    'not-allowed-value',
    spot,
    text.both((t) => t.notAllowed(named(spot), value, allowed)),
    meant === undefined ? null : line(spot, quotedWhere(meant)),
  );
}
