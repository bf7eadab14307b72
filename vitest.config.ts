import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => {
  const TEST_SEED = process.env.TEST_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
  console.error(`TEST_SEED=${TEST_SEED}: what is drawn at random; set it to draw the same again.`);
  return {
    test: {
      include: ['test/**/*.test.ts'],
      testTimeout: 60_000,
      // See test/support/sample.ts.
      env: { TEST_SEED, EXHAUSTIVE: mode === 'exhaustive' ? '1' : '0' },
      setupFiles: ['test/support/setup.ts'],
      // Files share nothing that they change: what they import is loaded once a worker, and no core waits.
      isolate: false,
      maxWorkers: '100%',
    },
  };
});
