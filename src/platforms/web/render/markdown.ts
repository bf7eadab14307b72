import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Code, Heading, Html, Image, ImageReference, Link, LinkReference, Table } from 'mdast';
import { defaultHandlers, type State, toHast } from 'mdast-util-to-hast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { memoize } from '../../../language/memoize.ts';
import { webAddress } from '../../../markdown/dialect.ts';
import { parseMarkdown } from '../../../markdown/parse.ts';
import { slashIn } from '../../../markdown/slash.ts';
import { codeBlock } from './code.ts';

/** Texts of a course, which are shown over and over; their trees take ten times the space of a text. */
const REMEMBERED = 1000;

/** Headings of a text stand below that of its reply. */
const DEEPER = 2;

const handlers = {
  heading: (state: State, node: Heading) => h(`h${Math.min(6, node.depth + DEEPER)}`, state.all(node)),
  /** A command is pressed, where scripts run. Any other link leads out of the page. */
  link(state: State, node: Link): ElementContent | ElementContent[] {
    const named = slashIn(node);
    if (named) return h('span.command', { 'data-line': `/${named.line}` }, state.all(node));
    const address = webAddress(node.url);
    if (address === undefined) return state.all(node);
    return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, state.all(node));
  },
  /** Nothing is loaded from elsewhere. */
  image(_: State, node: Image): ElementContent {
    const address = webAddress(node.url);
    const words = node.alt ?? '';
    if (address === undefined) return { type: 'text', value: words };
    return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, words || address);
  },
  /** As on other platforms: an address that stands elsewhere in a text is not looked up, and could be any. */
  linkReference: (state: State, node: LinkReference): ElementContent[] => state.all(node),
  imageReference: (_: State, node: ImageReference): ElementContent => ({ type: 'text', value: node.alt ?? '' }),
  /** What is typed is text, whatever it looks like. */
  html: (_: State, node: Html): ElementContent => ({ type: 'text', value: node.value }),
  code: (_: State, node: Code): ElementContent => codeBlock(node.value),
  /** On a phone it is moved sideways, by keys as well; it is called after its columns. */
  table(state: State, node: Table): ElementContent {
    const columns = node.children[0]?.children.map((cell) => wordsOf(cell)).join(', ');
    const label = { tabIndex: 0, role: 'region', ariaLabel: columns };
    return h('div.scroll.prose', label, defaultHandlers.table(state, node));
  },
};

const parse = (markdown: string): Root => {
  const tree = toHast(parseMarkdown(markdown), { handlers, clobberPrefix: 'note-' });
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
};

const remembered = memoize(parse, REMEMBERED);

/** CommonMark with GFM as HTML: no marks but its own, and no address that a page should not follow. */
export const markdownTree = (markdown: string): ElementContent[] =>
  remembered(markdown).children.filter((node) => node.type !== 'doctype');
