import {
  type APIInteraction,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Place } from './mentions.ts';

const { GuildInstall, UserInstall } = ApplicationIntegrationType;

export const THREADS: ReadonlySet<ChannelType | undefined> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** Has a person brought the app to a server that has not installed it (Interactions: authorizing integration owners)? */
function isBrought({ authorizing_integration_owners: owners }: APIInteraction): boolean {
  const told: Partial<typeof owners> | null | undefined = owners;
  return told?.[UserInstall] !== undefined && told[GuildInstall] === undefined;
}

/** Where an interaction comes from. Other servers than Discord leave out by which installation. */
export function placeOf(interaction: APIInteraction): Place {
  const { guild_id: id, channel, context } = interaction;
  if (id !== undefined) return isBrought(interaction) ? { kind: 'elsewhere' } : { kind: 'server', id };
  const isOthers = context === InteractionContextType.PrivateChannel || channel?.type === ChannelType.GroupDM;
  return { kind: isOthers ? 'elsewhere' : 'direct' };
}

/** Do others beside the caller read where it was asked? */
export const hasOthers = ({ guild_id }: APIInteraction, { kind }: Place): boolean =>
  guild_id !== undefined || kind !== 'direct';

/** Discord sends permissions as the digits of a number too large for JSON; other servers may leave them out. */
export const permissionsIn = (permissions: string | undefined): bigint =>
  /^\d+$/.test(permissions ?? '') ? BigInt(permissions ?? 0) : 0n;

/**
 * May the app show something to others there? Where only a person has it, as that person may, and where the server lets
 * such apps answer in public (Permissions: USE_EXTERNAL_APPS; Application: user context).
 */
export function mayShare({ guild_id, member, channel }: APIInteraction, { kind }: Place): boolean {
  if (guild_id === undefined || kind !== 'elsewhere') return true;
  const { Administrator, SendMessages, SendMessagesInThreads, UseExternalApps } = PermissionFlagsBits;
  const has = permissionsIn(member?.permissions);
  const needed = UseExternalApps | (THREADS.has(channel?.type) ? SendMessagesInThreads : SendMessages);
  return (has & Administrator) !== 0n || (has & needed) === needed;
}
