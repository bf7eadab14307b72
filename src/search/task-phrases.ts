import type { Steps } from '../core/steps.ts';
import { compact, words as split } from '../language/normalize.ts';
import { LOOKING } from '../language/verbs.ts';
import type { Document } from './document.ts';
import type { Feature, ReadFeatures } from './features.ts';
import { idfAmong } from './idf.ts';
import type { FindExact } from './mentions.ts';
import { createPostings, type Postings, type Sign } from './postings.ts';
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
  /** How many words it has, and what they weigh together. */
  words: number;
  weight: number;
}

/** Phrases, and their words numbered through all of them. */
export interface TaskPhrases {
  phrases: readonly TaskPhrase[];
  /** A phrase by all its letters. */
  byText: ReadonlyMap<string, number>;
  postings: Postings;
  /** By signs: how much knowing it tells; `unknown`: a sign that no task has. */
  rarities: Float64Array;
  unknown: number;
  /** Word -> its phrase. */
  phraseOf: Uint32Array;
  weights: Float64Array;
}

/** What a word means: its name or its features, and what it does; a denied one means the opposite. */
export function signsOf({ text, mention, denied, doing }: TaskWord, read: ReadFeatures): readonly Feature[] {
  const own = mention === undefined ? read(text) : [{ key: `#${mention.doc}`, trust: mention.sure }];
  const all = doing === undefined ? own : [...own, { key: `>${doing}`, trust: SAME_DOING }];
  return denied ? all.map(({ key, trust }) => ({ key: `!${key}`, trust })) : all;
}

/** What a word with these signs weighs. */
export function weightOf(
  { doing, mention }: TaskWord,
  signs: readonly Sign[],
  { rarities, unknown }: Pick<TaskPhrases, 'rarities' | 'unknown'>,
): number {
  const rarest =
    signs.length === 0 ? unknown * WEIGHT.unknown : Math.max(...signs.map(({ sign }) => rarities[sign] ?? 0));
  return rarest * (doing === LOOKING ? WEIGHT.looking : mention ? WEIGHT.name : 1);
}

/**
 * The ways in which documents' tasks are said, and those in which the trouble is told that their signs are of. Read in
 * steps of a document.
 */
export function* readTaskPhrases(
  documents: readonly Document[],
  { read, findExact }: { read: ReadFeatures; findExact: FindExact },
): Steps<TaskPhrases> {
  const phrases: TaskPhrase[] = [];
  const builder = createPostings();
  // Each word of all phrases that is no name is looked at once.
  const plain = new Map<string, readonly Sign[]>();
  const signsIn = (word: TaskWord): readonly Sign[] => {
    const key = word.mention === undefined ? `${word.denied ? '!' : ''}${word.text}` : undefined;
    const known = key === undefined ? undefined : plain.get(key);
    if (known) return known;
    const signs = builder.signsOf(signsOf(word, read));
    if (key !== undefined) plain.set(key, signs);
    return signs;
  };
  const byText = new Map<string, number>();
  const words: { signs: readonly Sign[]; word: TaskWord; phrase: number }[] = [];
  let number = 0;
  for (const [doc, { tasks, signs }] of documents.entries()) {
    const all = [
      ...tasks.map((texts, task) => ({ kind: 'task' as const, task, texts })),
      ...signs.map(({ asks: texts }, task) => ({ kind: 'sign' as const, task, texts })),
    ];
    for (const { kind, task, texts } of all) {
      for (const text of texts) {
        const list = split(text);
        const said = readTask(list, findExact(list));
        for (const word of said.list) {
          const signs = signsIn(word);
          builder.put(signs, number);
          words.push({ signs, word, phrase: phrases.length });
        }
        byText.set(compact(text), phrases.length);
        phrases.push({ kind, doc, task, number, doings: said.doings, words: said.list.length, weight: 0 });
      }
      number++;
    }
    yield;
  }
  const postings = builder.build();
  const idf = idfAmong(number);
  const known = { rarities: Float64Array.from(postings.owners, (tasks) => idf(tasks)), unknown: idf(0) };
  const weights = Float64Array.from(words, ({ signs, word }) => weightOf(word, signs, known));
  const phraseOf = Uint32Array.from(words, ({ phrase }) => phrase);
  for (const [word, weight] of weights.entries()) {
    const phrase = phrases[phraseOf[word] ?? 0];
    if (phrase) phrase.weight += weight;
  }
  return { phrases, byText, postings, ...known, phraseOf, weights };
}
