import { defineConfig } from 'vitest/config';
import { PATIENCE } from './test/support/patience.ts';

/** `npm run test:browser`: the page in Debian's Chromium. One browser and one program serve nearly all of it. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    // Ends only what hangs, on the slowest machine: each wait within a test says sooner what did not come.
    testTimeout: 5 * PATIENCE,
    hookTimeout: 5 * PATIENCE,
    expect: { poll: { timeout: PATIENCE, interval: 50 } },
    globalSetup: ['test/support/cache.ts'],
    isolate: false,
    maxWorkers: 1,
  },
});
