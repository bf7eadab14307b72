import { z } from 'zod';
import type { Class } from '../core/class.ts';
import { readStored } from '../core/stored-state.ts';

/**
 * A concept that an instructor wants to come. It has come with a card of it on a later day than `after`, the class's last
 * day with a card when it was chosen (ISO; empty where there was none): a card that was never sent counts for nothing, so
 * that the wish stands again by itself.
 */
export interface Wish {
  term: string;
  after: string;
}

/** What instructors have chosen of a class's cards to come; no concept is there twice, and no day. */
export interface Choices {
  /** For a day (ISO); where that passes without it, it comes as soon as it can. */
  dated: readonly (Wish & { day: string })[];
  /** As soon as a day is free, in this order. */
  next: readonly Wish[];
  /** Ids of terms that do not come. */
  vetoed: readonly string[];
}

export const NO_CHOICES: Choices = { dated: [], next: [], vetoed: [] };

const VERSION = 1;
const day = z.iso.date();
const wish = z.object({ term: z.string().min(1), after: z.union([z.literal(''), day]) });
const schema = z.object({
  kind: z.literal('cards'),
  version: z.literal(VERSION),
  dated: z.array(wish.extend({ day })),
  next: z.array(wish),
  vetoed: z.array(z.string().min(1)),
});

/** The choices of a class, or why they cannot be read: they are broken, or of a newer version. */
export function readChoices({ choices }: Pick<Class, 'choices'>): Choices | 'broken' | 'newer' {
  if (choices === undefined) return NO_CHOICES;
  const read = readStored(choices, schema, VERSION);
  return 'unreadable' in read ? read.unreadable : { dated: read.dated, next: read.next, vetoed: read.vetoed };
}

/** A class with these choices. The same choices are written in the same way. */
export function withChoices({ choices: _, ...one }: Class, { dated, next, vetoed }: Choices): Class {
  if (dated.length + next.length + vetoed.length === 0) return one;
  const state = {
    kind: 'cards',
    version: VERSION,
    dated: dated.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    next,
    vetoed: vetoed.toSorted(),
  };
  return { ...one, choices: JSON.stringify(state) };
}

/** A card that a class has had: its local day (ISO) and its term. */
export interface Had {
  day: string;
  term: string;
}

/** The choices that are still to come true. */
export function openChoices({ dated, next, vetoed }: Choices, history: readonly Had[]): Choices {
  const lastDay = new Map(history.map(({ day, term }) => [term, day]));
  const isOpen = ({ term, after }: Wish): boolean => (lastDay.get(term) ?? '') <= after;
  return { dated: dated.filter(isOpen), next: next.filter(isOpen), vetoed };
}

/** The choices without any word on a concept. */
export const withoutTerm = ({ dated, next, vetoed }: Choices, term: string): Choices => ({
  dated: dated.filter((one) => one.term !== term),
  next: next.filter((one) => one.term !== term),
  vetoed: vetoed.filter((id) => id !== term),
});

/** Is a concept chosen, for a day or as a next one? */
export const isChosen = ({ dated, next }: Choices, term: string): boolean =>
  [...dated, ...next].some((one) => one.term === term);
