/** Names that only the first to claim them gets, over all processes and restarts: so nothing is done twice. */
export interface Claims {
  /** True for the first to claim it. */
  claim(key: string): Promise<boolean>;
  /** Gives a name back, where what it stands for was not done. */
  release(key: string): Promise<void>;
}

/** Names that are remembered; of more, the oldest are forgotten. */
const CLAIMED = 100_000;

/** Claims of one process, for as long as it runs. */
export function createClaims(claimed = new Set<string>()): Claims {
  return {
    async claim(key) {
      if (claimed.has(key)) return false;
      claimed.add(key);
      for (const oldest of claimed) {
        if (claimed.size <= CLAIMED) break;
        claimed.delete(oldest);
      }
      return true;
    },
    release: async (key) => void claimed.delete(key),
  };
}
