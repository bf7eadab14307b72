/**
 * How Slack measures the blocks of a message as a whole. It documents none of this; apps have measured it (bolt-js
 * issues 2509 and 2867, and others since): a `markdown` block counts as the blocks that Slack makes of it, and all
 * texts together with some characters for each block stay below about 13,200, or the error is msg_blocks_too_long.
 */

import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { memoize } from '../../../../src/language/memoize.ts';
import { isRecord, lengthOf } from './form.ts';

/** Below what was seen to be refused, and what was seen to pass with room. */
export const MAX_CHARACTERS = 13_000;
/** A heading and a divider cost about this beside their text; other blocks little. */
const LINE_COST = 130;

/** Texts that are sent over and over. */
const MEASURED = 1000;

type Made = 'line' | 'other';

/** A heading and a rule are each a block of their own, and so at most are code and a table; what stands between is one. */
const madeOf = memoize((markdown): readonly Made[] => {
  const { children } = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  let isRun = false;
  return children.flatMap(({ type }): Made[] => {
    const continues = isRun;
    isRun = !['heading', 'thematicBreak', 'code', 'table'].includes(type);
    if (type === 'heading' || type === 'thematicBreak') return ['line'];
    return isRun && continues ? [] : ['other'];
  });
}, MEASURED);

const blocksOf = (block: unknown): readonly Made[] => {
  if (!isRecord(block)) return ['other'];
  if (block.type === 'markdown') return madeOf(String(block.text));
  return [block.type === 'header' || block.type === 'divider' ? 'line' : 'other'];
};

/** How many blocks Slack makes of these. */
export const countOf = (blocks: readonly unknown[]): number => blocks.flatMap(blocksOf).length;

/** Slack escapes `&`, `<` and `>` before it counts. */
const escapedLength = (text: string): number => lengthOf(text) + [...text.matchAll(/[&<>]/g)].length * 4;

/** What a person sees at once: not the options of a menu. */
const HIDDEN = ['options', 'option_groups', 'initial_option', 'initial_options', 'confirm'];

const textIn = (part: unknown): number => {
  if (Array.isArray(part)) return part.reduce<number>((sum, each) => sum + textIn(each), 0);
  if (!isRecord(part)) return 0;
  return Object.entries(part).reduce((sum, [name, value]) => {
    if (HIDDEN.includes(name)) return sum;
    return sum + (name === 'text' && typeof value === 'string' ? escapedLength(value) : textIn(value));
  }, 0);
};

/** The characters that Slack counts for these blocks. */
export const charactersOf = (blocks: readonly unknown[]): number =>
  textIn(blocks) + blocks.flatMap(blocksOf).filter((made) => made === 'line').length * LINE_COST;
