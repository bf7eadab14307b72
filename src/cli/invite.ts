import { installLinks } from '../platforms/discord/invite.ts';
import { type Mode, requireDiscord } from './program.ts';

/** Prints the link by which the bot is invited to a server, and that by which people install it for themselves. */
export const run: Mode = async ({ config, print }) => print((await installLinks(requireDiscord(config))).join('\n'));
