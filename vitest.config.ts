import { defineConfig } from 'vitest/config';
import { PATIENCE } from './test/support/patience.ts';

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    // Whoever waits within a test says sooner what it was that did not come.
    testTimeout: 5 * PATIENCE,
    hookTimeout: 5 * PATIENCE,
    expect: { poll: { timeout: PATIENCE, interval: 10 } },
    // See test/support/sample.ts.
    env: { EXHAUSTIVE: mode === 'exhaustive' ? '1' : '0' },
    globalSetup: ['test/support/seed.ts', 'test/support/store/template.ts'],
    setupFiles: ['test/support/setup.ts'],
    // Files share nothing that they change: what they import is loaded once a worker, and no core waits.
    isolate: false,
    maxWorkers: '100%',
  },
}));
