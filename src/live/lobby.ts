import type { Locale } from '../core/locale.ts';
import { sessionOfRoom } from '../core/page.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button, buttons, countdown, footer, heading, markdown } from '../core/reply/builders.ts';
import { truncate } from '../language/truncate.ts';
import { literalLine } from '../markdown/escape.ts';
import { joinLine } from './lines.ts';
import { LIVE_TIMES } from './machine.ts';
import { modeOf } from './modes.ts';
import { namesOf } from './names.ts';
import { inviteBlocks } from './room/invite.ts';
import { type SceneData, toChannel } from './scene-blocks.ts';
import { topicOf } from './state.ts';
import { text } from './text.ts';

/** Names that are shown, and letters of each: the list stays a glance, and within a message. */
const NAMES = 60;
const NAME = 20;

/** A name as an item of a list: `1. 민수` is none of another. */
const asItem = (name: string): string => `- ${name.replace(/^(\d+)([.)])/, '$1\\$2').replace(/^[-+=]/, '\\$&')}`;

/**
 * Who has joined, in the order of joining. Those who keep out of reports are only counted, and so is everyone where
 * no student is ranked.
 */
function joinedBlocks({ players, state, channel, answered: all }: SceneData, locale: Locale): Block[] {
  const joined = players.filter(({ name }) => name !== undefined);
  if (joined.length === 0 || !modeOf(state.live.plan).isRanked) return [];
  const names = namesOf(joined, []);
  const shown = joined
    .flatMap(({ person, isHidden }) => (isHidden ? [] : (names.get(person) ?? [])))
    .filter((name) => name !== '')
    .slice(0, NAMES)
    .map((name) => literalLine(truncate(name, NAME)));
  if (shown.length === 0) return [];
  // On the page they stand one beside the other, as large as there is room; its count is below.
  if (sessionOfRoom(channel) !== undefined)
    return [markdown(text(locale).whoJoined(`\n\n${shown.map(asItem).join('\n')}`, 0))];
  // By an answer students join without a name here.
  return [markdown(text(locale).whoJoined(shown.join(', '), Math.max(joined.length, all) - shown.length))];
}

/** The announcement: what is played and how, who has joined, and how long until it begins. */
export function renderLobby(data: SceneData, locale: Locale): Reply {
  const { post, state, answered, now } = data;
  const { plan, step, paused } = state.live;
  const words = text(locale);
  const topic = topicOf(state)[locale];
  const isWaiting = step.kind === 'countdown';
  // On the page students have joined before they read this, and the code stands beside it.
  const isRoom = sessionOfRoom(data.channel) !== undefined;
  const early = plan.closesEarly && !isRoom ? [words.closesEarly] : [];
  // Once it has begun, the class waits for no student any more.
  const counted = [
    ...(isWaiting && paused !== undefined ? [words.held] : []),
    ...(isWaiting || answered > 0 ? [words.joinedCount(answered)] : []),
  ];
  return toChannel('info', [
    heading(isWaiting ? words.beginsSoon(topic) : words.hasBegun(topic)),
    markdown(modeOf(plan).rules(plan, locale)),
    markdown([words.howToAnswer, ...early].join(' ')),
    ...(isWaiting && paused === undefined
      ? [
          countdown(
            words.clock.begins,
            { ends: step.ends, whole: step.needsStudents ? LIVE_TIMES.gather : LIVE_TIMES.countdown, now },
            words.inSeconds,
          ),
        ]
      : []),
    ...(isRoom ? [] : inviteBlocks(data.invitation, locale)),
    ...joinedBlocks(data, locale),
    ...(isRoom ? [] : [buttons(button(words.join, joinLine.write({ post }), 'primary'))]),
    ...(counted.length === 0 ? [] : [footer(counted.join(' · '))]),
  ]);
}
