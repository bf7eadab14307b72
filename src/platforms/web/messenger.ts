import type { Log } from '../../core/log.ts';
import { sessionOfRoom } from '../../core/page.ts';
import type { PageRecords } from '../../core/page-records.ts';
import type { Messenger, Posting } from '../../core/platform.ts';
import type { Hub } from './hub.ts';
import { render } from './render/render.ts';
import type { View } from './render/view.ts';

interface Parts {
  pages: Pick<PageRecords, 'post' | 'edit' | 'posts'>;
  hub: Pick<Hub, 'changed'>;
  pictureUrl: View['pictureUrl'];
  now: () => number;
  log: Pick<Log, 'warn'>;
}

/** Milliseconds until what the store could not take is tried again. */
const RETRY = 1000;

/** Writes to rooms, and to those who are no one but their browser. What is posted stands in the store, drawn. */
export function createMessenger({ pages, hub, pictureUrl, now, log }: Parts): Messenger {
  const drawn = (channel: string, { reply, locale, idempotencyKey: key }: Posting): string => {
    const session = sessionOfRoom(channel);
    const action = session === undefined ? '/say' : `/room/${session}/say`;
    return render(
      reply,
      { locale, action, token: '', marks: session === undefined ? 'numbers' : 'letters', pictureUrl },
      `post-${key}`,
    );
  };
  return {
    platform: 'web',
    async post(channel, posting) {
      const { idempotencyKey: key } = posting;
      try {
        await pages.post(channel, { key, html: drawn(channel, posting), at: now() });
      } catch (error) {
        log.warn({ err: error }, 'a page could not be written to');
        return { kind: 'unsure' };
      }
      hub.changed(channel);
      return { kind: 'sent', message: key };
    },
    async find(channel, key) {
      const posts = await pages.posts(channel).catch(() => undefined);
      if (posts === undefined) return { kind: 'later', wait: RETRY };
      return posts.some((post) => post.key === key) ? { kind: 'sent', message: key } : undefined;
    },
    async edit(channel, message, posting) {
      try {
        const isThere = await pages.edit(channel, {
          key: message,
          html: drawn(channel, { ...posting, idempotencyKey: message }),
        });
        if (isThere) hub.changed(channel);
        return isThere ? 'shown' : 'gone';
      } catch (error) {
        log.warn({ err: error }, 'a page could not be written to');
        return { after: RETRY };
      }
    },
    // The store is all that it takes.
    reach: async () => ({ kind: 'open', space: undefined }),
  };
}
