import { within } from '../core/within.ts';
import type { Contender } from './contenders.ts';
import type { Document } from './document.ts';
import type { Judged } from './learned/judge.ts';
import { type Network, readNetwork, worthOf } from './network.ts';

/** What was found before contenders are set beside one another. */
interface Before {
  /** The documents that were found, best first. */
  docs: readonly number[];
  /** Sure enough to answer with the first, which is so by the sign of a message. */
  answered: boolean;
  bySign: boolean;
  /** How sure the first is, 0..1. */
  score: number;
  /** A way to do something is asked for. */
  how: boolean;
  /** One through the number of the question's words. */
  brief: number;
}

/** What is known of a question's contenders. */
export interface Known {
  contenders: readonly Contender[];
  before: Before;
  documents: readonly Document[];
  /** Where the course has learned from questions. */
  judged: Judged | undefined;
}

export interface Ranked {
  /** The document for which most speaks, and those for which nearly as much does. */
  docs: readonly number[];
  /** Sure enough to answer with the first. */
  sure: boolean;
  /** What is known of the first. */
  best: Contender | undefined;
}

/** From here on a task is more than a likeness, and a name is surely meant; so many names are some. */
const NEAR = 0.5;
const SURELY_NAMED = 0.8;
const SOME_NAMES = 3;
/** Names of being the likeliest by what was learned, the next, and so on. */
const LIKELY = ['likely-first', 'likely-second', 'likely-third', 'likely-fourth'] as const;

/** What is known of the question, whatever it is about; `likely`: its contenders, the likeliest by what was learned first. */
function ofQuestion({ contenders, before, judged }: Known, likely: readonly Contender[]): Record<string, number> {
  const [likeliest = 0, next = 0] = likely.map(({ learned }) => learned);
  return {
    'asks-way': judged?.way ?? 0,
    'asks-mend': judged?.mend ?? 0,
    'asks-none': judged?.none ?? 0,
    names: contenders.filter(({ named }) => named > SURELY_NAMED).length / SOME_NAMES,
    'likely-most': likeliest,
    'likely-apart': likeliest - next,
    ...{ brief: before.brief, score: before.score },
    ...{ how: before.how ? 1 : 0, answered: before.answered ? 1 : 0, 'by-sign': before.bySign ? 1 : 0 },
  };
}

/** What is known of each of a question's contenders, by the names of ranking.txt and ranking-learned.txt. */
export function weighable(known: Known): Record<string, number>[] {
  const likely = known.contenders.toSorted((a, b) => b.learned - a.learned);
  const question = ofQuestion(known, likely);
  return known.contenders.map((one) => ({
    ...weighableOf(one, known),
    ...Object.fromEntries(LIKELY.map((name, place) => [name, likely[place] === one ? 1 : 0])),
    ...question,
  }));
}

function weighableOf(one: Contender, { before, documents, judged }: Known): Record<string, number> {
  const task = judged?.taskOf(one.doc);
  const place = before.docs.indexOf(one.doc);
  const first = place === 0 ? 1 : 0;
  // How little even the likeliest is what was learned.
  const doubt = Math.max(0, one.behind - one.learned);
  const { doc: _, nearTask: _task, nearSign: _sign, ...known } = one;
  const { named } = known;
  return {
    ...known,
    'near-task': Math.max(0, one.task - NEAR),
    'named-task': named * one.task,
    section: documents[one.doc]?.kind === 'section' ? 1 : 0,
    first,
    second: place === 1 ? 1 : 0,
    third: place > 1 ? 1 : 0,
    'first-answered': before.answered ? first : 0,
    'first-sign': before.bySign ? first : 0,
    'first-how': before.how ? first : 0,
    'first-brief': before.brief * first,
    'doubted-certain': doubt * one.certain,
    'doubted-first': before.answered ? doubt * first : 0,
    'named-focus': named * one.focus,
    'named-unasked': named * one.unasked,
    'defined-lead': one.defines * one.lead,
    'named-learned': named * Math.max(-1, one.behind),
    'named-asked': named * one.asked,
    // What the talk says of a name that it does not ask about says little.
    'unasked-words': named * Math.max(0, -one.asked) * one.words,
    'unasked-evidence': named * Math.max(0, -one.asked) * one.evidence,
    'has-tasks': task === undefined ? 0 : 1,
    'own-task': task?.score ?? 0,
    'over-none': one.learned - (judged?.none ?? 0),
  };
}

/** What makes an answer sure, by the names of sureness.txt; `ahead`: by how much the best is worth more than the next. */
export function assurance(best: Contender, ahead: number, { before, judged }: Known): Record<string, number> {
  const none = judged?.none ?? 0;
  return {
    all: 1,
    answered: before.answered ? 1 : 0,
    score: before.score,
    how: before.how ? 1 : 0,
    brief: before.brief,
    ahead: Math.min(1, ahead / AHEAD),
    none,
    'over-none': best.learned - none,
    ...{ learned: best.learned, inNames: best.inNames, words: best.words, letters: best.letters },
    ...{ quoted: best.quoted, task: best.task, evidence: best.evidence },
    ...{ named: best.named, focus: best.focus, defines: best.defines, certain: best.certain },
    ...{ 'certain-defined': best.certain * best.defines, 'answered-certain': before.answered ? best.certain : 0 },
  };
}

/** Nothing is surer than what is worth so much more than the next. */
const AHEAD = 5;

const RANKING = readNetwork('ranking.txt');
const RANKING_LEARNED = readNetwork('ranking-learned.txt');
const SURENESS = readNetwork('sureness.txt');

/** Of nothing more than this counts, on either side of 0: what is known is about 0..1. */
const MOST_KNOWN = 2;

/** What is known, in the order of some names. */
export const numbersOf = (what: Readonly<Record<string, number>>, names: readonly string[]): number[] =>
  names.map((name) => within(what[name] ?? 0, MOST_KNOWN));

const weigh = (what: Readonly<Record<string, number>>, network: Network): number =>
  worthOf(numbersOf(what, network.names), network);

/** One through the fewest words of which what was learned says enough by itself. */
const BRIEF = 1 / 4;
/** What is worth less than the first by no more than this may as well have been meant. */
const CLOSE = 1;

/** An answer is sure from this on, where it is as likely fine as not: what it is about stands above it. */
export const SURE_FROM = 0;

/** Sets all that a question may be about side by side. */
export function rank(known: Known): Ranked {
  const { contenders, before, judged } = known;
  const network = judged === undefined ? RANKING : RANKING_LEARNED;
  const weighed = weighable(known);
  const all = contenders
    .map((one, i) => ({ one, worth: weigh(weighed[i] ?? {}, network) }))
    .sort((a, b) => b.worth - a.worth);
  const [best, next] = all;
  const docs = all.filter(({ worth }) => worth >= (best?.worth ?? 0) - CLOSE).map(({ one }) => one.doc);
  if (judged === undefined || best === undefined) return { docs, sure: before.answered, best: best?.one };
  // A word or two that nothing else knows may be anything: 99999999999999.
  if (before.brief > BRIEF && best.one.evidence === 0 && best.one.words === 0)
    return { docs, best: best.one, sure: before.answered };
  const ahead = next === undefined ? AHEAD : best.worth - next.worth;
  return { docs, best: best.one, sure: weigh(assurance(best.one, ahead, known), SURENESS) > SURE_FROM };
}
