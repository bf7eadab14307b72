import type { Question } from '../content/model.ts';
import { platformName } from '../core/address.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { footer, markdown } from '../core/reply/builders.ts';
import { optionMark } from '../core/reply/option-mark.ts';
import type { Answer, Player } from '../core/session.ts';
import { literalLine } from '../markdown/escape.ts';
import { offeredInWords } from '../questions/asking.ts';
import { codeMarkdown } from '../questions/code.ts';
import { form } from '../questions/types.ts';
import { isCounted } from './machine.ts';
import type { Invitation } from './room/invite.ts';
import { type LiveState, liveShuffle } from './state.ts';
import { text } from './text.ts';

/** What a message of a session is made of. */
export interface SceneData {
  id: string;
  /** The id of the message's post, which stands in the message: by it the message is found again. */
  post: string;
  /** The channel of the message. */
  channel: string;
  /** The message stands for one that was deleted. */
  isAgain: boolean;
  /** How many have answered the question that the message asks, or joined in its lobby. */
  answered: number;
  state: LiveState;
  /** In the order of the plan; undefined for one that is in neither the session nor the course. */
  questions: readonly (Question | undefined)[];
  /** Empty until an answer is told. */
  answers: readonly Answer[];
  /** Who has a place, in the order of joining, see whoJoined(); empty for a question. */
  players: readonly Player[];
  /** How browsers find it, where its lobby is to say so. */
  invitation?: Invitation | undefined;
  /** Epoch milliseconds. */
  now: number;
}

export const toChannel = (accent: Reply['accent'], blocks: readonly Block[]): Reply => ({
  visibility: 'channel',
  accent,
  blocks,
});

/** A question that takes no answers: its words, and its options by the marks that they had. */
export function questionBlocks(
  question: Question,
  { id, channel }: Pick<SceneData, 'id' | 'channel'>,
  locale: Locale,
): Block[] {
  const shown = form(question, locale, liveShuffle(id, question));
  const listed = offeredInWords(shown, (at) => optionMark(at, channel));
  return [
    markdown(question.ask[locale] + codeMarkdown(question)),
    ...(listed.length > 0 ? [markdown(listed.map(literalLine).join('  \n'))] : []),
  ];
}

/** Says in the message of question `at`, or of the end, which questions were left out just before it. */
export function leftOutBefore({ state }: Pick<SceneData, 'state'>, at: number, locale: Locale): Block[] {
  const numbers: number[] = [];
  for (let before = at - 1; before >= 0 && !isCounted(state.live, before); before--) numbers.unshift(before + 1);
  return numbers.length === 0 ? [] : [markdown(text(locale).leftOutBefore(numbers))];
}

/** A word that the quiz is paused, while it is. */
export const pausedNote = ({ state }: Pick<SceneData, 'state'>, locale: Locale): string[] =>
  state.live.paused === undefined ? [] : [text(locale).paused];

/** Platforms of the other channels that take no messages at this moment. */
export function unreachableNote({ state, channel }: SceneData, locale: Locale): Block[] {
  const names = state.away.flatMap((one) => (one === channel ? [] : (platformName(one) ?? [])));
  if (names.length === 0) return [];
  return [footer(text(locale).unreachable(Array.from(new Set(names)).join(', ')))];
}
