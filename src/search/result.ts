import type { Document } from './document.ts';

interface Match {
  document: Document;
  /** 0..1; how sure. */
  score: number;
}

/** A part of a document that answers a question best: one of its signs or tasks by its place, or its example. */
export type Guide = { id: string } & (
  | /**
   * `line`: the line of the question that reads so, from 0. `said`: which of the sign's patterns it reads as; absent where
   * the trouble is told in a person's own words.
   */ { kind: 'sign'; at: number; said?: number; line: number }
  | { kind: 'task'; at: number }
  | { kind: 'example' }
);

export interface Result {
  /** Sure enough to answer with the first match (with all of them, where `compares`). */
  answered: boolean;
  /** The query sets the matches beside each other. */
  compares: boolean;
  /** Best first, at most MOST. */
  matches: readonly Match[];
  /** The question has a name of a document in it, as it is written. */
  named?: boolean;
  /** The ids of the documents that it names, in its order. */
  names?: readonly string[];
  /** What it sets beside names and the course knows nothing of. */
  strangers?: readonly string[];
  /** Of the first match, or of another concept: the sign of a message that is quoted, or a task that the first is asked for. */
  guide?: Guide;
  /** What may have been meant as well, best first. */
  rivals?: readonly Guide[];
  /** The id of what is nearly as likely as the first match, or of that where the guide is another's. */
  close?: string;
}

/** What others are told. How it was found stays behind: 30 kB that would be remembered with each answer. */
export const toldOf = ({
  answered,
  compares,
  matches,
  named,
  names,
  strangers,
  guide,
  rivals,
  close,
}: Result): Result => ({
  ...{ answered, compares, matches },
  ...(named === undefined ? {} : { named }),
  ...(names === undefined ? {} : { names }),
  ...(strangers === undefined ? {} : { strangers }),
  ...(guide === undefined ? {} : { guide }),
  ...(rivals === undefined ? {} : { rivals }),
  ...(close === undefined ? {} : { close }),
});

/** A document by its number, and how sure it is. */
export interface Scored {
  doc: number;
  score: number;
}

/** How many matches a search gives. */
const MOST = 5;
/** A match below this is not even offered. */
export const OFFERED = 0.27;

export const NONE: Result = { answered: false, compares: false, matches: [] };

/** An answer with this document, and with what was found besides. */
export const ledBy = (document: Document, score: number, { matches }: Result): Result => ({
  answered: true,
  compares: false,
  matches: [{ document, score }, ...matches.filter((match) => match.document !== document)].slice(0, MOST),
});

/** The documents as matches, those that may be offered. */
export function resultOf(
  candidates: readonly Scored[],
  documents: readonly Document[],
  { answered, compares = false }: { answered: boolean; compares?: boolean },
): Result {
  const matches = candidates
    .filter(({ score }) => score >= OFFERED)
    .slice(0, MOST)
    .flatMap(({ doc, score }) => {
      const document = documents[doc];
      return document ? [{ document, score: Math.min(1, Math.round(score * 1000) / 1000) }] : [];
    });
  return matches.length === 0 ? NONE : { answered, compares, matches };
}
