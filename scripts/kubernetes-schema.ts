/**
 * Makes src/doctor/schema/kubernetes.json: the kinds of Kubernetes' API, and the fields of their types with the types of
 * those and whether each is required. It reads the published package of the JavaScript client, which is generated from
 * the API's own description; names, types and marks are facts, and no description is taken over.
 *
 *   npm pack @kubernetes/client-node@1.4.0 && tar xzf kubernetes-client-node-1.4.0.tgz
 *   node scripts/kubernetes-schema.ts package
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fields whose text is a quantity (`500m`, `1Gi`), which the package gives as plain text. */
const QUANTITIES: Readonly<Record<string, readonly string[]>> = {
  V1CSIStorageCapacity: ['capacity', 'maximumVolumeSize'],
  V1EmptyDirVolumeSource: ['sizeLimit'],
  V1LimitRangeItem: ['_default', 'defaultRequest', 'max', 'maxLimitRequestRatio', 'min'],
  V1NodeStatus: ['allocatable', 'capacity'],
  V1Overhead: ['podFixed'],
  V1PersistentVolumeClaimStatus: ['allocatedResources', 'capacity'],
  V1PersistentVolumeSpec: ['capacity'],
  V1PodSpec: ['overhead'],
  V1ResourceFieldSelector: ['divisor'],
  V1ResourceQuotaSpec: ['hard'],
  V1ResourceQuotaStatus: ['hard', 'used'],
  V1ResourceRequirements: ['limits', 'requests'],
  V1VolumeResourceRequirements: ['limits', 'requests'],
  V2MetricTarget: ['averageValue', 'value'],
  V2MetricValueStatus: ['averageValue', 'value'],
};

/** A type of the package, by its words for types of JavaScript, as the doctor writes it; see src/doctor/schema/schema.ts. */
function typeOf(type: string, format: string): string {
  const list = /^Array<(.+)>$/.exec(type)?.[1];
  if (list !== undefined) return `[${typeOf(list, format)}`;
  const map = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
  if (map !== undefined) return `{${typeOf(map, format)}`;
  if (type === 'string') return format === 'byte' ? 'base64' : 'string';
  if (type === 'number') return format === 'double' ? 'float' : 'int';
  if (type === 'boolean') return 'bool';
  if (type === 'Date' || type === 'V1MicroTime') return 'time';
  if (type === 'IntOrString') return 'intOrString';
  return type;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('give the folder of the unpacked package');
const read = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');
const { name, version, license }: { name: string; version: string; license: string } = JSON.parse(read('package.json'));
const models = join('dist', 'gen', 'models');

const ATTRIBUTE = /"name": "([^"]+)",\s+"baseName": "([^"]+)",\s+"type": "([^"]+)",\s+"format": "([^"]*)"/g;

/** A type's fields -> what each takes; `!` marks a required one. */
function fieldsOf(type: string): Record<string, string> {
  const declared = read(models, `${type}.d.ts`);
  return Object.fromEntries(
    Array.from(read(models, `${type}.js`).matchAll(ATTRIBUTE), ([, own = '', key = '', of = '', format = '']) => {
      const plain = typeOf(of, format);
      const is = QUANTITIES[type]?.includes(own) ? plain.replace('string', 'quantity') : plain;
      return [key, declared.includes(`'${own}': `) ? `${is}!` : is];
    }),
  );
}

/** `apps/v1` -> kind -> its type, and whether its objects live in a namespace. */
const kinds: Record<string, Record<string, { type: string; namespaced: boolean }>> = {};
const CREATED =
  /localVarPath = '\/apis?\/((?:[\w.-]+\/)?v\w+)(\/namespaces\/\{namespace\})?\/\w+'(?:(?!const localVarPath)[\s\S])*?serialize\(body, "([^"]+)", ""\)/g;
// What older versions had is still in the package; this file names what the present one has.
const present = read('dist', 'gen', 'types', 'PromiseAPI.d.ts');
const files = readdirSync(join(folder, 'dist', 'gen', 'apis')).filter((one) => one.endsWith('Api.js'));
for (const file of files.filter((one) => present.includes(`apis/${one}`)))
  for (const [, group = '', namespace, type = ''] of read('dist', 'gen', 'apis', file).matchAll(CREATED)) {
    if (type === 'V1DeleteOptions' || type === 'any') continue;
    const kind = type.replace(/^(?:Core|Events|Resource)?V\d+(?:(?:alpha|beta)\d+)?/, '');
    kinds[group] = { ...kinds[group], [kind]: { type, namespaced: namespace !== undefined } };
  }

const types: Record<string, Record<string, string>> = {};
const open = Object.values(kinds).flatMap((group) => Object.values(group).map(({ type }) => type));
for (let type = open.pop(); type !== undefined; type = open.pop()) {
  if (types[type]) continue;
  const fields = fieldsOf(type);
  types[type] = fields;
  for (const of of Object.values(fields)) {
    const inner = of.replace(/^[[{]+|!$/g, '');
    if (/^[A-Z]/.test(inner)) open.push(inner);
  }
}

const sorted = <Value>(record: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
const source = { package: name, version, licence: license, kubernetes: '1.34' };
const text = JSON.stringify({ source, kinds: sorted(kinds), types: sorted(types) })
  // A line a type, so that what changes between versions can be read.
  .replace(/("(?:\w+V|V)\d\w*":\{)/g, '\n$1')
  .replace(/,("[a-z0-9.]*\/?v\d\w*":\{")/g, ',\n$1');
writeFileSync(join(import.meta.dirname, '..', 'src', 'doctor', 'schema', 'kubernetes.json'), `${text}\n`);
