import { platformName, platformOf } from '../core/address.ts';
import { type Class, type Classes, peopleOf } from '../core/class.ts';
import type { Locale } from '../core/locale.ts';
import type { Draft, Outbox, Post } from '../core/outbox.ts';
import type { Lost } from '../core/platform.ts';
import type { Reply } from '../core/reply/blocks.ts';
import { mentionOf } from '../core/reply/builders.ts';
import type { PostHandler } from '../outbox/handler.ts';

/** Milliseconds in which word of a lost channel is worth something. */
const WEEK = 7 * 24 * 3_600_000;

/** Pauses a class until an instructor has looked after its channel, and tells its people once. */
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
  // The word first: a process that finds the class paused says nothing any more.
  for (const person of peopleOf(one)) {
    const notice: Draft = {
      id: newId(),
      key: `lost:${one.id}:${channel}:${day}:${person}`,
      classId: one.id,
      channel: person,
      kind: 'lost',
      what: `${why} ${channel}`,
      day,
      due: now(),
      expiresAt: now() + WEEK,
    };
    await outbox.add(notice, now());
  }
  await classes.pause(one.id, { why, channel });
}

/** What a class's people are told when a channel is lost, by the post `id` to one of them. */
function lostNotice(
  lost: string,
  why: 'gone' | 'forbidden',
  { id, channel: person }: { id: string; channel: string },
  locale: Locale,
): Reply {
  const ko = locale === 'ko';
  // Only on its own platform has it a name.
  const isHere = platformOf(lost) === platformOf(person);
  const name = isHere ? undefined : platformName(lost);
  const where = name === undefined ? '' : `${name} `;
  const text =
    why === 'gone'
      ? ko
        ? `카드를 올리던 ${where}채널이 없어졌거나 보관되어서, 이 수업의 카드를 멈췄어요. 새 채널에서 \`/class setup\`을 입력하면 다시 시작해요.`
        : `The ${where}channel of the daily card is gone or archived, so this class is paused. Type \`/class setup\` in a new channel to go on.`
      : ko
        ? `카드를 올리던 ${where}채널에 글을 쓸 수 없어서, 이 수업의 카드를 멈췄어요. 도시락이 그 채널을 보고 글을 쓸 수 있게 해 준 다음, 채널에서 \`/class resume\`을 입력해 주세요.`
        : `I can no longer write in the ${where}channel of the daily card, so this class is paused. Let Dosirak see and write in it, then type \`/class resume\` there.`;
  return {
    visibility: 'channel',
    accent: 'warning',
    blocks: [
      { type: 'heading', text: ko ? '카드를 올리지 못했어요' : 'The card could not be posted' },
      { type: 'text', markdown: text },
      ...(isHere
        ? [{ type: 'mentions', name: ko ? '그 채널' : 'The channel', mentions: [mentionOf(lost, '#')] } as const]
        : []),
      { type: 'footer', text: ko ? `알림 ${id}` : `Notice ${id}` },
    ],
  };
}

/** Word to a class's people that a channel is lost. */
export const lostChannelHandler: PostHandler = {
  toPerson: true,
  editEvery: 5000,
  async render(post, { locale }) {
    const [why, channel = ''] = post.what.split(' ');
    return lostNotice(channel, why === 'gone' ? 'gone' : 'forbidden', post, locale);
  },
};
