import type { Class } from '../core/class.ts';
import type { Post, PostKind } from '../core/outbox.ts';
import type { CalendarEvent, Lost } from '../core/platform.ts';
import type { Reply } from '../core/reply/blocks.ts';

/** What the outbox has to know of a kind of post. All are registered in app/post-handlers.ts. */
export interface PostHandler {
  /** It goes to a person rather than to a channel of the class. */
  toPerson?: true;
  /** Milliseconds between two edits of a message. */
  editEvery: number;
  /** Milliseconds before `expiresAt` in which it is no longer sent, since it may arrive after that. */
  margin?: number;
  /**
   * What it says now, of any length; undefined where there is nothing to say any more, `elsewhere` where only a process
   * of a newer version can tell.
   */
  render(post: Post, one: Class): Promise<Reply | 'elsewhere' | undefined>;
  /** Does it wait, since its class is paused? */
  waits?(post: Post, one: Class): boolean;
  /** It is visible in its channel; called at least once. */
  sent?(post: Post): Promise<void>;
  /** Its channel cannot be written in any more, or has left the class. */
  undeliverable?(post: Post): Promise<void>;
  /** Its message was deleted; called at least once. */
  deleted?(post: Post): Promise<void>;
}

/** An event as it is to be in a platform's calendar. */
export interface WantedEvent {
  event: CalendarEvent;
  /** Hours at which it was planned so far, this one included, epoch milliseconds. */
  hours: readonly number[];
  /** Is it to be there? Otherwise it is taken away. */
  isWanted: boolean;
}

/**
 * The same of a kind whose posts are events in a platform's calendar: their `channel` is the guild or workspace. Only
 * an event to come is made, whatever `expiresAt` says, since its hour may have been moved.
 */
export interface EventHandler {
  /** As things are now; undefined where nothing is known of it, `elsewhere` as for PostHandler. */
  event(post: Post): Promise<WantedEvent | 'elsewhere' | undefined>;
  /** The platform does not let the bot make it; called at least once. */
  refused(post: Post, lost: Lost): Promise<void>;
}

/** One a kind. */
export type PostHandlers = Readonly<Record<PostKind, PostHandler | EventHandler>>;
