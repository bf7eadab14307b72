import { isDeepStrictEqual } from 'node:util';
import { askingKind } from '../language/asking.ts';
import { isFunctionWord, looksLikeVerb } from '../language/function-words.ts';
import type { Besides, Contender } from './contenders.ts';
import { isCovered } from './covers.ts';
import type { Document } from './document.ts';
import type { Guides } from './guides.ts';
import type { Judged, LearnedTask } from './learned/judge.ts';
import type { rank } from './ranking.ts';
import { mayTell } from './removing.ts';
import { type Guide, ledBy, NONE, type Result } from './result.ts';
import type { Found, TalkSearch } from './talk-search.ts';
import type { TaskHit } from './tasks.ts';

/**
 * A task of what is answered with is told from this score on: where a way is asked for, where a name is asked for as well,
 * and where neither is.
 */
const AGREED = { asked: 0.25, defined: 0.4, said: 0.4 } as const;
/** No task is as near as this. */
const SURE = 2;
/** What speaks less than this for something to be done or mended asks what a thing is. */
const ASKS_WHAT = -0.5;
/** Something is to be done where more than this speaks for it: where a word asks what the name beside it is, and elsewhere. */
const WANTED = { defined: 0.6, said: 0 } as const;
/** The likeliest task is asked for where at least so much speaks for it. */
const TOLD_APART = -0.9;
/** How like a question has to be to a part of what it is about, letter by letter, where it wants something done. */
const LIKE = { sign: 0.2, task: 0.2 } as const;
/** Score of what was found by nothing but what was learned. */
const LED = 0.6;

interface Parts {
  documents: readonly Document[];
  guides: Guides;
  /** What the course has learned, where it has. */
  judge: ((words: readonly string[]) => Judged) | undefined;
  /** Sets what was found side by side. */
  choose: typeof rank;
  contend: TalkSearch['contend'];
}

/** What was found for a question besides what was chosen. */
type Hits = Pick<Besides, 'signs' | 'tasks'>;

/** What of the question says which task it asks for. */
type Said = Pick<Found, 'words' | 'defines'>;

type Reconsider = (chosen: Result, found: Found, hits: Hits) => Result;

/** Gives what was chosen, with that first for which most speaks when all of it is set side by side; see ranking.ts. */
export function createReconsider({ documents, guides, judge, choose, contend }: Parts): Reconsider {
  const { idOf, signOf, taskOf } = guides;
  const numbers = new Map(documents.map(({ id }, doc) => [id, doc]));
  const numberOf = (id: string): number => numbers.get(id) ?? -1;

  const guideTo = ({ doc, at, score }: LearnedTask, { words }: Said): Guide | undefined =>
    score >= TOLD_APART && mayTell(documents[doc]?.tasks[at] ?? [], words)
      ? taskOf({ kind: 'task', doc, task: at })
      : undefined;

  /** The task that a document is asked for, as far as tasks were learned to be told apart. */
  function learnedTask(doc: number, judged: Judged | undefined, said: Said): Guide | undefined {
    const task = judged?.taskOf(doc);
    return task && guideTo(task, said);
  }

  /** The part of a document that is nearest to a question which wants something done. */
  function nearest({ doc, nearSign, nearTask }: Contender, judged: Judged, said: Said): Guide | undefined {
    const { way, mend } = judged;
    if (Math.max(way, mend) <= (said.defines ? WANTED.defined : WANTED.said)) return undefined;
    if (mend > way && nearSign && nearSign.like >= LIKE.sign) return taskOf({ kind: 'sign', doc, task: nearSign.at });
    const task = judged.taskOf(doc);
    if (task) return guideTo(task, said);
    return nearTask && nearTask.like >= LIKE.task && mayTell(documents[doc]?.tasks[nearTask.at] ?? [], said.words)
      ? taskOf({ kind: 'task', doc, task: nearTask.at })
      : undefined;
  }

  /** What a question that is about a document is told to do. */
  function guideOf(best: Contender, found: Found, { signs, tasks }: Hits, judged: Judged | undefined) {
    const { defines } = found;
    const quoted = signs.find(({ doc, general }) => doc === best.doc && !general);
    if (quoted) return signOf(quoted);
    const asked = defines ? AGREED.defined : AGREED.asked;
    const least = tasks[0]?.how ? asked : defines ? SURE : AGREED.said;
    const isNear = ({ doc, score }: TaskHit): boolean => doc === best.doc && score >= least;
    const task = asksWhat(judged) ? undefined : tasks.find(isNear);
    if (task?.kind === 'task' || (task && asksForWay(judged)))
      return learnedTask(best.doc, judged, found) ?? taskOf(task);
    return task ? taskOf(task) : judged && nearest(best, judged, found);
  }

  return (chosen, found, hits) => {
    const { guide } = chosen;
    const { signs, tasks } = hits;
    if (found.candidates === undefined || chosen.compares || tasks[0]?.verbatim) return chosen;
    // A name with slips is that name, unless something is to be done with it.
    if (found.isLikeAName && guide === undefined) return chosen;
    if (isNameAlone(found)) return chosen;
    const isQuoted = guide?.kind === 'sign' && signs.some(({ doc }) => idOf(doc) === guide.id);
    // Where nothing was learned, what a message says decides, and of what is off the subject nothing is offered.
    if (judge === undefined && (isQuoted || chosen.matches.length === 0)) return chosen;
    const [first] = chosen.matches;
    const docs = chosen.matches.map(({ document }) => documents.indexOf(document));
    const before = {
      ...{ docs, answered: chosen.answered, score: first?.score ?? 0 },
      ...{ bySign: guide?.kind === 'sign', how: tasks[0]?.how === true },
      brief: 1 / Math.max(1, found.words.length),
    };
    const judged = found.judged ?? judge?.(found.words);
    const contenders = contend(found, { ...hits, judged, first: docs });
    const { best, docs: close, ...ranked } = choose({ contenders, before, documents, judged });
    // What a name is that means nothing else is always told, whatever talk is around it.
    const { focus } = found;
    const isAsked =
      focus?.sure === true && !focus.ordinary && (focus.defines || focus.asTerm || asksWhatItsOnlyNameIs(found));
    const isNamed = isAsked && focus.doc === best?.doc && chosen.answered;
    const sure = ranked.sure || isQuoted || isNamed;
    const document = documents[best?.doc ?? -1];
    if (best === undefined || document === undefined) return chosen;
    // 노드마다 하나씩 뜨는 거 yaml 예제: the example of what is asked for, rather than of what is named.
    if (guide?.kind === 'example') {
      const isOther = ranked.sure && document.hasExample && document.id !== guide.id;
      return isOther
        ? { ...ledBy(document, first?.score ?? LED, chosen), guide: { ...guide, id: document.id } }
        : chosen;
    }
    // Nothing is offered of what is off the subject, nor by what was learned alone.
    const isElsewhere = judged !== undefined && judged.none > Math.max(0, judged.of(best.doc));
    if (!sure && (isElsewhere || first === undefined)) return NONE;
    const isThing = asksWhen(found) || (describesThing(found) && !found.mentions.some(({ doc }) => doc === best.doc));
    const hit = sure && !isThing ? guideOf(best, found, hits, judged) : undefined;
    // A student who asks what a thing is wants no command first.
    const isTask = guide?.kind === 'task' || (guide?.kind === 'sign' && !isQuoted && asksForWay(judged));
    const own = !isTask
      ? guide
      : isThing || asksWhat(judged)
        ? undefined
        : (learnedTask(numberOf(guide.id), judged, found) ?? guide);
    const runnerUp = sure && close[1] !== undefined ? { close: idOf(close[1]) } : {};
    // What another concept's task does is asked of this one.
    const leading = ({ id }: Guide) => (id === document.id ? {} : { close: document.id });
    if (document === first?.document) {
      const { guide: _, rivals = [], ...plain } = chosen;
      const led = sure ? (own ?? hit) : undefined;
      const others = own ? rivals.filter((one) => !isDeepStrictEqual(one, led)) : [];
      return { ...plain, answered: sure, ...runnerUp, ...(led ? { guide: led, rivals: others, ...leading(led) } : {}) };
    }
    const led = { ...ledBy(document, first?.score ?? LED, chosen), answered: sure, ...runnerUp };
    return hit ? { ...led, guide: hit, rivals: own ? [own] : [], ...leading(hit) } : led;
  };
}

/** “파드” <파드>: nothing but one name, again and again. */
const isNameAlone = ({ words, mentions }: Found): boolean =>
  new Set(mentions.map(({ doc }) => doc)).size === 1 &&
  mentions.reduce((sum, { from, to }) => sum + to - from, 0) === words.length;

/** 톨러레이션 발음도 어렵고 뜻도 어렵네요: somewhere it asks what a thing is, and names only one. */
const asksWhatItsOnlyNameIs = ({ words, mentions }: Found): boolean =>
  new Set(mentions.map(({ doc }) => doc)).size === 1 && words.some((word) => askingKind(word) === 'define');

/** Does a question ask how something is done, rather than what is wrong? */
const asksForWay = (judged: Judged | undefined): boolean => judged !== undefined && judged.way > judged.mend;

/** Does a question ask what a thing is, rather than how something is done or mended? */
const asksWhat = (judged: Judged | undefined): boolean =>
  judged !== undefined && Math.max(judged.way, judged.mend) <= ASKS_WHAT;

/** 넣어 두는 거, 나눠 주는 것: a thing is told by what it does; 지우는 거 asks for a way to do it. */
const THING = /(?:주|두|뜨|끝나|날아가|날라가)는 ?(?:거|것)$/;
/** More words tell of something to be done with it. */
const BRIEF = 8;

/** Does it say what a thing does, so that its name is asked for: 비밀번호 넣어 두는 거? */
const describesThing = ({ words }: Found): boolean => words.length <= BRIEF && THING.test(words.slice(-2).join(' '));

/** 언제, 어떨 때, 왜. */
const WHEN = /^(?:언제|어떨|왜|when|why)/;

/** Does it ask when or why a thing is used, and nothing else: hpa는 어떨 때 써요? */
const asksWhen = ({ words, mentions }: Found): boolean =>
  words.some((word) => WHEN.test(word)) &&
  new Set(mentions.map(({ doc }) => doc)).size === 1 &&
  words.every((word, at) => isFunctionWord(word) || looksLikeVerb(word) || WHEN.test(word) || isCovered(mentions, at));
