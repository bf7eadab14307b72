import type { Localized } from './locale.ts';

/** The line that a caller probably meant, in their words, and what its button says: by itself, the line. */
export type Guess = Localized & { label?: Localized };

/**
 * Something that the caller can mend: its text is shown to them as it is.
 * Every other exception is a bug: dispatch logs it under a reference, and the caller reads that reference alone.
 */
export class UserError extends Error {
  readonly text: Localized;
  /** Offered as a button, and never run by itself. */
  readonly guess: Guess | undefined;

  constructor(text: Localized, guess?: Guess) {
    super(text.ko);
    this.name = 'UserError';
    this.text = text;
    this.guess = guess;
  }
}

/** Something that an operator has to mend before the bot can run: its message is printed as it is, without a stack. */
export class StartError extends Error {}

/** What an error says; anything may be thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
