import type { HomeView, InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Command } from '../../core/command/command.ts';
import type { Locale, Localized } from '../../core/locale.ts';
import { boxRoom } from '../../core/reply/controls.ts';
import { text as replyText } from '../../core/reply/text.ts';
import { oneLine } from '../../language/normalize.ts';
import { ACTIONS, ANSWER_BLOCK } from './elements.ts';
import { SLACK } from './limits.ts';
import { truncateUnits } from './markdown.ts';
import type { Message } from './render.ts';
import { text } from './text.ts';

/** callback_ids of modals and shortcuts. */
export const CALLBACKS = { answer: 'answer', form: 'form', search: 'search', lookUp: 'look_up' } as const;

/** A modal that shows something. */
export const modal = (blocks: KnownBlock[], locale: Locale, callback?: string): ModalView => ({
  type: 'modal',
  ...(callback === undefined ? {} : { callback_id: callback }),
  title: { type: 'plain_text', text: text(locale).modalTitle },
  close: { type: 'plain_text', text: text(locale).close },
  blocks,
});

export const homeTab = (blocks: KnownBlock[]): HomeView => ({ type: 'home', blocks });

/** Boxes for an answer; one of several may stay empty. */
const answerInputs = (boxes: number, locale: Locale, action: string): InputBlock[] =>
  Array.from({ length: boxes }, (_, i) => {
    const { label, part, hint } = replyText(locale).answerBox;
    const isOnly = boxes === 1;
    return {
      type: 'input',
      block_id: isOnly ? ANSWER_BLOCK : `${ANSWER_BLOCK}:${i + 1}`,
      label: { type: 'plain_text', text: isOnly ? label : part(i + 1) },
      ...(isOnly || i === 0 ? { hint: { type: 'plain_text', text: hint } } : {}),
      ...(isOnly ? {} : { optional: true }),
      element: {
        type: 'plain_text_input',
        action_id: isOnly ? action : `${action}:${i + 1}`,
        ...(isOnly ? { min_length: 1 } : {}),
        max_length: boxRoom(boxes),
      },
    };
  });

/**
 * A message to type an answer in, for one person who gets no modal. It is not in the question itself: what a class reads
 * is shown anew every few seconds, and that takes away what is half typed.
 */
export const answerMessage = (line: string, boxes: number, locale: Locale): Message => ({
  text: text(locale).typeHere,
  blocks: [
    { type: 'section', text: { type: 'plain_text', text: text(locale).typeHere } },
    ...answerInputs(boxes, locale, ACTIONS.typed),
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: `${ACTIONS.typed}:send`,
          text: { type: 'plain_text', text: replyText(locale).submit },
          value: line,
          style: 'primary',
        },
      ],
    },
  ],
});

/** A modal to type an answer in; `state` comes back with it (at most 3,000 characters). */
export const answerModal = (state: string, boxes: number, locale: Locale): ModalView => ({
  type: 'modal',
  callback_id: CALLBACKS.answer,
  private_metadata: state,
  title: { type: 'plain_text', text: replyText(locale).answerBox.title },
  submit: { type: 'plain_text', text: replyText(locale).submit },
  close: { type: 'plain_text', text: text(locale).cancel },
  blocks: answerInputs(boxes, locale, 'answer'),
});

/** A search box that completes what is typed. */
export const searchBox = (locale: Locale): KnownBlock => ({
  type: 'section',
  block_id: 'search',
  text: { type: 'mrkdwn', text: text(locale).searchLabel },
  accessory: {
    type: 'external_select',
    action_id: ACTIONS.look,
    placeholder: { type: 'plain_text', text: text(locale).searchPlaceholder },
    min_query_length: 1,
  },
});

/** A command's box on the home tab, which offers what the command completes nothing to before anything is typed. */
const commandBox = (command: string, label: string, locale: Locale): KnownBlock => ({
  type: 'section',
  block_id: `box:${command}`,
  text: { type: 'mrkdwn', text: label },
  accessory: {
    type: 'external_select',
    action_id: `${ACTIONS.look}:${command}`,
    placeholder: { type: 'plain_text', text: text(locale).boxPlaceholder },
    min_query_length: 0,
  },
});

/** The boxes at the top of the home tab: the search's, and those of commands. */
export const homeBoxes = (commands: readonly Pick<Command, 'name' | 'homeBox'>[], locale: Locale): KnownBlock[] => [
  searchBox(locale),
  ...commands.flatMap(({ name, homeBox }) =>
    homeBox === undefined ? [] : [commandBox(name, homeBox[locale], locale)],
  ),
];

/** What the search box offers: a title, and the line by which `command` looks it up. Slack shows up to 100. */
export const searchOptions = (command: string, titles: readonly Localized[], locale: Locale) => {
  const lines = new Set(
    titles.map((title) => truncateUnits(`${command} ${oneLine(title[locale])}`, SLACK.optionValue)),
  );
  return Array.from(lines, (value) => ({ value, title: value.slice(command.length).trim() }))
    .filter(({ title }) => title !== '')
    .slice(0, SLACK.options)
    .map(({ value, title }) => ({
      text: { type: 'plain_text' as const, text: truncateUnits(title, SLACK.optionText) },
      value,
    }));
};
