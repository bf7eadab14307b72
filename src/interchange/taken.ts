import type { Localized } from '../core/locale.ts';
import type { Exchanged } from '../questions/exchange.ts';

/** A concept as another program has it. */
export interface TakenTerm {
  /** In the source, from 1: a line, a spreadsheet's row, or an Anki package's note. */
  line: number;
  /** The id that it had with us, or may have, where the source tells. */
  id?: string | undefined;
  title: string;
  aliases?: readonly string[];
  /** Plain text, as long as it is. */
  definition: string;
  /** Markdown that does nothing but say something; where it is missing the definition is all there is. */
  body?: string | undefined;
}

/** A question as another program has it. */
export interface TakenQuestion {
  line: number;
  id?: string | undefined;
  /** What it is about, as the source says: a category, a deck, a concept. */
  topic?: string | undefined;
  /** What the source calls it, for authors. */
  name?: string | undefined;
  /** Markdown that does nothing but say something, as `why`. */
  ask: string;
  code?: string | undefined;
  why?: string | undefined;
  level?: number | undefined;
  practical?: boolean | undefined;
  answer: Exchanged;
}

/** Something that could not be taken, and why. */
export interface Lost {
  line: number;
  message: Localized;
}

/** All that was read of a source. */
export interface Taken {
  terms: TakenTerm[];
  questions: TakenQuestion[];
  lost: Lost[];
}

export const nothing = (): Taken => ({ terms: [], questions: [], lost: [] });

/** A source of which nothing can be read; says why. */
export class UnreadableError extends Error {
  readonly text: Localized;

  constructor(text: Localized) {
    super(text.ko);
    this.name = 'UnreadableError';
    this.text = text;
  }
}
