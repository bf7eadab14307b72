/**
 * Makes src/lab/api/protobuf/fields.json: which number each field of Kubernetes' types has in protobuf, in which kubectl
 * sends some of its requests. It reads the published `.proto` files, and the Go types beside them for what those do not
 * tell: which message stands within another in JSON, and which empty value JSON leaves out. Names, types and numbers are
 * facts; no description is taken over.
 *
 *   apt-get download golang-k8s-api-dev golang-k8s-apimachinery-dev && for f in *.deb; do dpkg -x $f k8s; done
 *   node scripts/kubernetes-protobuf.ts k8s/usr/share/gocode/src/k8s.io 0.32.3
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS } from '../src/lab/kinds/kinds.ts';

const [folder, version] = process.argv.slice(2);
if (folder === undefined || version === undefined) throw new Error('give the folder of k8s.io, and its version');

/** Kinds that are no rows of the table, but come in requests. */
const OTHERS = [
  'meta.v1.DeleteOptions',
  'autoscaling.v1.HorizontalPodAutoscaler',
  'autoscaling.v1.Scale',
  'policy.v1.Eviction',
  'core.v1.Binding',
  'authentication.v1.SelfSubjectReview',
  'authentication.v1.TokenRequest',
  'authorization.v1.LocalSubjectAccessReview',
  'authorization.v1.SelfSubjectAccessReview',
  'authorization.v1.SelfSubjectRulesReview',
  'authorization.v1.SubjectAccessReview',
];

/** What the decoder knows how to read. */
const KNOWN: Readonly<Record<string, string>> = {
  'meta.v1.Time': 'time',
  'meta.v1.MicroTime': 'microTime',
  'meta.v1.FieldsV1': 'json',
  'runtime.RawExtension': 'json',
  'resource.Quantity': 'quantity',
  'intstr.IntOrString': 'intOrString',
  'authentication.v1.ExtraValue': 'texts',
  'authorization.v1.ExtraValue': 'texts',
};

/** `apps.v1` -> its folder. */
function folderOf(name: string): string {
  const [group = '', of] = name.split('.');
  if (group === 'meta') return `apimachinery/pkg/apis/meta/${of}`;
  if (group === 'runtime') return 'apimachinery/pkg/runtime';
  if (group === 'resource') return 'apimachinery/pkg/api/resource';
  if (group === 'intstr') return 'apimachinery/pkg/util/intstr';
  return `api/${group}/${of}`;
}

/** `.k8s.io.api.core.v1.Pod` -> `core.v1.Pod`. */
const short = (type: string, within: string): string =>
  /^[A-Z]/.test(type)
    ? `${within}.${type}`
    : type.replace(/^\.?k8s\.io\.(?:api|apimachinery\.pkg\.(?:apis|api|util)|apimachinery\.pkg)\./, '');

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** Type -> the names of its fields in JSON by their numbers; those that stand within it, and those whose empty value is left out. */
function marksOf(go: string): Map<string, { names: Map<string, string>; inline: Set<string>; left: Set<string> }> {
  const structs = go.matchAll(/^type (\w+) struct \{\n([\s\S]*?)^\}/gm);
  return new Map(
    Array.from(structs, ([, name = '', body = '']) => {
      const lines = Array.from(body.matchAll(/^\t(.*?)`json:"([^"]*)" protobuf:"\w+,(\d+),/gm));
      const chosen = (is: (type: string, json: string) => boolean) =>
        new Set(lines.filter(([, type = '', json = '']) => is(type, json)).map(([, , , number = '']) => number));
      return [
        name,
        {
          names: new Map(lines.map(([, , json = '', number = '']) => [number, json.split(',')[0] ?? ''])),
          inline: chosen((_, json) => json === ',inline'),
          left: chosen((type, json) => json.endsWith(',omitempty') && !/\s\*/.test(type)),
        },
      ];
    }),
  );
}

const types: Record<string, Record<string, string>> = {};

/** Every message of a package, as the decoder reads it. */
function packageOf(name: string): Map<string, Record<string, string>> {
  const marks = marksOf(read(`${folderOf(name)}/types.go`));
  const messages = read(`${folderOf(name)}/generated.proto`).matchAll(/^message (\w+) \{\n([\s\S]*?)^\}/gm);
  return new Map(
    Array.from(messages, ([, type = '', body = '']) => {
      const { names, inline, left } = marks.get(type) ?? {};
      const fields = body.matchAll(/^ {2}(optional |repeated |required |map<string, )([\w.]+)>? (\w+) = (\d+)/gm);
      return [
        type,
        Object.fromEntries(
          Array.from(fields, ([, how = '', of = '', field = '', number = '']) => {
            const full = /[A-Z.]/.test(of) ? short(of, name) : of;
            const holds = how === 'repeated ' ? '[' : how.startsWith('map') ? '{' : '';
            const mark = inline?.has(number) ? '~' : left?.has(number) ? '?' : '';
            return [number, `${names?.get(number) || field}${mark} ${holds}${KNOWN[full] ?? full}`];
          }),
        ),
      ];
    }),
  );
}

const packages = new Map<string, Map<string, Record<string, string>>>();
function add(type: string): void {
  if (types[type]) return;
  const name = type.slice(0, type.lastIndexOf('.'));
  const found = packages.get(name) ?? packageOf(name);
  packages.set(name, found);
  const fields = found.get(type.slice(name.length + 1));
  if (fields === undefined) throw new Error(`${type}: no such message`);
  types[type] = fields;
  for (const field of Object.values(fields)) {
    const of = field.split(' ')[1]?.replace(/^[[{]/, '') ?? '';
    if (of.includes('.')) add(of);
  }
}

const rows = KINDS.map((row) => `${row.group === '' ? 'core' : row.group.split('.')[0]}.${row.version}.${row.kind}`);
for (const type of [...rows.filter((one) => !one.startsWith('metrics.')), ...OTHERS]) add(type);

const source = {
  packages: ['golang-k8s-api-dev', 'golang-k8s-apimachinery-dev'],
  origin: 'kubernetes/api and kubernetes/apimachinery',
  version,
  licence: 'Apache-2.0',
};
const lines = Object.keys(types)
  .sort()
  .map((name) => `    ${JSON.stringify(name)}: ${JSON.stringify(types[name])}`);
const file = join(import.meta.dirname, '..', 'src', 'lab', 'api', 'protobuf', 'fields.json');
writeFileSync(file, `{\n  "source": ${JSON.stringify(source)},\n  "types": {\n${lines.join(',\n')}\n  }\n}\n`);
