import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Locale } from '../../core/locale.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import { text } from '../../core/reply/text.ts';

/** A box to type an answer in; sending it completes `line`. Servers that know no Label take `older`. */
export function modal(line: string, locale: Locale): { modal: APIModalInteractionResponseCallbackData; older: object } {
  const { title, label, hint } = text(locale).answerBox;
  const box = {
    type: ComponentType.TextInput,
    custom_id: 'answer',
    style: TextInputStyle.Short,
    min_length: 1,
    max_length: LIMITS.answer,
    required: true,
    placeholder: hint,
  } as const;
  return {
    modal: { custom_id: line, title, components: [{ type: ComponentType.Label, label, component: box }] },
    older: {
      custom_id: line,
      title,
      components: [{ type: ComponentType.ActionRow, components: [{ ...box, label }] }],
    },
  };
}
