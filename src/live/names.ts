import type { Answer, Player } from '../core/session.ts';

type Named = Pick<Player, 'person' | 'name' | 'isHidden'>;

/**
 * How a class tells those who play apart, by person: as it knows them, and those who come later with a name that is taken
 * as `민수 (2)`. Empty where the platform does not tell a name. Those who joined come first, as they joined.
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
  /** A student who names themselves `민수 (2)` does not take over what another one is called. */
  const free = (name: string): string => {
    let shown = name;
    for (let times = latest.get(name) ?? 1; taken.has(shown); latest.set(name, times)) shown = `${name} (${++times})`;
    taken.add(shown);
    return shown;
  };
  return new Map(Array.from(called, ([person, name]) => [person, name === '' ? name : free(name)]));
}
