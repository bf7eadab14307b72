import { ENUMS } from '../../../doctor/schema/enums.ts';
import type { Row } from '../../kinds/row.ts';
import { type Field, fieldsOf, goName, hasFields, inner, typeOfRow } from '../fields/fields.ts';
import { aboutField, aboutType } from './words.ts';

const PLAIN: Readonly<Record<string, object>> = {
  string: { type: 'string' },
  int: { type: 'integer', format: 'int32' },
  float: { type: 'number', format: 'double' },
  bool: { type: 'boolean' },
  time: { type: 'string', format: 'date-time' },
  base64: { type: 'string', format: 'byte' },
  any: { type: 'object' },
};

/** Types that are a text or a number, by the names that `explain` tells. */
const EITHER: Readonly<Record<string, string>> = {
  quantity: 'io.k8s.apimachinery.pkg.api.resource.Quantity',
  intOrString: 'io.k8s.apimachinery.pkg.util.intstr.IntOrString',
};

const nameOf = (type: string): string => EITHER[type] ?? `io.k8s.api.${goName(type)}`;

/** Where a type stands in the document. */
export const refTo = (type: string): string => `#/components/schemas/${nameOf(type)}`;

/** `words`: the only ones that a text may be. */
function schemaOf(field: Field, words?: readonly string[]): object {
  if (field.holds === 'list') return { type: 'array', items: schemaOf(inner(field), words), ...mergingOf(field) };
  if (field.holds === 'map') return { type: 'object', additionalProperties: schemaOf(inner(field)) };
  const { type } = field;
  if (EITHER[type] !== undefined || hasFields(type)) return { allOf: [{ $ref: refTo(type) }] };
  return { ...(PLAIN[type] ?? { type: 'object' }), ...(words ? { enum: words.toSorted() } : {}) };
}

/** How a list is merged: by these kubectl makes the patch of `apply`. */
const mergingOf = ({ mergeKey, strategy, keys, set, atomic }: Field): object => ({
  ...(mergeKey === undefined ? {} : { 'x-kubernetes-patch-merge-key': mergeKey }),
  ...(strategy === undefined ? {} : { 'x-kubernetes-patch-strategy': strategy }),
  ...(keys ? { 'x-kubernetes-list-map-keys': keys, 'x-kubernetes-list-type': 'map' } : {}),
  ...(set ? { 'x-kubernetes-list-type': 'set' } : {}),
  ...(atomic ? { 'x-kubernetes-list-type': 'atomic' } : {}),
});

function strategyOf({ holds, strategy }: Field): object {
  return holds === 'one' && strategy !== undefined ? { 'x-kubernetes-patch-strategy': strategy } : {};
}

function typeSchema(type: string, row: Row | undefined): object {
  const fields = Array.from(fieldsOf(type));
  const required = fields.filter(([, { isRequired }]) => isRequired).map(([name]) => name);
  return {
    type: 'object',
    ...describe(aboutType(type)),
    properties: Object.fromEntries(
      fields.map(([name, field]) => [
        name,
        { ...describe(aboutField(type, name)), ...schemaOf(field, ENUMS[`${type}.${name}`]), ...strategyOf(field) },
      ]),
    ),
    ...(required.length > 0 ? { required } : {}),
    ...(row ? { 'x-kubernetes-group-version-kind': [{ group: row.group, version: row.version, kind: row.kind }] } : {}),
  };
}

const describe = (description: string | undefined): object => (description === undefined ? {} : { description });

/** The types of some kinds, and all types that those have fields of. */
export function schemasOf(rows: readonly Row[]): object {
  const schemas: Record<string, object> = {
    [nameOf('quantity')]: { oneOf: [{ type: 'string' }, { type: 'number' }], ...describe(aboutType('quantity')) },
    [nameOf('intOrString')]: { oneOf: [{ type: 'integer' }, { type: 'string' }], format: 'int-or-string' },
  };
  function add(type: string, row?: Row): void {
    if (schemas[nameOf(type)] !== undefined || !hasFields(type)) return;
    schemas[nameOf(type)] = typeSchema(type, row);
    for (const { type: of } of fieldsOf(type).values()) add(of);
  }
  for (const row of rows) add(typeOfRow(row), row);
  return schemas;
}
