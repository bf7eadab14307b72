import type { Caller } from '../../core/command/command.ts';
import type { Locale } from '../../core/locale.ts';
import { type Page, spokenCode } from '../../core/page.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { markdown } from '../../core/reply/builders.ts';
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

/** The same reply to an instructor, with the ways to the wall and to the controls on a phone, where a page is served. */
export async function withRoomLinks(
  reply: Reply,
  session: string,
  caller: Caller,
  page: Page | undefined,
): Promise<Reply> {
  const invitation = await invitationTo(session, page);
  if (!page || !invitation) return reply;
  const path = `/room/${session}`;
  const links = text(caller.locale).links(`${page.url}${path}/screen`, await page.linkFor(caller, `${path}/control`));
  return {
    ...reply,
    secret: true,
    blocks: [...reply.blocks, ...inviteBlocks(invitation, caller.locale), markdown(links)],
  };
}
