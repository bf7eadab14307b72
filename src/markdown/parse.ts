import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';

// Strict CommonMark shows the asterisks of **굵게(bold)**처럼: a mark between a parenthesis and Hangul closes nothing.
const OPTIONS = { extensions: [gfm(), cjkFriendlyExtension()], mdastExtensions: [gfmFromMarkdown()] };

/** CommonMark with GFM, as people write it in Korean. */
export const parseMarkdown = (markdown: string): Root => fromMarkdown(markdown, OPTIONS);
