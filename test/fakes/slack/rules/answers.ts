/** What an app answers with: the acknowledgement of a command or an interaction, and the options of an external select. */

import { all, type Check, exactlyOneOf, filled, flag, isGiven, oneOf, shape, typed } from './checks.ts';
import { isRecord } from './form.ts';
import { messageWith } from './message.ts';
import * as objects from './objects.ts';
import * as problems from './problems.ts';
import { modal } from './view.ts';

export const suggestions: Check = all(
  shape({}, { options: objects.suggestions, option_groups: objects.optionGroups }),
  exactlyOneOf('options', 'option_groups'),
);

/** By block_id, what is wrong with an input. */
const errors: Check = (field, scene) => {
  if (!isRecord(field.value)) {
    field.refuse(problems.notA('object'));
    return;
  }
  const blockIds = Object.keys(field.value);
  if (blockIds.length === 0) field.refuse(problems.guessed.tooFew(1));
  for (const blockId of blockIds) filled()(field.at(blockId), scene);
};

const view: Check = typed({ modal });

const responseActions = {
  clear: shape({ response_action: oneOf('clear') }),
  errors: shape({ response_action: oneOf('errors'), errors }),
  update: shape({ response_action: oneOf('update'), view }),
  push: shape({ response_action: oneOf('push'), view }),
};

const responseAction: Check = (field, scene) => {
  const name = field.at('response_action');
  for (const [action, check] of Object.entries(responseActions)) {
    if (name.value === action) {
      check(field, scene);
      return;
    }
  }
  oneOf(...Object.keys(responseActions))(name, scene);
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (isRecord(value) && Object.keys(value).length === 0);

/** A submitted modal takes a response_action, a suggestion its options; any other interaction nothing. */
export const interactionAck: Check = (field, scene) => {
  if (isEmpty(field.value)) return;
  const isSuggestion = ['options', 'option_groups'].some((name) => isGiven(field.at(name)));
  if (isSuggestion) suggestions(field, scene);
  else if (isGiven(field.at('response_action'))) responseAction(field, scene);
  else if (isRecord(field.value))
    for (const name of Object.keys(field.value)) field.refuse(problems.unknownProperty(name));
  else field.refuse(problems.notA('object'));
};

const commandMessage = messageWith({
  response_type: oneOf('ephemeral', 'in_channel'),
  unfurl_links: flag,
  unfurl_media: flag,
});

/** A command takes a text, or a message with a response_type. */
export const commandAck: Check = (field, scene) => {
  if (isEmpty(field.value) || typeof field.value === 'string') return;
  commandMessage(field, scene);
};

/** An event takes nothing: it has no response payload. */
export const eventAck: Check = (field) => {
  if (!isEmpty(field.value)) field.refuse(problems.guessed.noPayload);
};
