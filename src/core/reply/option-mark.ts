import { platformOf } from '../address.ts';
import { sessionOfRoom } from '../page.ts';

/** `A`, `B`, …: how options are marked on the wall of a class. */
export const capitalMark = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place);

/** Letters where a channel has them: on the wall of a class they are capitals. */
function letterOf(place: number, channel: string): string {
  if (platformOf(channel) === 'terminal') return String.fromCharCode('a'.charCodeAt(0) + place);
  return sessionOfRoom(channel) === undefined ? String(place + 1) : capitalMark(place);
}

/**
 * How an option, by its place from 0, is marked in a channel. At the terminal numbers are what answers to oneself offer, and
 * what a channel shows has letters (Marks in platforms/terminal).
 */
export const optionMark = (place: number, channel: string | undefined): string =>
  channel === undefined ? String(place + 1) : letterOf(place, channel);

/** The same for a mark that was written as a number; another one stays. */
export const markIn = (mark: string, channel: string | undefined): string =>
  /^[1-9]\d?$/.test(mark) ? optionMark(Number(mark) - 1, channel) : mark;
