import { platformOf } from '../core/address.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import { normalize } from '../language/normalize.ts';
import { truncate } from '../language/truncate.ts';
import { isId } from './channel.ts';
import { isEveryone } from './instructors.ts';

/** Letters of a team's name: more is cut. */
const NAME = 20;

const wrong = (): UserError =>
  new UserError({
    ko: '팀으로 쓸 역할을 `@`을 치면 나오는 목록에서 골라 주세요. 사람이나 모두(`@everyone`)는 팀이 될 수 없어요.',
    en: 'Pick roles for the teams from the list that `@` opens. A person, or everyone, cannot be a team.',
  });

/**
 * The roles that are to make teams, each once; undefined where none is given. At a terminal, where nobody has a role,
 * they are names only. @throws UserError for what is no role of Discord's, and for a single one.
 */
export function rolesOf(
  given: readonly (string | undefined)[],
  caller: Caller,
): { address: string; name: string }[] | undefined {
  const all = Array.from(new Set(given.filter((one) => one !== undefined)));
  if (all.length === 0) return undefined;
  const platform = platformOf(caller.space);
  if (platform === 'slack')
    throw new UserError({
      ko: '역할로 팀을 나누는 건 디스코드에서만 할 수 있어요. 여기서는 `/live start 3팀`처럼 적으면 제가 뽑아서 나눠요.',
      en: 'Teams by role can only be begun on Discord. Here, write `/live start 3 teams` and I draw them.',
    });
  if (all.length === 1)
    throw new UserError({
      ko: '겨루려면 팀이 둘은 있어야 해요. 역할을 하나 더 골라 주세요.',
      en: 'It takes two teams to compete. Pick another role.',
    });
  return all.map((who) => {
    const isRole = platform === 'terminal' || (who.startsWith('&') && isId(who, platform));
    if (!isRole || isEveryone(who, caller)) throw wrong();
    const address = `${platform}:${who}`;
    const name = platform === 'terminal' ? who : (caller.named?.[address] ?? '');
    return { address, name: truncate(normalize(name), NAME) };
  });
}
