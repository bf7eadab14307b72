import type { Proc, Program, Work } from '../process/process.ts';
import { settled, sleep } from '../process/waits.ts';
import { addressOf } from './http.ts';
import { readOptions } from './options.ts';

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

/** busybox, networking/nslookup.c: the short form until 1.28, the long one after it. */
const nslookup: Program = function* (proc, argv) {
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
  const isWhole = name.endsWith('.') || (name.split('.').length >= 5 && network.resolve(`${name}.`).length > 0);
  const tried = isWhole
    ? [name.replace(/\.$/, '')]
    : [...searchOf(proc).map((domain) => `${name}.${domain}`), ...(name.includes('.') ? [name] : [])];
  const answers = tried.map((full) => ({ full, addresses: network.resolve(`${full}.`) }));
  for (const { full, addresses } of answers)
    if (addresses.length > 0)
      proc.out(`${addresses.map((address) => `Name:\t${full}\nAddress: ${address}\n`).join('')}\n`);
    else proc.out(`** server can't find ${full}: NXDOMAIN\n\n`);
  proc.owe(tried.length);
  return answers.some(({ addresses }) => addresses.length > 0) ? 0 : 1;
};

const dig: Program = function* (proc, argv) {
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

const host: Program = function* (proc, argv) {
  const name = argv[1] ?? '';
  yield* sleep(proc, 3);
  const found = lookUp(proc, name);
  if (found) proc.out(found.addresses.map((address) => `${found.name} has address ${address}\n`).join(''));
  else proc.out(`Host ${name} not found: 3(NXDOMAIN)\n`);
  return found ? 0 : 1;
};

const getent: Program = function* (proc, argv) {
  const [, database = '', name = ''] = argv;
  yield;
  if (!['hosts', 'ahosts', 'ahostsv4'].includes(database)) return 2;
  const address = addressOf(proc, name);
  if (address === undefined) return 2;
  proc.out(`${address.padEnd(15)} ${lookUp(proc, name)?.name ?? name}\n`);
  return 0;
};

function* connect(proc: Proc, name: string, port: number, ms: number): Work<string | undefined> {
  const address = addressOf(proc, name);
  yield* sleep(proc, 2);
  if (address === undefined) return 'bad address';
  const reached = yield* settled(proc.box.machine.network.reaches(address, port, ms));
  return reached === true ? undefined : reached;
}

const WHY: Readonly<Record<string, string>> = {
  'connection refused': 'Connection refused',
  'timed out': 'Operation timed out',
  'no route': 'No route to host',
};

const nc: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'zvw:lp:nukq:e:');
  const [name = '', last = ''] = words;
  const port = Number(last);
  if (options.has('l')) {
    proc.err('nc: this lab has no raw sockets to listen on: use nginx, httpd or http-echo\n');
    return 1;
  }
  if (name === '' || !(port > 0)) {
    proc.err('nc: bad arguments\n');
    return 1;
  }
  const failure = yield* connect(proc, name, port, (Number(options.get('w')?.[0]) || 127) * 1000);
  const address = addressOf(proc, name) ?? name;
  if (failure === undefined) {
    if (options.has('v')) proc.err(`${name} (${address}:${port}) open\n`);
    return 0;
  }
  if (failure === 'bad address') proc.err(`nc: bad address '${name}'\n`);
  else if (options.has('v') || !options.has('z')) proc.err(`nc: ${name} (${address}:${port}): ${WHY[failure]}\n`);
  return 1;
};

const telnet: Program = function* (proc, argv) {
  const [, name = '', last = '23'] = argv;
  const failure = yield* connect(proc, name, Number(last) || 23, 127_000);
  if (failure === undefined) {
    proc.out(`Connected to ${name}\n`);
    return 0;
  }
  proc.err(
    failure === 'bad address'
      ? `telnet: bad address '${name}'\n`
      : `telnet: can't connect to remote host (${addressOf(proc, name)}): ${WHY[failure]}\n`,
  );
  return 1;
};

const ping: Program = function* (proc, argv) {
  const { options, words } = readOptions(argv, 'c:w:W:i:qs:46n');
  const [name = ''] = words;
  const address = addressOf(proc, name);
  if (address === undefined) {
    proc.err(`ping: bad address '${name}'\n`);
    return 1;
  }
  const { machine } = proc.box;
  const count = Number(options.get('c')?.[0] ?? Number.POSITIVE_INFINITY);
  proc.handles.add('INT');
  proc.out(`PING ${name} (${address}): 56 data bytes\n`);
  // A Service's address answers no ICMP: only its ports lead anywhere. A port that refuses shows that its Pod is there.
  const isPod = address.startsWith('127.') || address === machine.address || address.startsWith('10.244.');
  let sent = 0;
  let got = 0;
  for (; sent < count && proc.pending.length === 0; sent++) {
    const reached = isPod ? yield* settled(machine.network.reaches(address, 7, 1000)) : 'timed out';
    if (reached === true || reached === 'connection refused') {
      proc.out(
        `64 bytes from ${address}: seq=${sent} ttl=${address === machine.address ? 64 : 62} time=0.${String(100 + Math.floor(machine.random() * 90))} ms\n`,
      );
      got++;
    }
    if (sent + 1 < count) yield* sleep(proc, 1000);
  }
  proc.out(
    `\n--- ${name} ping statistics ---\n${sent} packets transmitted, ${got} packets received, ${sent === 0 ? 0 : Math.round(100 - (got / sent) * 100)}% packet loss\n`,
  );
  if (got > 0) proc.out('round-trip min/avg/max = 0.101/0.142/0.187 ms\n');
  return got > 0 ? 0 : 1;
};

const ip: Program = function* (proc) {
  yield;
  const { address } = proc.box.machine;
  proc.out(
    `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN qlen 1000\n    inet 127.0.0.1/8 scope host lo\n2: eth0@if7: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue state UP qlen 1000\n    inet ${address}/24 brd ${address.slice(0, address.lastIndexOf('.'))}.255 scope global eth0\n`,
  );
  return 0;
};

const netstat: Program = function* (proc) {
  yield;
  proc.out(
    'Active Internet connections (only servers)\nProto Recv-Q Send-Q Local Address           Foreign Address         State       \n',
  );
  for (const port of proc.box.ports())
    proc.out(`tcp        0      0 ${`0.0.0.0:${port}`.padEnd(23)} 0.0.0.0:*               LISTEN      \n`);
  return 0;
};

/** Programs about the network, beside wget and curl. */
export const NET = {
  nslookup,
  dig,
  host,
  getent,
  nc,
  netcat: nc,
  telnet,
  ping,
  ip,
  ifconfig: ip,
  netstat,
  ss: netstat,
} satisfies Record<string, Program>;
