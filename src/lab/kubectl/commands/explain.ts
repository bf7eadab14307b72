import { isObject } from '../../../core/json.ts';
import { apiVersionOf, rootOf } from '../../kinds/row.ts';

import type { Command, Run } from '../command.ts';
import { failed, KubectlError, misused } from '../errors.ts';
import { at, keys, list, text, texts } from '../read.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Fields so deep are not told with `--recursive`: kinds of schemas hold one another. */
const DEEPEST = 12;
/** Values of a choice that a list of fields names. */
const MOST_WORDS = 4;

/** The schemas of one group and version, as the API describes itself (OpenAPI v3). */
interface Schemas {
  root: Schema;
  resolve(schema: Schema): Schema;
}

const asSchema = (value: unknown): Schema | undefined => (isObject(value) ? value : undefined);

async function schemasOf(run: Run, groupVersion: string, kind: string): Promise<Schemas> {
  const index = await run.api.ask('/openapi/v3');
  const paths = at(index, 'paths');
  const entry = isObject(paths) ? paths[rootOf(groupVersion)] : undefined;
  const url = text(entry, 'serverRelativeURL');
  if (url === '') throw failed(`couldn't find resource for ${JSON.stringify(groupVersion)}`);
  const [where = '', search = ''] = url.split('?');
  const document = await run.api.ask(where, { query: Object.fromEntries(new URLSearchParams(search)) });
  const all = at(document, 'components.schemas');
  const schemas = isObject(all) ? all : {};
  const group = groupVersion.includes('/') ? (groupVersion.split('/')[0] ?? '') : '';
  const root = Object.values(schemas).find((one) =>
    isObject(one) && Array.isArray(one['x-kubernetes-group-version-kind'])
      ? one['x-kubernetes-group-version-kind'].some((of) => text(of, 'kind') === kind && text(of, 'group') === group)
      : false,
  );
  const found = asSchema(root);
  if (!found) throw failed(`GVK ${kind} not found in OpenAPI schema`);
  const resolve = (schema: Schema): Schema => {
    const name = text(schema, '$ref').split('/').at(-1) ?? '';
    return asSchema(schemas[name]) ?? schema;
  };
  return { root: found, resolve };
}

const only = (schema: Schema): Schema | undefined => {
  const all = list(schema, 'allOf').filter(isObject);
  return all.length === 1 ? all[0] : undefined;
};

/** `[]Container`, `map[string]string`, `integer`: a guess at what a field takes. */
function typeOf(schema: Schema, schemas: Schemas): string {
  const items = asSchema(schema.items);
  if (items) return `[]${typeOf(items, schemas)}`;
  const values = asSchema(schema.additionalProperties);
  if (values) return `map[string]${typeOf(values, schemas)}`;
  const all = only(schema);
  if (all && schema.properties === undefined) return typeOf(all, schemas);
  const reference = text(schema, '$ref');
  const type = text(schemas.resolve(schema), 'type');
  if (reference !== '' && (type === '' || type === 'object')) return reference.split('.').at(-1) ?? 'Object';
  return type === 'object' || type === '' ? 'Object' : type;
}

function wrapped(words: string, width: number, indent: number): string {
  const prefix = ' '.repeat(indent);
  return words
    .split('\n')
    .map((line) => {
      const lines: string[] = [];
      let open = '';
      for (const word of line.split(/ +/)) {
        if (open !== '' && open.length + 1 + word.length > width) {
          lines.push(open);
          open = word;
        } else open = open === '' ? word : `${open} ${word}`;
      }
      return [...lines, open].map((one) => `${prefix}${one}`).join('\n');
    })
    .join('\n');
}

/** What a schema is for: its own words, and those of what it holds. */
function wordsOf(schema: Schema, schemas: Schemas): string {
  const resolved = schemas.resolve(schema);
  const own = text(resolved, 'description');
  const inner = [...list(resolved, 'allOf'), resolved.items, resolved.additionalProperties].filter(isObject);
  return `${own === '' ? '' : `${own}\n`}${inner.map((one) => wordsOf(one, schemas)).join('')}`;
}

/** The schema that has the fields of another: what a list or a map holds. */
function fieldsSchema(schema: Schema, schemas: Schemas): Schema | undefined {
  const resolved = schemas.resolve(schema);
  if (isObject(resolved.properties)) return resolved;
  const inner = [...list(resolved, 'allOf'), resolved.items, resolved.additionalProperties].filter(isObject);
  for (const one of inner) {
    const found = fieldsSchema(one, schemas);
    if (found) return found;
  }
  return undefined;
}

function choices(schema: Schema, indent: number): string {
  const values = list(schema, 'enum').map((one) => (one === '' ? '""' : String(one)));
  if (values.length === 0) return '';
  const shown = values.slice(0, MOST_WORDS).join(', ');
  return `\n${' '.repeat(indent)}enum: ${shown}${values.length > MOST_WORDS ? ', ....' : ''}`;
}

function fieldList(
  schema: Schema,
  schemas: Schemas,
  level: number,
  isRecursive: boolean,
  within: readonly Schema[],
): string {
  const holder = fieldsSchema(schema, schemas);
  if (!holder || within.includes(holder) || level > DEEPEST) return '';
  const properties = isObject(holder.properties) ? holder.properties : {};
  const needed = new Set(texts(holder, 'required'));
  const indent = level * 2;
  return keys(properties)
    .map((name) => {
      const field = asSchema(properties[name]) ?? {};
      const head = `${' '.repeat(indent)}${name}\t<${typeOf(field, schemas)}>${needed.has(name) ? ' -required-' : ''}${choices(field, indent)}\n`;
      if (isRecursive) return head + fieldList(field, schemas, level + 1, true, [...within, holder]);
      const words = text(field, 'description') || text(only(field), 'description') || '<no description>';
      return `${head}${wrapped(words, 78 - indent, indent + 2)}\n\n`;
    })
    .join('');
}

/** Follows a path of fields. Undefined where one is none. */
function follow(schema: Schema, fields: readonly string[], schemas: Schemas): Schema | undefined {
  let found: Schema | undefined = schema;
  for (const name of fields) {
    const holder: Schema | undefined = found && fieldsSchema(found, schemas);
    found = holder && isObject(holder.properties) ? asSchema(holder.properties[name]) : undefined;
  }
  return found;
}

export const EXPLAIN_COMMAND: Command = {
  name: 'explain',
  short: 'Get documentation for a resource',
  flags: [
    { name: 'recursive', type: 'bool' },
    { name: 'api-version', type: 'value' },
    { name: 'output', short: 'o', type: 'value' },
  ],
  async run(run) {
    const { api, args, flags } = run;
    const [word, ...more] = args;
    if (word === undefined)
      throw failed(
        `You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.\n`,
      );
    if (more.length > 0) throw misused('explain', `We accept only this format: explain RESOURCE`);
    const [name = '', ...fields] = word.split('.');
    const kind = (await api.find(name)) ?? (await api.find(word));
    if (!kind) throw new KubectlError(`the server doesn't have a resource type ${JSON.stringify(name)}`);
    const version = flags.value('api-version') ?? apiVersionOf(kind);
    const schemas = await schemasOf(run, version, kind.kind);
    const group = version.includes('/') ? (version.split('/')[0] ?? '') : '';
    run.out(
      `${group === '' ? '' : `GROUP:      ${group}\n`}KIND:       ${kind.kind}\nVERSION:    ${version.split('/').at(-1)}\n\n`,
    );
    const meant = follow(schemas.root, fields, schemas);
    if (!meant) throw failed(`field ${JSON.stringify(fields.at(-1))} does not exist`);
    if (fields.length > 0) {
      const values = list(meant, 'enum').map((one) => `\n    ${one === '' ? '""' : String(one)}`);
      run.out(
        `FIELD: ${fields.at(-1)} <${typeOf(meant, schemas)}>\n${values.length > 0 ? `ENUM:${values.join('')}` : ''}\n\n`,
      );
    }
    const words = wordsOf(meant, schemas) || '<empty>';
    run.out(`DESCRIPTION:\n${wrapped(words, 76, 4)}\n`);
    const listed = fieldList(meant, schemas, 1, flags.is('recursive'), []);
    run.out(
      `${listed === '' ? '' : `FIELDS:\n${listed}`}\n\n`.replace(
        /\n\n$/,
        listed === '' || flags.is('recursive') ? '\n' : '\n',
      ),
    );
  },
};
