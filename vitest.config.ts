import { defineConfig } from 'vitest/config';
import { Order } from './test/support/order.ts';

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    // Ends only what hangs, on the slowest machine.
    testTimeout: 300_000,
    // See test/support/sample.ts.
    env: { EXHAUSTIVE: mode === 'exhaustive' ? '1' : '0' },
    globalSetup: ['test/support/seed.ts', 'test/support/store/template.ts'],
    setupFiles: ['test/support/setup.ts'],
    // Files share nothing that they change: what they import is loaded once a worker, and no core waits.
    isolate: false,
    sequence: { sequencer: Order },
    maxWorkers: '100%',
  },
}));
