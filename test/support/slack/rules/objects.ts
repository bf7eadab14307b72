/** Composition objects: texts, options, confirmation dialogs. */

import { all, type Check, exactlyOneOf, flag, isGiven, list, oneOf, shape, text, typed, url } from './checks.ts';
import * as problems from './problems.ts';

/** 1 to 3000 characters are a text object's own bounds; fields that hold one set narrower ones. */
const MAX_TEXT = 3000;

const plainText = (max: number): Check =>
  shape({ type: oneOf('plain_text'), text: text({ min: 1, max }) }, { emoji: flag });
const mrkdwnText = (max: number): Check =>
  shape({ type: oneOf('mrkdwn'), text: text({ min: 1, max }) }, { verbatim: flag });

export const plain = (max = MAX_TEXT): Check => typed({ plain_text: plainText(max) });
export const mrkdwn = (max = MAX_TEXT): Check => typed({ mrkdwn: mrkdwnText(max) });
export const textObjects = (max = MAX_TEXT): Readonly<Record<string, Check>> => ({
  plain_text: plainText(max),
  mrkdwn: mrkdwnText(max),
});
export const eitherText = (max = MAX_TEXT): Check => typed(textObjects(max));

export const confirm: Check = shape(
  { title: plain(100), text: eitherText(300), confirm: plain(30), deny: plain(30) },
  { style: oneOf('primary', 'danger') },
);

/** The value's limit is 150; @slack/types still names 75, which Slack raised. */
const optionOf = (label: Check, description: Check, more: Readonly<Record<string, Check>> = {}): Check =>
  shape({ text: label, value: text({ max: 150 }) }, { description, ...more });

/** Of a select: only plain text. */
export const option: Check = optionOf(plain(75), plain(75));
/** Of radio buttons and checkboxes. */
export const boxOption: Check = optionOf(eitherText(75), eitherText(75));
/** Of an overflow menu, the only one whose options may be links. */
export const overflowOption: Check = optionOf(plain(75), plain(75), { url: url(3000) });

export const options: Check = list(option, { min: 1, max: 100 });
export const optionGroups: Check = list(shape({ label: plain(75), options }), { min: 1, max: 100 });

/** A file of Slack by its id or its url, not both. */
export const slackFile: Check = all(shape({}, { id: text({ min: 1 }), url: url(3000) }), exactlyOneOf('id', 'url'));

export const dispatchConfig: Check = shape(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1 }) },
);

/** What a menu of conversations offers; says at least one thing. */
export const conversationFilter: Check = all(
  shape(
    {},
    {
      include: list(oneOf('im', 'mpim', 'private', 'public'), { min: 1 }),
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
  ),
  (field) => {
    const names = ['include', 'exclude_external_shared_channels', 'exclude_bot_users'];
    if (!names.some((name) => isGiven(field.at(name)))) field.refuse(problems.guessed.atLeastOne(names));
  },
);
