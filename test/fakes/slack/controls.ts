/** What a person can use of a message or a view, found by what the person reads. */
import { elementsOf, isInteractive, labelOf } from './blocks.ts';
import { number, objects, text } from './json.ts';
import type { Json, What } from './types.ts';
import { isMulti } from './values.ts';

export interface Control {
  block: Json;
  blockId: string;
  element: Json;
  /** Of those in an attachment. */
  attachmentId?: number;
}

interface Shown {
  readonly blocks: readonly Json[];
  readonly attachments?: readonly Json[];
}

function controlsOf(shown: Shown): Control[] {
  const of = (blocks: readonly Json[], more: { attachmentId?: number } = {}): Control[] =>
    blocks.flatMap((block) =>
      elementsOf(block)
        .filter(isInteractive)
        .map((element) => ({ block, blockId: text(block.block_id), element, ...more })),
    );
  const attached = (shown.attachments ?? []).flatMap((one) =>
    of(objects(one.blocks), { attachmentId: number(one.id) }),
  );
  return [...of(shown.blocks), ...attached];
}

const isButton = ({ element }: Control): boolean => element.type === 'button';

/** The button that is meant; a forged one need not be there. */
export function buttonFor(shown: Shown, what: What): Control {
  if ('actionId' in what && what.forge) {
    const { actionId, value } = what;
    const label = { type: 'plain_text', text: 'forged', emoji: true };
    const element = { type: 'button', action_id: actionId, text: label, ...(value === undefined ? {} : { value }) };
    return { block: {}, blockId: 'forged', element };
  }
  const buttons = controlsOf(shown).filter(isButton);
  const name = 'label' in what ? what.label : what.actionId;
  const meant = buttons.filter(({ element }) => {
    if ('label' in what) return labelOf(element.text) === what.label;
    return element.action_id === what.actionId && (what.value === undefined || element.value === what.value);
  });
  const [button, another] = meant;
  if (another) throw new Error(`Two buttons are «${name}»`);
  if (button) return button;
  const all = buttons.map(({ element }) => labelOf(element.text)).join(', ');
  throw new Error(`No button «${name}»; there are: ${all || 'none'}`);
}

/** The options of an element, those of groups among them. */
const optionsOf = (element: Json): Json[] => [
  ...objects(element.options),
  ...objects(element.option_groups).flatMap((group) => objects(group.options)),
];

const optionOf = (element: Json, label: string): Json | undefined =>
  optionsOf(element).find((option) => labelOf(option.text) === label);

function only(controls: readonly Control[], what: string, all: readonly Control[]): Control {
  const [found, another] = controls;
  if (another) throw new Error(`Several elements are ${what}; tell the action_id`);
  if (found) return found;
  const there = all.flatMap(({ element }) => optionsOf(element).map((option) => labelOf(option.text)));
  throw new Error(`No element is ${what}; there are: ${there.join(', ') || 'none'}`);
}

/** The element that has all these options, and the options. */
export function optionsFor(
  shown: Shown,
  labels: readonly string[],
  actionId?: string,
): { control: Control; options: Json[] } {
  const all = controlsOf(shown).filter(({ element }) => optionsOf(element).length > 0);
  const named = all.filter(({ element }) => actionId === undefined || element.action_id === actionId);
  const fitting = named.filter(({ element }) => labels.every((label) => optionOf(element, label) !== undefined));
  const control = only(fitting, `with «${labels.join('», «')}»`, named);
  return { control, options: chosen(control.element, labels) };
}

/** The options with these labels, as many as the element takes. */
export function chosen(element: Json, labels: readonly string[]): Json[] {
  const type = text(element.type);
  if (new Set(labels).size < labels.length) throw new Error('An option can be picked once');
  if (!isMulti(type) && labels.length !== 1) throw new Error('Just one option can be picked');
  if (labels.length > number(element.max_selected_items, Number.POSITIVE_INFINITY))
    throw new Error('Too many options are picked');
  return labels.map((label) => {
    const option = optionOf(element, label);
    if (!option) throw new Error(`There is no option «${label}»`);
    return option;
  });
}

/** The select with external data. */
export function externalFor(shown: Shown, actionId?: string): Control {
  const all = controlsOf(shown).filter(({ element }) => text(element.type).endsWith('external_select'));
  const named = all.filter(({ element }) => actionId === undefined || element.action_id === actionId);
  return only(named, 'a select with external data', all);
}

/** The only input for text. */
export const inputFor = (shown: Shown): Control => {
  const all = controlsOf(shown);
  return only(
    all.filter(({ element }) => element.type === 'plain_text_input'),
    'an input for text',
    all,
  );
};

/** Elements of input blocks tell the app at once only when asked to. */
export const dispatches = ({ block }: Control): boolean => block.type !== 'input' || block.dispatch_action === true;
