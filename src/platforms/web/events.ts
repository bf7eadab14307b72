import type { Socket } from 'node:net';
import type { Room } from '../../core/page.ts';
import type { PagePost } from '../../core/page-records.ts';
import { WEB } from './limits.ts';

/** A page that waits for news. */
export interface Listener {
  outgoing: Socket;
  person: string;
  /** It was sent what the channel showed when it came: from then on it is sent what changes. */
  isTold: boolean;
}

/** An event of a stream (HTML, Server-sent events): `id` is what a page shows by then. */
export const eventOf = (name: string, data: object, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

export const postEvent = ({ key, version, html }: PagePost, now: number): string =>
  eventOf('post', { key, html, now }, `${key}.${version}`);

export const roomEvent = ({ isPlain, isNameless }: Room): string => eventOf('room', { isPlain, isNameless });

export const looksAlike = (one: Room, other: Room | undefined): boolean =>
  one.isPlain === other?.isPlain && one.isNameless === other.isNameless;

/** False where it was not sent. */
export function write(outgoing: Socket, text: string | Buffer): boolean {
  if (outgoing.writableEnded || outgoing.destroyed) return false;
  // It comes again, and gets what is shown by then.
  if (outgoing.writableLength > WEB.behind) {
    outgoing.destroy();
    return false;
  }
  outgoing.write(text);
  return true;
}

/** Gives how many were sent it. */
export function tellAll(listeners: Iterable<Listener>, text: string): number {
  const bytes = Buffer.from(text);
  let sent = 0;
  for (const one of listeners) if (one.isTold && write(one.outgoing, bytes)) sent++;
  return sent;
}

/** Has a person whom an instructor has out hear no more. Gives how many were sent that. */
export function sendOut(listeners: Set<Listener>, one: Listener): number {
  listeners.delete(one);
  const isSent = write(one.outgoing, eventOf('removed', {}));
  one.outgoing.destroySoon();
  return Number(isSent);
}
