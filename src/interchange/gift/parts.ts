import type { Medium } from '../html.ts';
import type { Lost } from '../taken.ts';
import { text as words } from '../text.ts';
import { asLabel, asMarkdown, type Format, saidOf } from './said.ts';

/** One of the answers between the braces. */
export interface Part {
  /** What it begins with; the first one may begin with neither. */
  mark: '=' | '~' | '';
  /** Percent of the marks; undefined where none are written. */
  weight: number | undefined;
  text: string;
  feedback: string | undefined;
  line: number;
}

/** What the answers of one question are read with. */
export interface Reading {
  /** The line on which the question begins. */
  line: number;
  /** How a text is meant that does not say it. */
  format: Format;
  /** Hears of what cannot be taken. */
  lost(line: number, message: Lost['message']): void;
}

/** The text between the braces, without general feedback, and the line of a place in it. */
export interface Braces {
  text: string;
  lineAt(place: number): number;
}

const WEIGHT = /^%(-?\d{1,3}(?:\.\d{0,9})?)%/;

function partOf(raw: string, mark: Part['mark'], line: number): Part {
  const inner = raw.slice(mark.length).trim();
  const [weighed = '', percent] = WEIGHT.exec(inner) ?? [];
  const rest = inner.slice(weighed.length);
  const hash = rest.indexOf('#');
  return {
    mark,
    weight: percent === undefined ? undefined : Number(percent),
    text: (hash < 0 ? rest : rest.slice(0, hash)).trim(),
    feedback: hash < 0 ? undefined : rest.slice(hash + 1).trim() || undefined,
    line,
  };
}

/** Answers as they follow one another; each begins with one of the signs. */
export function partsOf({ text, lineAt }: Braces, signs: RegExp): Part[] {
  const starts = Array.from(text.matchAll(signs), ({ index }) => index);
  const before = text.slice(0, starts[0]);
  const first = before.trim() === '' ? [] : [partOf(before, '', lineAt(0))];
  return [
    ...first,
    ...starts.map((from, i) => partOf(text.slice(from, starts[i + 1]), text[from] === '=' ? '=' : '~', lineAt(from))),
  ];
}

const mediumLost = (medium: Medium): Lost['message'] => words.both(({ left }) => left[medium]);

/** A text as an option's words. */
export const labelOfPart = (text: string, line: number, { format, lost }: Reading): string =>
  asLabel(saidOf(text, format), (medium) => lost(line, mediumLost(medium)));

/** A text as Markdown. */
export const markdownOfPart = (text: string, line: number, { format, lost }: Reading): string =>
  asMarkdown(saidOf(text, format), (medium) => lost(line, mediumLost(medium)));
