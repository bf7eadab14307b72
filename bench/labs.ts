/**
 * Do labs hold the bot up, or one another? 100 students ask the bot on the local Discord, without labs, with 50 of them that
 * run three Pods each, and while some of the labs do what hostile students have them do. Prints a table and writes it to
 * bench/LABS.md. Run: npm run bench:labs
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../test/support/ports.ts';
import { ASKERS, startAsking, THINKS } from './asking.ts';
import { end, machine, median, memory, processor, quantile, ROOT } from './load.ts';

const LABS = 50;
/** Milliseconds of a round. */
const ROUND = 20_000;
const folder = mkdtempSync(join(tmpdir(), 'dosirak-labs-'));
const file = join(folder, 'dosirak.db');
const port = await freePort();
const { bot, discord, ask: askBot } = await startAsking({ DATABASE_URL: file, PORT: `${port}` });

/** What acknowledgements took while the students asked for a round; one that never came is later than all. */
async function acknowledgements(): Promise<number[]> {
  const { waits, never } = await askBot(ROUND);
  return [...waits, ...Array.from({ length: never }, () => Number.POSITIVE_INFINITY)];
}

const secrets = (): string[] => {
  const store = new DatabaseSync(file, { readOnly: true });
  const rows = store.prepare('select secret from lab order by begun, person').all();
  store.close();
  return rows.map(({ secret }) => String(secret));
};
const addressOf = (secret: string | undefined): string => `http://127.0.0.1:${port}/lab/${secret}`;
async function ask(secret: string | undefined, path: string, method = 'GET', body?: unknown): Promise<number> {
  const answer = await fetch(`${addressOf(secret)}${path}`, {
    ...{ method, headers: { 'content-type': 'application/json' } },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Asks, and throws where the lab did not take what it was sent. */
async function send(
  secret: string | undefined,
  path: string,
  body: unknown,
  allowed: readonly number[] = [],
): Promise<number> {
  const status = await ask(secret, path, 'POST', body);
  if (status !== 201 && !allowed.includes(status)) throw new Error(`${path} was answered with ${status}`);
  return status;
}

const deployment = (name: string, replicas: number, container: object) => ({
  ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name } },
  spec: {
    ...{ replicas, selector: { matchLabels: { app: name } } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name, ...container }] } },
  },
});
const DEPLOYMENTS = '/apis/apps/v1/namespaces/default/deployments';

/** Milliseconds that requests to the labs take which do nothing special, for a round. */
async function requests(quiet: readonly string[]): Promise<number[]> {
  const until = performance.now() + ROUND;
  const waits: number[] = [];
  for (let n = 0; performance.now() < until; n++) {
    const begun = performance.now();
    await ask(quiet[n % quiet.length], '/api/v1/namespaces/default/pods');
    waits.push(performance.now() - begun);
    await sleep(100);
  }
  return waits;
}

/** Does what hostile students do, until it is told to end. */
async function attack([looping, writing, wanting, watching]: readonly string[], isOver: () => boolean): Promise<void> {
  const loop = { image: 'busybox:1.36', command: ['sh', '-c', 'while true; do :; done'] };
  await send(looping, DEPLOYMENTS, deployment('loop', 5, loop));
  await send(wanting, DEPLOYMENTS, deployment('many', 10_000, { image: 'nginx:1.27' }));
  for (let n = 0; n < 100; n++)
    request(`${addressOf(watching)}/api/v1/events?watch=true`)
      .on('response', (answer) => answer.pause())
      .on('error', () => {})
      .end();
  const big = 'x'.repeat(1_000_000);
  for (let n = 0; !isOver(); n++) {
    const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `big-${n}` }, data: { big } };
    await ask(writing, '/api/v1/namespaces/default/configmaps', 'POST', body);
    await ask(watching, `/api/v1/namespaces/default/configmaps`, 'POST', {
      ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `small-${n}` } },
    });
  }
}

/** Share of one core that the process takes while no student asks, in percent. */
async function idle(): Promise<number> {
  const [before, begun] = [processor(bot.child.pid), performance.now()];
  await sleep(ROUND / 2);
  return ((processor(bot.child.pid) - before) * 100) / (performance.now() - begun);
}

await sleep(10_000);
await acknowledgements();
const load = loadavg()[0] ?? Number.NaN;
const without = await acknowledgements();
const [memoryWithout, idleWithout] = [memory(bot), await idle()];

const opened: number[] = [];
for (let n = 0; n < LABS; n++) {
  const begun = performance.now();
  await discord.slash(discord.user(`lab ${n}`, { locale: 'ko' }), 'guild', 'lab open').answered;
  opened.push(performance.now() - begun);
}
const all = secrets();
for (const secret of all) await send(secret, DEPLOYMENTS, deployment('web', 3, { image: 'nginx:1.27' }));
await sleep(10_000);
const [memoryWith, idleWith] = [memory(bot), await idle()];
const [withLabs, quietRequests] = await Promise.all([acknowledgements(), requests(all.slice(4))]);

let isOver = false;
const attacking = attack(all, () => isOver).catch((error: unknown) => process.stderr.write(`${error}\n`));
await sleep(2000);
const [attacked, attackedRequests] = await Promise.all([acknowledgements(), requests(all.slice(4))]);
isOver = true;
await attacking;
const memoryAfter = memory(bot);
await end(bot);
await discord.close();
rmSync(folder, { recursive: true });

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const row = (name: string, ...lists: readonly number[][]): string =>
  [
    `| ${name}, median | ${lists.map((list) => ms(median(list))).join(' | ')} |`,
    `| ${name}, 99th percentile | ${lists.map((list) => ms(quantile(list, 0.99))).join(' | ')} |`,
    `| ${name}, slowest | ${lists.map((list) => ms(Math.max(...list))).join(' | ')} |`,
  ].join('\n');
const report = `# Labs, measured

\`npm run bench:labs\` on ${machine()}; load of the machine before: ${load.toFixed(1)}. ${ASKERS} students ask the bot on the local Discord ${(ASKERS * 1000) / THINKS} times a second, for ${ROUND / 1000} s: without labs, with ${LABS} labs of three nodes and three Pods each, and while four of these labs have an endless loop in five Pods, manifests of 1 MB one after the other, a Deployment of 10,000 Pods, and 100 watches that nobody reads. Ten times a second one of the other labs is asked for its Pods. The local Discord and all students are one process on the same cores.

| | no labs | ${LABS} labs | ${LABS} labs, four of them hostile |
| --- | --: | --: | --: |
${row('acknowledged', without, withLabs, attacked)}
| resident memory | ${memoryWithout.toFixed(0)} MB | ${memoryWith.toFixed(0)} MB | ${memoryAfter.toFixed(0)} MB |
| processor while nobody asks | ${idleWithout.toFixed(1)} % of a core | ${idleWith.toFixed(1)} % of a core | |

| | ${LABS} labs | four of them hostile |
| --- | --: | --: |
${row('another lab answers', quietRequests, attackedRequests)}

A lab is there ${ms(median(opened))} after \`/lab\` (median of ${LABS}; the first, with the thread: ${ms(opened[0] ?? Number.NaN)}).
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/LABS.md'), report);
process.exit(0);
