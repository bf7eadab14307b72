import { OAuth2Routes, OAuth2Scopes, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import type { DiscordConfig } from './config.ts';
import { ask } from './requests.ts';

/**
 * The link with which a server takes the bot in. Answering slash commands needs no permission at all.
 * @throws DiscordError where Discord does not know the token or cannot be reached.
 */
export async function inviteLink(config: Pick<DiscordConfig, 'token' | 'apiUrl'>): Promise<string> {
  const { id } = (await ask(config, Routes.currentApplication())) as RESTGetCurrentApplicationResult;
  const query = new URLSearchParams({
    client_id: id,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: '0',
    integration_type: '0',
  });
  return `${OAuth2Routes.authorizationURL}?${query}`;
}
