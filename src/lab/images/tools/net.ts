import type { Proc, Program, Work } from '../process/process.ts';
import { settled, sleep } from '../process/waits.ts';
import { addressOf } from './http.ts';
import { dig, getent, host, nslookup } from './names.ts';
import { readOptions } from './options.ts';

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
