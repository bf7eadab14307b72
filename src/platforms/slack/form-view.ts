import type { SlackViewAction } from '@slack/bolt';
import type { InputBlock, ModalView } from '@slack/types';
import { isId } from '../../core/address.ts';
import { invocationOf } from '../../core/command/filled.ts';
import type { Invocation } from '../../core/command/route.ts';
import type { Locale } from '../../core/locale.ts';
import type { Form, FormPart } from '../../core/reply/blocks.ts';
import { chosenIn, typedValue } from '../../core/reply/form.ts';
import { text as replyText } from '../../core/reply/text.ts';
import { plain } from './elements.ts';
import { SLACK } from './limits.ts';
import { truncateUnits } from './markdown.ts';
import { text } from './text.ts';
import { CALLBACKS } from './views.ts';

/** How the parts of a form are drawn: the newest first, each for servers that do not know the one before. */
const LOOKS = ['pickers', 'texts'] as const;

/** The id of a part's block, by which Slack shows what is wrong with it. */
const blockOf = (name: string): string => `form:${name}`;

const textElement = (part: FormPart): InputBlock['element'] => {
  const value = part.kind === 'channel' ? part.value : typedValue(part);
  const { lines, most } = part.kind === 'text' ? part : {};
  const longest = Math.min(most ?? SLACK.text, SLACK.text);
  return {
    type: 'plain_text_input',
    action_id: part.name,
    ...(lines ? { multiline: true } : {}),
    ...(most === undefined ? {} : { max_length: longest }),
    ...('hint' in part ? { placeholder: plain(part.hint, SLACK.placeholder) } : {}),
    ...(value === undefined ? {} : { initial_value: truncateUnits(value, longest) }),
  };
};

/** A value that a picker takes: what was typed into an older form may be none. */
const matching = (value: string | undefined, form: RegExp): string | undefined =>
  value !== undefined && form.test(value) ? value : undefined;

function pickerOf(part: FormPart): InputBlock['element'] {
  const common = { action_id: part.name };
  const { value } = part;
  switch (part.kind) {
    case 'channel':
      return {
        ...common,
        type: 'conversations_select',
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(value !== undefined && isId(value, 'slack')
          ? { initial_conversation: value }
          : { default_to_current_conversation: true }),
      };
    case 'one':
    case 'several': {
      const options = part.options.map(({ value, label }) => ({ text: plain(label, SLACK.optionText), value }));
      const chosen = options.filter((option) => chosenIn(part).includes(option.value));
      const [first] = chosen;
      if (part.kind === 'one')
        return { ...common, type: 'radio_buttons', options, ...(first ? { initial_option: first } : {}) };
      return {
        ...common,
        type: 'multi_static_select',
        options,
        ...(first ? { initial_options: chosen } : {}),
      };
    }
    case 'time': {
      const time = matching(value, /^(?:[01]\d|2[0-3]):[0-5]\d$/);
      return { ...common, type: 'timepicker', ...(time === undefined ? {} : { initial_time: time }) };
    }
    case 'date': {
      const date = matching(value, /^\d{4}-\d\d-\d\d$/);
      return { ...common, type: 'datepicker', ...(date === undefined ? {} : { initial_date: date }) };
    }
    case 'text':
      return textElement(part);
    default:
      return part satisfies never;
  }
}

/** A form as modals, the newest look first; `state` comes back with it. */
export const formViews = (form: Form, state: string, locale: Locale): ModalView[] =>
  LOOKS.map((look) => ({
    type: 'modal',
    callback_id: CALLBACKS.form,
    private_metadata: state,
    title: plain(form.title, SLACK.viewTitle),
    submit: plain(replyText(locale).save, SLACK.viewTitle),
    close: plain(text(locale).cancel, SLACK.viewTitle),
    blocks: form.parts.map(
      (part): InputBlock => ({
        type: 'input',
        block_id: blockOf(part.name),
        label: plain(part.label, SLACK.text),
        ...(part.optional ? { optional: true } : {}),
        element: look === 'texts' ? textElement(part) : pickerOf(part),
      }),
    ),
  }));

/** What was filled in; `sends` as the form's state has it. */
export function filledIn({ view }: Pick<SlackViewAction, 'view'>, sends: string): Invocation {
  const values = Object.values(view.state.values).flatMap((block) =>
    Object.entries(block).map(([name, one]): [string, string] => {
      const picked =
        one.selected_options?.map(({ value }) => value ?? '').join(',') ??
        one.selected_option?.value ??
        one.selected_conversation ??
        one.selected_time ??
        one.selected_date ??
        one.value;
      return [name, picked ?? ''];
    }),
  );
  return invocationOf(sends, Object.fromEntries(values));
}

/** What is said beside the parts of a form that hold what their options do not take. */
export const errorsOf = (refused: ReadonlyMap<string, { text: Readonly<Record<Locale, string>> }>, locale: Locale) => ({
  response_action: 'errors' as const,
  errors: Object.fromEntries(Array.from(refused, ([name, { text }]) => [blockOf(name), text[locale]])),
});
