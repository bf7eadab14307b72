import { type Class, isNamedInstructor } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import { numbered } from '../core/namesake.ts';
import type { Context } from '../course/context.ts';
import { normalize } from '../language/normalize.ts';

const DAY = 24 * 3_600_000;

export interface Student {
  person: string;
  /** As the class knows them, with a number where others are called so, too; undefined where their platform never said. */
  name: string | undefined;
  /** When they last did something, epoch milliseconds. */
  at: number;
}

/** Who learns in a class. */
export interface Members {
  /** By name, in the order of the reader's language, 2 before 10. Without those who keep out of reports. */
  listed: readonly Student[];
  /** How many keep out of reports: a row of one's own could be recognised, so that they have none even under a number. */
  hidden: number;
  /** How many there are, with those who keep out. */
  count: number;
  /** How many did something in the last so many days, with those who keep out. */
  activeWithin(days: number): number;
}

/** Students of one name are told apart by a number that stays theirs. */
function toldApart<S extends Pick<Student, 'person' | 'name'>>(students: readonly S[]): S[] {
  const byName = Map.groupBy(students, ({ name = '' }) => normalize(name));
  const taken = new Set(byName.entries().flatMap(([name, all]) => (all.length > 1 ? [] : [name])));
  return students.map((one) => {
    if (one.name === undefined || (byName.get(normalize(one.name))?.length ?? 0) < 2) return one;
    const own = numbered(one.name, one.person);
    // Another student may call themselves so.
    let name = own;
    for (let times = 2; taken.has(normalize(name)); times++) name = `${own} (${times})`;
    taken.add(normalize(name));
    return { ...one, name };
  });
}

/** The students of a class. Its owner and its named instructors are none. */
export async function readMembers(
  one: Class,
  { reports, now }: Pick<Context, 'reports' | 'now'>,
  locale: Locale,
): Promise<Members> {
  const students = (await reports.members(one.id)).filter(
    ({ who }) => who === undefined || !isNamedInstructor(one, who.person),
  );
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const listed = toldApart(students.flatMap(({ who, at }) => (who ? [{ ...who, at }] : []))).sort(
    (a, b) =>
      Number(a.name === undefined) - Number(b.name === undefined) ||
      compare(a.name ?? '', b.name ?? '') ||
      (a.person < b.person ? -1 : 1),
  );
  const { epochMilliseconds } = now();
  return {
    listed,
    hidden: students.length - listed.length,
    count: students.length,
    activeWithin: (days) => students.filter(({ at }) => at >= epochMilliseconds - days * DAY).length,
  };
}
