import { truncate } from '../../language/truncate.ts';
import type { Block, Button, ClockWords, Reply } from './blocks.ts';
import { LIMITS } from './limits.ts';

/** A name, with its other-language half where it has one. */
export const heading = (text: string, aside?: string): Block =>
  aside === undefined ? { type: 'heading', text } : { type: 'heading', text, aside };

/** CommonMark. It is not called `text`, as the words of every room are. */
export const markdown = (text: string): Block => ({ type: 'text', markdown: text });

export const quote = (text: string): Block => ({ type: 'quote', markdown: text });

/** Plain text in bold, whatever marks it has. */
export const bold = (text: string): Block => markdown(`**${text.replaceAll('*', '\\*')}**`);

export const fields = (...given: readonly { name: string; value: string }[]): Block => ({
  type: 'fields',
  fields: given,
});

export const buttons = (...given: readonly Button[]): Block => ({ type: 'buttons', buttons: given });

export const footer = (text: string): Block => ({ type: 'footer', text });

/** A clock towards `ends` (epoch milliseconds); `inSeconds` words what is left of it at `now`. */
export const countdown = (
  words: ClockWords,
  { ends, whole, now }: { ends: number; whole: number; now: number },
  inSeconds: (seconds: number) => string,
): Block => ({
  type: 'countdown',
  ...words,
  ends,
  whole,
  left: inSeconds(Math.max(0, Math.ceil((ends - now) / 1000))),
});

/** A button whose label fits; a line that does not fit is a bug, since every platform would refuse it. */
export function button(label: string, line: string, style?: 'primary' | 'danger'): Button {
  if (Array.from(line).length > LIMITS.line)
    throw new Error(`a button's line is over ${LIMITS.line} characters: ${line}`);
  return { label: truncate(label, LIMITS.label), line, ...(style === undefined ? {} : { [style]: true }) };
}

/** Something that the caller should know, in one text; the caller alone sees it. */
export const notice = (text: string): Reply => ({ visibility: 'caller', accent: 'warning', blocks: [markdown(text)] });

/**
 * What is mentioned, in the way that both platforms write it: `<#123>` a channel, `<@123>` a person, `<@&123>` a role,
 * from an address such as `discord:123`, `slack:T1:U2` or `discord:&123`. Only on its own platform is it understood.
 */
export function mentionOf(address: string, kind: '#' | '@'): string {
  const id = address.split(':').at(-1) ?? '';
  return /^&?[A-Za-z0-9]{1,32}$/.test(id) ? `<${kind}${id}>` : '';
}
