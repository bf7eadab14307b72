import type { Hub } from './hub.ts';
import { WEB } from './limits.ts';

/** Who has how many connections open. */
export function createStreams(hub: Pick<Hub, 'count'>) {
  const open = new Map<string, number>();
  const add = (key: string, more: number): void => {
    const count = (open.get(key) ?? 0) + more;
    if (count <= 0) open.delete(key);
    else open.set(key, count);
  };
  return {
    /** A place for one more; undefined where its address or its browser has too many, or all have. */
    take(who: { address: string; browser: string; as: 'player' | 'walls' | 'chats' }): { free(): void } | undefined {
      const limits: readonly [key: string, most: number][] = [
        [`a ${who.address}`, WEB.streams.address],
        [`b ${who.browser}`, WEB.streams.browser],
        // Places of a lecture hall are for those who play.
        ...(who.as === 'player' ? [] : [[`${who.as} ${who.address}`, WEB.streams[who.as]] as [string, number]]),
      ];
      if (hub.count() >= WEB.streams.all || limits.some(([key, most]) => (open.get(key) ?? 0) >= most))
        return undefined;
      for (const [key] of limits) add(key, 1);
      return {
        free() {
          for (const [key] of limits) add(key, -1);
        },
      };
    },
  };
}
