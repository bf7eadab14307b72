import type { Class } from '../core/class.ts';
import type { Post, PostKind } from '../core/outbox.ts';
import type { Reply } from '../core/reply/blocks.ts';

/** What the outbox has to know of a kind of post; registered once, in app/post-handlers.ts. */
export interface PostHandler {
  /** It goes to a person rather than to a channel of the class. */
  toPerson?: true;
  /** Milliseconds between two edits of a message. */
  editEvery: number;
  /** Milliseconds before its `expiresAt` in which it is no longer sent, since it may arrive after that. */
  margin?: number;
  /**
   * What it says, as things are now, however long the content; undefined where there is nothing to say any more,
   * `elsewhere` where only another process, of a newer version, can tell.
   */
  render(post: Post, one: Class): Promise<Reply | 'elsewhere' | undefined>;
  /** Has it to wait for its class, which is paused? */
  waits?(post: Post, one: Class): boolean;
  /** It is visible in its channel; called at least once. */
  sent?(post: Post): Promise<void>;
  /** Its channel takes no message of ours, or has left the class. */
  undeliverable?(post: Post): Promise<void>;
  /** Its message was deleted; called at least once. */
  deleted?(post: Post): Promise<void>;
}

/** One a kind. */
export type PostHandlers = Readonly<Record<PostKind, PostHandler>>;
