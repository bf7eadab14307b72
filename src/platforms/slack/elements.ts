import type { ActionsBlock, Button, ContextBlock, KnownBlock, PlainTextElement } from '@slack/types';
import type { Locale } from '../../core/locale.ts';
import type { Drawable, Button as PlainButton } from '../../core/reply/blocks.ts';
import { oneLine, withoutControls } from '../../language/normalize.ts';
import { quoted } from '../../markdown/dialect.ts';
import { SLACK } from './limits.ts';
import { toSlack, truncateUnits, withoutPings } from './markdown.ts';
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

/**
 * What a press does, as its action_id says; a number follows, since ids must differ within a message. Before it `type` has
 * the number of boxes, and `fill` that of the menus, where there are several; behind `menu` stands which of them it is.
 */
export const ACTIONS = {
  ...{ run: 'run', type: 'type', send: 'send', pick: 'pick', typed: 'typed', look: 'look' },
  ...{ menu: 'menu', fill: 'fill' },
} as const;

/** What the ids of the blocks begin with in which an answer is typed. */
export const ANSWER_BLOCK = 'answer';

/** The number that an action_id has for one of several: `type:3:0`; 1 for `type:0`. */
export const countIn = (actionId: string): number => Number(/^\w+:(\d+):/.exec(actionId)?.[1] ?? 1);

export const plain = (text: string, most: number): PlainTextElement => ({
  type: 'plain_text',
  text: truncateUnits(withoutPings(oneLine(text)) || '…', most),
});

export const button = (label: string, line: string, style?: Button['style'], action: string = ACTIONS.run): Button => ({
  type: 'button',
  action_id: action,
  text: plain(label, SLACK.buttonText),
  value: line,
  ...(style === undefined ? {} : { style }),
});

export const actions = (elements: readonly Button[]): ActionsBlock[] =>
  Array.from({ length: Math.ceil(elements.length / SLACK.buttons) }, (_, i) => ({
    type: 'actions',
    elements: elements.slice(i * SLACK.buttons, (i + 1) * SLACK.buttons),
  }));

export const small = (text: string): ContextBlock[] =>
  oneLine(text) === '' ? [] : [{ type: 'context', elements: [plain(text, SLACK.field)] }];

/** Plain words as Markdown, within a line; an address in them is no link, which would take the marks' backslashes in. */
export const literal = (words: string): string =>
  oneLine(words)
    .replace(/(?<=https?:)(?=\/\/)|(?<=\bwww)(?=\.)/gi, '\u2060')
    .replace(/[\\*_~`[\]<>&#|]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^\d+(?=[.)])/, '$&\\');

/** Prose, in what the surface has for it. */
export function prose(markdown: string, how: 'text' | 'quote', { surface }: View): KnownBlock[] {
  if (surface === 'view') {
    const block = toRichText(markdown, how);
    return block ? [block] : [];
  }
  const text = toSlack(withoutControls(markdown));
  return text === '' ? [] : [{ type: 'markdown', text: how === 'quote' ? quoted(text) : text }];
}

export const press = ({ label, line, primary, danger }: PlainButton, action?: string): Button =>
  button(label, line, danger ? 'danger' : primary ? 'primary' : undefined, action);
