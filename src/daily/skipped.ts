import type { Class } from '../core/class.ts';
import { hash } from '../core/hash.ts';
import type { Draft } from '../core/outbox.ts';
import { footer, heading, markdown } from '../core/reply/builders.ts';
import type { PostHandler } from '../outbox/handler.ts';
import { draftNotices } from '../outbox/notices.ts';
import { text as outboxText } from '../outbox/text.ts';
import type { Wish } from './choices.ts';
import { text } from './text.ts';

/** Milliseconds in which a notice is still worth sending. */
const WORTH = 3 * 24 * 3_600_000;

type Notice = Pick<Draft, 'key' | 'what' | 'day'>;

const draft = (one: Class, notice: Notice, now: number, { newId }: { newId: () => string }): Draft[] =>
  draftNotices(one, { ...notice, kind: 'skipped', now, lasts: WORTH }, newId);

/** Word to a class's people that concepts which they had chosen were skipped, since the course no longer has them; once each. */
export const draftSkipped = (
  one: Class,
  gone: readonly Wish[],
  day: string,
  now: number,
  ids: { newId: () => string },
): Draft[] =>
  gone.flatMap(({ term, after }) =>
    draft(one, { key: `skipped:${one.id}:${term}:${after}`, what: term, day }, now, ids),
  );

/** Word to a class's people that a card came by its turn alone, since what they had chosen could not be read; once. */
export const draftUnreadable = (one: Class, day: string, now: number, ids: { newId: () => string }): Draft[] =>
  draft(one, { key: `skipped:${one.id}::${hash(one.choices ?? '')}`, what: '', day }, now, ids);

/** Notices that what was chosen did not come: `what` is the concept's id, or empty where nothing chosen could be read. */
export const skippedHandler: PostHandler = {
  toPerson: true,
  editEvery: 5000,
  async render({ id, what }, { locale }) {
    const words = text(locale);
    return {
      visibility: 'channel',
      accent: 'warning',
      blocks: [
        heading(what === '' ? words.choicesUnreadable : words.skipped),
        markdown(what === '' ? words.chooseAnew : words.whySkipped(what)),
        // The messenger finds it again by this id.
        footer(outboxText(locale).notice(id)),
      ],
    };
  },
};
