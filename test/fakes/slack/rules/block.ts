/** What all blocks have in common. */

import { anything, type Check, type Checks, filled, shape } from './checks.ts';
import * as problems from './problems.ts';
import type { Surface } from './scene.ts';

/** A block_id is unique in its message or view; an empty one is none. */
const blockId: Check = (field, scene) => {
  filled(255)(field, scene);
  if (scene.blockIds.has(field.value)) field.refuse(problems.alreadyExists('block_id', field.value));
  scene.blockIds.add(field.value);
};

export const block = (required: Checks, optional: Checks = {}): Check => {
  const check = shape(required, { type: anything, block_id: blockId, ...optional });
  return (field, scene) => check(field, { ...scene, actionIds: new Set() });
};

/** Blocks or elements that Slack knows only in some places. */
export const onlyIn =
  (surfaces: readonly Surface[], check: Check): Check =>
  (field, scene) => {
    const type = field.at('type');
    if (surfaces.includes(scene.surface)) check(field, scene);
    else type.refuse(problems.unsupportedType(type.value));
  };

export const allOnlyIn = (surfaces: readonly Surface[], checks: Checks): Checks =>
  Object.fromEntries(Object.entries(checks).map(([type, check]) => [type, onlyIn(surfaces, check)]));
