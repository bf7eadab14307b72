import { Client, type ClientOptions, SimpleShardingStrategy } from 'discord.js';
import type { LocalDiscord } from './types.ts';

type Ws = NonNullable<ClientOptions['ws']>;

/**
 * discord.js, told to end while it waits to be greeted, ends its connection twice: the second time takes from the first
 * the event that it waits for, so that `destroy()` never ends, and connects anew, again and again. Here its connections
 * are left to the server, which ends after it; none is opened any more, as each first waits for what its session was.
 */
const buildStrategy: Ws['buildStrategy'] = (manager) => {
  manager.destroy = async () => {
    manager.options.retrieveSessionInfo = () => new Promise(() => {});
  };
  return new SimpleShardingStrategy(manager);
};

/** The real client, not logged in yet. Its `destroy()` ends, whatever it is doing, if the server is closed after it. */
export const clientOf = ({ url }: LocalDiscord, { ws, ...options }: Partial<ClientOptions> = {}): Client =>
  new Client({ intents: [], rest: { api: url }, ...options, ws: { ...ws, buildStrategy } });
