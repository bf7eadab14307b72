import type { Nodes, Root } from 'mdast';
import { type Extension, fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';

// Strict CommonMark shows the asterisks of **굵게(bold)**처럼: a mark between a parenthesis and Hangul closes nothing.
const SYNTAX = [gfm(), cjkFriendlyExtension()];
const TREE = gfmFromMarkdown();

/** No bare address is without one of these, nor is one that marks or entities stand in. */
const ADDRESS = /@|:\/\/|www\.|[&\\]/i;
const NO_ADDRESSES = { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } };

/** No row below a table's head is without one of these. */
const TABLE = /\||:-|-:/;
const NO_TABLES = { disable: { null: ['table'] } };

const hasAddress = (node: Nodes): boolean =>
  node.type === 'text' ? ADDRESS.test(node.value) : 'children' in node && node.children.some(hasAddress);

/** The library looks for addresses again in every text of a tree; here, in blocks that have one. */
const FEWER_LOOKS: Extension[] = TREE.map(({ transforms, ...extension }) => ({
  ...extension,
  transforms: (transforms ?? []).map((transform) => (tree: Root) => {
    const children = tree.children.filter(hasAddress);
    if (children.length > 0) transform({ type: 'root', children });
  }),
}));

/**
 * CommonMark with GFM, as people write it in Korean. The library would try a table at each line and an address at each
 * letter, which takes half of its time: here it tries them in texts that may have one.
 */
export const parseMarkdown = (markdown: string): Root =>
  fromMarkdown(markdown, {
    extensions: [
      ...SYNTAX,
      ...(ADDRESS.test(markdown) ? [] : [NO_ADDRESSES]),
      ...(TABLE.test(markdown) ? [] : [NO_TABLES]),
    ],
    mdastExtensions: [FEWER_LOOKS],
  });
