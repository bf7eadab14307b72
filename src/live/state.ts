import type { Question } from '../content/model.ts';
import { shortId } from '../content/question-ids.ts';
import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale, Localized } from '../core/locale.ts';
import { seededShuffle } from '../core/seeded-shuffle.ts';
import { normalize } from '../language/normalize.ts';
import type { Live } from './machine.ts';
import { text } from './text.ts';

/** A live quiz as it is stored: with what it is about and where it is played. */
export interface LiveState {
  live: Live;
  /** What its questions are about; undefined for the whole course. */
  topic: Localized | undefined;
  channels: readonly string[];
  /** Channels that took no message of ours last time. */
  away: readonly string[];
  /** Questions, from 0, that closed before a channel had shown them. */
  unseen: readonly { at: number; channel: string }[];
  /** The local day on which it began, ISO. */
  day: string;
}

/** `room`: the channel of its room on the page, where one is served. */
export const initialState = (
  live: Live,
  one: Class,
  topic: LiveState['topic'],
  now: number,
  room?: string,
): LiveState => ({
  live,
  topic,
  channels: [...one.channels.map(({ channel }) => channel), ...(room === undefined ? [] : [room])],
  away: [],
  unseen: [],
  day: dayOf(one.timetable, Temporal.Instant.fromEpochMilliseconds(now)).toString(),
});

/**
 * How a class knows a player, on one line; empty where the platform does not tell. Platforms see to it that a name is no
 * mention.
 */
export const playerName = ({ name = '' }: Pick<Caller, 'name'>): string => normalize(name);

/** What a live quiz is about. */
export const topicOf = ({ topic }: Pick<LiveState, 'topic'>): Localized =>
  topic ?? text.both(({ everything }) => everything);

/** `라이브 퀴즈: 파드`. */
export const sessionTitle = (state: Pick<LiveState, 'topic'>, locale: Locale): string =>
  text(locale).title(topicOf(state)[locale]);

/** The order of a question's options: the same for everyone in a session, and another one in each session. */
export const liveShuffle =
  (session: string, question: Question) =>
  <T>(items: readonly T[]): T[] =>
    seededShuffle(items, session + shortId(question), (item) => JSON.stringify(item));

/** What a message of a session shows: the countdown, a question, its answer, the end. */
export type Scene = { kind: 'count' } | { kind: 'end' } | { kind: 'ask'; at: number } | { kind: 'tell'; at: number };

/** `ask3`: how a post names a scene. */
export const sceneName = (scene: Scene): string => ('at' in scene ? `${scene.kind}${scene.at}` : scene.kind);

export function parseSceneName(name: string): Scene | undefined {
  const [, kind, at] = /^(count|end|ask|tell)(\d*)$/.exec(name) ?? [];
  if (kind === 'count' || kind === 'end') return { kind };
  return (kind === 'ask' || kind === 'tell') && at !== '' ? { kind, at: Number(at) } : undefined;
}

/** The scene that a step begins with. */
export function sceneOfStep({ step }: Live): Scene {
  switch (step.kind) {
    case 'countdown':
      return { kind: 'count' };
    case 'asking':
      return { kind: 'ask', at: step.at };
    case 'told':
      return { kind: 'tell', at: step.at };
    case 'over':
      return { kind: 'end' };
    default:
      return step satisfies never;
  }
}

/** The name of the scene at which a live quiz is. */
export const currentSceneName = ({ live }: Pick<LiveState, 'live'>): string => sceneName(sceneOfStep(live));

/** Is a live quiz at another scene afterwards? */
export const changesScene = (before: LiveState, after: LiveState): boolean =>
  currentSceneName(before) !== currentSceneName(after);
