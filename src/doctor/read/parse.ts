import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, type Node as YamlNode } from 'yaml';
import type { Entry, Node, Place } from '../node.ts';
import { keyOf, resolve } from './resolve.ts';

/** What the text is refused for, or what is lost of it, by where that stands. */
export type Problem = Place &
  (
    | { kind: 'syntax'; code: string }
    /** A key that stands twice in its map: the last one counts. `path`: its map's. */
    | { kind: 'duplicate'; key: string; path: readonly (string | number)[] }
    /** A key that is read as something else: yes is `true`, and a null is no key. */
    | { kind: 'key'; source: string; as: string | undefined }
    | { kind: 'alias'; name: string }
    | { kind: 'too-deep' }
    | { kind: 'too-many-aliases' }
  );

export interface Parsed {
  root: Node;
  problems: readonly Problem[];
}

/** Levels of maps and lists. Kubernetes' own types need 25; a schema of a custom resource some more. */
const DEEPEST = 200;
/** Values, those behind aliases counted at each of them: as many as kubectl reads before it looks at their share. */
const MOST = 400_000;

const STRINGS = new Set(['!', 'tag:yaml.org,2002:str', 'tag:yaml.org,2002:binary']);
const OPTIONS = {
  schema: 'failsafe',
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Line and column of an offset, both from 1. */
function placesOf(text: string, firstLine: number): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** How deep the brackets of a text go; a recursion over more would end the process' stack. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '[' || sign === '{') {
      if (++depth > DEEPEST) return at;
    } else if (sign === ']' || sign === '}') depth--;
  }
  return undefined;
}

const EMPTY: Node = { kind: 'scalar', value: null, source: '', quoted: false, line: 1, column: 1 };

/** Reads one document as kubectl does. Whatever is wrong is a problem, and the rest is read on. @param firstLine of the text in its file */
export function parse(text: string, firstLine: number): Parsed {
  const placeAt = placesOf(text, firstLine);
  const deep = tooDeep(text);
  if (deep !== undefined) return { root: EMPTY, problems: [{ kind: 'too-deep', ...placeAt(deep) }] };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, OPTIONS);
  } catch (error) {
    // The library reads what is nested by recursion.
    if (!(error instanceof RangeError)) throw error;
    return { root: EMPTY, problems: [{ kind: 'too-deep', ...placeAt(0) }] };
  }
  const problems: Problem[] = document.errors.map(({ code, pos: [offset] }) => ({
    kind: 'syntax',
    code,
    ...placeAt(offset),
  }));
  const root = nodesOf(document.contents, placeAt, problems);
  return { root, problems };
}

function nodesOf(contents: YamlNode | null, placeAt: (offset: number) => Place, problems: Problem[]): Node {
  /** Anchors as the text defines them, one after another, and how many values stand behind each. */
  const anchors = new Map<string, { node: Node; size: number }>();
  let size = 0;
  const path: (string | number)[] = [];

  const scalar = (at: Place, source: string, quoted: boolean): Node => ({
    kind: 'scalar',
    value: quoted ? source : resolve(source),
    source,
    quoted,
    ...at,
  });

  function convert(yaml: unknown, place: Place, depth: number): Node {
    size++;
    if (isAlias(yaml)) {
      const found = anchors.get(yaml.source);
      if (found) size += found.size;
      else problems.push({ kind: 'alias', name: yaml.source, ...place });
      if (size > MOST && !problems.some(({ kind }) => kind === 'too-many-aliases'))
        problems.push({ kind: 'too-many-aliases', ...place });
      return found && size <= MOST ? found.node : { ...EMPTY, ...place };
    }
    const start = size;
    const at = isScalar(yaml) || isMap(yaml) || isSeq(yaml) ? placeAt(yaml.range?.[0] ?? 0) : place;
    const node = made(yaml, at, depth);
    if (typeof yaml === 'object' && yaml !== null && 'anchor' in yaml && typeof yaml.anchor === 'string')
      anchors.set(yaml.anchor, { node, size: size - start });
    return node;
  }

  function made(yaml: unknown, at: Place, depth: number): Node {
    if (isScalar(yaml)) {
      const isPlain = yaml.type === 'PLAIN' && !STRINGS.has(yaml.tag ?? '');
      const source = String(yaml.value ?? '');
      return scalar(at, source, !isPlain);
    }
    if (depth > DEEPEST) {
      problems.push({ kind: 'too-deep', ...at });
      return { ...EMPTY, ...at };
    }
    if (isSeq(yaml)) {
      const items = yaml.items.map((item, index) => {
        path.push(index);
        const node = convert(item, at, depth + 1);
        path.pop();
        return node;
      });
      return { kind: 'list', items, ...at };
    }
    if (isMap(yaml)) return { kind: 'map', entries: entriesOf(yaml.items, at, depth), ...at };
    return { ...EMPTY, ...at };
  }

  function entriesOf(pairs: readonly { key: unknown; value: unknown }[], at: Place, depth: number): readonly Entry[] {
    const entries = new Map<string, Entry>();
    const merged: Entry[] = [];
    for (const { key: yamlKey, value: yamlValue } of pairs) {
      const key = convert(yamlKey, at, depth + 1);
      const name = keyName(key, yamlKey);
      if (name === undefined) {
        convert(yamlValue, key, depth + 1);
        continue;
      }
      path.push(name);
      const value = convert(yamlValue, { line: key.line, column: key.column }, depth + 1);
      path.pop();
      if (key.kind === 'scalar' && !key.quoted && name === '<<') merged.push(...mergedFrom(value));
      else {
        if (entries.has(name)) problems.push({ kind: 'duplicate', key: name, path: [...path], ...placeOf(key) });
        entries.set(name, { key: name, at: placeOf(key), value });
      }
    }
    for (const entry of merged) if (!entries.has(entry.key)) entries.set(entry.key, entry);
    return [...entries.values()];
  }

  function keyName(key: Node, yaml: unknown): string | undefined {
    if (key.kind === 'scalar' && (key.quoted || isScalar(yaml))) {
      const name = key.quoted ? key.source : keyOf(key.source);
      if (name === undefined || typeof key.value === 'boolean')
        problems.push({ kind: 'key', source: key.source, as: name, ...placeOf(key) });
      return name;
    }
    problems.push({ kind: 'key', source: '', as: undefined, ...placeOf(key) });
    return undefined;
  }

  return convert(contents, placeAt(0), 0);
}

const placeOf = ({ line, column }: Place): Place => ({ line, column });

/** What `<<` brings into a map: the entries of a map, or of several, of which the first one counts. */
function mergedFrom(node: Node): readonly Entry[] {
  if (node.kind === 'map') return node.entries;
  return node.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'map' ? item.entries : [])) : [];
}
