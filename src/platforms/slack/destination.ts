import type { Trigger, Who } from './incoming.ts';
import type { ResponseUrl } from './web-api.ts';

/** A person in a conversation. */
export interface Spot {
  user: string;
  /** Undefined where there is none, as in the home tab: they are written to directly. */
  channel?: string;
  thread?: string;
}

/** Where an answer is shown. */
export type Place =
  /** By the address that came with a command or a press; `mayReplace`: in place of the message that was pressed. */
  | { kind: 'url'; url: ResponseUrl; mayReplace: boolean; spot: Spot }
  /** In a conversation, for the person alone. */
  | { kind: 'private'; spot: Spot }
  /** In the direct messages with the person; `key` tells this answer from all others. */
  | { kind: 'direct'; channel: string; thread?: string; key: string }
  /** In a modal that opens; `over`: on top of one that is open. */
  | { kind: 'open'; trigger: Trigger; over?: true; spot: Spot }
  /** In a modal that is open; `search`: below its search box. */
  | { kind: 'update'; view: string; search: boolean; spot: Spot };

export const spotOf = ({ user, channel, thread }: Who): Spot => ({
  user,
  ...(channel === undefined ? {} : { channel }),
  ...(thread === undefined ? {} : { thread }),
});
