import { inviteLink } from '../platforms/discord/invite.ts';
import { type Mode, requireDiscord } from './program.ts';

/** Prints the link by which the bot is invited to a server. */
export const run: Mode = async ({ config, print }) => print(await inviteLink(requireDiscord(config)));
