import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Answered, Choice, Input, Menus } from '../../../core/reply/blocks.ts';
import { splitTyped, wayOf } from '../../../core/reply/controls.ts';
import { menusControls } from '../../../core/reply/menus.ts';
import { marked, option } from './controls.ts';
import type { View } from './view.ts';

/** Says in words, and not by a colour alone, what of all that is shown was the reader's own. */
export const ownMark = (words: string): Element => h('span.mine', words);

const chosen = (at: number, isOwn: boolean): string[] => [...option(at), ...(isOwn ? ['chosen'] : [])];

function choiceParts(block: Choice, { given, mine }: Answered, view: View): Element {
  const way = wayOf(block);
  const rows = block.options.map(({ value, label }, at) => {
    const isOwn = given.includes(value);
    const name = [h('span.label', label), ...(isOwn && way !== 'inOrder' ? [ownMark(mine)] : [])];
    return { value, at, isOwn, name };
  });
  switch (way) {
    case 'one':
      return h(
        'div.options',
        rows.map(({ at, isOwn, name }) =>
          h(
            'button',
            { type: 'button', disabled: true, ariaPressed: String(isOwn), className: chosen(at, isOwn) },
            ...marked(at, view),
            ...name,
          ),
        ),
      );
    case 'several':
      return h(
        'fieldset.options',
        rows.map(({ at, isOwn, name }) =>
          h(
            'label',
            { className: chosen(at, isOwn) },
            h('input', { type: 'checkbox', disabled: true, checked: isOwn }),
            ...marked(at, view),
            ...name,
          ),
        ),
      );
    case 'inOrder': {
      // A student who did not know has put nothing in order.
      const place = ({ value }: { value: string }): number => given.indexOf(value);
      return h(
        'ol.options',
        rows
          .toSorted((one, other) => place(one) - place(other))
          .map(({ at, isOwn, name }) => h('li', { className: chosen(at, isOwn) }, ...marked(at, view), ...name)),
      );
    }
    default:
      return way satisfies never;
  }
}

const menuParts = (block: Menus, { given }: Answered, view: View): Element[] =>
  menusControls({ ...block, picked: Array.from(given) }, view.locale).menus.map(({ mark, label, options, picked }) =>
    h(
      'label',
      h('span.label', mark === '' ? label : `${mark}. ${label}`),
      h(
        'select',
        { disabled: true },
        picked === undefined ? h('option', '—') : [],
        options.map((one) => h('option', { selected: one.isPicked }, one.label)),
      ),
    ),
  );

function inputParts({ label, boxes = 1 }: Input, { given, isUnknown }: Answered): Element[] {
  const typed = isUnknown ? [] : boxes === 1 ? [given] : splitTyped(given);
  return Array.from({ length: boxes }, (_, i) =>
    h(
      'label',
      h('span.label', boxes === 1 ? label : `${label} ${i + 1}`),
      h('input', { type: 'text', disabled: true, value: typed[i] ?? '' }),
    ),
  );
}

function partsOf(block: Choice | Menus | Input, answered: Answered, view: View): ElementContent[] {
  switch (block.type) {
    case 'choice':
      return [choiceParts(block, answered, view)];
    case 'menus':
      return menuParts(block, answered, view);
    case 'input':
      return inputParts(block, answered);
    default:
      return block satisfies never;
  }
}

/** What a question was answered by, as its reader has sent it: nothing of it can be sent again. */
export const answeredForm = (block: Choice | Menus | Input, answered: Answered, view: View): Element =>
  h('form', { className: [block.type, 'answered'] }, [...partsOf(block, answered, view), h('p.sent', answered.note)]);
