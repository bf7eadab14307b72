import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import { type Page, spokenCode } from '../../core/page.ts';
import type { Block, Button, Reply } from '../../core/reply/blocks.ts';
import { buttons, markdown } from '../../core/reply/builders.ts';
import { text } from './text.ts';

/** How browsers find a session. */
export interface Invitation {
  url: string;
  code: string;
}

/** How browsers find a session; undefined where no page is served, and once it is over. */
export async function invitationTo(session: string, page: Page | undefined): Promise<Invitation | undefined> {
  const room = await page?.roomOf(session);
  return page && room && { url: page.url, code: room.code };
}

export const inviteBlocks = (invitation: Invitation | undefined, locale: Locale): Block[] =>
  invitation === undefined ? [] : [markdown(text(locale).invite(invitation.url, spokenCode(invitation.code)))];

/** The way to the wall. */
export const wallBlocks = ({ url }: Invitation, session: string, locale: Locale): Block[] => [
  markdown(text(locale).wall(`${url}/room/${session}/screen`)),
];

/**
 * The way to the controls on a phone, which signs the instructor in there once. It is asked for, as a card that is drawn
 * anew would make a new one each time. @throws UserError where no page is served, and once the session is over.
 */
export async function phoneLink(session: string, caller: Caller, page: Page | undefined, back: Button): Promise<Reply> {
  const words = text(caller.locale);
  if (!page || !(await invitationTo(session, page))) throw new UserError(text.both(({ noRoom }) => noRoom));
  return {
    visibility: 'caller',
    accent: 'info',
    secret: true,
    blocks: [markdown(words.phoneLink(await page.linkFor(caller, `/room/${session}/control`))), buttons(back)],
  };
}
