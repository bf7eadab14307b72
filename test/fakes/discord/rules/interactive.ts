/** Buttons and select menus: what a member can press or choose from. */

import { boolean, choice, list, number, object, snowflake, text, url } from './checks.ts';
import { type Field, isGiven } from './form.ts';
import * as problems from './problems.ts';

/** What the components of one message or modal share. */
export interface Scene {
  readonly place: 'message' | 'modal';
  readonly customIds: Set<string>;
  readonly ids: Set<number>;
  /** Names that `attachment://` may refer to. */
  readonly files: ReadonlySet<string>;
}

export type Check = (field: Field, scene: Scene) => void;

export const createScene = (place: Scene['place'], files: Iterable<string> = []): Scene => ({
  place,
  customIds: new Set(),
  ids: new Set(),
  files: new Set(files),
});

const EMOJI = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\u{FE0F}?)$/v;

/** A component of one of the types of the table, checked as the table says. */
export const component = (field: Field, table: Readonly<Record<number, Check>>, scene: Scene): void => {
  if (!object(field, true)) return;
  const type = field.at('type').value;
  const check = typeof type === 'number' ? table[type] : undefined;
  if (!check) {
    field.refuse(problems.unionTypes(Object.keys(table).map(Number)));
    return;
  }
  const id = number(field.at('id'), { min: 0, max: 2 ** 31 - 1 });
  // An id of 0 counts as none.
  if (id && scene.ids.has(id)) field.at('id').refuse(problems.guessed.idDuplicated);
  if (id) scene.ids.add(id);
  check(field, scene);
};

export const customId = (field: Field, scene: Scene): void => {
  const value = text(field, { min: 1, max: 100, required: true });
  if (value === undefined) return;
  if (scene.customIds.has(value)) field.refuse(problems.customIdDuplicated);
  scene.customIds.add(value);
};

const emoji = (field: Field): void => {
  if (!object(field)) return;
  if (isGiven(field.at('id'))) {
    snowflake(field.at('id'));
    return;
  }
  const name = field.at('name');
  if (typeof name.value !== 'string' || !EMOJI.test(name.value)) name.refuse(problems.invalidEmoji);
};

export const button: Check = (field, scene) => {
  choice(field.at('style'), [1, 2, 3, 4, 5, 6], true);
  boolean(field.at('disabled'));
  const style = field.at('style').value;
  if (style === 6) {
    premium(field);
    return;
  }
  const label = text(field.at('label'), { max: 80 });
  emoji(field.at('emoji'));
  if (!label?.trim() && !isGiven(field.at('emoji'))) field.refuse(problems.guessed.labelOrEmojiRequired);
  const hasUrl = isGiven(field.at('url'));
  const hasCustomId = isGiven(field.at('custom_id')) && field.at('custom_id').value !== '';
  if (hasUrl && hasCustomId) {
    field.at('custom_id').refuse(problems.customIdAndUrl);
    field.at('url').refuse(problems.customIdAndUrl);
  } else if (style === 5) {
    if (hasUrl) url(field.at('url'), { schemes: ['http', 'https', 'discord'], max: 512 });
    else field.at('url').refuse(problems.guessed.urlRequired);
    if (hasCustomId) field.at('custom_id').refuse(problems.customIdAndUrl);
  } else {
    if (hasCustomId) customId(field.at('custom_id'), scene);
    else field.at('custom_id').refuse(problems.customIdRequired);
    if (hasUrl) field.at('url').refuse(problems.customIdAndUrl);
  }
};

const premium = (field: Field): void => {
  if (isGiven(field.at('sku_id'))) snowflake(field.at('sku_id'));
  else field.at('sku_id').refuse(problems.guessed.skuRequired);
  for (const name of ['custom_id', 'label', 'url', 'emoji']) {
    if (isGiven(field.at(name))) field.at(name).refuse(problems.guessed.notWithPremium);
  }
};

/** How many values may be chosen; a required field of a modal cannot ask for none. */
export const valueRange = (field: Field, scene: Scene, limit: number): { min: number; max: number } => {
  const mustBeFilled = scene.place === 'modal' && field.at('required').value !== false;
  const min = number(field.at('min_values'), { min: mustBeFilled ? 1 : 0, max: limit }) ?? 1;
  const max = number(field.at('max_values'), { min: 1, max: limit }) ?? 1;
  if (min > max && min <= limit) field.at('min_values').refuse(problems.numberMax(max, 'min_values'));
  return { min, max };
};

const selectBase = (field: Field, scene: Scene): { min: number; max: number } => {
  customId(field.at('custom_id'), scene);
  text(field.at('placeholder'), { max: 150 });
  boolean(field.at('required'));
  if (boolean(field.at('disabled')) && scene.place === 'modal') {
    field.at('disabled').refuse(problems.guessed.disabledInModal);
  }
  return valueRange(field, scene, 25);
};

/** The options of a select or of a group of boxes; returns how many are chosen to begin with. */
export const optionList = (field: Field, length: { min: number; max: number }): { count: number; chosen: number } => {
  const values = new Set<unknown>();
  let chosen = 0;
  const options = list(field, { ...length, required: true });
  for (const option of options) {
    if (!object(option, true)) continue;
    text(option.at('label'), { min: 1, max: 100, required: true });
    text(option.at('value'), { min: 1, max: 100, required: true });
    text(option.at('description'), { max: 100 });
    emoji(option.at('emoji'));
    if (boolean(option.at('default'))) chosen += 1;
    const { value } = option.at('value');
    if (values.has(value)) option.refuse(problems.optionValueDuplicated);
    values.add(value);
  }
  return { count: options.length, chosen };
};

const stringSelect: Check = (field, scene) => {
  const { max } = selectBase(field, scene);
  const { count, chosen } = optionList(field.at('options'), { min: 1, max: 25 });
  if (count > 0 && max > count && max <= 25) field.at('options').refuse(problems.tooShort(max));
  if (chosen > max) field.at('options').refuse(problems.tooManyDefaults);
};

const entitySelect =
  (kinds: readonly string[]): Check =>
  (field, scene) => {
    const { min, max } = selectBase(field, scene);
    const defaults = list(field.at('default_values'), { max: 25 });
    for (const entry of defaults) {
      if (!object(entry, true)) continue;
      snowflake(entry.at('id'));
      choice(entry.at('type'), kinds, true);
    }
    if (defaults.length > max) field.at('default_values').refuse(problems.tooManyDefaults);
    else if (defaults.length > 0 && defaults.length < min) field.at('default_values').refuse(problems.tooShort(min));
    if (kinds.includes('channel') && kinds.length === 1) {
      for (const type of list(field.at('channel_types'), { max: 25 })) number(type, { min: 0, required: true });
    }
  };

export const selects: Readonly<Record<number, Check>> = {
  3: stringSelect,
  5: entitySelect(['user']),
  6: entitySelect(['role']),
  7: entitySelect(['user', 'role']),
  8: entitySelect(['channel']),
};
