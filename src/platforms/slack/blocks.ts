import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Block, Drawable, Reply, Table } from '../../core/reply/blocks.ts';
import { areShort, clockInWords, shareButton } from '../../core/reply/controls.ts';
import { altOf, inWords } from '../../core/reply/drawable.ts';
import { formInWords } from '../../core/reply/form.ts';
import { text as replyText } from '../../core/reply/text.ts';
import { oneLine } from '../../language/normalize.ts';
import { actions, literal, plain, press, prose, small, type View } from './elements.ts';
import { SLACK } from './limits.ts';
import { escapeText, truncateUnits, withoutPings } from './markdown.ts';
import { choiceBlocks, inputBlocks, menusBlocks } from './question-blocks.ts';
import { tableBlock } from './table.ts';
import { text } from './text.ts';

/** Without what `mrkdwn` would take for marks, which it cannot escape. */
const isPlain = (text: string): boolean => text !== '' && !/[*_~`]|^>/.test(text);

function fieldBlocks(given: readonly { name: string; value: string }[], view: View): KnownBlock[] {
  const fields = given.map(({ name, value }) => ({ name: oneLine(name), value: oneLine(value) }));
  const hasColumns =
    fields.length <= SLACK.fields && areShort(fields) && fields.every((one) => isPlain(one.name) && isPlain(one.value));
  if (!hasColumns)
    return prose(
      fields
        .map(({ name, value }) => [name && `**${literal(name)}**`, literal(value)].filter(Boolean).join('  \n'))
        .join('\n\n'),
      'text',
      view,
    );
  return [
    {
      type: 'section',
      fields: fields.map(({ name, value }) => ({
        type: 'mrkdwn',
        text: `*${escapeText(name)}*\n${escapeText(value)}`,
        verbatim: true,
      })),
    },
  ];
}

function pictureBlocks(picture: Drawable, view: View): KnownBlock[] {
  const id = view.fileOf?.(picture);
  if (id === undefined) return inWords(picture).flatMap((one) => blocksOf(one, view));
  const alt = truncateUnits(withoutPings(oneLine(altOf(picture))) || '…', SLACK.alt);
  return [{ type: 'image', slack_file: { id }, alt_text: alt }];
}

function blocksOf(block: Block | Table, view: View): KnownBlock[] {
  const { locale } = view;
  switch (block.type) {
    case 'heading':
      return [{ type: 'header', text: plain(block.text, SLACK.header) }, ...small(block.aside ?? '')];
    case 'text':
      return prose(block.markdown, 'text', view);
    case 'quote':
      return prose(block.markdown, 'quote', view);
    case 'fields':
      return fieldBlocks(block.fields, view);
    case 'mentions':
      return [
        {
          type: 'section',
          text: { type: 'mrkdwn', text: `*${escapeText(oneLine(block.name))}*  ${block.mentions.join(' ')}` },
        },
      ];
    case 'buttons':
      return actions(block.buttons.map((one) => press(one)));
    case 'choice':
      return choiceBlocks(block, view);
    case 'menus':
      return menusBlocks(block, view);
    case 'input':
      return inputBlocks(block, view);
    case 'form':
      return [
        ...formInWords(block, locale).flatMap((one) => blocksOf(one, view)),
        ...actions([press({ label: block.open, line: block.line, primary: true })]),
      ];
    case 'file':
      // Slack has no file that one person alone sees, but in their direct messages: see createDelivery().
      return small(text(locale).fileGoesToDirect(block.name));
    case 'picture':
    case 'chart':
    case 'board':
    case 'heat':
    case 'cluster':
      return pictureBlocks(block, view);
    case 'countdown':
      return small(clockInWords(block));
    case 'table':
      return [tableBlock(block)];
    case 'footer':
      return small(block.text);
    default:
      block satisfies never;
      throw new Error('a block of no known type');
  }
}

/** Ids that differ, as Slack demands of blocks and of every block's elements; presses without a line, or with too long a one, go. */
function pressable(blocks: readonly KnownBlock[]): KnownBlock[] {
  let count = 0;
  let menus = 0;
  return blocks.flatMap((block): KnownBlock[] => {
    if (block.block_id !== undefined) return [{ ...block, block_id: `${block.block_id}:${menus++}` }];
    if (block.type !== 'actions') return [block];
    const elements = block.elements.flatMap((element): ActionsBlock['elements'] => {
      if (element.type !== 'button') return [element];
      const { value = '' } = element;
      return value.trim() === '' || value.length > SLACK.value
        ? []
        : [{ ...element, action_id: `${element.action_id}:${count++}` }];
    });
    return elements.length === 0 ? [] : [{ ...block, elements }];
  });
}

/** Who shares it with the channel; empty for what is not shared. */
export function byline({ sharedBy }: Reply, { locale, name }: View): string {
  return sharedBy === undefined ? '' : replyText(locale).sharedBy(name);
}

/** A Reply in Slack's blocks, or what it `shows` instead, not yet held against the limits of a whole message. */
export function blocksOfReply(
  reply: Reply,
  view: View,
  shows: readonly (Block | Table)[] = reply.blocks,
): KnownBlock[] {
  const blocks = [...small(byline(reply, view)), ...shows.flatMap((block) => blocksOf(block, view))];
  const sharing = shareButton(reply, view);
  if (!sharing) return pressable(blocks);
  const share = press(sharing);
  const at = blocks.findLastIndex((block) => block.type === 'actions');
  const last = blocks[at];
  if (last?.type !== 'actions' || last.elements.length >= SLACK.buttons)
    return pressable([...blocks, ...actions([share])]);
  return pressable(blocks.with(at, { ...last, elements: [...last.elements, share] }));
}
