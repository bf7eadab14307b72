import { circled } from '../../language/circled.ts';

/**
 * One number of a cloze note: its text with the places of this number left out, and what belongs there. Places in which
 * the same belongs are blanks of one answer; others are numbered, `①____`.
 */
export interface Cloze {
  text: string;
  answers: readonly string[];
}

/** A place that is left out: `{{c1::answer::hint}}` (Anki manual, cloze deletion). */
interface Place {
  from: number;
  to: number;
  number: string;
  answer: string;
  hint: string | undefined;
}

const OPENING = /\{\{c(\d{1,3})::/g;
const BLANK = '_____';
/** Numbers of one note; each is a question of its own. */
const MOST = 30;

function placesIn(text: string): Place[] | 'nested' {
  const places: Place[] = [];
  for (const { index, 0: opening, 1: number = '' } of text.matchAll(OPENING)) {
    const start = index + opening.length;
    const end = text.indexOf('}}', start);
    if (index < (places.at(-1)?.to ?? 0)) return 'nested';
    // What is never closed is text, as in Anki, and so is all behind it.
    if (end < 0) break;
    const [answer = '', hint] = text.slice(start, end).split('::');
    places.push({ from: index, to: end + 2, number, answer, hint });
  }
  return places;
}

/** The numbers of a cloze note's text; none for a text without places to leave out. */
export function clozesIn(text: string): Cloze[] | 'nested' {
  const places = placesIn(text);
  if (places === 'nested') return 'nested';
  const byNumber = Array.from(Map.groupBy(places, (place) => place.number));
  return byNumber.slice(0, MOST).map(([number, own]) => {
    const answers = Array.from(new Set(own.map(({ answer }) => answer.trim())));
    const isOne = answers.length === 1;
    let blanks = 0;
    const parts = places.map((place, i) => {
      const before = text.slice(places[i - 1]?.to ?? 0, place.from);
      if (place.number !== number) return before + place.answer;
      const blank = isOne ? BLANK : `${circled(++blanks)}____`;
      return `${before}${blank}${place.hint ? ` (${place.hint})` : ''}`;
    });
    return {
      text: parts.join('') + text.slice(places.at(-1)?.to ?? 0),
      answers: isOne ? answers : own.map(({ answer }) => answer),
    };
  });
}
