import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // Files share nothing that they change: what they import is loaded once a worker, and no core waits.
    isolate: false,
    maxWorkers: '100%',
  },
});
