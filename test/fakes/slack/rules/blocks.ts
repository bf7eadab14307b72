/** The blocks, by where they may stand: the documentation's «available in surfaces» and «compatible elements». */

import { allOnlyIn, block } from './block.ts';
import { buttons, contextButtons } from './buttons.ts';
import * as cards from './cards.ts';
import {
  all,
  atLeastOneOf,
  type Check,
  type Checks,
  filled,
  filledList,
  flag,
  integer,
  isGiven,
  list,
  typed,
} from './checks.ts';
import { boxGroups, menus, multiMenus } from './choices.ts';
import * as data from './data.ts';
import { type Field, lengthOf } from './form.ts';
import { dateTimePicker, inputs, pickers, richTextInput } from './inputs.ts';
import * as media from './media.ts';
import { eitherText, plain, textObjects } from './objects.ts';
import * as problems from './problems.ts';
import { richText } from './rich-text.ts';
import { createScene, type Surface } from './scene.ts';

/** All `markdown` blocks of a payload together, by the documentation; Slack has been seen to count each alone. */
const MAX_MARKDOWN = 12_000;

const choices: Checks = { ...menus, ...multiMenus, ...boxGroups, ...pickers };

const markdownText: Check = (field, scene) => {
  filled()(field, scene);
  scene.tally.markdown += lengthOf(String(field.value));
  if (scene.tally.markdown > MAX_MARKDOWN) field.refuse(problems.tooLong(MAX_MARKDOWN));
};

const input: Check = (field, scene) => {
  block(
    { label: plain(2000), element: typed({ ...inputs, ...choices, ...dateTimePicker, ...richTextInput }) },
    { hint: plain(2000), optional: flag, dispatch_action: flag },
  )(field, scene);
  const type = field.at('element').at('type');
  const isDispatched = field.at('dispatch_action').value === true;
  if (isDispatched && type.value === 'file_input') type.refuse(problems.unsupportedType('file_input'));
};

/** Of the blocks that the documentation lets into a container, those that Slack's validation has been seen to take. */
const inContainers: Checks = {
  section: all(
    block(
      {},
      {
        text: eitherText(3000),
        fields: filledList(eitherText(2000), 10),
        accessory: typed({ ...buttons, ...choices, image: media.picture }),
        expand: flag,
      },
    ),
    atLeastOneOf('text', 'fields'),
  ),
  header: block({ text: plain(150) }, { level: integer({ min: 1, max: 4 }) }),
  context: block({ elements: filledList(typed({ ...textObjects(), image: media.picture }), 10) }),
  actions: block({
    elements: filledList(typed({ ...buttons, ...choices, ...dateTimePicker, ...richTextInput }), 25),
  }),
  image: media.image,
  divider: block({}),
  video: media.video,
  table: data.table,
};

const known: Checks = {
  ...inContainers,
  ...allOnlyIn(['message'], {
    markdown: block({ text: markdownText }),
    context_actions: block({ elements: filledList(typed(contextButtons), 5) }),
    data_visualization: data.chart,
    task_card: cards.taskCard,
    plan: cards.plan,
    file: media.file,
  }),
  ...allOnlyIn(['message', 'home'], {
    table: data.table,
    data_table: data.dataTable,
    carousel: cards.carousel,
    container: cards.container(inContainers),
  }),
  ...allOnlyIn(['modal'], { alert: cards.alert }),
  card: cards.card,
  rich_text: richText,
  input,
};

/** The blocks of a message, an attachment or a view, of which there are at most `max`. */
export const checkBlocks = (field: Field, surface: Surface, max: number): void => {
  const scene = createScene(surface);
  if (isGiven(field)) list(typed(known), { max })(field, scene);
  for (const focused of scene.focused.slice(1)) focused.refuse(problems.guessed.tooManyFocused);
};
