import type { Choice } from '../../src/core/reply/blocks.ts';
import type { Payload } from '../../src/platforms/discord/render.ts';
import { allComponents, text } from '../fakes/discord/json.ts';
import { messageError } from '../fakes/discord/rules/message.ts';
import { reasons } from '../fakes/discord/rules/reasons.ts';
import type { Json } from '../fakes/discord/types.ts';

/** Every component of what is sent, in the order in which it is shown. */
export const componentsOf = ({ components }: Payload): Json[] => Array.from(allComponents(components));

const texts = (payload: Payload, key: string): string[] =>
  componentsOf(payload).flatMap((one) => (text(one[key]) === '' ? [] : [text(one[key])]));

/** What pressing sends. */
export const customIds = (payload: Payload): string[] => texts(payload, 'custom_id');
export const labels = (payload: Payload): string[] => texts(payload, 'label');
/** All text, in whichever form the payload has it. */
export const textIn = (payload: Payload): string =>
  [
    ...texts(payload, 'content'),
    payload.content,
    ...(payload.embeds ?? []).flatMap((one) => [one.title, one.description]),
  ]
    .filter(Boolean)
    .join('\n');

/** Why Discord would not take it, with the files that it names, as the answer to an interaction; empty where it does. */
export function refusedFor(payload: Payload): string[] {
  const uploads = (payload.attachments ?? []).map(({ filename }) => ({ name: filename, size: 1 }));
  return reasons(messageError(payload, uploads, { edit: false, wasV2: false, interaction: true }));
}

/** One of these is right. */
export const choiceOf = (words: readonly string[]): Choice => ({
  type: 'choice',
  line: 'drill x',
  options: words.map((label, i) => ({ value: String.fromCharCode(97 + i), label })),
  min: 1,
  max: 1,
  ordered: false,
  picked: [],
});
