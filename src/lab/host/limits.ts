/** What one lab may have. */
export const LAB_LIMITS = {
  /** Watches, logs that go on and processes of `exec`, together. */
  streams: 50,
} as const;

/** What the labs of one process may have together. */
export const HOST_LIMITS = {
  labs: 50,
  /** Megabytes of the thread that they share. */
  memory: 500,
} as const;

/** Milliseconds. */
export const LAB_TIMES = {
  /** After so long without use a lab is put away. */
  idle: 30 * 60_000,
  /** Where there is no room, one that was not used for so long is put away for another. */
  resting: 5 * 60_000,
  /** Between two snapshots of a lab that runs. */
  snapshot: 60_000,
  /** For which a process holds a lab without word, and how often it gives word. */
  lease: 10_000,
  renew: 2000,
  /** A lab that was used so lately is not handed over to another process, but for who writes in chat. */
  inUse: 10_000,
  /** That chat waits for another process to hand a lab over, and kubectl. */
  handOver: { chat: 12_000, kubectl: 4000 },
  /** Between two looks whether it has. */
  look: 300,
} as const;
