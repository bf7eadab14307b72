import { platformOf } from '../address.ts';

/**
 * How an option, by its place from 0, is marked in a channel. At the terminal numbers are what answers to oneself offer, and
 * what a channel shows has letters (Marks in platforms/terminal).
 */
export const optionMark = (place: number, channel: string | undefined): string =>
  channel !== undefined && platformOf(channel) === 'terminal'
    ? String.fromCharCode('a'.charCodeAt(0) + place)
    : String(place + 1);

/** The same for a mark that was written as a number; another one stays. */
export const markIn = (mark: string, channel: string | undefined): string =>
  /^[1-9]\d?$/.test(mark) ? optionMark(Number(mark) - 1, channel) : mark;
