import type { Question } from '../content/model.ts';
import { platformName } from '../core/address.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import type { Answer, Player } from '../core/session.ts';
import { codeOf } from '../practice/views.ts';
import { form } from '../questions/types.ts';
import { type LiveState, liveShuffle } from './state.ts';

/** What is shown of a session; what was answered so far, where that is told. */
export interface SceneData {
  id: string;
  /** The id of the post that shows it, which stands in every message: by it the message is found again. */
  post: string;
  /** Where it is shown. */
  channel: string;
  /** The message that showed it before was deleted. */
  isAgain: boolean;
  /** How many have answered the question that it asks. */
  answered: number;
  state: LiveState;
  /** By question. */
  questions: readonly (Question | undefined)[];
  answers: readonly Answer[];
  /** In team mode, who has joined. */
  players: readonly Player[];
}

export const toChannel = (accent: Reply['accent'], blocks: readonly Block[]): Reply => ({
  visibility: 'channel',
  accent,
  blocks,
});

/** A question that takes no answers (any more): its words, and its options by the numbers that they had. */
export function questionBlocks(question: Question, session: string, locale: Locale): Block[] {
  const shown = form(question, locale, liveShuffle(session, question));
  const listed = shown.type === 'choice' ? shown.options.map(({ label }, i) => `${i + 1}. ${label}`) : [];
  return [
    { type: 'text', markdown: question.ask[locale] + codeOf(question) },
    ...(listed.length > 0 ? [{ type: 'text', markdown: listed.join('\n') } as const] : []),
  ];
}

/** That it is paused, where it is. */
export const pausedNote = ({ state }: Pick<SceneData, 'state'>, locale: Locale): string[] =>
  state.live.paused === undefined ? [] : [locale === 'ko' ? '⏸ 잠깐 멈췄어요' : '⏸ Paused'];

/** Where else it is played, and cannot be seen at this moment. */
export function unreachableNote({ state, channel }: SceneData, locale: Locale): Block[] {
  const names = state.away.flatMap((one) => (one === channel ? [] : (platformName(one) ?? [])));
  if (names.length === 0) return [];
  const all = Array.from(new Set(names)).join(', ');
  return [
    {
      type: 'footer',
      text:
        locale === 'ko'
          ? `⚠️ ${all} 채널에는 지금 글을 올릴 수 없어요. 여기서 계속해요.`
          : `⚠️ The channel on ${all} cannot be written to; it goes on here.`,
    },
  ];
}
