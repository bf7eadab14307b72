import { z } from 'zod';
import type { Question } from '../../content/model.ts';
import type { Class } from '../../core/class.ts';
import { parseJson } from '../../core/json.ts';
import type { Localized } from '../../core/locale.ts';
import type { Session, Sessions } from '../../core/session.ts';
import type { Context } from '../../course/context.ts';
import { type ClassNeeds, ledBy } from '../../course/hidden-questions.ts';
import { compact } from '../../language/normalize.ts';
import { NewerStateError } from '../codec.ts';
import { SOURCE_NAMES, type SourceName } from '../source/source.ts';

/** The kind of the session that keeps the questions of a coming quiz; a class has one at most. */
const DRAFT_KIND = 'draft';
/** Version 1 is without `seconds`. */
const VERSION = 2;
/** Milliseconds for which a preview is kept: a lesson is prepared days before. */
const KEPT = 14 * 24 * 3_600_000;
/** Attempts to write it where another process does at the same moment. */
const ATTEMPTS = 5;

const schema = z
  .object({
    words: z.string().optional(),
    topic: z.object({ ko: z.string(), en: z.string() }).optional(),
    source: z.enum(SOURCE_NAMES).optional(),
    seconds: z.number().positive().exactOptional(),
    questions: z.array(z.string()),
    out: z.array(z.string()),
  })
  .transform(({ words, topic, source, ...rest }): Draft => ({ ...rest, words, topic, source }));

const envelope = z.looseObject({ version: z.number().int() });

/** The questions of a coming quiz, as an instructor looked at them. */
export interface Draft {
  /** What was typed as the topic; undefined for the whole course. */
  words: string | undefined;
  topic: Localized | undefined;
  /** Which questions were asked for. */
  source: SourceName | undefined;
  /** How long each question is to be open, where that was said. */
  seconds?: number;
  /** Ids, in order. */
  questions: readonly string[];
  /** Ids of those that were taken out: they do not come back. */
  out: readonly string[];
}

type Deps = Pick<Context, 'sessions' | 'newId'>;

const encode = (draft: Draft): string => JSON.stringify({ version: VERSION, ...draft });

/** Undefined for what cannot be read. @throws NewerStateError for what a newer version has stored. */
function decode({ state }: Pick<Session, 'state'>): Draft | undefined {
  const json = parseJson(state);
  const outer = envelope.safeParse(json);
  if (outer.success && outer.data.version > VERSION) throw new NewerStateError();
  return schema.safeParse(json).data;
}

const sessionOf = async ({ id }: Pick<Class, 'id'>, { sessions }: { sessions: Pick<Sessions, 'running'> }) =>
  (await sessions.running(id, DRAFT_KIND))[0];

/** A class's draft, where it has one that is not too old. @throws NewerStateError where a newer version keeps it. */
export async function findDraft(
  one: Pick<Class, 'id'>,
  now: number,
  deps: Deps,
): Promise<{ id: string; draft: Draft } | undefined> {
  const session = await sessionOf(one, deps);
  const draft = session && decode(session);
  return draft && now < (session.wakes ?? 0) ? { id: session.id, draft } : undefined;
}

/** A class's draft with its questions, of which there are some. */
export interface MeantDraft {
  id: string;
  draft: Draft;
  questions: readonly Question[];
}

/** The draft that a class has, whatever is named. */
export const findAny = (
  one: Pick<Class, 'id' | 'course'>,
  context: Deps & ClassNeeds & Pick<Context, 'now'>,
): Promise<MeantDraft | undefined> =>
  findMeant({ words: undefined, topic: undefined, source: undefined, count: undefined }, one, context);

/**
 * The draft that an instructor means who names these words, on which there are questions of `topic`, and a count: one on
 * the same topic with as many questions, and, where nothing is named, any. Undefined where it has no questions any more.
 */
export async function findMeant(
  named: Pick<Draft, 'words' | 'topic' | 'source'> & { count: number | undefined },
  one: Pick<Class, 'id' | 'course'>,
  context: Deps & ClassNeeds & Pick<Context, 'now'>,
): Promise<MeantDraft | undefined> {
  const known = await findDraft(one, context.now().epochMilliseconds, context);
  if (!known) return undefined;
  const { draft } = known;
  const { words, topic, count, source } = named;
  const isAny = words === undefined && count === undefined;
  const isOnTopic = compact(words ?? '') === compact(draft.words ?? '') || isSameTitle(topic, draft.topic);
  const isOfSource = source === undefined || source === draft.source;
  const questions = (isAny || isOnTopic) && isOfSource ? await questionsOf(draft, one, context) : [];
  return questions.length > 0 && questions.length === (count ?? questions.length) ? { ...known, questions } : undefined;
}

/** A draft's questions, as the course has them now: one that has left it, or that the class hides, is no longer among them. */
export async function questionsOf(
  { questions }: Pick<Draft, 'questions'>,
  one: Pick<Class, 'id' | 'course'>,
  context: ClassNeeds,
): Promise<Question[]> {
  const course = (await ledBy(one, context)).course();
  return questions.flatMap((id) => {
    const question = course.questionNamed(id);
    return question && course.questions.has(question.id) ? question : [];
  });
}

const isSameTitle = (a: Localized | undefined, b: Localized | undefined): boolean =>
  a !== undefined && a.ko === b?.ko && a.en === b.en;

const STILL = { again: undefined, ended: undefined };

/** Keeps a draft instead of the one that the class has. */
export async function keepDraft(
  one: Pick<Class, 'id'>,
  draft: Draft,
  now: number,
  deps: Deps,
): Promise<{ id: string; draft: Draft }> {
  const { sessions, newId } = deps;
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    const before = await sessionOf(one, deps);
    // An old button under what was there before would change what it does not show.
    if (before) await sessions.step(before, { state: before.state, wakes: undefined }, [], STILL, now);
    const id = newId();
    const session = { id, classId: one.id, kind: DRAFT_KIND, state: encode(draft), wakes: now + KEPT, at: now };
    if (await sessions.begin({ ...session, material: '' }, [])) return { id, draft };
  }
  throw new Error('a draft could not be kept: another one was at every attempt');
}

/** Changes the draft of a session by `next`; undefined where it is none any more. */
export async function changeDraft(
  id: string,
  next: (draft: Draft) => Draft,
  now: number,
  { sessions }: Deps,
): Promise<Draft | undefined> {
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    const session = await sessions.byId(id);
    if (session?.kind !== DRAFT_KIND || session.wakes === undefined) return undefined;
    const draft = decode(session);
    const after = draft && next(draft);
    if (!after || after === draft) return draft;
    if (await sessions.step(session, { state: encode(after), wakes: now + KEPT }, [], STILL, now)) return after;
  }
  throw new Error('a draft could not be changed: another process did at every attempt');
}

/** Throws a draft away; nothing where it is gone already. */
export async function dropDraft(id: string, now: number, { sessions }: Pick<Deps, 'sessions'>): Promise<void> {
  const session = await sessions.byId(id);
  if (session?.kind === DRAFT_KIND && session.wakes !== undefined)
    await sessions.step(session, { state: session.state, wakes: undefined }, [], STILL, now);
}
