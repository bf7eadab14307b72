import { line, maybe, oneOf, word } from '../../core/command/line.ts';
import { TOURS, type TourId } from './tour.ts';

export interface SaidOfStep {
  tour: TourId;
  step: string;
  what: 'begin' | 'tidy' | 'do' | 'look' | 'mend';
  since?: number | undefined;
}

/** When a step began, epoch milliseconds of the lab. */
const moment = {
  read: (text: string): number | undefined => (/^[0-9a-z]{1,10}$/.test(text) ? Number.parseInt(text, 36) : undefined),
  write: (at: number): string => Math.floor(at).toString(36),
};

/**
 * What the buttons of a tour say: `begin` a step, `tidy` up for a tour, `do` what a step asks for, `look` whether it is done,
 * `mend` what is missing.
 * The cluster itself tells the rest.
 */
export const stepLine = line('lab-step', {
  tour: oneOf(TOURS),
  step: word,
  what: oneOf(['begin', 'tidy', 'do', 'look', 'mend']),
  since: maybe(moment),
});
