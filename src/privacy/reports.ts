import type { Caller } from '../core/command/command.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { text } from './text.ts';

/** The button that takes a person out of their instructors' reports, or back into them. */
export const hideButton = (isHidden: boolean, { locale }: Pick<Caller, 'locale'>): Button => {
  const words = text(locale);
  return isHidden ? button(words.show, 'privacy show') : button(words.hide, 'privacy hide');
};

/** Takes the caller out of their instructors' reports, or back into them. */
export async function setHidden(
  isHidden: boolean,
  { id, locale }: Caller,
  { records, now }: Pick<Context, 'records' | 'now'>,
): Promise<Reply> {
  await records.hide(id, isHidden, now().epochMilliseconds);
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'success',
    blocks: [
      { type: 'text', markdown: isHidden ? words.hidden : words.shown },
      { type: 'buttons', buttons: [hideButton(isHidden, { locale })] },
    ],
  };
}
