import { OAuth2Routes, OAuth2Scopes, PermissionFlagsBits, PermissionsBitField, Routes } from 'discord.js';
import { idSchema } from './answers.ts';
import type { DiscordConfig } from './config.ts';
import { ask } from './requests.ts';

/**
 * What a class's card needs: to write it with its picture, and to see whether it is there; and to put a planned live quiz
 * into the server's events. Slash commands need none.
 */
const PERMISSIONS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
  PermissionFlagsBits.CreateEvents,
];

/**
 * The link with which a server takes the bot in.
 * @throws DiscordError where Discord does not know the token or cannot be reached.
 */
export async function inviteLink(config: Pick<DiscordConfig, 'token' | 'apiUrl'>): Promise<string> {
  const { id } = await ask(config, Routes.currentApplication(), idSchema);
  const query = new URLSearchParams({
    client_id: id,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(PermissionsBitField.resolve(PERMISSIONS)),
    integration_type: '0',
  });
  return `${OAuth2Routes.authorizationURL}?${query}`;
}
