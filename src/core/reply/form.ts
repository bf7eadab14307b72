import { truncate } from '../../language/truncate.ts';
import { slash } from '../../markdown/slash.ts';
import type { Locale } from '../locale.ts';
import type { Block, Form, FormPart, Reply } from './blocks.ts';
import { fields, heading, markdown } from './builders.ts';
import { LIMITS } from './limits.ts';
import { text } from './text.ts';

export const formIn = ({ blocks }: Reply): Form | undefined => blocks.find((block) => block.type === 'form');

/** The values of a part that are chosen to begin with. */
export const chosenIn = ({ value }: Pick<FormPart, 'value'>): readonly string[] => value?.split(',') ?? [];

/** What a part holds, as it is read or typed; undefined where it holds nothing, and of a channel, whose name is elsewhere. */
function valueInWords(part: FormPart, how: 'read' | 'asTyped'): string | undefined {
  switch (part.kind) {
    case 'channel':
      return undefined;
    case 'one':
    case 'several': {
      const chosen = chosenIn(part);
      const words = part.options
        .filter(({ value }) => chosen.includes(value))
        .map(({ label, typed = label }) => (how === 'asTyped' ? typed : label));
      return words.length === 0 ? part.value : words.join(how === 'asTyped' ? ',' : ', ');
    }
    case 'text':
    case 'time':
    case 'date':
      return part.value;
    default:
      return part satisfies never;
  }
}

/** What a part holds, as it is typed. */
export const typedValue = (part: FormPart): string | undefined => valueInWords(part, 'asTyped');

/**
 * A form where it cannot be filled in: what it holds, and the line that does the same. `most`: code points of words that
 * the form brings itself.
 */
export function formInWords(
  { title, typed: command, parts, inWords }: Form,
  locale: Locale,
  most: number = LIMITS.text,
): Block[] {
  if (inWords !== undefined) return [heading(title), markdown(truncate(inWords, most))];
  const words = text(locale);
  const told = parts.filter(({ kind }) => kind !== 'channel');
  const typed = told.flatMap((part) => typedValue(part) ?? []);
  return [
    heading(title),
    fields(...told.map((part) => ({ name: part.label, value: valueInWords(part, 'read') ?? words.notFilledIn }))),
    markdown(words.typeInstead(slash([command, ...typed].join(' ')))),
  ];
}

/** The same reply where no form can be opened. */
export const withoutForm = (reply: Reply, locale: Locale): Reply => ({
  ...reply,
  blocks: reply.blocks.flatMap((block) => (block.type === 'form' ? formInWords(block, locale) : [block])),
});
