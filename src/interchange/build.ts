import { splitName } from '../content/names.ts';
import type { Locale } from '../core/locale.ts';
import { LIMITS } from '../core/reply/limits.ts';
import { hasSyllables } from '../language/hangul.ts';
import { compact } from '../language/normalize.ts';
import { truncate } from '../language/truncate.ts';
import { tangled } from '../markdown/tangled.ts';
import { type Claims, claimId } from './claims.ts';
import { cleanLine, markdownOf } from './markup.ts';
import { readQuestion } from './question.ts';
import type { Lost, Taken, TakenQuestion, TakenTerm } from './taken.ts';
import { type TermFile, writeTermFile } from './term-file.ts';
import { text as words } from './text.ts';

/** What is taken of one source; a course of a semester has some hundreds. */
const MOST = 10_000;
/** Letters of what is said of a term. */
const LONGEST_BODY = 20_000;
/** Letters of a definition, see term.ts of content/. */
const DEFINITION = { ko: 100, en: 180 } as const;
/** Questions of one file, and letters of them: a file has at most 512 KiB, three bytes a letter. */
const IN_ONE_FILE = { questions: 150, letters: 100_000 } as const;

/** A term as it grows. */
interface Draft extends TermFile {
  questions: TermFile['questions'][number][];
  letters: number;
  /** It was only made to hold questions. */
  isTopic: boolean;
}

export interface Built {
  /** By their names. */
  files: { name: string; text: string }[];
  terms: number;
  questions: number;
  /** Questions whose source does not say why the right answer is right. */
  unexplained: number;
  lost: Lost[];
}

export interface Options {
  /** What the source is called, where it says nothing else of what it is about. */
  name: string;
  claims: Claims;
  /** May a file of this id be written? */
  isFree(id: string): boolean;
}

/** The definition as it fits a card: whole, or its first sentence, or its beginning. */
function inShort(definition: string): string {
  const whole = cleanLine(definition);
  const max = hasSyllables(whole) ? DEFINITION.ko : DEFINITION.en;
  const [sentence = whole] = Array.from(whole).length > max ? whole.split(/(?<=[.!?。]) /, 1) : [];
  return truncate(sentence, max);
}

/** A concept as a draft, or why it cannot be one. */
function draftOf(term: TakenTerm, { claims, isFree }: Options): Draft | Lost['message'] {
  const title = cleanLine(term.title);
  if (!/[^\p{C}\p{Z}]/u.test(title)) return words.both(({ noTitle }) => noTitle);
  if (Array.from(title).length > LIMITS.heading) return words.both(({ longTitle }) => longTitle(LIMITS.heading));
  const body = term.body ?? markdownOf(term.definition);
  const definition = inShort(term.definition);
  if (!/[^\p{C}\p{Z}]/u.test(definition)) return words.both(({ noDefinition }) => noDefinition);
  if (body.length > LONGEST_BODY || tangled(body) !== undefined) return words.both(({ longText }) => longText);
  const halves = splitName(title);
  const names = Array.from(new Set([halves.ko, halves.en].map(compact)));
  const owner = names.map((name) => claims.names.get(name)).find((one) => one !== undefined);
  if (owner !== undefined)
    return words.both(({ sameTerm, termInFolder }) =>
      typeof owner === 'number' ? sameTerm(title, owner) : termInFolder(title, owner),
    );
  for (const name of names) claims.names.set(name, term.line);
  const aliases = (term.aliases ?? []).filter((alias) => {
    const name = compact(alias);
    const isOurs = name !== '' && !claims.names.has(name);
    if (isOurs) claims.names.set(name, term.line);
    return isOurs;
  });
  const id = claimId(term.id ?? title, claims.ids, isFree);
  return {
    ...{ id, title: halves.ko === halves.en ? title : halves, aliases, definition, body: body || definition },
    ...{ questions: [], letters: 0, isTopic: false },
  };
}

/** A draft for questions whose concept the source does not tell of; its texts follow when they have been counted. */
function topicDraft(topic: string, line: number, { claims, isFree }: Options): Draft {
  const short = truncate(topic, LIMITS.heading - 10);
  let title = short;
  for (let i = 2; claims.names.has(compact(title)); i++) title = `${short} (${i})`;
  claims.names.set(compact(title), line);
  return {
    ...{ id: claimId(title, claims.ids, isFree), title, aliases: [], definition: '', body: '' },
    ...{ questions: [], letters: 0, isTopic: true },
  };
}

const isFull = ({ questions, letters }: Draft): boolean =>
  questions.length >= IN_ONE_FILE.questions || letters >= IN_ONE_FILE.letters;

/** The text of a term's file; one that only holds questions says how many. */
function textOf({ title, questions, isTopic, ...rest }: Draft, locale: Locale): string {
  if (!isTopic) return writeTermFile({ title, questions, ...rest });
  const { topicDefinition, topicBody } = words(locale);
  const topic = typeof title === 'string' ? title : title[locale];
  const definition = topicDefinition(truncate(topic, 60), questions.length);
  return writeTermFile({ ...rest, title, questions, definition, body: markdownOf(topicBody(topic)) });
}

/** Names of files keep the order of the source, in which a course is taught: `01-tea.md`, `02-salt.md`. */
function nameOf({ id }: Draft, at: number, { length }: readonly Draft[]): string {
  const number = String(at + 1).padStart(String(length).length, '0');
  return length === 1 ? `${id}.md` : `${number}-${id}.md`;
}

/** The language in which something is written; the texts that are put to it are in it as well. */
const languageOf = ({ terms, questions }: Taken): Locale =>
  [...terms.map(({ title, definition }) => title + definition), ...questions.map(({ ask }) => ask)].some(hasSyllables)
    ? 'ko'
    : 'en';

/** Files of terms, in the form of content/glossary, from what was read of a source; what cannot be written is lost. */
export function build(taken: Taken, options: Options): Built {
  const lost = [...taken.lost];
  const drafts: Draft[] = [];
  const byName = new Map<string, Draft>();
  let left = MOST;
  let over: number | undefined;
  /** Is there room for one more? */
  const admit = ({ line }: TakenTerm | TakenQuestion): boolean => {
    if (left-- > 0) return true;
    over = Math.min(over ?? line, line);
    return false;
  };
  for (const term of taken.terms.filter(admit)) {
    const draft = draftOf(term, options);
    if (!('id' in draft)) lost.push({ line: term.line, message: draft });
    else {
      drafts.push(draft);
      byName.set(compact(cleanLine(term.title)), draft);
    }
  }
  const locale = languageOf(taken);
  let questions = 0;
  let unexplained = 0;
  for (const question of taken.questions.filter(admit)) {
    const topic = question.topic ?? options.name;
    const key = compact(topic) || topic;
    const known = byName.get(key);
    const draft = known && !isFull(known) ? known : topicDraft(topic, question.line, options);
    const read = readQuestion(question, draft.id, options.claims, locale);
    lost.push(...read.lost);
    if (!read.written) continue;
    if (draft !== known) {
      drafts.push(draft);
      byName.set(key, draft);
    }
    draft.questions.push(read.written);
    draft.letters += JSON.stringify(read.written).length;
    questions++;
    if (question.why === undefined) unexplained++;
  }
  if (over !== undefined) lost.push({ line: over, message: words.both(({ tooMany }) => tooMany(MOST)) });
  return {
    files: drafts.map((draft, at) => ({ name: nameOf(draft, at, drafts), text: textOf(draft, locale) })),
    terms: drafts.filter(({ isTopic }) => !isTopic).length,
    questions,
    unexplained,
    lost: lost.toSorted((a, b) => a.line - b.line),
  };
}
