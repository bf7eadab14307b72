import { isDeepStrictEqual } from 'node:util';
import type { Steps } from '../core/steps.ts';
import type { Meanings } from './coverage.ts';
import type { Document } from './document.ts';
import { createFeatures, type ReadFeatures } from './features.ts';
import { type Kept, keeping } from './kept.ts';
import { createKeys, type Keys } from './keys.ts';
import type { Letters } from './letter-pairs.ts';
import { indexNames, type Names } from './names.ts';
import type { OwnPhrases } from './phrases.ts';
import type { OwnTasks } from './task-phrases.ts';

type Synonyms = readonly (readonly string[])[];

/** How words are read, and what they mean in each document. */
interface Words {
  synonyms: Synonyms;
  keys: Keys;
  /** The features of questions' words. */
  features: ReadFeatures;
  meanings: Kept<Meanings>;
  /** Numbers of pairs of letters, and what each document says by them. */
  pairs: Keys;
  letters: Kept<Letters>;
  /** There are many more keys than there were at first: most of them are of texts that are gone. */
  isOutgrown(): boolean;
}

/** What documents are called, and what their phrases say in which these names stand. */
interface Named {
  names: Names;
  phrases: Kept<OwnPhrases>;
  tasks: Kept<OwnTasks>;
}

/** What an index is made of. */
export interface Material {
  documents: readonly Document[];
  words: Words;
  named: Named;
}

/** Where an index leaves its material for the next one of the same course. */
export interface Carry {
  last?: Material;
}

/** Words of questions that are remembered. */
const REMEMBERED = 50_000;
/** Times as many keys as there were at first. */
const OUTGROWN = 2;

function createWords(synonyms: Synonyms): Words {
  const keys = createKeys();
  let first: number | undefined;
  return {
    ...{ synonyms, keys, meanings: keeping<Meanings>(), pairs: createKeys(), letters: keeping<Letters>() },
    features: createFeatures(synonyms, REMEMBERED),
    isOutgrown() {
      first ??= keys.size();
      return keys.size() > first * OUTGROWN;
    },
  };
}

/** Documents of which those that say the same as one before are that one. */
function* withKnown(documents: readonly Document[], before: readonly Document[]): Steps<Document[]> {
  const placeOf = ({ kind, id }: Document): string => `${kind} ${id}`;
  const known = new Map(before.map((document) => [placeOf(document), document]));
  const all: Document[] = [];
  for (const document of documents) {
    const place = placeOf(document);
    const same = known.get(place);
    // One that was there once is there once.
    known.delete(place);
    all.push(same !== undefined && isDeepStrictEqual(same, document) ? same : document);
    yield;
  }
  return all;
}

/** Are the documents of the same kinds called the same, in the same order? */
const areNamedAlike = (documents: readonly Document[], others: readonly Document[]): boolean =>
  documents.length === others.length &&
  documents.every((one, at) => {
    const other = others[at];
    const calls = ({ kind, title, names, misspellings }: Document) => [kind, title, names, misspellings];
    return one === other || (other !== undefined && isDeepStrictEqual(calls(one), calls(other)));
  });

/**
 * The material of an index of these documents: what the last one has read and still holds is taken over. A document is
 * read by itself for what its words mean, and anew where anything is called otherwise for the names in its phrases.
 */
export function* carryOver(documents: readonly Document[], synonyms: Synonyms, carry: Carry): Steps<Material> {
  const { last } = carry;
  const isOfWords = last !== undefined && isDeepStrictEqual(last.words.synonyms, synonyms) && !last.words.isOutgrown();
  const all = yield* withKnown(documents, last?.documents ?? []);
  const words = isOfWords ? last.words : createWords(synonyms);
  const isNamed = isOfWords && areNamedAlike(all, last.documents);
  yield;
  const named = isNamed
    ? last.named
    : { names: yield* indexNames(all), phrases: keeping<OwnPhrases>(), tasks: keeping<OwnTasks>() };
  const material = { documents: all, words, named };
  carry.last = material;
  return material;
}
