import {
  ApplicationIntegrationType,
  OAuth2Routes,
  OAuth2Scopes,
  PermissionFlagsBits,
  PermissionsBitField,
  Routes,
} from 'discord.js';
import { applicationSchema, idSchema, isForPeople } from './answers.ts';
import type { DiscordConfig } from './config.ts';
import { ask } from './requests.ts';

/**
 * What a class's card needs: to write it with its picture, and to see whether it is there; and to put a planned live quiz
 * into the server's events. Slash commands need none.
 */
export const PERMISSIONS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
  PermissionFlagsBits.CreateEvents,
];

const linkFor = (query: Record<string, string>): string =>
  `${OAuth2Routes.authorizationURL}?${new URLSearchParams(query)}`;

/**
 * The link with which a server takes the bot in and, where the application is set up for that, one with which people
 * install it for themselves (OAuth2: integration_type).
 * @throws DiscordError where Discord does not know the token or cannot be reached.
 */
export async function installLinks(config: Pick<DiscordConfig, 'token' | 'apiUrl'>): Promise<string[]> {
  const application = await ask(config, Routes.currentApplication(), idSchema.extend(applicationSchema.shape));
  const { id: client_id } = application;
  const { ApplicationsCommands, Bot } = OAuth2Scopes;
  const forServers = linkFor({
    client_id,
    scope: [Bot, ApplicationsCommands].join(' '),
    permissions: String(PermissionsBitField.resolve(PERMISSIONS)),
    integration_type: String(ApplicationIntegrationType.GuildInstall),
  });
  if (!isForPeople(application)) return [forServers];
  const integration_type = String(ApplicationIntegrationType.UserInstall);
  return [forServers, linkFor({ client_id, scope: ApplicationsCommands, integration_type })];
}
