import type { ActionsBlock, Button, ContextBlock, KnownBlock, PlainTextElement, SectionBlock } from '@slack/types';
import { PASSED, passOf } from '../../core/dont-know.ts';
import { shortHash } from '../../core/hash.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Choice, Drawable, Reply } from '../../core/reply/blocks.ts';
import { altOf, inWords } from '../../core/reply/drawable.ts';
import { withoutControls } from '../../language/normalize.ts';
import { quoted } from '../../markdown/dialect.ts';
import { SLACK } from './limits.ts';
import { calm, escaped, oneLine, toSlack, within } from './markdown.ts';
import { toRichText } from './rich-text.ts';

/** Who looks at a reply, and where. */
export interface View {
  locale: Locale;
  /** Messages have `markdown` blocks; modals and the home tab have not. */
  surface: 'message' | 'view';
  /** Others read the channel: what is shown to the caller alone can be shared with it. */
  others: boolean;
  /** The caller's own name, for what they share. */
  name: string;
  /** Stands before every command's name: see SlackConfig. */
  prefix: string;
  /** Pictures are shown as files of these ids, uploaded already; without one, in words. */
  fileOf?: (picture: Drawable) => string | undefined;
}

/** What a press does, as its action_id says; a number follows, since ids must differ within a message. */
export const ACTIONS = { run: 'run', type: 'type', send: 'send', pick: 'pick', typed: 'typed', look: 'look' } as const;

const SHORT = 20;
/** Letters and digits of a hash, all of it. */
const HASH = 7;
/** Fields stand in two columns as long as a phone can show them so. */
const FIELD_LINE = 60;

const plain = (text: string, most: number): PlainTextElement => ({
  type: 'plain_text',
  text: within(calm(oneLine(text)) || '…', most),
});

const button = (label: string, line: string, style?: Button['style'], action: string = ACTIONS.run): Button => ({
  type: 'button',
  action_id: action,
  text: plain(label, SLACK.buttonText),
  value: line,
  ...(style === undefined ? {} : { style }),
});

const actions = (elements: readonly Button[]): ActionsBlock[] =>
  Array.from({ length: Math.ceil(elements.length / SLACK.buttons) }, (_, i) => ({
    type: 'actions',
    elements: elements.slice(i * SLACK.buttons, (i + 1) * SLACK.buttons),
  }));

const small = (text: string): ContextBlock[] =>
  oneLine(text) === '' ? [] : [{ type: 'context', elements: [plain(text, SLACK.field)] }];

/** Plain words as Markdown, within a line; an address in them is no link, which would take the marks' backslashes in. */
const literal = (words: string): string =>
  oneLine(words)
    .replace(/(?<=https?:)(?=\/\/)|(?<=\bwww)(?=\.)/gi, '\u2060')
    .replace(/[\\*_~`[\]<>&#|]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^\d+(?=[.)])/, '$&\\');

/** Prose, in what the surface has for it. */
function prose(markdown: string, how: 'text' | 'quote', { surface }: View): KnownBlock[] {
  if (surface === 'view') {
    const block = toRichText(markdown, how);
    return block ? [block] : [];
  }
  const text = toSlack(withoutControls(markdown));
  return text === '' ? [] : [{ type: 'markdown', text: how === 'quote' ? quoted(text) : text }];
}

/** Whoever does not know is shown the answer, as for a wrong one. */
const pass = (line: string, picks: number, locale: Locale): Button =>
  button(PASSED[locale], `${line} ${passOf(picks)}`);

/** Slack sends every change of a menu; what was chosen counts when the button beside it is pressed. */
function severalBlocks({ options, line, min, max }: Choice, locale: Locale): KnownBlock[] {
  const menu: SectionBlock = {
    type: 'section',
    // Of the question, not of the moment: an edit of the message is not to drop what somebody has chosen.
    block_id: `${ACTIONS.pick}:${shortHash(line, HASH)}`,
    text: plain(
      locale === 'ko' ? '맞는 것을 모두 고르고 제출해 주세요.' : 'Choose all that apply, then submit.',
      SLACK.text,
    ),
    accessory: {
      type: 'multi_static_select',
      action_id: ACTIONS.pick,
      placeholder: plain(locale === 'ko' ? '모두 고르기' : 'Choose', SLACK.buttonText),
      max_selected_items: max,
      options: options.map(({ value, label }, i) => ({ text: plain(`${i + 1}. ${label}`, SLACK.optionText), value })),
    },
  };
  const send = button(locale === 'ko' ? '제출하기' : 'Submit', line, 'primary', ACTIONS.send);
  return [menu, ...actions([send, pass(line, min, locale)])];
}

/** One press an option; in an order each press carries what was pressed before. */
function choiceBlocks(choice: Choice, view: View): KnownBlock[] {
  const { options, picked, line, ordered, min, max } = choice;
  const { locale } = view;
  const several = max > 1 && !ordered;
  const short = !ordered && !several && options.every(({ label }) => Array.from(label).length <= SHORT);
  const listed = prose(options.map(({ label }, i) => `**${i + 1}**  ${literal(label)}`).join('  \n'), 'text', view);
  if (several) return [...listed, ...severalBlocks(choice, locale)];
  const numbers = options.flatMap(({ value, label }, i) =>
    ordered && picked.includes(value)
      ? []
      : [button(short ? label : String(i + 1), `${line} ${ordered ? picked.join('') : ''}${value}`)],
  );
  const unknown = pass(line, ordered ? min : 1, locale);
  if (!ordered) return [...(short ? [] : listed), ...actions([...numbers, unknown])];
  const again = picked.length > 0 ? [button(locale === 'ko' ? '↺ 처음부터' : '↺ Start over', line)] : [];
  const soFar = picked.map((value) => options.findIndex((option) => option.value === value) + 1).join(' → ');
  const hint =
    picked.length > 0
      ? `${locale === 'ko' ? '고른 순서' : 'Your order'}: ${soFar}`
      : locale === 'ko'
        ? '순서대로 하나씩 눌러 주세요.'
        : 'Press them one by one, in order.';
  return [...listed, ...small(hint), ...actions([...numbers, ...again, unknown])];
}

/** Short, and without what `mrkdwn` would take for marks, which it cannot escape. */
const isPlain = (text: string): boolean => text !== '' && !/[*_~`]|^>/.test(text);

function fieldBlocks(given: readonly { name: string; value: string }[], view: View): KnownBlock[] {
  const fields = given.map(({ name, value }) => ({ name: oneLine(name), value: oneLine(value) }));
  const short = fields.every(
    ({ name, value }) => isPlain(name) && isPlain(value) && Array.from(name + value).length <= FIELD_LINE,
  );
  if (!short || fields.length > SLACK.fields)
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
        text: `*${escaped(name)}*\n${escaped(value)}`,
        verbatim: true,
      })),
    },
  ];
}

function pictureBlocks(picture: Drawable, view: View): KnownBlock[] {
  const id = view.fileOf?.(picture);
  if (id === undefined) return inWords(picture).flatMap((one) => blocksOf(one, view));
  const alt = within(calm(oneLine(altOf(picture))) || '…', SLACK.alt);
  return [{ type: 'image', slack_file: { id }, alt_text: alt }];
}

function blocksOf(block: Block, view: View): KnownBlock[] {
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
          text: { type: 'mrkdwn', text: `*${escaped(oneLine(block.name))}*  ${block.mentions.join(' ')}` },
        },
      ];
    case 'buttons':
      return actions(
        block.buttons.map(({ label, line, primary, danger }) =>
          button(label, line, danger ? 'danger' : primary ? 'primary' : undefined),
        ),
      );
    case 'choice':
      return choiceBlocks(block, view);
    case 'input': {
      const write = button(locale === 'ko' ? '✎ 답 쓰기' : '✎ Type the answer', block.line, 'primary', ACTIONS.type);
      return actions([write, pass(block.line, 1, locale)]);
    }
    case 'file':
      // Slack has no file that one person alone sees, but in their direct messages: see createDelivery().
      return small(
        locale === 'ko'
          ? `📎 ${block.name} · 도시락과의 개인 메시지로 보내요`
          : `📎 ${block.name} · sent to your direct messages with Dosirak`,
      );
    case 'picture':
    case 'chart':
    case 'board':
    case 'heat':
      return pictureBlocks(block, view);
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
  if (sharedBy === undefined) return '';
  return locale === 'ko' ? `${name} 님이 공유했어요` : `Shared by ${name}`;
}

/** A Reply in Slack's blocks, not yet held against the limits of a whole message. */
export function blocksOfReply(reply: Reply, view: View): KnownBlock[] {
  const ko = view.locale === 'ko';
  const blocks = [...small(byline(reply, view)), ...reply.blocks.flatMap((block) => blocksOf(block, view))];
  if (reply.share === undefined || !view.others || reply.visibility === 'channel') return pressable(blocks);
  const share = button(ko ? '📢 채널에 공유' : '📢 Share with the channel', `share ${reply.share}`);
  const at = blocks.findLastIndex((block) => block.type === 'actions');
  const last = blocks[at];
  if (last?.type !== 'actions' || last.elements.length >= SLACK.buttons)
    return pressable([...blocks, ...actions([share])]);
  return pressable(blocks.with(at, { ...last, elements: [...last.elements, share] }));
}
