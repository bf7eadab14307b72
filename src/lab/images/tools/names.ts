import type { Proc, Program } from '../process/process.ts';
import { sleep } from '../process/waits.ts';
import { addressOf } from './http.ts';

const isAddress = (host: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);

const searchOf = (proc: Proc): string[] => {
  const line = /^search[ \t]+([^\n]{1,500})/m.exec(proc.box.machine.files.read('/etc/resolv.conf') ?? '')?.[1];
  return line?.trim().split(/\s+/) ?? [];
};

/** The full name that a resolver finds for a short one, with its addresses. */
function lookUp(proc: Proc, name: string): { name: string; addresses: readonly string[] } | undefined {
  const { network } = proc.box.machine;
  const bare = name.replace(/\.$/, '');
  const tried = name.endsWith('.') ? [bare] : [...searchOf(proc).map((domain) => `${bare}.${domain}`), bare];
  for (const full of tried) {
    const addresses = network.resolve(`${full}.`);
    if (addresses.length > 0) return { name: full, addresses };
  }
  const addresses = network.resolve(bare);
  return addresses.length > 0 ? { name: bare, addresses } : undefined;
}

const DNS_NAME = 'kube-dns.kube-system.svc.cluster.local';

/**
 * busybox, networking/nslookup.c: the short form until 1.28, the long one after it, which puts no search domains behind a
 * name that has a dot.
 */
export const nslookup: Program = function* (proc, argv) {
  const { nameserver } = proc.box.machine;
  const name = argv.slice(1).find((word) => !word.startsWith('-')) ?? '';
  yield* sleep(proc, 3);
  const found = isAddress(name) ? undefined : lookUp(proc, name);
  const { tag, repository } = proc.box.image;
  const isOld = repository.includes('busybox') && /^1\.2[0-8](?:\.|$)/.test(tag);
  if (isOld) {
    proc.out(`Server:    ${nameserver}\nAddress 1: ${nameserver} ${DNS_NAME}\n\n`);
    if (!found) {
      proc.err(`nslookup: can't resolve '${name}'\n`);
      return 1;
    }
    proc.out(
      `Name:      ${name}\n${found.addresses.map((address, nth) => `Address ${nth + 1}: ${address} ${found.name}\n`).join('')}`,
    );
    return 0;
  }
  const isBusybox = proc.box.find('busybox', '/', undefined) !== 'missing';
  proc.out(
    isBusybox
      ? `Server:\t\t${nameserver}\nAddress:\t${nameserver}:53\n\n`
      : `Server:\t\t${nameserver}\nAddress:\t${nameserver}#53\n\n`,
  );
  if (!isBusybox) {
    if (!found) {
      proc.out(`** server can't find ${name}: NXDOMAIN\n\n`);
      return 1;
    }
    proc.out(`${found.addresses.map((address) => `Name:\t${found.name}\nAddress: ${address}\n`).join('')}\n`);
    return 0;
  }
  const { network } = proc.box.machine;
  const domains = name.includes('.') ? [] : searchOf(proc);
  const tried = domains.length > 0 ? domains.map((domain) => `${name}.${domain}`) : [name.replace(/\.$/, '')];
  const answers = tried.map((full) => ({ full, addresses: network.resolve(`${full}.`) }));
  for (const { full, addresses } of answers)
    if (addresses.length > 0)
      proc.out(`${addresses.map((address) => `Name:\t${full}\nAddress: ${address}\n`).join('')}\n`);
    else proc.out(`** server can't find ${full}: NXDOMAIN\n\n`);
  proc.owe(tried.length);
  return answers.some(({ addresses }) => addresses.length > 0) ? 0 : 1;
};

export const dig: Program = function* (proc, argv) {
  const words = argv
    .slice(1)
    .filter((word) => !/^[-+@]/.test(word) && !['A', 'AAAA', 'SRV', 'ANY', 'IN'].includes(word.toUpperCase()));
  const name = words[0] ?? '.';
  yield* sleep(proc, 3);
  const whole = argv.includes('+search')
    ? lookUp(proc, name)
    : { name: name.replace(/\.$/, ''), addresses: proc.box.machine.network.resolve(`${name.replace(/\.$/, '')}.`) };
  const addresses = whole?.addresses ?? [];
  if (argv.includes('+short')) {
    proc.out(addresses.map((address) => `${address}\n`).join(''));
    return 0;
  }
  const full = whole?.name ?? name;
  const status = addresses.length > 0 ? 'NOERROR' : 'NXDOMAIN';
  proc.out(
    `\n; <<>> DiG 9.18.28 <<>> ${argv.slice(1).join(' ')}\n;; global options: +cmd\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: ${10_000 + Math.floor(proc.box.machine.random() * 50_000)}\n;; flags: qr aa rd; QUERY: 1, ANSWER: ${addresses.length}, AUTHORITY: 0, ADDITIONAL: 1\n\n`,
  );
  proc.out(`;; QUESTION SECTION:\n;${full}.\t\tIN\tA\n\n`);
  if (addresses.length > 0)
    proc.out(`;; ANSWER SECTION:\n${addresses.map((address) => `${full}.\t30\tIN\tA\t${address}\n`).join('')}\n`);
  proc.out(
    `;; Query time: 1 msec\n;; SERVER: ${proc.box.machine.nameserver}#53(${proc.box.machine.nameserver}) (UDP)\n\n`,
  );
  return 0;
};

export const host: Program = function* (proc, argv) {
  const name = argv[1] ?? '';
  yield* sleep(proc, 3);
  const found = lookUp(proc, name);
  if (found) proc.out(found.addresses.map((address) => `${found.name} has address ${address}\n`).join(''));
  else proc.out(`Host ${name} not found: 3(NXDOMAIN)\n`);
  return found ? 0 : 1;
};

export const getent: Program = function* (proc, argv) {
  const [, database = '', name = ''] = argv;
  yield;
  if (!['hosts', 'ahosts', 'ahostsv4'].includes(database)) return 2;
  const address = addressOf(proc, name);
  if (address === undefined) return 2;
  proc.out(`${address.padEnd(15)} ${lookUp(proc, name)?.name ?? name}\n`);
  return 0;
};
