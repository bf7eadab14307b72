/** How a person reads a message, a modal or the home tab of Slack, and what they press there. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { memoize } from '../../../src/language/memoize.ts';
import { eventually } from '../../support/eventually.ts';
import { elementsOf, labelOf } from './blocks.ts';
import { number, object, objects, text } from './json.ts';
import type { Act, Json, LocalSlack, Message, Pings, User, View, What, Where } from './types.ts';

/** All that is looked at here of a message or a view. */
export type Shown = Pick<Message | View, 'blocks'>;

/** Strict CommonMark with GFM: marks that it takes for none are read as they stand. */
function wordsIn(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'html':
      return node.value;
    case 'break':
      return '\n';
    case 'root':
    case 'blockquote':
    case 'listItem':
      return node.children.map(wordsIn).join('\n');
    case 'list':
      return node.children
        .map((item, i) => `${node.ordered ? `${(node.start ?? 1) + i}.` : '•'} ${wordsIn(item)}`)
        .join('\n');
    default:
      return 'children' in node ? node.children.map(wordsIn).join('') : '';
  }
}

/** Texts that a test reads over and over. */
const READ = 1000;

const markdownRead = memoize(
  (markdown) => wordsIn(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })),
  READ,
);

const unescaped = (said: string): string =>
  said.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A text object; bold is the only mark that the bot's own mrkdwn has. */
const textRead = (one: unknown): string =>
  object(one).type === 'mrkdwn' ? unescaped(labelOf(one).replace(/^\*(.*)\*$/gm, '$1')) : labelOf(one);

function richRead(part: Json): string {
  const elements = objects(part.elements);
  if (part.type !== 'rich_text_list') return elements.map((one) => text(one.text)).join('');
  const from = number(part.offset) + 1;
  return elements.map((item, i) => `${part.style === 'ordered' ? `${from + i}.` : '•'} ${richRead(item)}`).join('\n');
}

/** A table's cells as they are written, its head first. */
export const tableRead = ({ rows }: Json): string[][] =>
  (Array.isArray(rows) ? rows : []).map((row) => objects(row).map((cell) => text(cell.text)));

function linesOf(block: Json): string[] {
  switch (block.type) {
    case 'header':
      return [textRead(block.text)];
    case 'section':
      return [textRead(block.text), ...objects(block.fields).map(textRead)];
    case 'context':
      return objects(block.elements).map(textRead);
    case 'markdown':
      return [markdownRead(text(block.text))];
    case 'rich_text':
      return objects(block.elements).map(richRead);
    case 'image':
      return [text(block.alt_text)];
    case 'data_table':
      return tableRead(block).map((row) => row.join(' | '));
    default:
      return [];
  }
}

/** Without the characters that nobody sees. */
export const visible = (said: string): string => said.replace(/[\u200b\u2060]/g, '');

/** Everything that is read, in pictures as well; buttons and menus apart. */
export const said = ({ blocks }: Shown): string =>
  visible(
    blocks
      .flatMap(linesOf)
      .filter((line) => line !== '')
      .join('\n'),
  );

/** Its title; empty where it has none. */
export const titleOf = ({ blocks }: Shown): string =>
  visible(textRead(blocks.find(({ type }) => type === 'header')?.text));

interface Seen {
  label: string;
  actionId: string;
  value: string;
  primary: boolean;
}

export const buttonsSeen = ({ blocks }: Shown): Seen[] =>
  blocks
    .flatMap(elementsOf)
    .filter(({ type }) => type === 'button')
    .map((one) => ({
      label: visible(labelOf(one.text)),
      actionId: text(one.action_id),
      value: text(one.value),
      primary: one.style === 'primary',
    }));

export const labelsSeen = (shown: Shown): string[] => buttonsSeen(shown).map(({ label }) => label);

/** The lines that its buttons send. */
export const linesSent = (shown: Shown): string[] => buttonsSeen(shown).map(({ value }) => value);

/** The options of its menu, as they are written; none where it has no menu. */
export const optionsSeen = ({ blocks }: Shown): string[] =>
  blocks.flatMap(elementsOf).flatMap(({ options }) => objects(options).map((one) => labelOf(one.text)));

/** What `text` says to notifications and screen readers. */
export const spoken = ({ text }: Pick<Message, 'text'>): string => visible(unescaped(text));

export const NOBODY: Pings = { broadcasts: [], users: [], groups: [] };

/** The button that reads so. */
export function named(shown: Shown, label: string): What {
  const found = buttonsSeen(shown).find((one) => one.label === label);
  return found ? { actionId: found.actionId } : { label };
}

/** Presses the button, and gives the message that answers: another one, or the same one changed. */
export const pressed = (slack: LocalSlack, user: User, message: Message, label: string): Promise<Message> =>
  slack.press(user, message, named(message, label)).message();

/** The modal that the press of a button of the home tab opens. */
export const openedBy = (slack: LocalSlack, user: User, home: View, label: string): Promise<View> =>
  slack.press(user, home, named(home, label)).view();

/** The view once it has changed by what was just done. */
export async function changed(view: View, act: Act): Promise<View> {
  const before = view.hash;
  await act.acknowledged;
  const look = (): void => {
    if (view.hash === before) throw new Error(`«${titleOf(view)}» has not changed`);
  };
  await eventually(look);
  return view;
}

/** Presses a button of a modal, and gives the modal once it has changed. */
export const pressedIn = (slack: LocalSlack, user: User, view: View, label: string): Promise<View> =>
  changed(view, slack.press(user, view, named(view, label)));

/** Presses a button that is not there, as changed clients do. */
export const forged = (slack: LocalSlack, user: User, on: Message | View, value: string, actionId = 'run:0'): Act =>
  slack.press(user, on, { actionId, value, forge: true });

/** What the bot has written there, oldest first: for a person with what only that person sees. */
export const fromBot = (slack: LocalSlack, user: User, where: Where, viewer?: User): readonly Message[] =>
  slack
    .messages(slack.channelId(user, where), viewer)
    .filter(({ author, ts }) => author === slack.botUserId && ts !== slack.threadTs)
    .filter(({ threadTs }) => where === 'dm' || (where === 'thread') === (threadTs !== undefined));

/** The home tab as it is published anew. */
export async function homeOf(slack: LocalSlack, user: User, times = 1): Promise<View> {
  slack.openHome(user);
  return slack.published(user, times);
}

/** Types into the search box of a view and picks the first that is offered. */
export async function picks(slack: LocalSlack, user: User, view: View, typed: string): Promise<Act> {
  const [first] = await slack.suggest(user, view, typed, 'look');
  if (!first) throw new Error(`nothing is offered for «${typed}»`);
  return slack.pick(user, view, first, 'look');
}
