import { vi } from 'vitest';
import { PATIENCE } from './patience.ts';

/** Resolves with what the check gives once it throws and rejects no more; looks every `interval` ms. */
export const eventually = <T>(check: () => T | Promise<T>, interval = 10): Promise<T> =>
  vi.waitFor(check, { timeout: PATIENCE, interval });
