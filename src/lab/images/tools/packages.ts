import type { Program } from '../process/process.ts';
import { sleep } from '../process/waits.ts';

/** Packages whose programs a lab's images have already. */
const PACKAGES: Readonly<Record<string, string>> = {
  curl: 'curl',
  procps: 'ps',
  'iputils-ping': 'ping',
  dnsutils: 'nslookup',
  'bind-tools': 'nslookup',
  'bind9-dnsutils': 'nslookup',
  'netcat-openbsd': 'nc',
  netcat: 'nc',
  'net-tools': 'netstat',
  iproute2: 'ip',
  telnet: 'telnet',
  stress: 'stress',
  coreutils: 'ls',
  bash: 'bash',
  wget: 'wget',
  openssl: 'openssl',
};

/** `apt-get`, `apt` and `apk`: a lab has no internet, but what courses install is there. */
export const createPackages = (more: Readonly<Record<string, Program>>): Program =>
  function* packages(proc, argv) {
    const words = argv.slice(1).filter((word) => !word.startsWith('-'));
    const [command = '', ...names] = words;
    const isApk = argv[0]?.endsWith('apk') ?? false;
    yield* sleep(proc, 1500);
    if (command === 'update' || command === 'upgrade') {
      proc.out(isApk ? 'OK: 25397 distinct packages available\n' : 'Reading package lists... Done\n');
      return 0;
    }
    if (command !== 'install' && command !== 'add') {
      proc.err(`${isApk ? 'ERROR' : 'E'}: Invalid operation ${command}\n`);
      return 1;
    }
    const unknown = names.filter((name) => PACKAGES[name] === undefined);
    if (!isApk) proc.out('Reading package lists... Done\nBuilding dependency tree... Done\n');
    for (const name of unknown)
      proc.err(
        isApk
          ? `ERROR: unable to select packages:\n  ${name} (no such package):\n    required by: world[${name}]\n`
          : `E: Unable to locate package ${name}\n`,
      );
    if (unknown.length > 0) return isApk ? 1 : 100;
    for (const name of names) {
      const program = PACKAGES[name] ?? '';
      const added = more[program];
      if (added) proc.box.add(program, added);
      proc.out(isApk ? `(1/1) Installing ${name}\n` : `Setting up ${name} ...\n`);
    }
    if (isApk) proc.out('OK: 12 MiB in 24 packages\n');
    return 0;
  };
