import type { Node } from '../node.ts';
import { resolve } from '../read/resolve.ts';

/** Lines of a fix; what is longer says less than it takes to read. */
export const MOST_LINES = 12;

/** A text as YAML, in quotes where it would be read as something else without. */
export function quotedWhere(value: string): string {
  const isPlain =
    /^[\p{L}\p{N}/._][^\n]*$/u.test(value) && !/: |:$| #|\s$/.test(value) && typeof resolve(value) === 'string';
  return isPlain ? value : JSON.stringify(value);
}

function scalar(node: Extract<Node, { kind: 'scalar' }>): string {
  if (typeof node.value === 'string') return quotedWhere(node.value);
  return node.source;
}

function lines(node: Node): string[] | string {
  switch (node.kind) {
    case 'scalar':
      return scalar(node);
    case 'list':
      if (node.items.length === 0) return '[]';
      return node.items.flatMap((item) => {
        const inner = lines(item);
        if (typeof inner === 'string') return [`- ${inner}`];
        return inner.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
      });
    case 'map':
      if (node.entries.length === 0) return '{}';
      return node.entries.flatMap(({ key, value }) => entry(quotedWhere(key), value));
    default:
      return node satisfies never;
  }
}

function entry(key: string, node: Node): string[] {
  const inner = lines(node);
  if (typeof inner === 'string') return [inner === '' ? `${key}:` : `${key}: ${inner}`];
  return [`${key}:`, ...inner.map((line) => `  ${line}`)];
}

/** A key with its value as YAML; null where that is too long to show. */
export function yamlOf(key: string, node: Node): string | null {
  const all = entry(key, node);
  return all.length > MOST_LINES ? null : all.join('\n');
}
