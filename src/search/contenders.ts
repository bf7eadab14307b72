import { within } from '../core/within.ts';
import { askingKind } from '../language/asking.ts';
import { isFunctionWord } from '../language/function-words.ts';
import type { Coverage } from './coverage.ts';
import { isCovered } from './covers.ts';
import type { Judged } from './learned/judge.ts';
import { SAYING } from './learned/names-asked.ts';
import type { CompareLetters, Near } from './letter-pairs.ts';
import type { SignHit } from './signs.ts';
import type { Found } from './talk-search.ts';
import type { TaskHit } from './tasks.ts';

/** What is known of a document that a question may be about, each about 0..1; see ranking.txt. */
export interface Contender {
  doc: number;
  /** What its task is like that the question is nearest to, and how many of its tasks are like it at all. */
  task: number;
  tasks: number;
  /** Of collectEvidence(). */
  evidence: number;
  /** How surely it is named, how much is asked for by the words around the name, and whether they ask what it is. */
  named: number;
  focus: number;
  /** How much less is asked for than what most is asked for. */
  unasked: number;
  defines: number;
  /** Most is asked for it, by a name that is no ordinary word here; and by how much more than for the next. */
  certain: number;
  lead: number;
  /** What share of the question stands in its names, and in them or its definition; of how many words it says anything. */
  inNames: number;
  told: number;
  words: number;
  /** See Alike. */
  letters: number;
  askLetters: number;
  taskLetters: number;
  signLetters: number;
  /** How much of what a program prints for it is quoted, and of what only shows that something is wrong. */
  quoted: number;
  signalled: number;
  /** What was learned says for it, how far that is from the likeliest, and whether it is the likeliest. */
  learned: number;
  behind: number;
  likeliest: number;
  /** How much more what was learned of names says for it than for any other, and whether it is the likeliest; see names-asked.ts. */
  asked: number;
  askedMost: number;
  /** Its task and its sign that the question is nearest to, letter by letter. */
  nearTask: Near | undefined;
  nearSign: Near | undefined;
}

/** What was found for a question besides its words' meanings. */
export interface Besides {
  tasks: readonly TaskHit[];
  signs: readonly SignHit[];
  judged: Judged | undefined;
  /** What was found best before. */
  first: readonly number[];
}

/** How many that the words speak for are looked at, and how many in all. */
const MOST = { candidates: 12, all: 24 } as const;
/** Words of a question that are looked up. */
const WEIGHED = 24;
/** Tasks of one document that a question may be like, and by what a name's worth and the letters of a message are made 0..1. */
const SCALE = { tasks: 4, focus: 6, lead: 4, quoted: 40, asked: 3 * SAYING } as const;

/** The words that say what a question is about, as places in it. */
function tellingIn({ words, mentions }: Found): string[] {
  const isNamed = (at: number): boolean => isCovered(mentions, at);
  return words
    .slice(0, WEIGHED)
    .filter((word, at) => isNamed(at) || (!isFunctionWord(word) && askingKind(word) === undefined));
}

/** How much more is said for a document, by its name or for what is not named, than for any other; 0 where nothing is. */
function aheadOf(doc: number, { asked, mentions }: Found): number {
  if (asked === undefined) return 0;
  // One of more names than are looked at.
  if (!asked.has(doc) && mentions.some((one) => one.doc === doc)) return 0;
  const target = asked.has(doc) ? doc : 'none';
  const others = Array.from(asked).filter(([one]) => one !== target && one !== 'all');
  return (asked.get(target) ?? 0) - Math.max(...others.map(([, said]) => said));
}

/** All that a question may be about, what was found best before first, each with what speaks for it. */
export function contendersOf(
  found: Found,
  { tasks, signs, judged, first }: Besides,
  { coverage, compareLetters }: { coverage: Coverage; compareLetters: CompareLetters },
): Contender[] {
  const candidates = found.candidates?.slice(0, MOST.candidates) ?? [];
  const { mentions } = found;
  const likely = judged?.best ?? [];
  const spoken = [...signs, ...candidates, ...tasks, ...mentions].map(({ doc }) => doc);
  const docs = Array.from(new Set([...first, ...likely, ...spoken])).slice(0, MOST.all);
  const likeliest = likely[0] === undefined ? 0 : (judged?.of(likely[0]) ?? 0);
  const most = Math.max(0, ...(found.focus?.scores.values() ?? []));
  const list = docs.map((doc): Contender => {
    const own = tasks.filter((hit) => hit.doc === doc && hit.kind === 'task');
    const named = Math.max(0, ...mentions.filter((one) => one.doc === doc).map(({ sure }) => sure));
    const quotedOf = (general: boolean): number =>
      Math.min(
        1,
        Math.max(0, ...signs.filter((hit) => hit.doc === doc && hit.general === general).map(({ weight }) => weight)) /
          SCALE.quoted,
      );
    const learned = judged?.of(doc) ?? 0;
    const focused = found.focus?.scores.get(doc) ?? 0;
    const focus = found.focus?.doc === doc ? found.focus : undefined;
    const ahead = aheadOf(doc, found) / SCALE.asked;
    return {
      doc,
      ...{ quoted: quotedOf(false), signalled: quotedOf(true) },
      ...{ learned, behind: learned - likeliest, likeliest: doc === likely[0] ? 1 : 0 },
      task: Math.min(1.1, Math.max(0, ...own.map(({ score }) => score))),
      tasks: own.length / SCALE.tasks,
      evidence: candidates.find((one) => one.doc === doc)?.score ?? 0,
      named,
      focus: focused / SCALE.focus,
      unasked: Math.min(1, (most - focused) / SCALE.focus),
      defines: focus?.defines ? 1 : 0,
      certain: focus?.sure ? 1 : 0,
      lead: focus?.sure ? Math.min(1, focus.lead / SCALE.lead) : 0,
      asked: within(ahead, 1),
      askedMost: ahead > 0 ? 1 : 0,
      ...{ inNames: 0, told: 0, words: 0, letters: 0, askLetters: 0, taskLetters: 0, signLetters: 0 },
      ...{ nearTask: undefined, nearSign: undefined },
    };
  });
  const among = new Map(docs.map((doc, i) => [doc, i]));
  const telling = tellingIn(found);
  const weighed = telling.map((word) => ({
    weight: coverage.match(word).weight,
    places: coverage.places(word, among),
  }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const alike = compareLetters(
    found.words.filter((word) => askingKind(word) === undefined),
    docs,
  );
  for (const [i, one] of list.entries()) {
    for (const { weight, places } of weighed) {
      const place = places[i];
      if (place === undefined) continue;
      one.inNames += (place.name * weight) / total;
      one.told += (place.told * weight) / total;
      one.words += place.asked > 0 ? 1 / telling.length : 0;
    }
    const letters = alike[i];
    if (letters === undefined) continue;
    one.letters = letters.all;
    one.askLetters = letters.ask;
    one.taskLetters = letters.task;
    one.signLetters = letters.sign;
    one.nearTask = letters.nearest.task;
    one.nearSign = letters.nearest.sign;
  }
  return list;
}
