import { defineConfig } from 'vitest/config';
import tests from './vitest.config.ts';

/** `npm run test:programs`: what starts programs, the bot itself to kill it, or kubectl to have it judge a lab. */
export default defineConfig((env) => {
  const { test } = tests(env);
  return { test: { ...test, include: ['test/**/*.program.test.ts'], exclude: ['test/browser/**'] } };
});
