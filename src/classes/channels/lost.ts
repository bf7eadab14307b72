import { platformName, platformOf } from '../../core/address.ts';
import type { Class, Classes, Paused } from '../../core/class.ts';
import type { Locale } from '../../core/locale.ts';
import type { Outbox, Post } from '../../core/outbox.ts';
import type { Lost } from '../../core/platform.ts';
import type { Block } from '../../core/reply/blocks.ts';
import { mentionOf } from '../../core/reply/builders.ts';
import type { PostHandler } from '../../outbox/handler.ts';
import { draftNotices } from '../../outbox/notices.ts';
import { text as outboxText } from '../../outbox/text.ts';
import { text } from './text.ts';

/** Milliseconds after which a notice of a lost channel is no longer news. */
const WEEK = 7 * 24 * 3_600_000;

/** Pauses a class until an instructor has seen to its channel, and notifies its people once. */
export async function loseChannel(
  { channel, day }: Pick<Post, 'channel' | 'day'>,
  one: Class,
  { why }: Lost,
  {
    classes,
    outbox,
    newId,
    now,
  }: { classes: Pick<Classes, 'pause'>; outbox: Pick<Outbox, 'add'>; newId: () => string; now: () => number },
): Promise<void> {
  // The notices first: a process that finds the class paused writes none any more.
  const key = `lost:${one.id}:${channel}:${day}`;
  const notice = { key, kind: 'lost', what: `${why} ${channel}`, day, now: now(), lasts: WEEK } as const;
  for (const draft of draftNotices(one, notice, newId)) await outbox.add(draft, now());
  await classes.pause(one.id, { why, channel });
}

/** Which channel is lost, why, and what to do about it, to a `reader` (any address on their platform). */
export function lostChannelBlocks(
  { why, channel }: Exclude<Paused, { why: 'asked' }>,
  reader: string,
  locale: Locale,
): Block[] {
  const words = text(locale);
  const platform = platformOf(channel);
  // A mention is understood on its own platform only.
  const isHere = platform === platformOf(reader);
  const mention = isHere ? mentionOf(channel, '#') : '';
  return [
    { type: 'text', markdown: words.lost[why](isHere ? undefined : (platformName(channel) ?? platform)) },
    ...(mention === '' ? [] : [{ type: 'mentions', name: words.lostChannel, mentions: [mention] } as const]),
  ];
}

/** The notice to a class's people that a channel is lost. */
export const lostChannelHandler: PostHandler = {
  toPerson: true,
  editEvery: 5000,
  async render({ id, what, channel: person }, { locale }) {
    const words = text(locale);
    const [why, channel = ''] = what.split(' ');
    const lost = { why: why === 'gone' ? why : 'forbidden', channel } as const;
    return {
      visibility: 'channel',
      accent: 'warning',
      blocks: [
        { type: 'heading', text: words.cardNotPosted },
        ...lostChannelBlocks(lost, person, locale),
        // The messenger finds it again by this id.
        { type: 'footer', text: outboxText(locale).notice(id) },
      ],
    };
  },
};
