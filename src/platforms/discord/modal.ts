import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Locale } from '../../core/locale.ts';

/** Answers are a word or a command; Discord itself takes 4,000. */
const LONGEST_ANSWER = 200;

/** A box to type an answer in; sending it completes `line`. Servers that know no Label take `older`. */
export function modal(line: string, locale: Locale): { modal: APIModalInteractionResponseCallbackData; older: object } {
  const ko = locale === 'ko';
  const title = ko ? '답 쓰기' : 'Your answer';
  const label = ko ? '답' : 'Answer';
  const box = {
    type: ComponentType.TextInput,
    custom_id: 'answer',
    style: TextInputStyle.Short,
    min_length: 1,
    max_length: LONGEST_ANSWER,
    required: true,
    placeholder: ko ? '한글이든 영어든 괜찮아요' : 'Korean or English, both are fine',
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
