/** Buttons of all kinds, and overflow menus. */

import { acting } from './acting.ts';
import { onlyIn } from './block.ts';
import { type Check, type Checks, filled, list, oneOf, shape, text, url } from './checks.ts';
import { confirm, overflowOptions, plain } from './objects.ts';

const LABEL = 75;
const VALUE = 2000;

const looks: Checks = {
  style: oneOf('primary', 'danger'),
  accessibility_label: text({ max: LABEL }),
  confirm,
};

const feedback = shape(
  { text: plain(LABEL), value: text({ max: VALUE }) },
  { accessibility_label: text({ max: LABEL }) },
);

const workflow = shape({
  trigger: shape({ url: url() }, { customizable_input_parameters: list(shape({ name: filled(), value: text() })) }),
});

export const button: Check = acting({ text: plain(LABEL) }, { value: text({ max: VALUE }), url: url(), ...looks });

export const buttons: Checks = {
  button,
  workflow_button: onlyIn(['message'], acting({ text: plain(LABEL), workflow }, looks)),
  overflow: acting({ options: overflowOptions }, { confirm }),
};

/** What only a context_actions block holds. */
export const contextButtons: Checks = {
  feedback_buttons: acting({ positive_button: feedback, negative_button: feedback }),
  icon_button: acting(
    { icon: oneOf('trash'), text: plain(LABEL) },
    {
      accessibility_label: text({ max: LABEL }),
      value: text({ max: VALUE }),
      visible_to_user_ids: list(filled(), { max: 10 }),
      confirm,
    },
  ),
};
