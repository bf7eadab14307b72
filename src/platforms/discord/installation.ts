import { PermissionsBitField, type REST, Routes } from 'discord.js';
import type { z } from 'zod';
import { applicationSchema, guildsSchema, isForPeople, readAnswer } from './answers.ts';
import { failureOf } from './errors.ts';
import { PERMISSIONS } from './invite.ts';
import { permissionsIn } from './place.ts';
import { oneRequest } from './requests.ts';

/** How the app is installed, as far as the server tells. */
interface Installation {
  /** May people install the app for themselves? Undefined where the server does not say. */
  forPeople: boolean | undefined;
  /** What an installation of today has and this one has not, for the operator's log. */
  lacks: object | undefined;
}

/** What the bot needs and may not do in one of the servers, and in how many of them. */
function lackingIn(guilds: z.infer<typeof guildsSchema>): object | undefined {
  const lacking = guilds.flatMap(({ permissions }) => {
    // A server that does not tell is not held against the list.
    const missing = permissions ? new PermissionsBitField(permissionsIn(permissions)).missing(PERMISSIONS) : [];
    return missing.length > 0 ? [missing] : [];
  });
  if (lacking.length === 0) return undefined;
  return { servers: lacking.length, permissions: Array.from(new Set(lacking.flat())) };
}

/**
 * Looks at how the app is installed: an older installation has fewer permissions, or none for people. What a server does
 * not tell lacks nothing.
 */
export async function readInstallation({
  rest,
  guildId,
}: {
  rest: REST;
  guildId: string | undefined;
}): Promise<Installation> {
  const read = <T>(route: `/${string}`, schema: z.ZodType<T>): Promise<T | undefined> =>
    readAnswer(schema, rest.get(route, { signal: oneRequest() })).catch((error: unknown) => {
      // Throws a mistake of ours.
      failureOf(error);
      return undefined;
    });
  const [application, guilds] = await Promise.all([
    read(Routes.currentApplication(), applicationSchema),
    read(Routes.userGuilds(), guildsSchema),
  ]);
  const forPeople = application && isForPeople(application);
  const lacks = {
    ...lackingIn(guilds ?? []),
    // A guild's own commands are for that guild alone.
    ...(forPeople === false && guildId === undefined
      ? { userInstallation: 'off: Developer Portal, Installation' }
      : {}),
  };
  return { forPeople, lacks: Object.keys(lacks).length > 0 ? lacks : undefined };
}
