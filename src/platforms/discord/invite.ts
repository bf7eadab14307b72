import { OAuth2Routes, OAuth2Scopes, REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import type { DiscordConfig } from './config.ts';
import { startProblem } from './problems.ts';
import { restOptions } from './requests.ts';

/**
 * The link with which a server takes the bot in. Answering slash commands needs no permission at all.
 * @throws DiscordError where Discord does not know the token or cannot be reached.
 */
export async function inviteLink(config: Pick<DiscordConfig, 'token' | 'apiUrl'>): Promise<string> {
  const rest = new REST(restOptions(config)).setToken(config.token);
  const { id } = await rest.get(Routes.currentApplication()).then(
    (application) => application as RESTGetCurrentApplicationResult,
    (error: unknown) => Promise.reject(startProblem(error)),
  );
  const query = new URLSearchParams({
    client_id: id,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: '0',
    integration_type: '0',
  });
  return `${OAuth2Routes.authorizationURL}?${query}`;
}
