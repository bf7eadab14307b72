/** Runs before each test file: the one seed of the run holds for fast-check's properties as well. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.TEST_SEED) });

// The undici that a process loads first sends for all others in it. Version 7, first in a worker that begins with a
// file about Slack, cannot send discord.js's files (nodejs/undici#5520). Node's own can; `npm start` has it first, too.
void globalThis.FormData;
