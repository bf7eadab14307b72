/** What a person can use of a message or a modal. */
import { allComponents, number, objects, text } from './json.ts';
import type { Attachment, Json, Modal } from './types.ts';

const BUTTON = 2;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const CHANNEL_SELECT = 8;
const FILE_UPLOAD = 19;
const RADIO_GROUP = 21;
const CHECKBOX_GROUP = 22;
const LINK = 5;
const PREMIUM = 6;

const labelOf = (button: Json): string => {
  const emoji = objects([button.emoji])[0];
  return text(button.label) || text(emoji?.name);
};

/** The enabled button that is meant; a forged one needs no message that has it. */
export function buttonFor(
  components: readonly Json[],
  what: { label: string } | { customId: string; forge?: boolean },
): Json {
  if ('customId' in what && what.forge === true) return { type: BUTTON, id: 1, custom_id: what.customId };
  const buttons = [...allComponents(components)].filter((one) => one.type === BUTTON);
  const named = 'label' in what ? what.label : what.customId;
  const meant = buttons.filter((one) => ('label' in what ? labelOf(one) : one.custom_id) === named);
  const usable = meant.filter((one) => one.disabled !== true && one.style !== LINK && one.style !== PREMIUM);
  const [button, another] = usable;
  if (!button) {
    const all = buttons.map((one) => `${labelOf(one)}${one.disabled === true ? ' (disabled)' : ''}`).join(', ');
    throw new Error(`No enabled button «${named}»; there are: ${all || 'none'}`);
  }
  if (another) throw new Error(`Two buttons are «${named}»`);
  return button;
}

/** The select that has all these options, with their values; of several that have them the one at the place, from 0. */
export function selectFor(
  components: readonly Json[],
  labels: readonly string[],
  place?: number,
): { select: Json; values: unknown[] } {
  const selects = [...allComponents(components)].filter((one) => one.type === STRING_SELECT && one.disabled !== true);
  const meant = place === undefined ? selects : selects.slice(place, place + 1);
  const found = meant.find((one) => labels.every((label) => optionValue(one, label) !== undefined));
  if (!found) {
    const all = selects.flatMap((one) => objects(one.options).map((option) => text(option.label)));
    throw new Error(`No enabled select has «${labels.join('», «')}»; there are: ${all.join(', ') || 'none'}`);
  }
  return { select: found, values: checkedValues(found, labels) };
}

const optionValue = (select: Json, label: string): unknown =>
  objects(select.options).find((option) => option.label === label)?.value;

function checkedValues(select: Json, labels: readonly string[]): unknown[] {
  if (new Set(labels).size < labels.length) throw new Error('An option can be selected once');
  if (labels.length < number(select.min_values, 1)) throw new Error('Too few options are selected');
  if (labels.length > number(select.max_values, 1)) throw new Error('Too many options are selected');
  return labels.map((label) => {
    const value = optionValue(select, label);
    if (value === undefined) throw new Error(`There is no option «${label}»`);
    return value;
  });
}

/** What a person types, picks by its label (or several by theirs), picks as a channel by its id, or uploads. */
export type Filling = string | readonly string[] | Attachment;

/** What is sent of a modal's filled-in fields. */
export function submission(modal: Modal, texts: string | Readonly<Record<string, Filling>>): Json[] {
  const given = typeof texts === 'string' ? onlyInput(modal, texts) : texts;
  const known = new Set(modal.fields.map(({ customId }) => customId));
  for (const id of Object.keys(given)) if (!known.has(id)) throw new Error(`The modal has no field ${id}`);
  return modal.components.map((outer) => {
    const { type, id } = outer;
    if (type === 1) return { type, id, components: objects(outer.components).map((one) => filled(one, given)) };
    if (type === 18) return { type, id, component: filled(objects([outer.component])[0] ?? {}, given) };
    return { type, id };
  });
}

function onlyInput(modal: Modal, typed: string): Record<string, string> {
  const [input, another] = modal.fields.filter(({ field }) => field.type === TEXT_INPUT);
  if (!input || another) throw new Error('The modal has not just one text input');
  return { [input.customId]: typed };
}

const isSeveral = (value: Filling | undefined): value is readonly string[] => Array.isArray(value);

function filled(field: Json, given: Readonly<Record<string, Filling>>): Json {
  const { type, id, custom_id } = field;
  const name = text(custom_id);
  const value = given[name];
  if (type === FILE_UPLOAD) return { type, id, custom_id, values: checkedFiles(field, value) };
  if (typeof value === 'object' && !isSeveral(value)) throw new Error(`The field ${name} takes no file`);
  const picked = value === undefined ? undefined : isSeveral(value) ? value : [value];
  switch (type) {
    case STRING_SELECT:
    case CHECKBOX_GROUP:
      return { type, id, custom_id, values: pickedValues(field, picked) };
    case RADIO_GROUP:
      return { type, id, custom_id, value: pickedValues({ ...field, max_values: 1 }, picked)[0] ?? null };
    case CHANNEL_SELECT:
      return { type, id, custom_id, values: pickedChannels(field, picked) };
    default:
      if (isSeveral(value)) throw new Error(`The field ${name} takes one text`);
      return filledText(field, name, value);
  }
}

/** Of labels, or of what is chosen to begin with. */
function pickedValues(field: Json, picked: readonly string[] | undefined): unknown[] {
  const chosen = objects(field.options).filter((option) => option.default === true);
  const labels = picked ?? chosen.map((option) => text(option.label));
  if (field.required === false && labels.length === 0) return [];
  const most = field.type === CHECKBOX_GROUP ? number(field.max_values, objects(field.options).length) : undefined;
  return checkedValues(most === undefined ? field : { ...field, max_values: most }, labels);
}

function pickedChannels(field: Json, picked: readonly string[] | undefined): readonly string[] {
  const ids = picked ?? objects(field.default_values).map((one) => text(one.id));
  if (ids.length === 0 && field.required !== false) throw new Error(`The field ${text(field.custom_id)} is required`);
  if (ids.length > number(field.max_values, 1)) throw new Error('Too many channels are selected');
  return ids;
}

/** The channels that are picked in what is sent. */
export const channelsIn = (sent: readonly Json[]): string[] =>
  [...allComponents(sent)].flatMap((one) =>
    one.type === CHANNEL_SELECT && Array.isArray(one.values) ? one.values.map((id) => text(id)) : [],
  );

function checkedFiles(field: Json, file: Filling | undefined): string[] {
  if (typeof file === 'string' || isSeveral(file)) throw new Error(`The field ${text(field.custom_id)} takes no text`);
  if (file === undefined && field.required !== false) throw new Error(`The field ${text(field.custom_id)} is required`);
  if (file === undefined) return [];
  const types = Array.isArray(field.file_types) ? field.file_types : [];
  if (types.length > 0 && !types.some((type) => file.filename.toLowerCase().endsWith(text(type))))
    throw new Error(`The field ${text(field.custom_id)} takes no such file`);
  return [file.id];
}

function filledText({ type, id, custom_id, ...field }: Json, name: string, typed: string | undefined): Json {
  if (type !== TEXT_INPUT) throw new Error(`Local people cannot fill in a field of type ${String(type)}: ${name}`);
  const value = typed ?? text(field.value);
  const { length } = [...value];
  if (length === 0 && field.required !== false) throw new Error(`The field ${name} is required`);
  if (length > 0 && length < number(field.min_length)) throw new Error(`The field ${name} is too short`);
  if (length > number(field.max_length, 4000)) throw new Error(`The field ${name} is too long`);
  return { type, id, custom_id, value };
}
