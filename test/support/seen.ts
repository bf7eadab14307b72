import { objects, text } from '../fakes/discord/json.ts';
import type { Json, LocalDiscord, Message, User } from '../fakes/discord/types.ts';

const TEXT = 10;
const BUTTON = 2;
const SELECT = 3;
const GALLERY = 12;

/** Components of a type, in the order in which they are shown; ours stand in a container and in rows. */
function ofType(components: unknown, type: number): Json[] {
  return objects(components).flatMap((one) => (one.type === type ? [one] : ofType(one.components, type)));
}

/** All of a message that is looked at here. */
export type Shown = Pick<Message, 'components'>;

const linesOf = (components: unknown): string[] =>
  objects(components).flatMap((one) => {
    if (one.type === TEXT) return [text(one.content)];
    if (one.type === GALLERY) return objects(one.items).map(({ description }) => text(description));
    return linesOf(one.components);
  });

/** Everything that a message says, in pictures as well, buttons apart. */
export const said = ({ components }: Shown): string => linesOf(components).join('\n');

/** A message's title; empty where it has none. */
export const titleOf = (message: Shown): string => /^## (.*)$/m.exec(said(message))?.[1] ?? '';

interface Seen {
  label: string;
  customId: string;
  disabled: boolean;
}

export const buttonsSeen = ({ components }: Shown): Seen[] =>
  ofType(components, BUTTON).map((one) => ({
    label: text(one.label),
    customId: text(one.custom_id),
    disabled: one.disabled === true,
  }));

export const labelsSeen = (message: Shown): string[] => buttonsSeen(message).map(({ label }) => label);

/** The options of a message's select; none where it has no select. */
export const optionsSeen = ({ components }: Shown): string[] =>
  ofType(components, SELECT).flatMap(({ options }) => objects(options).map(({ label }) => text(label)));

/** Every custom id of a message: what a press of it sends. */
export const idsOf = ({ components }: Shown): string[] =>
  [...ofType(components, BUTTON), ...ofType(components, SELECT)].map((one) => text(one.custom_id));

export const NOBODY = { everyone: false, users: [], roles: [] };

/** Presses the button, and gives the message that answers: another one, or the same one changed. */
export const pressed = (discord: LocalDiscord, user: User, message: Message, label: string): Promise<Message> =>
  discord.press(user, message, { label }).settled();

/** Presses a button that is not there, as changed clients do. */
export const forged = (discord: LocalDiscord, user: User, message: Message, customId: string): Promise<Message> =>
  discord.press(user, message, { customId, forge: true }).settled();

/** What this person sees of the guild's channel. */
export const inChannel = (discord: LocalDiscord, viewer?: User): readonly Message[] =>
  discord.messages(discord.guild.channelId, viewer);
