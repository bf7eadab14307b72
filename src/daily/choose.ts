import { type Choices, withoutTerm } from './choices.ts';

/** A concept is the next card; `after`: see Wish. */
export function chooseNext(choices: Choices, term: string, after: string): Choices {
  const others = withoutTerm(choices, term);
  return { ...others, next: [{ term, after }, ...others.next] };
}

/**
 * A concept is the card of a day (ISO). What was chosen for that day before comes on the first of the `later` days that
 * is free, which `moved` tells, so that no instructor's word is lost.
 */
export function chooseDay(
  choices: Choices,
  term: string,
  { day, after, later }: { day: string; after: string; later: readonly string[] },
): { choices: Choices; moved: { term: string; day: string } | undefined } {
  const others = withoutTerm(choices, term);
  const before = others.dated.find((one) => one.day === day);
  const rest = others.dated.filter((one) => one !== before);
  const put = (...dated: Choices['dated']): Choices => ({
    ...others,
    dated: [...rest, { term, day, after }, ...dated],
  });
  if (!before) return { choices: put(), moved: undefined };
  const free = later.find((one) => !rest.some((other) => other.day === one));
  if (free !== undefined) return { choices: put({ ...before, day: free }), moved: { term: before.term, day: free } };
  const { day: _, ...wish } = before;
  return { choices: { ...put(), next: [...others.next, wish] }, moved: undefined };
}

/** A concept does not come, whatever was chosen before. */
export function veto(choices: Choices, term: string): Choices {
  const others = withoutTerm(choices, term);
  return { ...others, vetoed: [...others.vetoed, term] };
}
