/** A person fills in a modal. */

import { elementsOf, labelOf } from './blocks.ts';
import { chosen } from './controls.ts';
import { number, text } from './json.ts';
import type { StoredView } from './model.ts';
import type { Json } from './types.ts';
import { currentValue, isMulti, setValue } from './values.ts';

/** What is typed or picked: of several options their labels, of a conversation its id, of a time and a date as Slack writes them. */
export type Given = string | readonly string[] | { label: string; value: string };

const isSeveral = (given: Given): given is readonly string[] => Array.isArray(given);

interface Input {
  block: Json;
  blockId: string;
  element: Json;
}

const inputsOf = (view: StoredView): Input[] =>
  view.blocks
    .filter(({ type }) => type === 'input')
    .flatMap((block) => elementsOf(block).map((element) => ({ block, blockId: text(block.block_id), element })));

const isText = ({ element }: Input): boolean => /(_text|number)_input$/.test(text(element.type));

/** The values by action_id; one text goes to the only input for text. */
function byActionId(
  view: StoredView,
  values: string | Readonly<Record<string, Given>>,
): Readonly<Record<string, Given>> {
  if (typeof values !== 'string') return values;
  const [input, another] = inputsOf(view).filter(isText);
  if (!input || another) throw new Error('The modal has not just one input for text');
  return { [text(input.element.action_id)]: values };
}

function checkText({ element, block }: Input, typed: string): void {
  const name = labelOf(block.label);
  const { length } = typed;
  if (length < number(element.min_length)) throw new Error(`«${name}» is too short`);
  if (length > number(element.max_length, 3000)) throw new Error(`«${name}» is too long`);
}

/** Elements whose value is no option: where it stands, and what it looks like; empty where it is taken away again. */
const NAMED: Readonly<Record<string, { key: string; form: RegExp }>> = {
  conversations_select: { key: 'selected_conversation', form: /^(?:[CDG][A-Z0-9]+)?$/ },
  channels_select: { key: 'selected_channel', form: /^(?:C[A-Z0-9]+)?$/ },
  timepicker: { key: 'selected_time', form: /^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/ },
  datepicker: { key: 'selected_date', form: /^(?:\d{4}-\d\d-\d\d)?$/ },
};

/** What an input holds once this was typed or picked. */
function filled(input: Input, given: Given): Json {
  const { element } = input;
  const type = text(element.type);
  const named = NAMED[type];
  if (named !== undefined && (typeof given === 'string' || isSeveral(given))) {
    const [value = ''] = isSeveral(given) ? given : [given];
    if (!named.form.test(value)) throw new Error(`«${labelOf(input.block.label)}» takes no ${value}`);
    return { type, [named.key]: value === '' ? null : value };
  }
  if (isSeveral(given)) {
    if (!isMulti(type)) throw new Error(`«${labelOf(input.block.label)}» takes one option`);
    return { type, selected_options: chosen(element, given) };
  }
  if (typeof given !== 'string') {
    if (!type.endsWith('external_select')) throw new Error(`«${labelOf(input.block.label)}» takes no such option`);
    const option = { text: { type: 'plain_text', text: given.label, emoji: true }, value: given.value };
    return type.startsWith('multi_') ? { type, selected_options: [option] } : { type, selected_option: option };
  }
  if (isText(input)) {
    if (given !== '') checkText(input, given);
    return { type, value: given === '' ? null : given };
  }
  if (type.endsWith('external_select')) throw new Error(`«${labelOf(input.block.label)}» takes what suggest() offered`);
  const options = chosen(element, [given]);
  return isMulti(type) ? { type, selected_options: options } : { type, selected_option: options[0] ?? null };
}

function setInitial(view: StoredView, blockId: string, actionId: string, value: Json): void {
  if (!view.values.get(blockId)?.has(actionId)) setValue(view.values, blockId, actionId, value);
}

const isVoid = (value: Json): boolean =>
  Object.entries(value).every(
    ([key, one]) => key === 'type' || one === null || (Array.isArray(one) && one.length === 0),
  );

/** Puts what a person typed and picked into a modal's state; throws where the client does not let it be sent. */
export function fill(view: StoredView, values: string | Readonly<Record<string, Given>>): void {
  const given = byActionId(view, values);
  const inputs = inputsOf(view);
  for (const [actionId, value] of Object.entries(given)) {
    const input = inputs.find(({ element }) => element.action_id === actionId);
    if (!input) throw new Error(`The modal has no input ${actionId}`);
    setValue(view.values, input.blockId, actionId, filled(input, value));
  }
  for (const { block, blockId, element } of inputs) {
    // The conversation that the person was in when the modal opened (Conversations select: default_to_current_conversation).
    const { channel } = view.origin;
    if (
      element.default_to_current_conversation === true &&
      element.initial_conversation === undefined &&
      channel.kind !== 'dm'
    )
      setInitial(view, blockId, text(element.action_id), {
        type: 'conversations_select',
        selected_conversation: channel.id,
      });
    const value = currentValue(view.values, blockId, element);
    if (block.optional !== true && value && isVoid(value)) throw new Error(`«${labelOf(block.label)}» is required`);
  }
}
