import type { Besides, Contender } from './contenders.ts';
import type { Document } from './document.ts';
import type { Guides } from './guides.ts';
import type { Judged } from './learned/judge.ts';
import type { rank } from './ranking.ts';
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

type Reconsider = (chosen: Result, found: Found, hits: Hits) => Result;

/** Gives what was chosen, with that first for which most speaks when all of it is set side by side; see ranking.ts. */
export function createReconsider({ documents, guides, judge, choose, contend }: Parts): Reconsider {
  const { idOf, signOf, taskOf } = guides;

  /** The part of a document that is nearest to a question which wants something done. */
  function nearest({ doc, nearSign, nearTask }: Contender, { way, mend }: Judged): Guide | undefined {
    const id = idOf(doc);
    if (mend > 0 && nearSign && nearSign.like >= LIKE.sign) return { kind: 'sign', id, at: nearSign.at, line: 0 };
    const isWanted = (way > 0 || mend > 0) && nearTask && nearTask.like >= LIKE.task;
    return isWanted ? { kind: 'task', id, at: nearTask.at } : undefined;
  }

  /** What a question that is about a document is told to do. */
  function guideOf(best: Contender, { defines }: Found, { signs, tasks }: Hits, judged: Judged | undefined) {
    const quoted = signs.find(({ doc, general }) => doc === best.doc && !general);
    if (quoted) return signOf(quoted);
    const asked = defines ? AGREED.defined : AGREED.asked;
    const least = tasks[0]?.how ? asked : defines ? SURE : AGREED.said;
    const isNear = ({ doc, score }: TaskHit): boolean => doc === best.doc && score >= least;
    const task = asksWhat(judged) ? undefined : tasks.find(isNear);
    return task ? taskOf(task) : judged && nearest(best, judged);
  }

  return (chosen, found, hits) => {
    const { guide } = chosen;
    const { signs, tasks } = hits;
    if (found.candidates === undefined || chosen.compares || found.isLikeAName || tasks[0]?.verbatim) return chosen;
    if (guide?.kind === 'example' || isNameAlone(found)) return chosen;
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
    const judged = judge?.(found.words);
    const contenders = contend(found, { ...hits, judged, first: docs });
    const { best, docs: close, ...ranked } = choose({ contenders, before, documents, judged });
    const sure = ranked.sure || isQuoted;
    const document = documents[best?.doc ?? -1];
    if (best === undefined || document === undefined) return chosen;
    // Nothing is offered of what is off the subject, nor by what was learned alone.
    const isElsewhere = judged !== undefined && judged.none > Math.max(0, judged.of(best.doc));
    if (!sure && (isElsewhere || first === undefined)) return NONE;
    const hit = sure ? guideOf(best, found, hits, judged) : undefined;
    // A student who asks what a thing is wants no command first.
    const own = guide?.kind === 'task' && asksWhat(judged) ? undefined : guide;
    const runnerUp = sure && close[1] !== undefined ? { close: idOf(close[1]) } : {};
    if (document === first?.document) {
      const { guide: _, rivals = [], ...plain } = chosen;
      const led = sure ? (own ?? hit) : undefined;
      return { ...plain, answered: sure, ...(led ? { guide: led, rivals: own ? rivals : [] } : {}), ...runnerUp };
    }
    const led = { ...ledBy(document, first?.score ?? LED, chosen), answered: sure, ...runnerUp };
    return hit ? { ...led, guide: hit, rivals: own ? [own] : [] } : led;
  };
}

/** “파드” <파드>: nothing but one name, again and again. */
const isNameAlone = ({ words, mentions }: Found): boolean =>
  new Set(mentions.map(({ doc }) => doc)).size === 1 &&
  mentions.reduce((sum, { from, to }) => sum + to - from, 0) === words.length;

/** Does a question ask what a thing is, rather than how something is done or mended? */
const asksWhat = (judged: Judged | undefined): boolean =>
  judged !== undefined && Math.max(judged.way, judged.mend) <= ASKS_WHAT;
