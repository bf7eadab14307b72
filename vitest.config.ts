import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { PATIENCE } from './test/support/patience.ts';
import { Order } from './test/support/order.ts';

const IDENTIFIES = /^WebSocket is not open: readyState \d/;

/** They start programs, which takes long: see vitest.programs.config.ts. */
const PROGRAMS = 'test/**/*.program.test.ts';
/** They read the project itself: `npm run check` has them, as mode `rules`. */
const RULES = ['architecture', 'regexes', 'words', 'commands-in-texts'].map((name) => `test/${name}.test.ts`);
/** They need a browser: see vitest.browser.config.ts. */
const BROWSER = 'test/browser/**';

export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'rules' ? RULES : ['test/**/*.test.ts'],
    exclude: mode === 'rules' ? [] : [BROWSER, PROGRAMS, ...RULES],
    // Ends only what hangs, on the slowest machine: whoever waits within a test says sooner what did not come.
    testTimeout: 5 * PATIENCE,
    hookTimeout: 5 * PATIENCE,
    expect: { poll: { timeout: PATIENCE, interval: 10 } },
    // See test/support/sample.ts.
    env: { EXHAUSTIVE: mode === 'exhaustive' ? '1' : '0' },
    globalSetup: ['test/support/seed.ts', 'test/support/cache.ts', 'test/support/store/template.ts'],
    setupFiles: ['test/support/setup.ts'],
    // Files share nothing that they change: what they import is loaded once a worker, and no core waits.
    isolate: false,
    sequence: { sequencer: Order },
    // discord.js at times identifies on a connection that is none any more, and nobody hears of it (discordjs/discord.js#10612).
    // A bot in service writes it down and connects anew, and so do those here.
    onUnhandledError: ({ message, stack }) => !(IDENTIFIES.test(message) && stack?.includes('@discordjs/ws')),
    // Tests of platforms and of pauses wait much: half as many workers again as cores keep the cores at work.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
  },
}));
