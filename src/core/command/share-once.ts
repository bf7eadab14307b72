import type { Claims } from '../claims.ts';
import type { Locale } from '../locale.ts';
import type { Reply } from '../reply/blocks.ts';
import { notice } from '../reply/builders.ts';
import { text } from '../reply/text.ts';

interface Showing {
  platform: string;
  /** The message whose button was pressed, by the platform's own name for it, if there was one. */
  message: string | undefined;
  /** Who is to see the answer. */
  visibility: Reply['visibility'];
  locale: Locale;
  /** Shows the answer; resolves with whether the channel has it. */
  show(): Promise<boolean>;
  /** Shows this reply instead. */
  tell(reply: Reply): Promise<unknown>;
  reportBug(error: unknown): Reply;
}

/** Shows an answer. What a message has is shared with the channel once: two quick presses are one wish. */
export async function shareOnce(
  { platform, message, visibility, locale, show, tell, reportBug }: Showing,
  claims: Claims,
): Promise<void> {
  const key = visibility === 'channel' && message !== undefined ? `${platform}:shared:${message}` : undefined;
  if (key !== undefined && !(await claims.claim(key))) {
    await tell(notice(text(locale).sharedAlready));
    return;
  }
  let isShared = false;
  try {
    isShared = await show();
  } catch (error) {
    // A reply that cannot be drawn is a bug like any other.
    await tell(reportBug(error));
  } finally {
    // What did not reach the channel may be shared again.
    if (key !== undefined && !isShared) await claims.release(key);
  }
}
