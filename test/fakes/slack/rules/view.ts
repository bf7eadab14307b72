/** Modals and home tabs, as views.open, views.push, views.update, views.publish and response_action take them. */

import { checkBlocks } from './blocks.ts';
import { anything, type Check, entries, flag, isGiven, shape, text } from './checks.ts';
import { isRecord } from './form.ts';
import { plain } from './objects.ts';
import * as problems from './problems.ts';

const MAX_BLOCKS = 100;
const LABEL = 24;

const shared = {
  type: anything,
  private_metadata: text({ max: 3000 }),
  callback_id: text({ max: 255 }),
  external_id: text({ max: 255 }),
};

const blocksOf =
  (surface: 'modal' | 'home'): Check =>
  (field) => {
    if (Array.isArray(field.value)) checkBlocks(field, surface, MAX_BLOCKS);
    else field.refuse(problems.notA('array'));
  };

export const modal: Check = (field, scene) => {
  shape(
    { title: plain(LABEL), blocks: blocksOf('modal') },
    { ...shared, submit: plain(LABEL), close: plain(LABEL), clear_on_close: flag, notify_on_close: flag },
  )(field, scene);
  const hasInput = entries(field.at('blocks')).some(({ value }) => isRecord(value) && value.type === 'input');
  if (hasInput && !isGiven(field.at('submit'))) field.refuse(problems.guessed.submitRequired);
};

export const home: Check = shape({ blocks: blocksOf('home') }, shared);
