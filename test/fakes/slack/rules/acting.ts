/** What all elements that a person can act on have in common. */

import { anything, type Check, type Checks, filled, flag, shape } from './checks.ts';
import * as objects from './objects.ts';
import * as problems from './problems.ts';

/** An action_id is unique in its block. */
const actionId: Check = (field, scene) => {
  filled(255)(field, scene);
  if (scene.actionIds.has(field.value)) field.refuse(problems.alreadyExists('action_id', field.value));
  scene.actionIds.add(field.value);
};

export const focus: Check = (field, scene) => {
  flag(field, scene);
  if (field.value === true) scene.focused.push(field);
};

export const placeholder: Check = objects.plain(150);

/** An element that can be acted on. Slack gives it an action_id where it has none. */
export const acting = (required: Checks, optional: Checks = {}): Check =>
  shape(required, { type: anything, action_id: actionId, ...optional });
