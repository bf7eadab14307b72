/** Composition objects: texts, options, confirmation dialogs. */

import {
  all,
  atLeastOneOf,
  type Check,
  type Checks,
  entries,
  exactlyOneOf,
  filled,
  filledList,
  flag,
  list,
  oneOf,
  shape,
  typed,
  url,
} from './checks.ts';
import type { Field } from './form.ts';
import * as problems from './problems.ts';

const plainText = (max: number): Check => shape({ type: oneOf('plain_text'), text: filled(max) }, { emoji: flag });
const mrkdwnText = (max: number): Check => shape({ type: oneOf('mrkdwn'), text: filled(max) }, { verbatim: flag });

/** A text object holds up to 3000 characters where its field sets no narrower bound. */
export const textObjects = (max = 3000): Checks => ({ plain_text: plainText(max), mrkdwn: mrkdwnText(max) });
export const eitherText = (max: number): Check => typed(textObjects(max));
export const plain = (max: number): Check => typed({ plain_text: plainText(max) });

/** All required, as the documentation has it; @slack/types requires the text alone. */
export const confirm: Check = shape(
  { title: plain(100), text: eitherText(300), confirm: plain(30), deny: plain(30) },
  { style: oneOf('primary', 'danger') },
);

/** The documentation has 150 characters for the value; @slack/types still names 75. */
const optionOf = (label: Check, more: Checks = {}): Check =>
  shape({ text: label, value: filled(150) }, { description: label, ...more });

/** Of a select: only plain text. */
export const option: Check = optionOf(plain(75));
/** Of radio buttons and checkboxes. */
export const boxOption: Check = optionOf(eitherText(75));

/** The value tells which option was picked: the documentation calls it unique. */
const distinct = (options: readonly Field[]): void => {
  const seen = new Set<unknown>();
  for (const value of options.map((each) => each.at('value'))) {
    if (seen.has(value.value)) value.refuse(problems.alreadyExists('value', value.value));
    seen.add(value.value);
  }
};

const optionList = (each: Check, range: { min: number; max: number }): Check =>
  all(list(each, range), (field) => distinct(entries(field)));

export const options: Check = optionList(option, { min: 1, max: 100 });
/** What an external select answers: none may fit what was typed. */
export const suggestions: Check = optionList(option, { min: 0, max: 100 });
export const boxOptions: Check = optionList(boxOption, { min: 1, max: 10 });
/** The only ones that may be links. */
export const overflowOptions: Check = optionList(optionOf(plain(75), { url: url() }), { min: 1, max: 5 });

const group: Check = shape({ label: plain(75), options: filledList(option, 100) });

export const optionGroups: Check = all(filledList(group, 100), (field) =>
  distinct(entries(field).flatMap((each) => entries(each.at('options')))),
);

/** A file of Slack by its id or its url, not both. */
export const slackFile: Check = all(shape({}, { id: filled(), url: url() }), exactlyOneOf('id', 'url'));

export const dispatchConfig: Check = shape(
  {},
  { trigger_actions_on: filledList(oneOf('on_enter_pressed', 'on_character_entered')) },
);

/** What a menu of conversations offers; says at least one thing. */
export const conversationFilter: Check = all(
  shape(
    {},
    {
      include: filledList(oneOf('im', 'mpim', 'private', 'public')),
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
  ),
  atLeastOneOf('include', 'exclude_external_shared_channels', 'exclude_bot_users'),
);
