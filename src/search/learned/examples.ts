import { normalize, words } from '../../language/normalize.ts';
import type { Document } from '../document.ts';
import { isMachineText, tellingLines } from '../machine-text.ts';
import { NONE_OF_OURS, taskLabel, WANTS } from './learned.ts';
import type { Example, Lessons, TasksExample } from './learning.ts';
import type { NamesExample } from './learning-names.ts';
import { type Naming, sayingsIn, type Target } from './names-asked.ts';

/** A question as a person asked it, and the ids of the documents that answer it, the nearest first; none where none does. */
export interface Asked {
  text: string;
  about: readonly string[];
  /** A way to do or to mend something, or what it is about side by side. */
  wants?: keyof typeof WANTS | undefined;
  /** The title of the task that does it: one of the first's, or of another's. */
  task?: string | undefined;
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

/** What is to be told apart; setting things side by side only where some question does. */
const labelsOf = (documents: readonly Document[], asked: readonly Asked[]): string[] => [
  ...documents.map(({ id }) => id),
  NONE_OF_OURS,
  ...[WANTS.way, WANTS.mend],
  ...(asked.some(({ wants }) => wants === 'compare') ? [WANTS.compare] : []),
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
function examplesOf(documents: readonly Document[], asked: readonly Asked[]): Example[] {
  const labels = labelsOf(documents, asked);
  const places = new Map(labels.map((label, place) => [label, place]));
  const wantsOf = (wants: Asked['wants']): number | undefined => wants && places.get(WANTS[wants]);
  const compare = places.get(WANTS.compare);
  const own = documents.flatMap((document, doc) =>
    phrasesOf(document).map(({ text, wants }) => ({
      ...{ words: words(text).slice(0, MOST_WORDS), about: [doc], weight: 1 },
      wants: wantsOf(wants),
      // A phrase such as 파드와 컨테이너의 차이 does not say what it wants.
      unknown: wants === undefined ? compare : undefined,
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

/** What is asked about in a question that names something; `undefined` where it names nothing of the course, or asks about nothing. */
function namesExampleOf(
  naming: Naming | undefined,
  { about, wants }: Asked,
  documents: readonly Document[],
): NamesExample | undefined {
  if (naming === undefined || about.length === 0) return undefined;
  const sayings = sayingsIn(naming);
  const named = Array.from(sayings.keys()).filter((target) => typeof target === 'number');
  const asked = named.filter((doc) => about.includes(documents[doc]?.id ?? ''));
  const right: Target[] = wants === 'compare' ? ['all'] : asked.length > 0 ? asked : ['none'];
  return right.every((target) => sayings.has(target)) ? { sayings, right: new Set(right) } : undefined;
}

/** Tasks by their titles in both languages, the first two of the texts that say them. */
const titledIn = (tasks: readonly (readonly string[])[]): Map<string, readonly string[]> =>
  new Map(tasks.flatMap((texts) => texts.slice(0, 2).map((title) => [title, texts] as const)));

/** How the tasks are said that each document is asked for, some of them another's, and what else it is asked for. */
function tasksExamplesOf(documents: readonly Document[], asked: readonly Asked[]): TasksExample[] {
  const questions = Map.groupBy(asked, ({ about }) => about[0]);
  const titled = titledIn(documents.flatMap(({ tasks }) => tasks));
  return documents.flatMap(({ id, tasks, signs }) => {
    // A way that is asked for without a task is none of them.
    const ways = (questions.get(id) ?? []).filter(({ wants, task }) => wants === 'way' || task !== undefined);
    const own = titledIn(tasks);
    const taskOf = ({ task = '' }: Asked): readonly string[] | undefined => own.get(task) ?? titled.get(task);
    const others = ways.map(taskOf).filter((texts) => texts !== undefined);
    const all = Array.from(new Set([...tasks, ...others]));
    const places = new Map(all.map((texts, at) => [texts, at]));
    const placeOf = (texts: readonly string[] | undefined): number => (texts && places.get(texts)) ?? -1;
    const said = [
      ...all.flatMap((texts, of) => texts.map((text) => ({ words: words(text).slice(0, MOST_WORDS), of }))),
      ...signs.flatMap((sign) => sign.asks.map((text) => ({ words: words(text), of: -1 }))),
      ...ways.map((way) => ({ words: saidIn(way.text), of: placeOf(taskOf(way)) })),
    ];
    // Nothing tells the only one apart from what it is not asked for.
    const isTold = new Set(said.map(({ of }) => of)).size > 1;
    const labels = all.map((texts) => taskLabel(id, texts));
    return isTold ? [{ labels, said: said.filter((one) => one.words.length > 0) }] : [];
  });
}

/** All that a course's documents and what people asked teach; `namingOf`: how a question names what it names. */
export const lessonsOf = (
  documents: readonly Document[],
  asked: readonly Asked[],
  namingOf: (text: string) => Naming | undefined,
): Lessons => ({
  examples: examplesOf(documents, asked),
  labels: labelsOf(documents, asked),
  names: asked.flatMap((one) => namesExampleOf(namingOf(one.text), one, documents) ?? []),
  tasks: tasksExamplesOf(documents, asked),
});
