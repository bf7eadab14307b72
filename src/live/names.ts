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
  const taken = new Map<string, number>();
  return new Map(
    Array.from(called, ([person, name]) => {
      const times = (taken.get(name) ?? 0) + 1;
      taken.set(name, times);
      return [person, name === '' || times === 1 ? name : `${name} (${times})`];
    }),
  );
}
