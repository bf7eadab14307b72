import { DiscordAPIError, type RouteLike, Routes } from 'discord.js';
import type { Messenger, Posting } from '../../core/platform.ts';
import type { Drawable } from '../../core/reply/blocks.ts';
import { isDrawable } from '../../core/reply/drawable.ts';
import { type Message, messageSchema, readAnswer } from './answers.ts';
import { failureOf, logFields, lostBy, UNKNOWN_MESSAGE } from './errors.ts';
import type { Mentions } from './mentions.ts';
import type { View } from './parts.ts';
import { type Payload, render, renderEmbed, renderText } from './render.ts';
import { oneRequest } from './requests.ts';
import type { Wire } from './respond.ts';

/** Who looks at a post: in a channel of a server, or, of a person's address, in direct messages with the bot. */
export type ViewOf = (address: string, posting: Posting) => View;

export const createViewOf =
  ({ named }: Pick<Mentions, 'named'>): ViewOf =>
  (address, { locale }) => {
    const kind = address.startsWith('discord:@') ? 'direct' : 'server';
    return { locale, others: false, ...named(locale, { kind }) };
  };

/**
 * The names of a message's pictures, whatever is on them: what a message says may change while it is there, its language
 * or a slip in the course, and the pictures that it has are to be found by their names then.
 */
export const filesOf =
  ({ reply, idempotencyKey }: Posting) =>
  (picture: Drawable): string =>
    `card-${idempotencyKey}-${reply.blocks.filter(isDrawable).indexOf(picture)}.png`;

/**
 * Does a message have a file of this name? One that its components or embeds show is not among its attachments (Message
 * resource: attachments), but they have its address.
 */
const has = ({ attachments, components, embeds }: Message, file: string): boolean =>
  (attachments ?? []).some(({ filename }) => filename === file) ||
  new RegExp(`"https?://[^"]*/${RegExp.escape(file)}["?]`).test(JSON.stringify([components, embeds]));

/**
 * A post as it is shown anew, best form first. Its pictures stay where they are, and what shows them finds them by their
 * names; one that the message does not have is drawn in words.
 */
function editsOf(posting: Posting, view: View, isThere: (file: string) => boolean): Payload[] {
  const { reply } = posting;
  const nameOf = filesOf(posting);
  const fileOf = (picture: Drawable): string | undefined => {
    const file = nameOf(picture);
    return isThere(file) ? file : undefined;
  };
  const { attachments: _, ...pictured } = render(reply, { ...view, fileOf });
  const words = reply.blocks.some((block) => isDrawable(block) && fileOf(block) !== undefined)
    ? [render(reply, view)]
    : [];
  // A message that was written as plain text does not say it twice.
  return [pictured, ...words, { ...renderEmbed(reply, view), content: '' }, renderText(reply, view)];
}

/** The message, or its channel, is not there any more. */
const isGone = (error: unknown): boolean =>
  lostBy(error)?.why === 'gone' || (error instanceof DiscordAPIError && error.code === UNKNOWN_MESSAGE);

/** Shows posts anew; `channelOf` finds the channel of an address, `viewOf` who looks there. */
export function createEdit(
  { rest, log }: Pick<Wire, 'rest' | 'log'>,
  channelOf: (address: string) => Promise<string>,
  viewOf: ViewOf,
): Messenger['edit'] {
  /** Says of a file whether a message has it. Where a message may not be read, Discord refuses to show what it lacks. */
  async function filesAt(path: RouteLike): Promise<(file: string) => boolean> {
    try {
      const shown = await readAnswer(messageSchema, rest.get(path, { signal: oneRequest() }));
      return (file) => has(shown, file);
    } catch (error) {
      if (isGone(error) || failureOf(error) !== 'refused') throw error;
      return () => true;
    }
  }

  /** False where Discord does not take it in this form. */
  async function isShown(path: RouteLike, body: Payload): Promise<boolean> {
    try {
      await rest.patch(path, { body, signal: oneRequest() });
      return true;
    } catch (error) {
      if (isGone(error) || lostBy(error) || failureOf(error) !== 'refused') throw error;
      log.info(logFields(error), 'a post could not be edited');
      return false;
    }
  }

  return async (address, id, posting) => {
    try {
      const path = Routes.channelMessage(await channelOf(address), id);
      const isThere = posting.reply.blocks.some(isDrawable) ? await filesAt(path) : () => false;
      for (const body of editsOf(posting, viewOf(address, posting), isThere))
        if (await isShown(path, body)) return 'shown';
      return 'shown';
    } catch (error) {
      log.info(logFields(error), 'a post could not be edited');
      if (isGone(error) || lostBy(error)) return 'gone';
      return failureOf(error) === 'refused' ? 'shown' : 'later';
    }
  };
}
