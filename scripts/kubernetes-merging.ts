/**
 * Makes src/lab/api/fields/merging.json: how the lists and maps of Kubernetes' types are merged by patches and by apply, and
 * which Go types their plain fields have. It reads the tags and markers of the API's published Go types; names and marks
 * are facts, and no description is taken over.
 *
 *   apt-get download golang-k8s-api-dev golang-k8s-apimachinery-dev && dpkg-deb -x … k8s
 *   node scripts/kubernetes-merging.ts k8s/usr/share/gocode/src/k8s.io 0.32.3
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Merging {
  /** Of a strategic merge patch: what it is merged by, and how. */
  mergeKey?: string;
  strategy?: string;
  /** Of apply: what items of a list are known by; `set` where they are themselves. */
  keys?: string[];
  set?: true;
  /** One value, of one owner. */
  atomic?: true;
  /** The Go type of a plain field, where it is no string, int32 or bool. */
  go?: string;
  /** A plain field that tells nothing from its zero value: that is kept, others are left out where they are zero. */
  pointer?: true;
  /** A field of fields that is always there, be it empty. */
  value?: true;
}

const [folder, version] = process.argv.slice(2);
if (folder === undefined || version === undefined) throw new Error('give the folder of k8s.io, and its version');
const schema: { types: Record<string, Record<string, string>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'src', 'doctor', 'schema', 'kubernetes.json'), 'utf8'),
);

const PACKAGES = [
  ...['apimachinery/pkg/apis/meta/v1', 'api/core/v1', 'api/apps/v1', 'api/batch/v1', 'api/autoscaling/v2'],
  ...['api/policy/v1', 'api/networking/v1', 'api/discovery/v1', 'api/rbac/v1', 'api/storage/v1', 'api/scheduling/v1'],
  ...['api/coordination/v1', 'api/events/v1'],
];

/** The name that the doctor's schema gives a Go type. */
function nameOf(type: string, path: string): string | undefined {
  const parts = path.split('/');
  const [group = '', release = ''] = [parts.at(-2), parts.at(-1)];
  const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return [`${upper(release)}${type}`, `${upper(group)}${upper(release)}${type}`].find((one) => schema.types[one]);
}

const PLAIN = /^(?:string|int32|bool)$/;
const types: Record<string, Record<string, Merging>> = {};
const atomicTypes = new Set<string>();
for (const path of PACKAGES) {
  let marks: string[] = [];
  let type: string | undefined;
  const lines: string[] = readFileSync(join(folder, path, 'types.go'), 'utf8').split('\n');
  for (const line of lines) {
    const comment = /^\s*\/\/(.*)$/.exec(line)?.[1];
    if (comment !== undefined) {
      marks.push(comment.trim());
      continue;
    }
    const begun = /^type (\w+) struct \{/.exec(line)?.[1];
    if (begun !== undefined) {
      type = nameOf(begun, path);
      if (type !== undefined && marks.includes('+structType=atomic')) atomicTypes.add(type);
    } else if (line.startsWith('}')) type = undefined;
    const [, go = '', tags = ''] = /^\s+(?:\w+\s+)?(\S+)\s+`(.+)`/.exec(line) ?? [];
    const field = /json:"(\w+)/.exec(tags)?.[1];
    if (type !== undefined && field !== undefined && schema.types[type]?.[field] !== undefined) {
      const plain = go.replace(/^\*/, '');
      const shape = schema.types[type]?.[field] ?? '';
      const isOwn = /^(?:string|int|float|bool)!?$/.test(shape) && !PLAIN.test(plain);
      const listType = marks.find((one) => one.startsWith('+listType='))?.slice('+listType='.length);
      const keys = marks.flatMap((one) => (one.startsWith('+listMapKey=') ? [one.slice('+listMapKey='.length)] : []));
      const merging: Merging = {
        ...(/patchMergeKey:"(\w+)"/.test(tags) ? { mergeKey: /patchMergeKey:"(\w+)"/.exec(tags)?.[1] ?? '' } : {}),
        ...(/patchStrategy:"/.test(tags) ? { strategy: /patchStrategy:"([\w,]+)"/.exec(tags)?.[1] ?? '' } : {}),
        ...(listType === 'map' ? { keys } : {}),
        ...(listType === 'set' ? { set: true } : {}),
        ...(marks.includes('+structType=atomic') || marks.includes('+mapType=atomic') ? { atomic: true } : {}),
        ...(go.startsWith('*') && /^(?:string|int|float|bool)!?$/.test(shape) ? { pointer: true } : {}),
        ...(/^(?:\w+\.)?[A-Z]\w+$/.test(go) && /^V\d|^[A-Z]\w+V\d/.test(shape) ? { value: true } : {}),
        ...(isOwn ? { go: /^[A-Z]/.test(plain) ? `${path.split('/').at(-1)}.${plain}` : plain } : {}),
      };
      if (Object.keys(merging).length > 0) types[type] = { ...types[type], [field]: merging };
    }
    if (line.trim() !== '') marks = [];
  }
}

const source = { packages: ['k8s.io/api', 'k8s.io/apimachinery'], version, licence: 'Apache-2.0' };
const sorted = Object.fromEntries(Object.entries(types).sort(([one], [other]) => (one < other ? -1 : 1)));
const text = JSON.stringify({ source, atomic: Array.from(atomicTypes).sort(), types: sorted }).replace(
  /("(?:\w+V|V)\d\w*":\{)/g,
  '\n$1',
);
writeFileSync(join(import.meta.dirname, '..', 'src', 'lab', 'api', 'fields', 'merging.json'), `${text}\n`);
