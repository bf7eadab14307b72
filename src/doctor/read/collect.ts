import type { Entry, Node, Place } from '../node.ts';
import { keep, type Problem } from './problem.ts';
import { keyOf, resolve } from './resolve.ts';

/** Levels of maps and lists. Kubernetes' own types need 25; a schema of a custom resource some more. */
export const DEEPEST = 200;
/** Values, those behind aliases counted at each of them: as many as kubectl reads before it looks at their share. */
const MOST = 400_000;

const placeOf = ({ line, column }: Place): Place => ({ line, column });

export const nothing = (at: Place): Node => ({
  kind: 'scalar',
  value: null,
  source: '',
  quoted: false,
  ...placeOf(at),
});

export const scalarOf = (at: Place, source: string, quoted: boolean): Node => ({
  kind: 'scalar',
  value: quoted ? source : resolve(source),
  source,
  quoted,
  ...placeOf(at),
});

/** What `<<` brings into a map: the entries of a map, or of several, of which the first one counts. */
function mergedFrom(node: Node): readonly Entry[] {
  if (node.kind === 'map') return node.entries;
  return node.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'map' ? item.entries : [])) : [];
}

/** A map's keys as kubectl reads them: of a key that stands twice the last one counts, and `<<` brings in others. */
export function entriesFrom(pairs: readonly { key: Node; value: Node }[], problems: Problem[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  const merged: Entry[] = [];
  for (const { key, value } of pairs) {
    const name = key.kind !== 'scalar' ? undefined : key.quoted ? key.source : keyOf(key.source);
    const source = key.kind === 'scalar' ? key.source : '';
    if (name !== source) keep(problems, { kind: 'key', source, as: name, ...placeOf(key) });
    if (name === undefined) continue;
    if (name === '<<' && key.kind === 'scalar' && !key.quoted) {
      for (const one of mergedFrom(value)) merged.push(one);
      continue;
    }
    if (entries.has(name)) keep(problems, { kind: 'duplicate', key: name, ...placeOf(key) });
    entries.set(name, { key: name, at: placeOf(key), value });
  }
  for (const entry of merged) if (!entries.has(entry.key)) entries.set(entry.key, entry);
  return [...entries.values()];
}

/** A document's anchors as its text defines them, one after another, and how many values it has with all aliases unfolded. */
export interface Anchors {
  /** Counts a value. */
  count(): void;
  /** Remembers a value under a name. @param before what `size()` was before the value was read */
  define(name: string, node: Node, before: number): void;
  /** The value of a name; nothing, with a problem, where there is none or where it would be too much. */
  use(name: string, at: Place): Node;
  size(): number;
}

export function newAnchors(problems: Problem[]): Anchors {
  const known = new Map<string, { node: Node; size: number }>();
  let size = 0;
  return {
    count: () => void size++,
    size: () => size,
    define: (name, node, before) => void known.set(name, { node, size: size - before }),
    use(name, at) {
      const found = known.get(name);
      if (found === undefined) keep(problems, { kind: 'alias', name, ...placeOf(at) });
      else size += found.size;
      if (size > MOST && !problems.some(({ kind }) => kind === 'too-many-aliases'))
        problems.push({ kind: 'too-many-aliases', ...placeOf(at) });
      return found && size <= MOST ? found.node : nothing(at);
    },
  };
}
