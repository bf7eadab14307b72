/** The blocks, by where they may stand. */

import type { Checks } from './acting.ts';
import { buttons, contextButtons } from './buttons.ts';
import {
  all,
  anything,
  atLeastOneOf,
  type Check,
  exactlyOneOf,
  flag,
  isGiven,
  list,
  shape,
  text,
  typed,
  url,
} from './checks.ts';
import { boxGroups, menus, multiMenus } from './choices.ts';
import type { Field } from './form.ts';
import { inputs, pickers } from './inputs.ts';
import { eitherText, plain, slackFile, textObjects } from './objects.ts';
import * as problems from './problems.ts';
import { createScene, type Scene } from './scene.ts';

/** All `markdown` blocks of a payload together. */
const MAX_MARKDOWN = 12_000;

const blockId: Check = (field, scene) => {
  text({ min: 1, max: 255 })(field, scene);
  if (scene.blockIds.has(field.value)) field.refuse(problems.guessed.duplicate('block_id'));
  scene.blockIds.add(field.value);
};

const block =
  (required: Checks, optional: Checks = {}): Check =>
  (field, scene) =>
    shape(required, { type: anything, block_id: blockId, ...optional })(field, { ...scene, actionIds: new Set() });

const altText = text({ min: 1, max: 2000 });
const picture: Checks = { image_url: url(3000), slack_file: slackFile };
const imageElement: Check = all(
  shape({ alt_text: altText }, { type: anything, ...picture }),
  exactlyOneOf('image_url', 'slack_file'),
);

const anyPick: Checks = { ...menus, ...multiMenus, ...boxGroups, ...pickers };

const markdownText: Check = (field, scene) => {
  text({ min: 1 })(field, scene);
  scene.markdown.push(String(field.value));
  if (scene.markdown.join('').length > MAX_MARKDOWN) field.refuse(problems.tooLong(MAX_MARKDOWN));
};

const everywhere: Checks = {
  header: block({ text: plain(150) }),
  section: all(
    block(
      {},
      {
        text: eitherText(3000),
        fields: list(eitherText(2000), { min: 1, max: 10 }),
        accessory: typed({ ...buttons, ...anyPick, image: imageElement }),
        expand: flag,
      },
    ),
    atLeastOneOf('text', 'fields'),
  ),
  context: block({ elements: list(typed({ ...textObjects(), image: imageElement }), { min: 1, max: 10 }) }),
  actions: block({ elements: list(typed({ ...buttons, ...anyPick }), { min: 1, max: 25 }) }),
  image: all(block({ alt_text: altText }, { ...picture, title: plain(2000) }), exactlyOneOf('image_url', 'slack_file')),
  divider: block({}),
  input: block(
    { label: plain(2000), element: typed({ ...inputs, ...anyPick }) },
    { hint: plain(2000), optional: flag, dispatch_action: flag },
  ),
};

const onlyInMessages: Checks = {
  markdown: block({ text: markdownText }),
  context_actions: block({ elements: list(typed(contextButtons), { min: 1, max: 5 }) }),
};

/** The blocks of a message, an attachment or a view; returns what they share. */
export const checkBlocks = (field: Field, surface: Scene['surface'], max: number): Scene => {
  const scene = createScene(surface);
  const known = surface === 'message' ? { ...everywhere, ...onlyInMessages } : everywhere;
  if (isGiven(field)) list(typed(known), { max })(field, scene);
  for (const focused of scene.focused.slice(1)) focused.refuse(problems.guessed.tooManyFocused);
  return scene;
};
