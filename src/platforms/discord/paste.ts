import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Command } from '../../core/command/command.ts';
import type { Option } from '../../core/command/options.ts';
import type { Invocation, Values } from '../../core/command/route.ts';
import type { Locale } from '../../core/locale.ts';
import { truncate } from '../../language/truncate.ts';
import type { Attach } from './attachments.ts';
import { DISCORD } from './limits.ts';
import { text } from './text.ts';

/** The custom id of a box that is filled in for a command begins so; its name follows. */
const PASTES = '📋';

/** Is it asked for its text in a box, where it was called without any? A box takes several lines; an option takes one. */
export const takesPastes = ({ options }: Pick<Command, 'options'>): boolean =>
  Object.values(options).some(({ required }) => required === 'orFile');

/** A field by its option's name. Whether something was filled in is for the command to say: one of both is enough. */
function fieldOf(name: string, option: Option, locale: Locale): APIComponentInLabel | undefined {
  if (option.type === 'file') return { type: ComponentType.FileUpload, custom_id: name, required: false };
  if (option.type !== 'text') return undefined;
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style: TextInputStyle.Paragraph,
    max_length: DISCORD.input,
    required: false,
    ...(option.hint ? { placeholder: option.hint[locale] } : {}),
  };
}

/** A box for pasted text and for a file. Servers that know no Label take `older`, which has no file. */
export function pasteModal(
  { name, options }: Pick<Command, 'name' | 'options'>,
  locale: Locale,
): { modal: APIModalInteractionResponseCallbackData; older: object } {
  const fields = Object.entries(options).flatMap(([key, option]) => {
    const component = fieldOf(key, option, locale);
    return component ? [{ label: truncate(option.summary[locale], DISCORD.label), component }] : [];
  });
  const box = { custom_id: PASTES + name, title: text(locale).pasteTitle };
  return {
    modal: { ...box, components: fields.map((field) => ({ type: ComponentType.Label, ...field })) },
    older: {
      ...box,
      components: fields
        .filter(({ component }) => component.type === ComponentType.TextInput)
        .map(({ label, component }) => ({ type: ComponentType.ActionRow, components: [{ ...component, label }] })),
    },
  };
}

/** All fields of a modal that was sent, which stand in Labels or, on older servers, in rows. */
export const fieldsIn = ({ components }: Pick<APIModalSubmission, 'components'>) =>
  components.flatMap((component) =>
    'components' in component ? component.components : 'component' in component ? [component.component] : [],
  );

/** What was filled in for a command; undefined for a modal of another kind. */
export function pastedIn(data: APIModalSubmission, attach: Attach): Invocation | undefined {
  if (!data.custom_id.startsWith(PASTES)) return undefined;
  const values = fieldsIn(data).flatMap((field): [string, Values[string]][] => {
    if (field.type === ComponentType.TextInput) return [[field.custom_id, field.value ?? '']];
    if (field.type !== ComponentType.FileUpload) return [];
    const file = attach(data.resolved?.attachments?.[field.values?.[0] ?? '']);
    return file ? [[field.custom_id, file]] : [];
  });
  return { command: data.custom_id.slice(PASTES.length), options: Object.fromEntries(values) };
}
