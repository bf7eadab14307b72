import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { playerOf } from '../practice/practice.ts';
import { forgetLine } from './lines.ts';
import { text } from './text.ts';

/** Asks before everything is deleted. Its button says whose data it deletes, and does nothing for another caller. */
export async function askDeletion({ id, locale }: Caller, { records }: Pick<Context, 'records'>): Promise<Reply> {
  const { instructorOf, ownerOf, hidden, browsers, lab } = await records.personalData(id);
  const words = text(locale);
  const leads = instructorOf.length + ownerOf.length > 0;
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      { type: 'heading', text: words.askDelete },
      {
        type: 'text',
        markdown: words.willDelete({
          ...{ isHidden: hidden !== undefined, leads, isSignedIn: browsers.length > 0 },
          hasLab: lab !== undefined,
        }),
      },
      {
        type: 'buttons',
        buttons: [
          { ...button(words.deleteAll, forgetLine.write({ owner: playerOf(id) })), danger: true },
          button(words.exportFirst, 'privacy export'),
          button(words.cancel, 'privacy'),
        ],
      },
    ],
  };
}

/**
 * Deletes all that is kept of the caller.
 * @throws UserError where the button is another person's.
 */
export async function deleteData(
  owner: string | undefined,
  { id, locale }: Caller,
  { records }: Pick<Context, 'records'>,
): Promise<Reply> {
  if (owner !== playerOf(id)) throw new UserError(text.both((words) => words.notYours));
  await records.forget(id);
  const words = text(locale);
  return {
    visibility: 'caller',
    accent: 'success',
    // The button is not to be there any longer.
    replaces: true,
    blocks: [
      { type: 'heading', text: words.deleted },
      { type: 'text', markdown: words.afterDelete },
    ],
  };
}
