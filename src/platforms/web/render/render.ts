import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Answered, Block, Listing, Looks, Picture, Reply, Table, TableCell } from '../../../core/reply/blocks.ts';
import { type ClusterPicture, clusterSize } from '../../../core/reply/cluster.ts';
import { clockLine } from '../../../core/reply/controls.ts';
import { altOf } from '../../../core/reply/drawable.ts';
import { withoutControls } from '../../../language/normalize.ts';
import { answeredForm } from './answered.ts';
import { codeBlock } from './code.ts';
import { buttonRow, choice, input, menus } from './controls.ts';
import { board, chart, heat } from './figures.ts';
import { formElement } from './form.ts';
import { listing } from './listing.ts';
import { looks } from './looks.ts';
import { markdownTree } from './markdown.ts';
import type { View } from './view.ts';

/** Pixels of a card, as src/pictures draws it: its place is kept while it loads. */
const CARD = { width: 1200, height: 630 } as const;

function picture(block: Picture | ClusterPicture, view: View): Element {
  const alt = altOf(block);
  const size = block.type === 'picture' ? CARD : clusterSize(block);
  return h(
    block.type === 'picture' ? 'picture.card' : 'picture.cluster',
    h('source', { srcSet: view.pictureUrl(block, 'dark'), media: '(prefers-color-scheme: dark)' }),
    h('img', { src: view.pictureUrl(block, 'light'), alt, loading: 'lazy', ...size }),
  );
}

const cellText = (cell: TableCell): string => (typeof cell === 'string' ? cell : cell.text);

const table = ({ caption, columns, rows }: Table): Element =>
  h(
    'div.scroll',
    { tabIndex: 0, role: 'region', ariaLabel: caption },
    h(
      'table',
      h('caption', caption),
      h(
        'thead',
        h(
          'tr',
          columns.map((column) => h('th', { scope: 'col' }, column)),
        ),
      ),
      h(
        'tbody',
        rows.map((row) =>
          h(
            'tr',
            row.map((cell, i) => (i === 0 ? h('th', { scope: 'row' }, cellText(cell)) : h('td', cellText(cell)))),
          ),
        ),
      ),
    ),
  );

function blockTree(block: Block | Table | Listing | Looks, view: View, answered?: Answered): ElementContent[] {
  switch (block.type) {
    case 'heading':
      return [h('h2', block.text, ...(block.aside === undefined ? [] : [' ', h('span.aside', block.aside)]))];
    case 'text':
      return markdownTree(block.markdown);
    case 'quote':
      return [h('blockquote', markdownTree(block.markdown))];
    case 'fields':
      return [
        h(
          'dl.fields',
          block.fields.map(({ name, value }) => h('div', h('dt', name), h('dd', value))),
        ),
      ];
    case 'mentions':
      return [
        h('dl.fields', h('div', h('dt', block.name), h('dd', block.mentions.map((one) => one.slice(1, -1)).join(' ')))),
      ];
    case 'buttons':
      return [buttonRow(block.buttons, view)];
    case 'choice':
      return [answered ? answeredForm(block, answered, view) : choice(block, view)];
    case 'menus':
      return [answered ? answeredForm(block, answered, view) : menus(block, view)];
    case 'input':
      return [answered ? answeredForm(block, answered, view) : input(block, view)];
    case 'form':
      return [formElement(block, view)];
    case 'picture':
    case 'cluster':
      return [picture(block, view)];
    case 'board':
      return [board(block)];
    case 'chart':
      return [chart(block)];
    case 'heat':
      return [heat(block)];
    case 'table':
      return [table(block)];
    case 'listing':
      return [listing(block, view.locale)];
    case 'looks':
      return [looks(block, view)];
    case 'file': {
      const href = `data:application/octet-stream;charset=utf-8;base64,${Buffer.from(block.text).toString('base64')}`;
      return [
        h('p', h('a.button', { href, download: block.name }, `⬇ ${block.name}`)),
        h('details', h('summary', block.name), codeBlock(block.text)),
      ];
    }
    case 'countdown':
      return [
        h(
          'p.countdown',
          // Scripts count it down, in words and as a bar; a screen reader is not told each second.
          {
            role: 'timer',
            'data-ends': String(block.ends),
            'data-whole': String(block.whole),
            'data-before': block.before,
            'data-after': block.after,
          },
          h('span.clock', clockLine(block, block.left)),
          h('span.track', { ariaHidden: 'true' }, h('span.left')),
        ),
      ];
    case 'footer':
      return [h('p.foot', block.text)];
    default:
      return block satisfies never;
  }
}

const harmless = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? withoutControls(value) : value;

/** A Reply as a tree of HTML: text is text, whatever is in it. `id` names it among what a page shows. */
export function replyTree(reply: Reply, view: View, id?: string): Element {
  const { blocks, tabled, wide, accent, replaces, follow, final, answered }: Reply = JSON.parse(
    JSON.stringify(reply),
    harmless,
  );
  return h(
    'article',
    {
      className: ['reply', accent, ...(final ? ['final'] : [])],
      lang: view.locale,
      ...(id === undefined ? {} : { id }),
      ...(replaces ? { 'data-replaces': '' } : {}),
      // What changes each second is not read out each time.
      ...(follow && view.followUrl ? { 'data-follow': view.followUrl(follow.line), ariaLive: 'off' } : {}),
    },
    (wide ?? tabled ?? blocks).flatMap((block) => blockTree(block, view, answered)),
  );
}

/** Without control codes and overrides of direction, which Markdown could have named (`&#8238;`), and names hold. */
export const htmlOf = (tree: Element | readonly ElementContent[]): string =>
  withoutControls(toHtml('type' in tree ? tree : { type: 'root', children: [...tree] }));

/** A Reply as HTML. */
export const render = (reply: Reply, view: View, id?: string): string => htmlOf(replyTree(reply, view, id));
