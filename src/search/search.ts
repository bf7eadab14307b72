import { finish, type Steps } from '../core/steps.ts';
import { asksForExample, asksForManifest, isWritten } from '../language/asking.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { once } from '../language/memoize.ts';
import { type Carry, carryOver } from './carry.ts';
import { type CommandHit, indexCommands } from './command-lines.ts';
import { isCovered } from './covers.ts';
import type { Document } from './document.ts';
import { ASKED } from './evidence.ts';
import { guidesOf } from './guides.ts';
import { saidIn } from './learned/examples.ts';
import { createJudge } from './learned/judge.ts';
import type { Weights } from './learned/learned.ts';
import { isMachineText, isYaml, objectWords, tellingLines } from './machine-text.ts';
import type { Mention } from './mentions.ts';
import { rank } from './ranking.ts';
import { createReconsider } from './reconsider.ts';
import { type Guide, ledBy, NONE, OFFERED, type Result, resultOf, toldOf } from './result.ts';
import { AT_LENGTH, byTelling, indexSigns, type SignHit } from './signs.ts';
import { withCells } from './tables.ts';
import { type Found, indexTalk } from './talk-search.ts';
import type { TaskHit } from './tasks.ts';

export interface Search {
  /** What a question is about. Any text is taken; an empty one finds nothing. */
  (query: string): Result;
  /** What a half-typed question may become, best first, at most `most`. */
  complete(partial: string, most: number): Document[];
  /** Makes all that the first question would wait for. */
  prepare(): Steps<void>;
}

/** Score of what a message that reads so points to, and of what only shows that something is wrong. */
const SIGN = { telling: 0.95, general: 0.8 } as const;
/** Score of an object that a manifest or a fragment of one is about; how many words are looked up, how many are told. */
const OBJECT = { kind: 0.9, field: 0.75, most: 500, matches: 5 } as const;
/** A task that is as near to the question as this is what was asked for; `sure`: whatever else may be meant. */
const TASK = {
  near: 0.66,
  sure: 0.75,
  asked: 0.56,
  agreed: 0.42,
  wordless: 0.85,
  rather: 0.05,
  close: 0.06,
  most: 0.96,
  known: 0.06,
  own: 0.36,
  little: 0.5,
} as const;
/** Least score of a line of a paste to answer with. */
const LINE = 0.46;
/** Lines without a known word that are looked at. */
const UNKNOWN = 8;
/** How many lines are looked at one by one to see whether all is well. */
const WELL = 100;
/** What a student typed before a program answered. */
const PROMPT = /^\s*(?:[$#>%]|\S{1,40}[$#>%]) /;
/** Letters of a message that are more than a reason's name. */
const NAME_LIKE = 22;
/** Score of an example that was asked for. */
const EXAMPLE = 0.9;
/** What each further sign's document is less sure of. */
const STEP = 0.05;
/** How many other signs are offered, and how many matches at least. */
const RIVALS = 3;
const FEW = 3;

const isSame = (one: SignHit, other: SignHit): boolean => one.doc === other.doc && one.sign === other.sign;

/** The names in a question, but for words for what examples are written in. */
const thingsIn = ({ mentions, words }: Found): Mention[] =>
  mentions.filter(({ from, to }) => !words.slice(from, to).every(isWritten));

/** Does it say nothing but names and what is asked of them? */
const saysOnlyNames = ({ mentions, words }: Found): boolean =>
  words.every((word, at) => isFunctionWord(word) || isCovered(mentions, at));

/** How sure the first match is for more than its name. */
const sureness = ({ answered, onlyNamed, matches }: Found): number =>
  answered && !onlyNamed ? (matches[0]?.score ?? 0) : 0;

/**
 * Search over documents; `synonyms` are the subject's own. What a program printed is read by the signs of messages
 * (signs.ts) and by what it names (machine-text.ts), what people say by names and meanings (talk-search.ts) and by what
 * they want to do (tasks.ts); in the end all of it is set side by side (reconsider.ts), with what was `learned` where the
 * course has learned from questions. Made in steps; of what `carry` has of the last index as much is taken over as still holds.
 */
export function* searchSteps(
  given: readonly Document[],
  synonyms: readonly (readonly string[])[],
  carry: Carry,
  { learned, choose = rank }: { learned?: Weights | undefined; choose?: typeof rank } = {},
): Steps<Search> {
  const material = yield* carryOver(given, synonyms, carry);
  const { documents, words: reading } = material;
  const taught = learned && {
    sayings: learned.sayings,
    judge: createJudge(documents, learned, reading.features),
  };
  const talk = indexTalk(material, taught);
  const findSigns = yield* indexSigns(documents);

  const findCommands = once(() => indexCommands(documents, material.named.names));
  const guides = guidesOf(documents);
  const { idOf, signOf, taskOf } = guides;
  const reconsider = createReconsider({ documents, guides, judge: taught?.judge, choose, contend: talk.contend });

  /** The first sign, then the documents of the others, then what else is known. */
  function bySign([first, ...others]: readonly SignHit[], also: Result): Result | undefined {
    if (first === undefined) return undefined;
    const score = first.general ? SIGN.general : SIGN.telling;
    const docs = new Set([first, ...others].map(({ doc }) => doc));
    const scored = Array.from(docs, (doc, i) => ({ doc, score: Math.max(OFFERED, score - i * STEP) }));
    const { matches } = resultOf(scored, documents, { answered: true });
    const more = also.matches.filter(({ document }) => !matches.some((one) => one.document === document));
    return {
      answered: true,
      compares: false,
      matches: [...matches, ...more].slice(0, Math.max(matches.length, FEW)),
      guide: signOf(first),
      // What only shows that something is wrong adds nothing to what says why.
      rivals: others
        .filter(({ general, healthy }) => general === first.general && healthy === first.healthy)
        .slice(0, RIVALS)
        .map(signOf),
    };
  }

  /** Does each line show that all is well, but for headings and what was typed? */
  function isAllWell(lines: readonly string[], headings: readonly number[]): boolean {
    return lines.slice(0, WELL).every((line, at) => {
      if (line.trim() === '' || headings.includes(at) || PROMPT.test(line)) return true;
      const heading = headings.findLast((one) => one < at);
      const told = heading === undefined ? [] : withCells([lines[heading] ?? '', line]).lines;
      return findSigns([line, ...told]).some(({ healthy }) => healthy);
    });
  }

  /** What was found, told by the sign of a message that the text quotes, even where another concept is nearer. */
  function byMessage(found: Result, hits: readonly SignHit[]): Result {
    const telling = hits.filter(({ general }) => !general);
    const { guide, matches } = found;
    const told = telling.find(({ doc, sign }) => guide?.kind === 'sign' && guide.id === idOf(doc) && guide.at === sign);
    const [first, ...others] = telling;
    const [nearest] = matches;
    if (first === undefined || nearest === undefined || !found.answered) return found;
    // What is quoted at length says more than a part of it.
    if (told && (first.weight < AT_LENGTH || told.weight === first.weight)) return found;
    const rivals = others.slice(0, RIVALS).map(signOf);
    return { ...found, guide: signOf(first), rivals, close: nearest.document.id };
  }

  function byTask([first, ...others]: readonly TaskHit[], found: Result): Result | undefined {
    const document = first && documents[first.doc];
    if (first === undefined || document === undefined) return undefined;
    return {
      ...ledBy(document, Math.round(Math.min(TASK.most, first.score) * 1000) / 1000, found),
      guide: taskOf(first),
      rivals: others.filter(({ score }) => score > first.score - TASK.close && score >= TASK.asked).map(taskOf),
    };
  }

  /** The task whose command a question types. */
  function byCommand(found: Found): Result | undefined {
    const likely = found.matches.map((match) => documents.indexOf(match.document));
    const [first, ...others] = findCommands()(found.words, likely);
    const document = documents[first?.doc ?? -1];
    if (first === undefined || document === undefined) return undefined;
    const taskAt = (hit: CommandHit): Guide => taskOf({ kind: 'task', ...hit });
    return {
      ...ledBy(document, TASK.most, found),
      ...{ named: true, names: [document.id], guide: taskAt(first), rivals: others.map(taskAt) },
    };
  }

  /** The example of what a question names, or is answered with. */
  function byExample(found: Found): Result | undefined {
    const named = thingsIn(found).map(({ doc }) => documents[doc]);
    const document = [...named, found.answered ? found.matches[0]?.document : undefined].find((one) => one?.hasExample);
    return document && { ...ledBy(document, EXAMPLE, found), guide: { kind: 'example', id: document.id } };
  }

  /** What a manifest is about: a setting that has a name of its own, its kinds, the groups of their APIs, or what its fields name. */
  function byObject({ kinds, groups, settings, fields }: ReturnType<typeof objectWords>): Result | undefined {
    const named = (words: readonly string[], score: number): Result | undefined => {
      const docs = new Map<string, Document>();
      for (const word of new Set(words.slice(0, OBJECT.most))) {
        if (docs.size >= OBJECT.matches) break;
        const document = documents[talk.named(word) ?? -1];
        if (document) docs.set(document.id, document);
      }
      const matches = Array.from(docs.values(), (document, i) => ({
        document,
        score: Math.max(0.3, score - i * 0.02),
      }));
      return matches.length === 0 ? undefined : { answered: true, compares: false, matches };
    };
    // clusterIP: None says more of a Service than that it is one.
    const special = kinds.length > 1 ? undefined : named(settings, OBJECT.kind);
    return (
      special ??
      named(kinds, OBJECT.kind) ??
      named(groups, OBJECT.kind) ??
      (fields.length > 1 ? named(fields, OBJECT.field) : undefined)
    );
  }

  /** The line that tells most: the whole is never answered worse than it. */
  function byBestLine(lines: readonly string[]): Result & Pick<Found, 'exact'> {
    let best: Found | undefined;
    const { known = [], unknown = [] } = Object.groupBy(tellingLines(lines), (line) =>
      talk.knows(line) ? 'known' : 'unknown',
    );
    // A line of which no word is known may have a name with slips in it, and takes longest.
    for (const line of [...known, ...unknown.slice(0, UNKNOWN)]) {
      const found = talk.find(line);
      if (found.compares) continue;
      const better = (found.matches[0]?.score ?? 0) > (best?.matches[0]?.score ?? 0);
      if (best === undefined || (found.answered && !best.answered) || (found.answered === best.answered && better))
        best = found;
    }
    // A line that hardly tells is no answer to the whole.
    return best === undefined || (best.matches[0]?.score ?? 0) < LINE ? NONE : best;
  }

  function inWords(query: string, hits: readonly SignHit[]): Result {
    const found = talk.find(query);
    const typed = found.exact || found.strangers ? undefined : byCommand(found);
    if (typed) return typed;
    // bind: address already in use: of several that print it, the one that is named.
    const isNamed = ({ doc, general }: SignHit): boolean => !general && found.mentions.some((one) => one.doc === doc);
    const signs = [...hits.filter(isNamed), ...hits.filter((hit) => !isNamed(hit))];
    const sure = found.mentions.filter((one) => one.sure === 1);
    const names = Array.from(new Set(sure.map(({ doc }) => idOf(doc))));
    const asked = found.exact ? [] : talk.findTasks(found);
    const reconsidered = reconsider(chooseFor(found, signs, asked), found, { signs, tasks: asked });
    const quoted = found.exact ? [] : signs.filter(({ weight }) => weight >= AT_LENGTH);
    const chosen = byMessage(reconsidered, quoted.sort(byTelling));
    return { ...chosen, named: found.exact || sure.length > 0, names };
  }

  /** The best of what was found for a question in words. */
  function chooseFor(found: Found, signs: readonly SignHit[], hits: readonly TaskHit[]): Result {
    // 이미지풀백오프가 뭐야, 축출 vs OOMKilled: a message that is a name is asked for as a name.
    const isName = (found.defines || found.compares) && (signs[0]?.weight ?? 0) < NAME_LIKE;
    const says = signs[0] && !signs[0].general && !isName;
    if (found.exact || (found.strangers && !hits[0]?.verbatim)) return found;
    const scores = new Map(found.matches.map(({ document, score }) => [document, score]));
    const likely = ({ doc, score }: TaskHit): number =>
      score + TASK.known * (documents[doc] ? (scores.get(documents[doc]) ?? 0) : 0);
    const tasks = hits.toSorted((a, b) => likely(b) - likely(a));
    const [task] = tasks;
    const symptoms = tasks.filter(({ kind }) => kind === 'sign');
    const forExample = asksForExample(found.words);
    if (task?.verbatim && !forExample) return byTask(tasks, found) ?? found;
    // 파드 yaml sets no two things side by side.
    const forManifest = asksForManifest(found.words) && (!found.compares || thingsIn(found).length === 1);
    if (found.compares && !says && !forExample && !forManifest) return found;
    const acts = task?.acts === true && task.score >= TASK.sure;
    if (says || (!found.defines && !acts)) {
      const sign = bySign(signs, found);
      if (sign) return sign;
    }
    const example = forExample ? byExample(found) : undefined;
    if (example && saysOnlyNames(found)) return example;
    if (tells(symptoms[0], found)) return byTask(symptoms, found) ?? found;
    if (example) return example;
    const wishes = tasks.filter(({ kind }) => kind === 'task');
    if (isWanted(wishes[0], found)) return byTask(wishes, found) ?? found;
    return (forManifest ? byExample(found) : undefined) ?? found;
  }

  /** Does the question tell of the trouble whose sign this is, in words of its own? */
  function tells(symptom: TaskHit | undefined, found: Found): boolean {
    if (symptom === undefined || found.defines || symptom.score < TASK.asked) return false;
    return documents[symptom.doc] === found.matches[0]?.document || symptom.score > sureness(found);
  }

  /** Is the task what was asked for, rather than what was found by names and meanings? */
  function isWanted(task: TaskHit | undefined, found: Found): boolean {
    if (task === undefined || (found.defines && !(task.how && task.score >= TASK.sure))) return false;
    const [first] = found.matches;
    if (!task.how && !task.does) return task.score >= TASK.wordless && task.score > (first?.score ?? 0);
    // Two that agree are surer than each.
    if (documents[task.doc] === first?.document) return task.score >= (task.how ? TASK.agreed : TASK.asked);
    const best = sureness(found);
    const isNamed = found.mentions.some(({ doc, sure }) => doc === task.doc && sure === 1);
    // 서비스들 쫙 뽑아보는거: nothing but filling words is between the question and a task of what it names.
    const isOnlyOwn = isNamed && (first === undefined || best < TASK.little || first.document.kind !== 'term');
    if (task.how && task.score >= TASK.own && isOnlyOwn) return true;
    const isOfSection = first?.document.kind === 'section';
    if (task.how && task.score >= TASK.sure && (best < ASKED || isNamed || isOfSection)) return true;
    return task.score > best + (task.how ? 0 : TASK.rather) && task.score >= (task.how ? TASK.asked : TASK.near);
  }

  const search = (query: string): Result => {
    const lines = query.split('\n');
    const signs = findSigns(lines);
    // 1/1 Running인데 접속이 안 돼요: a student who says so does not ask whether all is well.
    if (!isMachineText(query))
      return inWords(
        query,
        signs.filter(({ healthy }) => !healthy),
      );
    const cells = withCells(lines);
    const inCells = (cells.headings.length > 0 ? findSigns(cells.lines) : []).map((hit) => ({
      ...hit,
      line: cells.from[hit.line] ?? hit.line,
    }));
    const all = [...signs, ...inCells.filter((hit) => !signs.some((one) => isSame(one, hit)))].sort(byTelling);
    const printed = (chosen: Result): Result => {
      const nothing = { ...NONE, words: saidIn(query), mentions: [], candidates: [] };
      return byMessage(reconsider(chosen, nothing, { signs: all, tasks: [] }), all);
    };
    const signed = bySign(all, NONE);
    if (signed && !all[0]?.healthy) return printed(signed);
    if (signed && isAllWell(lines, cells.headings)) return signed;
    const objects = objectWords(lines);
    const named = byObject(objects);
    if (named === undefined && lines.length === 1) return inWords(query, []);
    const best: Result & Pick<Found, 'exact'> = named ?? byBestLine(cells.lines);
    // A name on a line of its own, or a manifest that names what it is about by its kind, its group or a setting.
    if (best.exact || (named?.matches[0]?.score ?? 0) >= OBJECT.kind) return best;
    const { guide, rivals, ...rest } = printed(best);
    // A manifest, or a piece of one, tells of no trouble, and neither does a table without a sign of any.
    return isYaml(lines) || objects.kinds.length > 0 || cells.headings.length > 0 || guide === undefined
      ? rest
      : { ...rest, guide, rivals: rivals ?? [] };
  };
  return Object.assign((query: string) => toldOf(search(query)), { complete: talk.complete, prepare: talk.prepare });
}

/** The same, made at once of nothing. */
export const indexSearch = (documents: readonly Document[], synonyms: readonly (readonly string[])[]): Search =>
  finish(searchSteps(documents, synonyms, {}));
