/** Runs before each test file: the one seed of the run holds for fast-check's properties as well. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.TEST_SEED) });
