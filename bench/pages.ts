/**
 * Pages that wait for news, up to ten thousand, on one process: first in the room of a live quiz, then each on its own
 * chat. What a connection costs in memory, what all cost while nothing happens, and how long a scene takes to reach all.
 * Prints a table and writes its part of bench/LECTURE.md. Run: npm run bench:pages [-- connections ...]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord } from '../test/fakes/discord/server.ts';
import { fewAtOnce } from '../test/support/few.ts';
import { createPhone } from '../test/support/page-phone.ts';
import { freePort } from '../test/support/ports.ts';
import { DOSIRAK, end, machine, memory, processor, quantile, ROOT, startBot } from './load.ts';
import { addressOf } from './room.ts';
import { writeSection } from './sections.ts';

const given = process.argv.slice(2).map(Number);
const STEPS = given.length > 0 ? given : [1000, 2500, 5000, 10_000];
/** Milliseconds in which nothing happens: what is idle is measured, and what was used once is given back. */
const REST = 15_000;
/** Milliseconds for a scene to reach all. */
const PATIENCE = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'dosirak-pages-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;

/** A bot, and what starts a quiz in its class and steps it. */
async function begin(name: string) {
  const discord = await startDiscord({ recordBodies: false, identifyEvery: 0, now: Date.now });
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DATABASE_URL: join(folder, `${name}.db`),
    LOG_LEVEL: 'error',
    PORT: `${port}`,
    PUBLIC_URL: base,
  };
  const bot = await startBot(name, DOSIRAK, env, discord, (one) => discord.user(one));
  const teacher = discord.user('teacher', { locale: 'ko', permissions: '32' });
  const type = (line: string, options = {}) => discord.slash(teacher, 'guild', line, options).settled();
  await type('class setup');
  // What it needs once is there before anything is measured.
  const phone = createPhone({ base });
  await phone.open();
  return {
    bot,
    type,
    /** Begins a quiz that waits in its lobby; gives its session, and the code to it. */
    async open(): Promise<{ session: string; code: string }> {
      await type('live start', { topic: '파드', count: 20, seconds: 300, close: 'full', auto: 'manual' });
      await type('live pause');
      for (;;) {
        const all = JSON.stringify(discord.messages(discord.guild.channelId).map(({ components }) => components));
        const [, first = '', second = ''] = /\*\*(\d{3}) (\d{3})\*\*/.exec(all) ?? [];
        const session = first === '' ? undefined : await phone.join(first + second, '학생');
        if (session !== undefined) return { session, code: first + second };
        await sleep(100);
      }
    },
    async close(): Promise<void> {
      await end(bot);
      await discord.close();
    },
  };
}

interface Stream {
  socket: Socket;
  /** Epoch milliseconds of the last event of a post. */
  posted: number;
}

/** A stream of events of a browser of its own. It reads no more of it than it must, so that what is slow is not the client. */
async function open(path: string, nth: number, code: string | undefined): Promise<Stream> {
  const phone = createPhone({ base, from: addressOf(nth) });
  await phone.open();
  // Who plays has a place: see WEB.streams.
  if (code !== undefined) await phone.join(code, `학생 ${nth}`);
  // What is measured is the one connection of its stream.
  phone.rest();
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: addressOf(nth) });
    const stream: Stream = { socket, posted: 0 };
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${phone.cookie()}\r\nAccept-Language: ko\r\nAccept: text/event-stream\r\nSec-Fetch-Site: same-origin\r\nUser-Agent: Mozilla/5.0 (Linux; Android 15; Mobile) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36\r\n\r\n`,
    );
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`a stream of ${path} ended`)));
    socket.on('data', (bytes) => {
      if (bytes.includes('event: hello')) resolve(stream);
      if (bytes.includes('event: post')) stream.posted = Date.now();
    });
  });
}

/** Milliseconds of processor time in a second, while nothing happens. */
async function idle(bot: Awaited<ReturnType<typeof begin>>['bot']): Promise<number> {
  const before = processor(bot.child.pid);
  await sleep(REST);
  return ((processor(bot.child.pid) - before) * 1000) / REST;
}

const rows: string[] = [];
async function grow(name: string, pathOf: (session: string) => string, hasScenes: boolean): Promise<void> {
  const started = await begin(name);
  const { bot, type } = started;
  const { session, code } = await started.open();
  const path = pathOf(session);
  if (hasScenes) await type('live resume');
  const streams: Stream[] = [];
  // What the start leaves to do is done by then, and its garbage is gone.
  for (let rests = 0; rests < 4; rests++) await idle(bot);
  const before = memory(bot);
  for (const count of STEPS) {
    const begun = performance.now();
    const missing = Array.from({ length: count - streams.length }, (_, i) => streams.length + i);
    await fewAtOnce(missing, async (nth) => void streams.push(await open(path, nth, hasScenes ? code : undefined)));
    const came = performance.now() - begun;
    const busy = await idle(bot);
    const more = memory(bot) - before;
    let seen: number[] = [];
    if (hasScenes) {
      const pressed = Date.now();
      const used = processor(bot.child.pid);
      await type('live next');
      for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
        seen = streams.flatMap(({ posted }) => (posted >= pressed ? [posted] : []));
        if (seen.length === count) break;
        await sleep(20);
      }
      const first = Math.min(...seen);
      const [half = 0, last = 0, most = 0] = [0.5, 0.99, 1].map((share) => quantile(seen, share) - first);
      const cells = [`${seen.length}`, half, last, most, processor(bot.child.pid) - used];
      rows.push(row([name, count, came / missing.length, busy, more, (more * 1024) / count, ...cells]));
    } else rows.push(row([name, count, came / missing.length, busy, more, (more * 1024) / count, '', '', '', '', '']));
    process.stdout.write(`${rows.at(-1)}\n`);
  }
  for (const { socket } of streams) socket.removeAllListeners('close').destroy();
  await started.close();
}

const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => (typeof cell === 'string' ? cell : cell.toFixed(cell < 10 && cell % 1 !== 0 ? 1 : 0))).join(' | ')} |`;

const load = (loadavg()[0] ?? Number.NaN).toFixed(1);
await grow('a room', (session) => `/room/${session}/stream`, true);
await grow('chats', () => '/stream', false);
rmSync(folder, { recursive: true });

const NAMES = [
  ...['In', 'Connections', 'To open one (ms)', 'Idle, processor in a second (ms)', 'Memory more (MB)'],
  ...['Each (kB)', 'Got the scene', 'Half after the first (ms)', '99 % (ms)', 'All (ms)', 'Processor for it (ms)'],
];
const report = `# Pages that wait

\`${['npm run bench:pages', ...(given.length > 0 ? ['--', ...given] : [])].join(' ')}\` on ${machine()}, SQLite. One process, and one that holds all connections at its other end; each is a browser of its own, by addresses 127.0.1.x, since one takes 3,000 at most. Memory is what is resident, ${REST / 1000} s after the last one came, less what it was before the first. A scene is what follows an instructor’s press; it is counted from the moment at which the first connection had it. The machine’s load was ${load} before.

| ${NAMES.join(' | ')} |
| ${NAMES.map(() => '--:').join(' | ')} |
${rows.join('\n')}
`;
process.stdout.write(report);
writeSection(join(ROOT, 'bench/LECTURE.md'), report);
process.exit(0);
