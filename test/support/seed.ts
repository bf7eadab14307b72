/** Runs once before all tests: whatever they draw at random is drawn by one seed, which is told; see sample.ts. */
export default function setup(): void {
  // Workers have the environment of this process.
  process.env.TEST_SEED ??= String(Math.floor(Math.random() * 2 ** 31));
  console.log(`TEST_SEED=${process.env.TEST_SEED}: set it to draw the same again.`);
}
