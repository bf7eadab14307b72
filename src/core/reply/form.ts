import type { Locale } from '../locale.ts';
import type { Block, Form, FormPart, Reply } from './blocks.ts';
import { fields, heading, markdown } from './builders.ts';
import { text } from './text.ts';

export const formIn = ({ blocks }: Reply): Form | undefined => blocks.find((block) => block.type === 'form');

/** The values of a part that are chosen to begin with. */
export const chosenIn = ({ value }: Pick<FormPart, 'value'>): readonly string[] => value?.split(',') ?? [];

/** What a part holds, as people type it; undefined where it holds nothing, and of a channel, which has a name elsewhere. */
export function typedValue(part: FormPart): string | undefined {
  switch (part.kind) {
    case 'channel':
      return undefined;
    case 'one':
    case 'several': {
      const chosen = chosenIn(part);
      const labels = part.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
      return labels.length === 0 ? undefined : labels.join(',');
    }
    case 'text':
    case 'time':
    case 'date':
      return part.value;
    default:
      return part satisfies never;
  }
}

/** A form where it cannot be filled in: what it holds, and the line that does the same. */
export function formInWords({ title, sends, parts }: Form, locale: Locale): Block[] {
  const words = text(locale);
  const told = parts.filter(({ kind }) => kind !== 'channel');
  const typed = told.flatMap((part) => {
    const value = typedValue(part);
    return value === undefined ? [] : [`${part.word}:${/\s/.test(value) ? `"${value}"` : value}`];
  });
  return [
    heading(title),
    fields(...told.map((part) => ({ name: part.label, value: typedValue(part) ?? words.notFilledIn }))),
    markdown(words.typeInstead([sends, ...typed].join(' ').replaceAll('`', ''))),
  ];
}

/** The same reply where no form can be opened. */
export const withoutForm = (reply: Reply, locale: Locale): Reply => ({
  ...reply,
  blocks: reply.blocks.flatMap((block) => (block.type === 'form' ? formInWords(block, locale) : [block])),
});
