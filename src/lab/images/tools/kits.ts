import type { Program } from '../process/process.ts';
import { createSh } from '../shell/sh.ts';
import { awk } from './awk.ts';
import { curl } from './curl.ts';
import { FILES } from './files.ts';
import { grep } from './grep.ts';
import { instead } from './instead.ts';
import { LOAD, stress } from './load.ts';
import { NET } from './net.ts';
import { createPackages } from './packages.ts';
import { sed } from './sed.ts';
import { SYSTEM } from './system.ts';
import { tar } from './tar.ts';
import { TEXT } from './text.ts';
import { wget } from './wget.ts';

type Programs = Readonly<Record<string, Program>>;

const COMMON: Programs = {
  ...SYSTEM,
  ...FILES,
  ...TEXT,
  ...NET,
  ...LOAD,
  grep,
  egrep: grep,
  fgrep: grep,
  sed,
  awk,
  tar,
};

/** `busybox ls`: the program of that name. */
const busybox: Program = function* (proc, argv) {
  if (argv.length > 1) return yield* instead(proc, argv.slice(1), 'busybox');
  proc.out('BusyBox v1.36.1 multi-call binary.\n');
  return 0;
};

/** What can be installed besides. */
const INSTALLED: Programs = { curl, wget, stress, bash: createSh('bash') };

/** Programs of busybox and Alpine: `sh` is ash. */
export const BUSYBOX: Programs = {
  ...COMMON,
  sh: createSh('ash'),
  ash: createSh('ash'),
  busybox,
  wget,
  apk: createPackages(INSTALLED),
};

/** Programs of Debian's base, with those that courses install first. */
export const DEBIAN: Programs = {
  ...COMMON,
  sh: createSh('dash'),
  dash: createSh('dash'),
  bash: createSh('bash'),
  curl,
  'apt-get': createPackages(INSTALLED),
  apt: createPackages(INSTALLED),
};
