/** What people have picked or typed in the elements of a message or a view: its state values. */

import { elementsOf } from './blocks.ts';
import { objects, text } from './json.ts';
import type { Values } from './model.ts';
import type { Json } from './types.ts';

export const isMulti = (type: string): boolean => type.startsWith('multi_') || type === 'checkboxes';

/** What an element holds before anybody used it; undefined for one that holds nothing, such as a button. */
function initialValue(element: Json): Json | undefined {
  const type = text(element.type);
  const { initial_option: option, initial_options: options, initial_value: value } = element;
  if (
    type === 'plain_text_input' ||
    type === 'email_text_input' ||
    type === 'url_text_input' ||
    type === 'number_input'
  )
    return { type, value: value ?? null };
  if (type === 'rich_text_input') return { type, rich_text_value: value ?? null };
  if (type === 'checkboxes' || type === 'multi_static_select' || type === 'multi_external_select')
    return { type, selected_options: objects(options) };
  if (type === 'static_select' || type === 'external_select' || type === 'radio_buttons')
    return { type, selected_option: option ?? null };
  if (type === 'users_select') return { type, selected_user: element.initial_user ?? null };
  if (type === 'channels_select') return { type, selected_channel: element.initial_channel ?? null };
  if (type === 'conversations_select') return { type, selected_conversation: element.initial_conversation ?? null };
  if (type === 'datepicker') return { type, selected_date: element.initial_date ?? null };
  if (type === 'timepicker') return { type, selected_time: element.initial_time ?? null };
  return undefined;
}

export const currentValue = (values: Values, blockId: string, element: Json): Json | undefined =>
  values.get(blockId)?.get(text(element.action_id)) ?? initialValue(element);

export function setValue(values: Values, blockId: string, actionId: string, value: Json): void {
  const block = values.get(blockId) ?? new Map<string, Json>();
  values.set(blockId, block.set(actionId, value));
}

export function valuesJson(blocks: readonly Json[], values: Values): Json {
  const all: Record<string, Json> = {};
  for (const block of blocks) {
    const blockId = text(block.block_id);
    for (const element of elementsOf(block)) {
      const value = currentValue(values, blockId, element);
      if (value) all[blockId] = { ...all[blockId], [text(element.action_id)]: value };
    }
  }
  return all;
}
