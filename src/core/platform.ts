import type { RequestListener } from 'node:http';
import type { StartError } from './errors.ts';
import type { Locale, Localized } from './locale.ts';
import type { Log } from './log.ts';
import type { Claims } from './memory.ts';
import type { Draw, Reply } from './reply.ts';

/** What a platform has from the rest of the program. */
export interface Around {
  draw: Draw;
  claims: Claims;
  /** Epoch milliseconds. */
  now: () => number;
  log: Log;
}

/** A chat platform that the bot is connected to. */
export interface Connection {
  /** Its name, as operators know it. */
  platform: 'discord' | 'slack';
  /** One line for the operator: connected, and as whom. */
  greeting: Localized;
  /** Resolves with what ended it for good. */
  closed: Promise<StartError>;
  /** Do events reach us at this moment? */
  ready(): boolean;
  /** Draws a reply for nobody, so that it is at hand when somebody asks. */
  prepare(reply: Reply, locale: Locale): void;
  /** Answers requests that the platform sends us, where it does. */
  web?: RequestListener;
  /** Takes nothing new, finishes what is in flight, at most `within` ms, and leaves. */
  stop(within: number): Promise<void>;
}
