/** Slack's documented rate limits, kept when a test asks for them. */

import { text } from './json.ts';
import type { State } from './state.ts';
import type { Json } from './types.ts';

const MINUTE = 60_000;
/** Calls a minute by the documented tiers; a little more than the lowest, as bursts are tolerated. */
const TIERS = { 1: 3, 2: 20, 3: 50, 4: 100 } as const;

const METHODS: Readonly<Record<string, keyof typeof TIERS>> = {
  'apps.connections.open': 1,
  'chat.delete': 3,
  'chat.postEphemeral': 4,
  'chat.update': 3,
  'conversations.history': 3,
  'conversations.info': 3,
  'conversations.members': 4,
  'conversations.open': 3,
  'conversations.replies': 3,
  'files.completeUploadExternal': 4,
  'files.getUploadURLExternal': 4,
  'files.info': 4,
  'users.info': 4,
  'views.open': 4,
  'views.publish': 4,
  'views.push': 4,
  'views.update': 4,
};

interface Window {
  at: number;
  used: number;
}

/** Uses a call up; returns the seconds to wait when there is none left. Time passes by the server's clock. */
export function createLimits(state: State, on: boolean): (method: string, args: Json) => number | undefined {
  const windows = new Map<string, Window>();
  return (method, args) => {
    const posting = method === 'chat.postMessage';
    const tier = METHODS[method];
    if (!on || (!posting && tier === undefined)) return undefined;
    const limit = posting ? { uses: 1, every: 1000 } : { uses: TIERS[tier ?? 4], every: MINUTE };
    const key = posting ? `${method} ${text(args.channel)}` : method;
    const window = windows.get(key) ?? { at: 0, used: 0 };
    windows.set(key, window);
    const passed = state.now() - window.at;
    if (window.used === 0 || passed >= limit.every) Object.assign(window, { at: state.now(), used: 0 });
    else if (window.used >= limit.uses) return Math.max(1, Math.ceil((limit.every - passed) / 1000));
    window.used += 1;
    return undefined;
  };
}
