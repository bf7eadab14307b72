import { inviteLink } from '../platforms/discord/invite.ts';
import { discordOf, type Mode } from './program.ts';

/** Prints the link by which the bot is invited to a server. */
export const run: Mode = async ({ config, print }) => print(await inviteLink(discordOf(config)));
