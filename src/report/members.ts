import type { Class } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import type { Context } from '../course/context.ts';

const DAY = 24 * 3_600_000;

export interface Student {
  person: string;
  name: string | undefined;
  /** When they last did something, epoch milliseconds. */
  at: number;
}

/**
 * Who learns in a class. Those who keep out of reports are counted and are in no list, not under a number either: a row
 * of one's own can be recognised. Its owner and the instructors that were named are no students.
 */
export async function membersOf(
  { id, instructors, owner }: Class,
  { reports, now }: Pick<Context, 'reports' | 'now'>,
  locale: Locale,
): Promise<{ listed: Student[]; hidden: number; all: number; within: (days: number) => number }> {
  const members = (await reports.members(id)).filter(
    ({ who }) => who === undefined || (who.person !== owner && !instructors.includes(who.person)),
  );
  const { compare } = new Intl.Collator(locale);
  const listed = members
    .flatMap(({ who, at }) => (who ? [{ ...who, at }] : []))
    .sort(
      (a, b) =>
        Number(a.name === undefined) - Number(b.name === undefined) ||
        compare(a.name ?? '', b.name ?? '') ||
        (a.person < b.person ? -1 : 1),
    );
  const { epochMilliseconds } = now();
  return {
    listed,
    hidden: members.length - listed.length,
    all: members.length,
    within: (days) => members.filter(({ at }) => at >= epochMilliseconds - days * DAY).length,
  };
}
