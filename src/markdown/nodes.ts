import type { Nodes, RootContent, TableRow } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';

/** A node's own text without its marks. */
export const plainText = (node: Nodes): string => plain(node).replace(/\s+/g, ' ').trim();

const from = (node: Nodes): number => node.position?.start.offset ?? 0;
const to = (node: Nodes): number => node.position?.end.offset ?? 0;

/** The source of some neighbouring nodes; code that is marked by its indentation keeps it. */
export function source(markdown: string, nodes: readonly RootContent[]): string {
  const [first] = nodes;
  const last = nodes.at(-1);
  return first === undefined || last === undefined ? '' : markdown.slice(from(first), to(last)).trimEnd();
}

/** Every node of a tree, parents first. */
export function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

/**
 * The source of some neighbouring nodes with that of some within them replaced; `change` returns undefined for a node
 * that stays.
 */
export function rewrite(
  markdown: string,
  nodes: readonly RootContent[],
  change: (node: Nodes) => string | undefined,
): string {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return '';
  let result = '';
  let at = from(first);
  for (const top of nodes) {
    for (const node of walk(top)) {
      const text = from(node) >= at ? change(node) : undefined;
      if (text === undefined) continue;
      result += markdown.slice(at, from(node)) + text;
      at = to(node);
    }
  }
  return (result + markdown.slice(at, to(last))).trimEnd();
}

/** The cells of a table's rows as plain text, the header first. */
export const cells = (rows: readonly TableRow[]): string[][] => rows.map((row) => row.children.map(plainText));

/** Paragraphs and the first quote of some neighbouring nodes. */
export function explanationAndAnalogy(
  markdown: string,
  nodes: readonly RootContent[],
): { explanation: string; analogy: string | undefined } {
  const quote = nodes.find((node) => node.type === 'blockquote');
  const explanation = nodes
    .filter((node) => node !== quote && node.type !== 'html')
    .map((node) => source(markdown, [node]))
    .join('\n\n');
  return { explanation, analogy: quote && source(markdown, [quote]).replace(/^> ?/gm, '') };
}
