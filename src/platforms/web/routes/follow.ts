import type { Routes } from '../../../core/guest.ts';
import { follow } from '../../../core/reply/follow.ts';
import { eventOf, write } from '../events.ts';
import { WEB } from '../limits.ts';
import { htmlOf, replyTree } from '../render/render.ts';
import { text } from '../text.ts';
import type { Desk, DeskParts } from './desk.ts';

/** What the line of a look is signed for: a page that leads here has nothing done. */
const PURPOSE = 'follow';

/** The address that streams what a line answers as it changes. */
export const followUrl = (line: string, { sign }: Pick<DeskParts['signer'], 'sign'>): string =>
  `/follow?${new URLSearchParams({ line, k: sign(PURPOSE, line) })}`;

/** Answers that change by themselves, streamed to the page that shows them. */
export function addFollow(routes: Routes, desk: Desk, { signer, timers }: DeskParts): void {
  routes.get('/follow', async (c) => {
    const visitor = await desk.knownIn(c);
    if (visitor instanceof Response) return visitor;
    const line = c.req.query('line') ?? '';
    if (!signer.isSigned(PURPOSE, line, c.req.query('k') ?? ''))
      return c.text(`${text(visitor.caller.locale).forged}\n`, 403);
    const view = desk.viewOf(visitor, '/say');
    return desk.stream(c, visitor, 'chats', async (outgoing) => {
      const following = follow(
        { line, state: '' },
        {
          ...{ every: WEB.follow, timers, caller: visitor.caller, dispatch: desk.ask },
          show: async (reply) => write(outgoing, eventOf('reply', { html: htmlOf(replyTree(reply, view)) })),
        },
      );
      outgoing.once('close', following.stop);
      await following.ended;
      // A browser would come again by itself.
      write(outgoing, eventOf('over', {}));
      outgoing.destroySoon();
    });
  });
}
