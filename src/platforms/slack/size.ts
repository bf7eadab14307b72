import type { KnownBlock } from '@slack/types';

/** A heading costs about this beside its text. */
const HEADING = 130;
/** Slack escapes these before it counts: `&amp;`. */
const ESCAPED = 4;

/** What a person sees at once: not the options of a menu. */
const textsIn = (part: unknown): string[] => {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'options' ? [] : key === 'text' && typeof value === 'string' ? [value] : textsIn(value),
  );
};

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/**
 * How Slack measures a message as a whole. Its documentation does not say; apps have measured it (bolt-js, issues 2509
 * and 2867): a `markdown` block counts as the blocks that it becomes, which every heading and every fence cuts, and all
 * texts count together. Rather too much than too little.
 */
export function sizeOf(blocks: readonly KnownBlock[]): { blocks: number; characters: number } {
  const markdown = blocks.flatMap((block) => (block.type === 'markdown' ? [block.text] : []));
  const headings = markdown.reduce((sum, text) => sum + count(text, /^###/gm), 0);
  const fences = markdown.reduce((sum, text) => sum + count(text, /^```/gm), 0);
  const texts = textsIn(blocks).reduce((sum, text) => sum + text.length + ESCAPED * count(text, /[&<>]/g), 0);
  const titles = blocks.filter(({ type }) => type === 'header').length;
  return { blocks: blocks.length + 2 * headings + fences, characters: texts + HEADING * (headings + titles) };
}
