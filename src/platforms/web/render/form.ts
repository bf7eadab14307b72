import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { writeSends } from '../../../core/command/filled.ts';
import type { Form, FormPart } from '../../../core/reply/blocks.ts';
import { chosenIn } from '../../../core/reply/form.ts';
import { text as replyText } from '../../../core/reply/text.ts';
import { FIELDS, form, hidden } from './controls.ts';
import type { View } from './view.ts';

/** What is typed in one line of a form, and in several. */
const MOST = { line: 200, lines: 3000 } as const;

function field(part: FormPart): ElementContent[] {
  const name = FIELDS.part + part.name;
  const { optional, value } = part;
  const label = h('span.label', part.label);
  switch (part.kind) {
    // A browser is in no channel that it could name.
    case 'channel':
      return [];
    case 'one':
      return [
        h('label', label, [
          h('select', { name, required: !optional }, [
            ...(optional ? [h('option', { value: '' }, '—')] : []),
            ...part.options.map((one) =>
              h('option', { value: one.value, selected: chosenIn(part).includes(one.value) }, one.label),
            ),
          ]),
        ]),
      ];
    case 'several':
      return [
        h('fieldset', h('legend', part.label), [
          ...part.options.map((one) =>
            h('label.check', [
              h('input', { type: 'checkbox', name, value: one.value, checked: chosenIn(part).includes(one.value) }),
              one.label,
            ]),
          ),
        ]),
      ];
    case 'text': {
      const common = { name, required: !optional, placeholder: part.hint };
      return [
        h('label', label, [
          part.lines
            ? h('textarea', { ...common, rows: 5, maxLength: part.most ?? MOST.lines }, value ?? '')
            : h('input', { ...common, type: 'text', value, maxLength: part.most ?? MOST.line }),
        ]),
      ];
    }
    case 'time':
      return [h('label', label, h('input', { type: 'time', name, required: !optional, value }))];
    case 'date':
      return [h('label', label, h('input', { type: 'date', name, required: !optional, value }))];
    default:
      return part satisfies never;
  }
}

/** A form, filled in where it stands. */
export const formElement = (block: Form, view: View): Element =>
  form(view, 'form', [
    h('h2', block.title),
    hidden(FIELDS.sends, writeSends(block)),
    ...block.parts.flatMap(field),
    h('div.row', h('button', { type: 'submit', className: ['button', 'primary'] }, replyText(view.locale).save)),
  ]);
