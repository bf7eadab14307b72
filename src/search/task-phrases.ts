import type { Steps } from '../core/steps.ts';
import { memoize } from '../language/memoize.ts';
import { compact, words as split } from '../language/normalize.ts';
import { LOOKING } from '../language/verbs.ts';
import type { Document } from './document.ts';
import type { Feature, Readers, ReadFeatures } from './features.ts';
import { idfAmong } from './idf.ts';
import type { Kept } from './kept.ts';
import type { Sign } from './keys.ts';
import type { FindExact } from './mentions.ts';
import { joinWords, type PhraseWords } from './phrase-words.ts';
import { type Bearers, packBearers } from './postings.ts';
import { createSharedSets } from './shared-sets.ts';
import { readTask, type TaskWord } from './task-words.ts';

/** How surely two verbs of one line in verbs.txt mean the same. */
const SAME_DOING = 0.9;
/** What looking weighs beside other doings, and what a word that no task has. */
const WEIGHT = { looking: 0.25, unknown: 0.35, name: 1.2 } as const;

/** A way to say a task, or to tell of trouble. */
export interface TaskPhrase {
  kind: 'task' | 'sign';
  doc: number;
  /** Its place among the document's tasks or signs, and among all. */
  task: number;
  number: number;
  doings: ReadonlySet<string>;
  /** How many words it has. */
  words: number;
}

/** Phrases and their words. */
export interface TaskPhrases extends PhraseWords {
  phrases: readonly TaskPhrase[];
  /** A phrase by all its letters. */
  byText: ReadonlyMap<string, number>;
  /** How much knowing a sign tells that no task has. */
  unknown: number;
}

/** What a word means: its name or its features, and what it does; a denied one means the opposite. */
export function signsOf({ text, mention, denied, doing }: TaskWord, read: ReadFeatures): readonly Feature[] {
  const own = mention === undefined ? read(text) : [{ key: `#${mention.doc}`, trust: mention.sure }];
  const all = doing === undefined ? own : [...own, { key: `>${doing}`, trust: SAME_DOING }];
  return denied ? all.map(({ key, trust }) => ({ key: `!${key}`, trust })) : all;
}

/** What a word weighs as a share of its rarest sign. */
const shareOf = ({ doing, mention }: Pick<TaskWord, 'doing' | 'mention'>): number =>
  doing === LOOKING ? WEIGHT.looking : mention ? WEIGHT.name : 1;

/** What a word with these signs weighs. */
export function weightOf(
  word: TaskWord,
  signs: readonly Sign[],
  { rarities, unknown }: Pick<TaskPhrases, 'rarities' | 'unknown'>,
): number {
  const rarest =
    signs.length === 0 ? unknown * WEIGHT.unknown : Math.max(...signs.map(({ sign }) => rarities[sign] ?? 0));
  return rarest * shareOf(word);
}

/** The phrases of one document's tasks and signs. */
export interface OwnTasks {
  /** How many tasks and signs it has. */
  tasks: number;
  phrases: readonly (Omit<TaskPhrase, 'doc'> & { text: string })[];
  words: Bearers;
  /** By words, see shareOf(). */
  marks: Float64Array;
}

interface TaskReaders {
  findExact: FindExact;
}

/** Reads the ways in which documents' tasks are said, and those in which the trouble is told that their signs are of. */
function createTaskReader({ keys, read, findExact }: Readers & TaskReaders): (document: Document) => OwnTasks {
  // Each word of all phrases that is no name is looked at once.
  const plain = memoize((text) => keys.signsOf(read(text)), Number.POSITIVE_INFINITY);
  const share = createSharedSets<string>();
  const signsIn = (word: TaskWord): readonly Sign[] =>
    word.mention === undefined && word.doing === undefined && !word.denied
      ? plain(word.text)
      : keys.signsOf(signsOf(word, read));

  return ({ tasks, signs }) => {
    const all = [
      ...tasks.map((texts, task) => ({ kind: 'task' as const, task, texts })),
      ...signs.map(({ asks: texts }, task) => ({ kind: 'sign' as const, task, texts })),
    ];
    const phrases = all.flatMap(({ kind, task, texts }, number) =>
      texts.map((text) => {
        const list = split(text);
        const { list: said, doings } = readTask(list, findExact(list));
        return { kind, task, number, text: compact(text), doings: share(doings), said };
      }),
    );
    const said = phrases.flatMap((phrase) => phrase.said);
    return {
      tasks: all.length,
      phrases: phrases.map(({ said: { length: words }, ...phrase }) => ({ ...phrase, words })),
      words: packBearers(said.map(signsIn)),
      marks: Float64Array.from(said, shareOf),
    };
  };
}

/** The phrases of all documents, read in steps of a document; `kept`: what was read before. */
export function* readTaskPhrases(
  documents: readonly Document[],
  readers: Readers & TaskReaders,
  kept: Kept<OwnTasks>,
): Steps<TaskPhrases> {
  const readOwn = createTaskReader(readers);
  const phrases: TaskPhrase[] = [];
  const byText = new Map<string, number>();
  const parts: OwnTasks[] = [];
  let numbers = 0;
  for (const [doc, document] of documents.entries()) {
    const own = kept(document, readOwn);
    parts.push(own);
    for (const { text, number, ...phrase } of own.phrases) {
      byText.set(text, phrases.length);
      phrases.push({ ...phrase, doc, number: numbers + number });
    }
    numbers += own.tasks;
    yield;
  }
  const rarity = idfAmong(numbers);
  const words = yield* joinWords({
    parts,
    sizes: phrases.map((phrase) => phrase.words),
    owners: Uint32Array.from(phrases, ({ number }) => number),
    keys: readers.keys,
    rarity,
    weigh: (share, rarest) => rarest * share,
  });
  return { phrases, byText, ...words, unknown: rarity(0) };
}
