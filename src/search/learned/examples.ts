import { normalize, words } from '../../language/normalize.ts';
import type { Document } from '../document.ts';
import { isMachineText, tellingLines } from '../machine-text.ts';
import { NONE_OF_OURS, WANTS } from './learned.ts';
import type { Example } from './learning.ts';

/** A question as a person asked it, and the ids of the documents that answer it, the nearest first; none where none does. */
export interface Asked {
  text: string;
  about: readonly string[];
  wants?: keyof typeof WANTS | undefined;
}

/** Words of a question that are looked at. */
const MOST_WORDS = 100;
/** Sentences of what else is said of a document. */
const MOST_SENTENCES = 30;
/** A whole question says more of what people ask than a phrase. */
const QUESTION = 2;

/** The words of a text that tell what it is about; of what a program printed, without noise. */
export const saidIn = (text: string): string[] =>
  (isMachineText(text) ? words(tellingLines(text.split('\n')).join(' ')) : words(normalize(text))).slice(0, MOST_WORDS);

/** What is to be told apart. */
export const labelsOf = (documents: readonly Document[]): string[] => [
  ...documents.map(({ id }) => id),
  NONE_OF_OURS,
  ...Object.values(WANTS),
];

type Phrase = Pick<Asked, 'text' | 'wants'>;

const phrasesOf = ({ title, names, asks, tasks, signs, definition, body }: Document): Phrase[] => [
  ...[title.ko, title.en, definition, ...names, ...asks].map((text) => ({ text })),
  ...tasks.flat().map((text): Phrase => ({ text, wants: 'way' })),
  ...signs.flatMap((sign) => sign.asks).map((text): Phrase => ({ text, wants: 'mend' })),
  ...body
    .split(/(?<=[.?!])\s+/)
    .slice(0, MOST_SENTENCES)
    .map((text) => ({ text })),
];

/** All that documents say of themselves, and what people asked. */
export function examplesOf(documents: readonly Document[], asked: readonly Asked[]): Example[] {
  const labels = labelsOf(documents);
  const places = new Map(labels.map((label, place) => [label, place]));
  const wantsOf = (wants: Asked['wants']): number | undefined => wants && places.get(WANTS[wants]);
  const own = documents.flatMap((document, doc) =>
    phrasesOf(document).map(({ text, wants }) => ({
      ...{ words: words(text).slice(0, MOST_WORDS), about: [doc], weight: 1 },
      wants: wantsOf(wants),
    })),
  );
  const questions = asked.map(({ text, about, wants }) => ({
    words: saidIn(text),
    about: (about.length === 0 ? [NONE_OF_OURS] : about).flatMap((id) => places.get(id) ?? []),
    weight: QUESTION,
    wants: wantsOf(wants),
  }));
  return [...own, ...questions].filter((example) => example.words.length > 0 && example.about.length > 0);
}
