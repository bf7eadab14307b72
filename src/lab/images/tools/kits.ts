import type { Program } from '../process/process.ts';
import { createSh } from '../shell/sh.ts';
import { curl } from './curl.ts';
import { FILES } from './files.ts';
import { SYSTEM } from './system.ts';
import { wget } from './wget.ts';

type Programs = Readonly<Record<string, Program>>;

const COMMON: Programs = { ...SYSTEM, ...FILES };

/** Programs of busybox and Alpine: `sh` is ash. */
export const BUSYBOX: Programs = { ...COMMON, sh: createSh('ash'), ash: createSh('ash'), wget };

/** Programs of Debian's base, with those that courses install first. */
export const DEBIAN: Programs = {
  ...COMMON,
  sh: createSh('dash'),
  dash: createSh('dash'),
  bash: createSh('bash'),
  curl,
};
