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

/** A task, or a sign of trouble, by its place among the document's. */
export interface TaskPlace {
  kind: 'task' | 'sign';
  doc: number;
  task: number;
}

/**
 * The ways in which tasks are said and trouble is told, and their words. A course has tens of thousands: what is known of
 * each stands in columns, since an object each would take six times the space.
 */
export interface TaskPhrases extends PhraseWords {
  tasks: readonly TaskPlace[];
  /** Phrase -> its task. */
  taskOf: Uint32Array;
  /** Phrase -> how many words it has. */
  sizes: Uint32Array;
  /** Phrase -> what is done. */
  doings: readonly ReadonlySet<string>[];
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

/** The phrases of one document's tasks and signs, in columns as those of all. */
export interface OwnTasks extends Pick<TaskPhrases, 'sizes' | 'doings'> {
  tasks: readonly Omit<TaskPlace, 'doc'>[];
  /** From 0 in each document, whose front matter has far fewer values than 65,536 tasks. */
  taskOf: Uint16Array;
  /** All letters of each. */
  texts: readonly string[];
  words: Bearers;
  /** By words, see shareOf(). */
  marks: Float32Array;
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
    const phrases = all.flatMap(({ texts }, number) =>
      texts.map((text) => {
        const list = split(text);
        const { list: said, doings } = readTask(list, findExact(list));
        return { number, text: compact(text), doings: share(doings), said };
      }),
    );
    const said = phrases.flatMap((phrase) => phrase.said);
    return {
      tasks: all.map(({ kind, task }) => ({ kind, task })),
      taskOf: Uint16Array.from(phrases, ({ number }) => number),
      sizes: Uint32Array.from(phrases, (phrase) => phrase.said.length),
      doings: phrases.map(({ doings }) => doings),
      texts: phrases.map(({ text }) => text),
      words: packBearers(said.map(signsIn)),
      marks: Float32Array.from(said, shareOf),
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
  const parts: OwnTasks[] = [];
  for (const document of documents) {
    parts.push(kept(document, readOwn));
    yield;
  }
  const tasks = parts.flatMap((own, doc) => own.tasks.map((task) => ({ ...task, doc })));
  const count = parts.reduce((sum, { texts }) => sum + texts.length, 0);
  const [taskOf, sizes] = [new Uint32Array(count), new Uint32Array(count)];
  const byText = new Map<string, number>();
  let [phrase, number] = [0, 0];
  for (const own of parts) {
    sizes.set(own.sizes, phrase);
    for (const [at, text] of own.texts.entries()) {
      byText.set(text, phrase);
      taskOf[phrase++] = number + (own.taskOf[at] ?? 0);
    }
    number += own.tasks.length;
    yield;
  }
  const rarity = idfAmong(tasks.length);
  const words = yield* joinWords({
    parts,
    sizes,
    owners: taskOf,
    keys: readers.keys,
    rarity,
    weigh: (share, rarest) => rarest * share,
  });
  const doings = parts.flatMap((own) => own.doings);
  return { tasks, taskOf, sizes, doings, byText, ...words, unknown: rarity(0) };
}
