import type { Steps } from '../core/steps.ts';
import { isFunctionWord, looksLikeVerb } from '../language/function-words.ts';
import { hasHangul } from '../language/hangul.ts';
import { compact } from '../language/normalize.ts';
import { isOfOtherField, isOrdinary } from '../language/ordinary-words.ts';
import { forms } from '../language/word-forms.ts';
import type { Document } from './document.ts';
import type { Readers } from './features.ts';
import type { Kept } from './kept.ts';
import type { FindExact, Mention } from './mentions.ts';
import { TRUST } from './postings.ts';
import { type OwnTasks, readTaskPhrases, signsOf, type TaskPlace, weightOf } from './task-phrases.ts';
import type { TaskText, TaskWord } from './task-words.ts';

/** A task that a question asks for, or the sign of the trouble that it tells of. */
export interface TaskHit extends TaskPlace {
  /** About 1 where question and task say the same; more only to tell the best of those. */
  score: number;
  /** The question asks for a way to do something. */
  how: boolean;
  /** It says that something is done or looked at, and that more is done than that. */
  does: boolean;
  acts: boolean;
  /** It is one of the task's own ways to say it. */
  verbatim: boolean;
}

/** 깐거, 뜨는데: a verb in whatever form. */
const VERBAL = /(?:[ㄴㄹ은는던]?거|는데|[음함됨]|지|좀)$/;
/**
 * What is left of a likeness where the question describes a thing, does something else or less, says that it has happened
 * already, or is on another field.
 */
const LEFT = {
  description: 0.75,
  otherDoing: 0.6,
  moreDoing: 0.88,
  anyDoing: 0.95,
  happened: 0.5,
  otherField: 0.5,
} as const;
/** A word that shares so sure a sign with so many tasks is one of theirs. */
const SAID = { trust: 0.8, tasks: 2 } as const;
/** A task's own words go before everything else. */
const SURE = 2;
/** What it is worth that the question names the concept whose task it is. */
const OWN = 0.08;

/** How much it counts that the question's words are a task's, and that the task's are the question's. */
const SHARE = { question: 0.45, task: 0.55 } as const;

export interface FindTasks {
  /** The tasks that words ask for, best first, at most `most`. */
  (said: TaskText, list: readonly string[], most: number): TaskHit[];
  /** Has an author written just these words? */
  isWritten(said: TaskText, list: readonly string[]): boolean;
}

interface TaskReaders extends Readers {
  findExact: FindExact;
  /** Is it a word of any document? */
  isKnown(word: string): boolean;
}

/**
 * Finds the tasks that a question asks for: by what it names, what is done, and the other words beside them. Made in
 * steps.
 */
export function* indexTasks(
  documents: readonly Document[],
  { isKnown, ...readers }: TaskReaders,
  kept: Kept<OwnTasks>,
): Steps<FindTasks> {
  const known = yield* readTaskPhrases(documents, readers, kept);
  const { tasks, taskOf, sizes, doings, byText, postings, phraseOf, weights, phraseWeights } = known;
  const { features } = readers;
  // For one question at a time; all 0 in between.
  const ours = new Float32Array(taskOf.length);
  const theirs = new Float32Array(taskOf.length);
  const counts = new Uint8Array(taskOf.length);
  const trusts = new Float32Array(taskOf.length);
  const trusted = new Float32Array(weights.length);

  /** Counts what each phrase and the question's words say of each other. */
  function meet(said: TaskText): { touched: number[]; weight: number; isStrange: boolean; forget: () => void } {
    const touched: number[] = [];
    const met: number[] = [];
    let all = 0;
    let isStrange = false;
    for (const word of said.list) {
      const signs = signsOf(word, features).flatMap(({ key, trust }) => {
        const sign = postings.find(key);
        return sign === undefined ? [] : [{ sign, trust }];
      });
      const weight = weightOf(word, signs, known);
      all += weight;
      isStrange ||= isOfOther(
        word,
        signs.some(({ trust, sign }) => trust >= SAID.trust && (postings.owners[sign] ?? 0) >= SAID.tasks),
        isKnown,
      );
      const saying: number[] = [];
      for (const { sign, trust } of signs) {
        const end = postings.from[sign + 1] ?? 0;
        for (let i = postings.from[sign] ?? 0; i < end; i++) {
          const other = postings.bearers[i] ?? 0;
          const phrase = phraseOf[other] ?? 0;
          const both = trust * ((postings.trusts[i] ?? 0) / TRUST);
          const before = trusts[phrase] ?? 0;
          if (before === 0) saying.push(phrase);
          if (both > before) trusts[phrase] = both;
          const most = trusted[other] ?? 0;
          if (both <= most) continue;
          if (most === 0) {
            met.push(other);
            counts[phrase] = (counts[phrase] ?? 0) + 1;
          }
          trusted[other] = both;
          theirs[phrase] = (theirs[phrase] ?? 0) + (weights[other] ?? 0) * (both - most);
        }
      }
      for (const phrase of saying) {
        if (ours[phrase] === 0) touched.push(phrase);
        ours[phrase] = (ours[phrase] ?? 0) + weight * (trusts[phrase] ?? 0);
        trusts[phrase] = 0;
      }
    }
    const forget = (): void => {
      for (const list of [ours, theirs, counts]) for (const phrase of touched) list[phrase] = 0;
      for (const word of met) trusted[word] = 0;
    };
    return { touched, weight: all, isStrange, forget };
  }

  /** The phrase that a question is word for word. */
  function writtenAs(said: TaskText, list: readonly string[]): number | undefined {
    const whole = byText.get(compact(list.join('')));
    if (whole !== undefined) return whole;
    // backoffLimit은 뭐예요: a task's own word, which students say of nothing else, whatever asks for it.
    const [alone = '', second] = list.filter((word) => !isFunctionWord(word));
    const isAlone =
      second === undefined && !hasHangul(alone) && said.list.every(({ mention }) => mention === undefined);
    const word = isAlone ? forms(alone).find((form) => byText.has(form)) : undefined;
    return byText.get(word ?? '');
  }

  const find = (said: TaskText, list: readonly string[], most: number): TaskHit[] => {
    const verbatim = writtenAs(said, list);
    const named = new Set(said.list.flatMap(({ mention }) => mention?.doc ?? []));
    const { touched, weight, isStrange, forget } = meet(said);
    // Among words of another field an ordinary word is no name: 엑셀, 갤럭시; get a job in seoul.
    const isElsewhere = isStrange && said.list.every(({ mention }) => isOrdinaryName(mention, list));
    const best = new Map<number, TaskHit>();
    for (const at of touched) {
      const number = taskOf[at] ?? 0;
      const task = tasks[number];
      const does = doings[at];
      if (task === undefined || does === undefined) continue;
      const isSame = verbatim === at;
      if (!isSame && (counts[at] ?? 0) < 2 && (sizes[at] ?? 0) > 1 && !said.how) continue;
      const isOwn = named.has(task.doc);
      if (!isSame && said.list.length === 1 && !isOwn) continue;
      const alike =
        ((ours[at] ?? 0) / weight) ** SHARE.question * ((theirs[at] ?? 0) / (phraseWeights[at] ?? 0)) ** SHARE.task;
      const differs = said.doings.size > 0 && does.size > 0 && said.doings.isDisjointFrom(does);
      const isMore = !does.isSubsetOf(said.doings);
      const left =
        (differs ? LEFT.otherDoing : isMore ? (said.doings.size > 0 ? LEFT.moreDoing : LEFT.anyDoing) : 1) *
        (said.happened && !differs && task.kind === 'task' ? LEFT.happened : 1) *
        (said.describes ? LEFT.description : 1) *
        (isElsewhere ? LEFT.otherField : 1);
      const score = isSame ? SURE : alike * left + (isOwn && !isElsewhere ? OWN : 0);
      const before = best.get(number);
      if (before === undefined || score > before.score)
        best.set(number, {
          ...task,
          score,
          how: said.how || isSame,
          does: said.does,
          acts: said.doings.size > 0,
          verbatim: isSame,
        });
    }
    forget();
    return Array.from(best.values())
      .sort((a, b) => b.score - a.score || a.doc - b.doc || a.task - b.task)
      .slice(0, most);
  };
  return Object.assign(find, {
    isWritten: (said: TaskText, list: readonly string[]) => writtenAs(said, list) !== undefined,
  });
}

/** Nothing that is named, or a name that is used of other things as well. */
const isOrdinaryName = (mention: Mention | undefined, list: readonly string[]): boolean =>
  mention === undefined ||
  mention.sure < 1 ||
  (mention.to - mention.from === 1 && isOrdinary(list[mention.from] ?? ''));

/** Is it a noun that tells of another field? `isSaid`: a task has it. */
function isOfOther({ text, mention, doing }: TaskWord, isSaid: boolean, isKnown: (word: string) => boolean): boolean {
  if (doing !== undefined || mention !== undefined) return false;
  if (isOfOtherField(text)) return true;
  if (VERBAL.test(text) || looksLikeVerb(text)) return false;
  return (isOrdinary(text) || !isKnown(text)) && !isSaid;
}
