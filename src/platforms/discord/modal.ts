import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Locale } from '../../core/locale.ts';
import { boxRoom } from '../../core/reply/controls.ts';
import { text } from '../../core/reply/text.ts';
import { DISCORD } from './limits.ts';

/**
 * Boxes to type an answer in; sending them completes `line`. One of several may stay empty: a student may know the others.
 * Servers that know no Label take `older`.
 */
export function modal(
  line: string,
  boxes: number,
  locale: Locale,
): { modal: APIModalInteractionResponseCallbackData; older: object } {
  const { title, label, part, hint } = text(locale).answerBox;
  const count = Math.min(boxes, DISCORD.modalParts);
  const all = Array.from({ length: count }, (_, i) => ({
    label: count === 1 ? label : part(i + 1),
    box: {
      type: ComponentType.TextInput,
      custom_id: count === 1 ? 'answer' : `answer${i + 1}`,
      style: TextInputStyle.Short,
      ...(count === 1 ? { min_length: 1 } : {}),
      max_length: boxRoom(count),
      required: count === 1,
      placeholder: hint,
    } as const,
  }));
  return {
    modal: {
      custom_id: line,
      title,
      components: all.map(({ label, box }) => ({ type: ComponentType.Label, label, component: box })),
    },
    older: {
      custom_id: line,
      title,
      components: all.map(({ label, box }) => ({ type: ComponentType.ActionRow, components: [{ ...box, label }] })),
    },
  };
}
