import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { invocationOf, writeSends } from '../../core/command/filled.ts';
import type { Invocation } from '../../core/command/route.ts';
import type { Form, FormPart } from '../../core/reply/blocks.ts';
import { chosenIn, typedValue } from '../../core/reply/form.ts';
import { truncate } from '../../language/truncate.ts';
import { WRITTEN_IN } from './declarations.ts';
import { DISCORD } from './limits.ts';
import { fieldsIn } from './paste.ts';

/** The custom id of a form begins so; what sending it invokes follows. */
const FORMS = '🗒';

/** How the parts of a form are drawn: the newest first, each for servers that do not know the one before. */
const LOOKS = ['radio', 'menus', 'texts'] as const;
type Look = (typeof LOOKS)[number];

const required = ({ optional }: FormPart): boolean => optional !== true;

const textInput = (part: FormPart) => {
  const value = part.kind === 'channel' ? part.value : typedValue(part);
  const { lines, most = DISCORD.formInput } = part.kind === 'text' ? part : {};
  const longest = Math.min(most, DISCORD.input);
  return {
    type: ComponentType.TextInput,
    custom_id: part.name,
    style: lines ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: longest,
    required: required(part),
    ...('hint' in part ? { placeholder: truncate(part.hint, DISCORD.inputHint) } : {}),
    ...(value === undefined ? {} : { value: truncate(value, longest) }),
  } as const;
};

function componentOf(part: FormPart, look: Exclude<Look, 'texts'>): APIComponentInLabel {
  const common = { custom_id: part.name, required: required(part) };
  switch (part.kind) {
    case 'channel':
      return {
        ...common,
        type: ComponentType.ChannelSelect,
        channel_types: [...WRITTEN_IN],
        // A snowflake: what was typed into an older form may be a name.
        ...(/^\d{17,20}$/.test(part.value ?? '')
          ? { default_values: [{ id: part.value ?? '', type: SelectMenuDefaultValueType.Channel }] }
          : {}),
      };
    case 'one':
    case 'several': {
      const chosen = chosenIn(part);
      const options = part.options.map(({ value, label }) => ({
        value,
        label,
        ...(chosen.includes(value) ? { default: true } : {}),
      }));
      if (part.kind === 'one' && look === 'radio') return { ...common, type: ComponentType.RadioGroup, options };
      return {
        ...common,
        type: ComponentType.StringSelect,
        max_values: part.kind === 'several' ? options.length : 1,
        options,
      };
    }
    case 'text':
    case 'time':
    case 'date':
      return textInput(part);
    default:
      return part satisfies never;
  }
}

/** A form as modals, the newest look first. */
export const formModals = (form: Form): object[] =>
  LOOKS.map((look) => {
    const box = { custom_id: FORMS + writeSends(form), title: form.title };
    const parts = form.parts.slice(0, DISCORD.modalParts);
    const labelOf = (part: FormPart): string => truncate(part.label, DISCORD.label);
    if (look === 'texts')
      return {
        ...box,
        components: parts.map((part) => ({
          type: ComponentType.ActionRow,
          components: [{ ...textInput(part), label: labelOf(part) }],
        })),
      };
    return {
      ...box,
      components: parts.map((part) => ({
        type: ComponentType.Label,
        label: labelOf(part),
        component: componentOf(part, look),
      })),
    } satisfies APIModalInteractionResponseCallbackData;
  });

/** What was filled in; undefined for a modal of another kind. */
export function filledIn(data: APIModalSubmission): Invocation | undefined {
  if (!data.custom_id.startsWith(FORMS)) return undefined;
  const values = fieldsIn(data).flatMap((field): [string, string][] => {
    if ('values' in field) return [[field.custom_id, field.values?.join(',') ?? '']];
    return 'value' in field && typeof field.value === 'string' ? [[field.custom_id, field.value]] : [];
  });
  return invocationOf(data.custom_id.slice(FORMS.length), Object.fromEntries(values));
}
