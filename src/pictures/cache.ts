import { createHash } from 'node:crypto';
import type { Draw } from '../core/reply/drawable.ts';

export interface Keeping {
  /** What is kept takes at most so many bytes; what was asked for longest ago goes first. */
  bytes: number;
  /** Called for every picture that is asked for: `hit` where it was drawn before or is being drawn. */
  onAsk?: (found: 'hit' | 'miss') => void;
}

/**
 * Draws every picture once, by a hash of what is on it, also while it is being drawn; a failure is not kept. The bytes
 * are shared between all callers: none may write to them.
 */
export function withCache(draw: Draw, { bytes, onAsk }: Keeping): Draw {
  /** Oldest first. */
  const kept = new Map<string, Uint8Array>();
  const begun = new Map<string, Promise<Uint8Array>>();
  let held = 0;

  function keep(key: string, png: Uint8Array): void {
    kept.set(key, png);
    held += png.byteLength;
    for (const [oldest, { byteLength }] of kept) {
      if (held <= bytes) return;
      kept.delete(oldest);
      held -= byteLength;
    }
  }

  async function begin(key: string, ...asked: Parameters<Draw>): Promise<Uint8Array> {
    try {
      const png = await draw(...asked);
      keep(key, png);
      return png;
    } finally {
      begun.delete(key);
    }
  }

  return (picture, theme) => {
    const key = createHash('sha256')
      .update(JSON.stringify([theme, picture]))
      .digest('base64');
    const png = kept.get(key);
    const drawing = begun.get(key);
    onAsk?.(png !== undefined || drawing !== undefined ? 'hit' : 'miss');
    if (png) {
      kept.delete(key);
      kept.set(key, png);
      return Promise.resolve(png);
    }
    if (drawing !== undefined) return drawing;
    const beginning = begin(key, picture, theme);
    begun.set(key, beginning);
    return beginning;
  };
}
