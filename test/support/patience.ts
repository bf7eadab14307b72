/**
 * Milliseconds that anything a test waits for may take, on the slowest machine; `TEST_PATIENCE=2` doubles them. A wait
 * ends when what it is for has happened, so that patience costs nothing.
 */
export const PATIENCE = 60_000 * Number(process.env.TEST_PATIENCE ?? 1);
