import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Button, Choice, Input, Menus } from '../../../core/reply/blocks.ts';
import { boxRoom, choiceControls, inputControls } from '../../../core/reply/controls.ts';
import { LIMITS } from '../../../core/reply/limits.ts';
import { menusControls } from '../../../core/reply/menus.ts';
import { text } from '../text.ts';
import { markOf, type View } from './view.ts';

/** What a form of a page sends: names of its fields. */
export const FIELDS = {
  token: 'token',
  /** A line; what follows completes it. */
  line: 'line',
  /** Letters, in the order in which they stand. */
  pick: 'pick',
  /** Parts of a typed answer. */
  typed: 'typed',
  /** What is typed into the box of the page, and a file beside it. */
  said: 'said',
  file: 'file',
  /** What a form of ours invokes; its parts are `part.<name>`. */
  sends: 'sends',
  part: 'part.',
  name: 'name',
} as const;

/** What a form sends beside what is filled in. */
export const hidden = (name: string, value: string): Element => h('input', { type: 'hidden', name, value });

/** The token of a visitor, which stands in each of their forms. */
export const tokenField = (token: string): Element => hidden(FIELDS.token, token);

/** A form that posts; what is in it sends by its own buttons. */
export const form = ({ action, token }: View, className: string, children: readonly ElementContent[]): Element =>
  h('form', { method: 'post', action, className: [className] }, token === '' ? [] : [tokenField(token)], ...children);

const look = ({ primary, danger }: Pick<Button, 'primary' | 'danger'>): string[] => [
  'button',
  ...(primary ? ['primary'] : []),
  ...(danger ? ['danger'] : []),
];

const pressed = (button: Button, ...children: ElementContent[]): Element =>
  h(
    'button',
    { type: 'submit', name: FIELDS.line, value: button.line, className: look(button) },
    ...(children.length === 0 ? [{ type: 'text', value: button.label } as const] : children),
  );

export const buttonRow = (buttons: readonly Button[], view: View): Element =>
  form(
    view,
    'buttons',
    buttons.map((button) => pressed(button)),
  );

/** The mark of an option, and a shape beside it: neither by colour alone. */
export const marked = (place: number, view: View): ElementContent[] => [
  h('span.mark', { ariaHidden: 'true' }, markOf(place, view)),
  h('span.shape', { ariaHidden: 'true' }),
];

export const option = (place: number): string[] => ['option', `option-${place % OPTION_COLOURS}`];
/** Colours of the style sheet: see `.option-0` there. */
const OPTION_COLOURS = 6;

const submit = (label: string): Element => h('button', { type: 'submit', className: ['button', 'primary'] }, label);

/** Pressed to give up: it says its own line, and nothing that was picked beside it. */
const giveUp = (button: Button): Element =>
  h(
    'button',
    // What is still empty keeps no student from giving up.
    { type: 'submit', name: 'instead', value: button.line, formNoValidate: true, className: ['button', 'quiet'] },
    button.label,
  );

export function choice(block: Choice, view: View): Element {
  const shown = choiceControls(block, view.locale);
  const words = text(view.locale);
  const { dontKnow } = shown;
  switch (shown.way) {
    case 'one':
      return form(view, 'choice', [
        h(
          'div.options',
          shown.options.map(({ label, button }, i) =>
            h(
              'button',
              { type: 'submit', name: FIELDS.line, value: button.line, className: option(i) },
              ...marked(i, view),
              h('span.label', label),
            ),
          ),
        ),
        giveUp(dontKnow),
      ]);
    case 'several':
      return form(view, 'choice', [
        hidden(FIELDS.line, block.line),
        h(
          'fieldset.options',
          h('legend', words.pickAll),
          block.options.map(({ value, label }, i) =>
            h(
              'label',
              { className: option(i) },
              h('input', { type: 'checkbox', name: FIELDS.pick, value, checked: block.picked.includes(value) }),
              ...marked(i, view),
              h('span.label', label),
            ),
          ),
        ),
        h('div.row', submit(words.send), giveUp(dontKnow)),
      ]);
    case 'inOrder':
      // Without scripts it is pressed one by one; with them it is put in order by dragging or by arrow keys.
      return form(view, 'choice', [
        h(
          'ol',
          { className: ['options', 'in-order'], 'data-line': block.line, 'data-send': words.send },
          block.options.map(({ value, label }, i) =>
            h(
              'li',
              { className: option(i), 'data-value': value },
              h(
                'button',
                {
                  type: 'submit',
                  name: FIELDS.line,
                  value: shown.options[i]?.button.line ?? '',
                  disabled: block.picked.includes(value),
                },
                ...marked(i, view),
                h('span.label', label),
              ),
              h('span.move', [
                h('button', { type: 'button', className: ['up'], hidden: true, ariaLabel: words.up(label) }, '↑'),
                h('button', { type: 'button', className: ['down'], hidden: true, ariaLabel: words.down(label) }, '↓'),
              ]),
            ),
          ),
        ),
        h('p.hint', { 'data-ordered': words.dragToOrder }, shown.hint),
        ...(shown.soFar
          ? [h('p.so-far', `${shown.soFar.name}: ${shown.soFar.numbers} `, pressed(shown.soFar.startOver))]
          : []),
        giveUp(dontKnow),
      ]);
    default:
      return shown satisfies never;
  }
}

export function menus(block: Menus, view: View): Element {
  const shown = menusControls(block, view.locale);
  const words = text(view.locale);
  return form(view, 'menus', [
    hidden(FIELDS.line, block.line),
    ...shown.menus.map(({ mark, label, options }) =>
      h(
        'label',
        h('span.label', mark === '' ? label : `${mark}. ${label}`),
        h(
          'select',
          { name: FIELDS.pick, required: true },
          h('option', { value: '' }, words.choose),
          options.map((one) => h('option', { value: one.value, selected: one.isPicked }, one.label)),
        ),
      ),
    ),
    h('div.row', submit(words.send), giveUp(shown.dontKnow)),
  ]);
}

export function input(block: Input, view: View): Element {
  const { dontKnow } = inputControls(block, view.locale);
  const words = text(view.locale);
  const boxes = block.boxes ?? 1;
  return form(view, 'input', [
    hidden(FIELDS.line, block.line),
    ...Array.from({ length: boxes }, (_, i) =>
      h(
        'label',
        h('span.label', boxes === 1 ? block.label : `${block.label} ${i + 1}`),
        h('input', {
          type: 'text',
          name: FIELDS.typed,
          required: true,
          autoComplete: 'off',
          spellCheck: 'false',
          autoCapitalize: 'off',
          maxLength: boxes === 1 ? LIMITS.answer : boxRoom(boxes),
        }),
      ),
    ),
    h('div.row', submit(words.send), giveUp(dontKnow)),
  ]);
}
