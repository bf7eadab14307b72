import { isObject } from '../../../core/json.ts';
import type { Item } from '../api.ts';
import { failed } from '../errors.ts';
import { fillTemplate, findAll, readField } from '../jsonpath/fill.ts';
import { readTemplate } from '../jsonpath/read.ts';
import { prettyJson } from './json.ts';
import { GET, lineUp } from './tabs.ts';
import { toYaml } from './yaml.ts';

/** Prints objects in a form that `-o` names. `value` is one object, or a list of them. */
export type Printer = (value: Item | ListOf, items: readonly Item[]) => string;

export interface ListOf {
  apiVersion: 'v1';
  kind: 'List';
  metadata: { resourceVersion: string };
  items: readonly Item[];
}

export const listOf = (items: readonly Item[]): ListOf => ({
  ...{ apiVersion: 'v1', kind: 'List' },
  ...{ metadata: { resourceVersion: '' }, items },
});

/** Managed fields are shown to who asks for them. */
export function withoutManaged(item: Item): Item {
  if (item.metadata.managedFields === undefined) return item;
  const { managedFields, ...metadata } = item.metadata;
  return { ...item, metadata };
}

const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '');

/** `pod/web`, `deployment.apps/web` (cli-runtime/pkg/printers/name.go). */
function nameOf({ apiVersion, kind, metadata }: Item): string {
  const group = groupOf(apiVersion);
  return `${kind.toLowerCase()}${group === '' ? '' : `.${group}`}/${metadata.name}`;
}

function customColumns(spec: string, headers: boolean): Printer {
  if (spec === '') throw failed('custom-columns format specified but no custom columns given');
  const columns = spec.split(',').map((one) => {
    const at = one.indexOf(':');
    if (at < 0) throw failed(`unexpected custom-columns spec: ${one}, expected <header>:<json-path-expr>`);
    return { header: one.slice(0, at), read: readField(one.slice(at + 1)) };
  });
  return (_, items) => {
    if (items.length === 0) return headers ? `${columns.map(({ header }) => header).join('   ')}\n` : '';
    const lines = items.map((item) => columns.map(({ read }) => cellOf(read(item))).join('\t'));
    const all = headers ? [columns.map(({ header }) => header).join('\t'), ...lines] : lines;
    return `${lineUp(all.join('\n'), GET)}\n`;
  };
}

/** A list as Go prints a map or a slice: `map[a:1]`, `[a b]`. */
export function goText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`;
  if (isObject(value))
    return `map[${Object.keys(value)
      .sort()
      .map((key) => `${key}:${goText(value[key])}`)
      .join(' ')}]`;
  return value === null || value === undefined ? '<nil>' : String(value);
}

const cellOf = (values: readonly unknown[]): string =>
  values.length === 0 ? '<none>' : values.map((one) => (one === null ? '<none>' : goText(one))).join(',');

const FORMATS =
  'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,name,template,templatefile,wide,yaml';

/** The printer that `-o` names; undefined where it is the table. @throws KubectlError */
export function printerFor(
  output: string | undefined,
  { headers, showManaged }: { headers: boolean; showManaged: boolean },
): Printer | undefined {
  if (output === undefined || output === '' || output === 'wide') return undefined;
  const equals = output.indexOf('=');
  const [form, rest] = equals < 0 ? [output, ''] : [output.slice(0, equals), output.slice(equals + 1)];
  const clean = (value: Item | ListOf, items: readonly Item[]): unknown => {
    if (showManaged) return value;
    return 'items' in value && value.kind === 'List'
      ? { ...value, items: items.map(withoutManaged) }
      : withoutManaged(value as Item);
  };
  switch (form) {
    case 'json':
      return (value, items) => prettyJson(clean(value, items));
    case 'yaml':
      return (value, items) => toYaml(clean(value, items));
    case 'name':
      return (_, items) => items.map((item) => `${nameOf(item)}\n`).join('');
    case 'jsonpath': {
      if (rest === '') throw failed('template format specified but no template given');
      const parts = readTemplate(rest);
      return (value, items) => fillTemplate(parts, clean(value, items));
    }
    case 'jsonpath-as-json': {
      const parts = readTemplate(rest);
      return (value, items) => prettyJson(findAll(parts, clean(value, items)));
    }
    case 'custom-columns':
      return customColumns(rest, headers);
    case 'go-template':
      throw failed('go templates are not understood here; use -o jsonpath or -o custom-columns');
    default:
      throw failed(
        `unable to match a printer suitable for the output format ${JSON.stringify(form)}, allowed formats are: ${FORMATS}`,
      );
  }
}
