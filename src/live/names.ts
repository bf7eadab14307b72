import { numbered } from '../core/namesake.ts';
import type { Answer, Player, Sessions } from '../core/session.ts';

type Named = Pick<Player, 'person' | 'name' | 'isHidden'>;

/**
 * How a class tells those who play apart, by person: as it knows them, and those who come later with a name that is taken
 * as `민수 (472)`, by a number that is
 * theirs in every quiz. Empty where the platform does not tell a name. Those who joined come first, as they joined.
 */
export function namesOf(
  players: readonly Named[],
  answers: readonly Pick<Answer, 'person' | 'name'>[],
): ReadonlyMap<string, string> {
  const called = new Map<string, string>();
  for (const { person, name } of [...players, ...answers])
    if (name !== undefined && !called.has(person)) called.set(person, name);
  const taken = new Set<string>();
  const latest = new Map<string, number>();
  /** A student who names themselves `민수 (472)` does not take over what another one is called. */
  const free = (name: string, person: string): string => {
    const own = numbered(name, person);
    let shown = taken.has(name) ? own : name;
    for (let times = latest.get(own) ?? 1; taken.has(shown); latest.set(own, times)) shown = `${own} (${++times})`;
    taken.add(shown);
    return shown;
  };
  return new Map(Array.from(called, ([person, name]) => [person, name === '' ? name : free(name, person)]));
}

/** How the others read a player's name, as namesOf() has it; undefined for a student who has not joined. */
export const shownNameIn = async (
  session: string,
  person: string,
  { sessions }: { sessions: Pick<Sessions, 'players'> },
): Promise<string | undefined> => namesOf(await sessions.players(session), []).get(person);
