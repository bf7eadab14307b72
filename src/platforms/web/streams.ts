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
    take({ address, browser }: { address: string; browser: string }): { free(): void } | undefined {
      const keys = [`a ${address}`, `b ${browser}`] as const;
      if ((open.get(keys[0]) ?? 0) >= WEB.streams.address) return undefined;
      if ((open.get(keys[1]) ?? 0) >= WEB.streams.browser || hub.count() >= WEB.streams.all) return undefined;
      for (const key of keys) add(key, 1);
      return {
        free() {
          for (const key of keys) add(key, -1);
        },
      };
    },
  };
}
