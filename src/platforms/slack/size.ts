import type { KnownBlock } from '@slack/types';

/** A heading costs about this beside its text. */
const HEADING = 130;
/** Slack escapes these before it counts: `&amp;`. */
const ESCAPED = 4;

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** What a person sees at once, in characters: not the options of a menu. */
function charactersIn(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  let sum = 0;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'options') continue;
    sum +=
      key === 'text' && typeof value === 'string'
        ? value.length + ESCAPED * count(value, /[&<>]/g)
        : charactersIn(value);
  }
  return sum;
}

/**
 * How Slack measures a message as a whole. Its documentation does not say; apps have measured it (bolt-js, issues 2509
 * and 2867): a `markdown` block counts as the blocks that it becomes, which every heading and every fence cuts, and all
 * texts count together. Rather too much than too little.
 */
export function sizeOf(blocks: readonly KnownBlock[]): { blocks: number; characters: number } {
  const markdown = blocks.flatMap((block) => (block.type === 'markdown' ? [block.text] : []));
  const headings = markdown.reduce((sum, text) => sum + count(text, /^###/gm), 0);
  const fences = markdown.reduce((sum, text) => sum + count(text, /^```/gm), 0);
  const titles = blocks.filter(({ type }) => type === 'header').length;
  return {
    blocks: blocks.length + 2 * headings + fences,
    characters: charactersIn(blocks) + HEADING * (headings + titles),
  };
}
