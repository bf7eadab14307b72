import { finding } from '../finding.ts';
import { dig, isNull, pathOf, type Spot } from '../spot.ts';
import type { Within } from './check.ts';
import { linesUnder } from './misplaced.ts';
import { longerName, misspeltField, nearest, wayDown } from './misspelt.ts';
import { ownerOf } from './owner.ts';
import { replacedField } from './replaced.ts';
import { schema, shapeOf } from './schema.ts';
import { text } from './text.ts';

const RESOURCES = /^(?:cpu|memory|storage|ephemeral-storage|hugepages-.+|[^/]+\/.+)$/;

/** The last of the types around that has this field. */
function wayUp(field: string, around: Within['around']): string | undefined {
  const found = around.slice(0, -1).findLast(({ type }) => schema().types[type]?.[field]);
  return found && pathOf(found.spot.path, field);
}

/** Where in this type, or below or above it, a field of this name belongs; its whole path. */
function placeOf(field: Spot, spot: Spot, type: string, within: Within): string | undefined {
  const known = schema().types[type] ?? {};
  if (known.matchLabels && field.node.kind === 'scalar' && !isNull(field.node))
    return pathOf(pathOf(spot.path, 'matchLabels'), field.key);
  if (known.requests && RESOURCES.test(field.key)) return pathOf(pathOf(spot.path, 'requests'), field.key);
  const down = wayDown(type, field.key);
  if (down !== undefined) return spot.path === '' ? down : `${spot.path}.${down}`;
  const [top] = within.around;
  // Beside the keys around it: replicas under metadata belongs under spec.
  return wayUp(field.key, within.around) ?? (top && wayDown(top.type, field.key));
}

/** Words of Docker and of Compose for fields of a container. */
const SYNONYMS: Readonly<Record<string, string>> = {
  environment: 'env',
  environments: 'env',
  envs: 'env',
  envVars: 'env',
  environmentVariables: 'env',
  cmd: 'command',
  entrypoint: 'command',
};

/** The field that such a word means, a misspelt one as well: `enviroment`. */
function synonymOf(field: string, type: string): string | undefined {
  if (type !== 'V1Container') return undefined;
  const word = nearest(field, Object.keys(SYNONYMS));
  // What is nearer to a field is that field.
  return word === undefined || nearest(field, Object.keys(schema().types[type] ?? {})) !== undefined
    ? undefined
    : SYNONYMS[word];
}

/** The list of a type, or the containers below it, whose items have a field of this name: `containers[].image`. */
function placeInItems(field: string, type: string): string | undefined {
  const { types } = schema();
  const down = types[type]?.containers ? 'containers' : wayDown(type, 'containers');
  if (down !== undefined && types.V1Container?.[field]) return `${down}[].${field}`;
  const lists = Object.entries(types[type] ?? {}).filter(([, of]) => {
    const { holds, type: item } = shapeOf(of);
    return holds === 'list' && types[item]?.[field];
  });
  const [only, other] = lists;
  return only && !other ? `${only[0]}[].${field}` : undefined;
}

/**
 * Reports a field that its type does not have.
 * @returns the field that was meant, where it is one of the same type
 */
export function unknownField(field: Spot, spot: Spot, type: string, within: Within): string | undefined {
  if (within.isFull()) return undefined;
  const known = Object.keys(schema().types[type] ?? {});
  const here = spot.path;
  if (/^service(?:Name|Port)$/.test(field.key) && type === 'V1IngressBackend') {
    within.elsewhere.add(pathOf(here, 'service'));
    // Said once of the two.
    if (field.key === 'serviceName' || dig(spot, 'serviceName') === undefined)
      within.report(
        finding(
          'error',
          'old-ingress-backend',
          field,
          text.both((t) => t.oldBackend),
          backendOf(spot),
        ),
      );
    return undefined;
  }
  const old = replacedField(field, spot, type, within.elsewhere);
  if (old) {
    within.report(old);
    return undefined;
  }
  const owner = ownerOf(field, spot, type, within.around);
  if (owner !== undefined) {
    const place = pathOf(owner.path, field.key);
    within.elsewhere.add(place);
    // Said once of all that lost the same key.
    if (owner.isFirst)
      within.report(
        finding(
          'error',
          'misplaced-field',
          field,
          text.both((t) => t.lostIndentation(field.key, owner.key)),
          linesUnder([owner.key], [field]),
        ),
      );
    return undefined;
  }
  const close = nearest(field.key, known);
  const isCase = close?.toLowerCase() === field.key.toLowerCase();
  const sure =
    synonymOf(field.key, type) ?? (isCase || close === `${field.key}s` ? close : longerName(field.key, known));
  const place = sure === undefined ? placeOf(field, spot, type, within) : undefined;
  const meant = sure ?? (place === undefined ? close : undefined);
  // A misspelt field beside the right one has no meaning of its own.
  if (meant !== undefined && dig(spot, meant) === undefined) {
    within.report(misspeltField(field, meant));
    // What stands under another key is laid out otherwise: volumes under template of a CronJob.
    const isLonger = !isCase && meant.toLowerCase().endsWith(field.key.toLowerCase());
    if (isLonger && field.node.kind !== 'scalar') {
      within.elsewhere.add(pathOf(here, meant));
      return undefined;
    }
    return meant;
  }
  const inItems = place === undefined ? placeInItems(field.key, type) : undefined;
  const right = place ?? (inItems === undefined ? undefined : here === '' ? inItems : `${here}.${inItems}`);
  if (right !== undefined) {
    within.elsewhere.add(right.replace('[]', '[0]'));
    within.misplace({ field, place: right });
    return undefined;
  }
  within.report(
    finding(
      'error',
      'unknown-field',
      field,
      text.both((t) => t.unknown(field.key, here)),
      text.both((t) => t.removeIt(field.key)),
    ),
  );
  return undefined;
}

function backendOf(spot: Spot): string {
  const name = dig(spot, 'serviceName')?.node;
  const port = dig(spot, 'servicePort')?.node;
  const number = port?.kind === 'scalar' && typeof port.value === 'number';
  return [
    'backend:',
    '  service:',
    `    name: ${name?.kind === 'scalar' ? name.source : 'web'}`,
    '    port:',
    `      ${number || port === undefined ? 'number' : 'name'}: ${port?.kind === 'scalar' ? port.source : 80}`,
  ].join('\n');
}
