import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Place } from '../node.ts';
import { DEEPEST, entriesFrom, newAnchors, nothing, scalarOf } from './collect.ts';
import { keep, type Problem } from './problem.ts';

export interface Parsed {
  root: Node;
  problems: readonly Problem[];
}

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

/** Where brackets go too deep; a recursion over them would end the process' stack. */
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

/** Reads one document by a whole parser of YAML. Whatever is wrong is a problem, and the rest is read on. @param firstLine of the text in its file */
export function parse(text: string, firstLine: number): Parsed {
  const placeAt = placesOf(text, firstLine);
  const deep = tooDeep(text);
  if (deep !== undefined) return { root: nothing(placeAt(0)), problems: [{ kind: 'too-deep', ...placeAt(deep) }] };
  const problems: Problem[] = [];
  // A text of nothing but mistakes has a mistake at every sign: a stack of each would take most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const document = parseDocument(text, OPTIONS);
    for (const { code, pos } of document.errors) keep(problems, { kind: 'syntax', code, ...placeAt(pos[0]) });
    return { root: nodesOf(document.contents, placeAt, problems), problems };
  } catch (error) {
    // The library reads what is nested by recursion.
    if (!(error instanceof RangeError)) throw error;
    return { root: nothing(placeAt(0)), problems: [{ kind: 'too-deep', ...placeAt(0) }] };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function nodesOf(contents: Document.Parsed['contents'], placeAt: (offset: number) => Place, problems: Problem[]): Node {
  const anchors = newAnchors(problems);

  function convert(yaml: unknown, place: Place, depth: number): Node {
    anchors.count();
    if (isAlias(yaml)) return anchors.use(yaml.source, place);
    const before = anchors.size();
    const at = isScalar(yaml) || isMap(yaml) || isSeq(yaml) ? placeAt(yaml.range?.[0] ?? 0) : place;
    const node = made(yaml, at, depth);
    if (typeof yaml === 'object' && yaml !== null && 'anchor' in yaml && typeof yaml.anchor === 'string')
      anchors.define(yaml.anchor, node, before);
    return node;
  }

  function made(yaml: unknown, at: Place, depth: number): Node {
    if (isScalar(yaml)) {
      const isPlain = yaml.type === 'PLAIN' && !STRINGS.has(yaml.tag ?? '');
      return scalarOf(at, String(yaml.value ?? ''), !isPlain);
    }
    if (depth > DEEPEST) {
      keep(problems, { kind: 'too-deep', ...at });
      return nothing(at);
    }
    if (isSeq(yaml)) return { kind: 'list', items: yaml.items.map((item) => convert(item, at, depth + 1)), ...at };
    if (!isMap(yaml)) return nothing(at);
    const pairs = yaml.items.map(({ key: yamlKey, value }) => {
      const key = convert(yamlKey, at, depth + 1);
      return { key, value: convert(value, key, depth + 1) };
    });
    return { kind: 'map', entries: entriesFrom(pairs, problems), ...at };
  }

  return convert(contents, placeAt(0), 0);
}
