/** Menus, radio buttons and checkboxes: what a person picks from. */

import { isDeepStrictEqual } from 'node:util';
import { acting, focus, placeholder } from './acting.ts';
import {
  all,
  type Check,
  type Checks,
  entries,
  exactlyOneOf,
  filled,
  filledList,
  flag,
  integer,
  isGiven,
} from './checks.ts';
import type { Field } from './form.ts';
import * as objects from './objects.ts';
import * as problems from './problems.ts';

const id: Check = filled();
const ids: Check = filledList(id);
const initialOptions: Check = filledList(objects.option, 100);
const menu: Checks = { placeholder, confirm: objects.confirm, focus_on_load: focus };
const many: Checks = { ...menu, max_selected_items: integer({ min: 1 }) };
const lists: Checks = { options: objects.options, option_groups: objects.optionGroups };
const conversations: Checks = { default_to_current_conversation: flag, filter: objects.conversationFilter };

/** What is chosen to begin with stands among the options, exactly. */
const initialAmongOptions: Check = (field) => {
  const offered = [
    ...entries(field.at('options')),
    ...entries(field.at('option_groups')).flatMap((group) => entries(group.at('options'))),
  ];
  const isOffered = (chosen: Field) => offered.some(({ value }) => isDeepStrictEqual(value, chosen.value));
  for (const chosen of [field.at('initial_option'), ...entries(field.at('initial_options'))]) {
    if (isGiven(chosen) && !isOffered(chosen)) chosen.refuse(problems.guessed.notAmongOptions);
  }
};

const fromLists = (optional: Checks): Check =>
  all(acting({}, { ...lists, ...optional }), exactlyOneOf('options', 'option_groups'), initialAmongOptions);

export const menus: Checks = {
  static_select: fromLists({ ...menu, initial_option: objects.option }),
  external_select: acting({}, { ...menu, initial_option: objects.option, min_query_length: integer({ min: 0 }) }),
  users_select: acting({}, { ...menu, initial_user: id }),
  conversations_select: acting({}, { ...menu, ...conversations, initial_conversation: id, response_url_enabled: flag }),
  channels_select: acting({}, { ...menu, initial_channel: id, response_url_enabled: flag }),
};

export const multiMenus: Checks = {
  multi_static_select: fromLists({ ...many, initial_options: initialOptions }),
  multi_external_select: acting(
    {},
    { ...many, initial_options: initialOptions, min_query_length: integer({ min: 0 }) },
  ),
  multi_users_select: acting({}, { ...many, initial_users: ids }),
  multi_conversations_select: acting({}, { ...many, ...conversations, initial_conversations: ids }),
  multi_channels_select: acting({}, { ...many, initial_channels: ids }),
};

const boxes: Checks = { options: objects.boxOptions };

export const boxGroups: Checks = {
  radio_buttons: all(
    acting(boxes, { confirm: objects.confirm, focus_on_load: focus, initial_option: objects.boxOption }),
    initialAmongOptions,
  ),
  checkboxes: all(
    acting(boxes, {
      confirm: objects.confirm,
      focus_on_load: focus,
      initial_options: filledList(objects.boxOption),
    }),
    initialAmongOptions,
  ),
};
