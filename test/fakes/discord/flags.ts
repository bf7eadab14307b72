/** Message flags. */
export const EPHEMERAL = 1 << 6;
/** A deferred answer that is not there yet. */
export const LOADING = 1 << 7;
export const V2 = 1 << 15;
