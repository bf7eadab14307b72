import { isEveryone, isId, platformOf } from '../core/address.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import { normalize } from '../language/normalize.ts';
import { truncate } from '../language/truncate.ts';
import { text } from './text.ts';

/** Letters of a team's name; a longer one is truncated. */
const NAME = 20;

/**
 * The roles that are to make teams, each once; undefined where none is given. At a terminal, which has no roles, they
 * are names only. @throws UserError for what is no role of Discord's, and for a single one.
 */
export function rolesOf(
  given: readonly (string | undefined)[],
  caller: Caller,
): { address: string; name: string }[] | undefined {
  const all = Array.from(new Set(given.filter((one) => one !== undefined)));
  if (all.length === 0) return undefined;
  const platform = platformOf(caller.space);
  if (platform === 'slack') throw new UserError(text.both((words) => words.rolesOnDiscordOnly));
  if (all.length === 1) throw new UserError(text.both((words) => words.oneTeam));
  return all.map((who) => {
    const isRole = platform === 'terminal' || (who.startsWith('&') && isId(who, platform));
    if (!isRole || isEveryone(who, caller.space)) throw new UserError(text.both((words) => words.noTeamRole));
    const address = `${platform}:${who}`;
    const name = platform === 'terminal' ? who : (caller.named?.[address] ?? '');
    return { address, name: truncate(normalize(name), NAME) };
  });
}
