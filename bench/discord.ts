/**
 * Dosirak on Discord beside the smallest discord.js bot (discord-floor.ts), in one run, against the local Discord:
 * acknowledgement of /k8s and of its completion, throughput, memory. Prints a table and writes it to
 * bench/DISCORD.md. Run: npm run bench:discord
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord } from '../test/fakes/discord/server.ts';
import type { LocalDiscord, User } from '../test/fakes/discord/types.ts';
import {
  type Ask,
  type Bot,
  DOSIRAK,
  end,
  figuresOf,
  machine,
  memory,
  personAt,
  ROOT,
  ROUNDS,
  startBot,
  table,
  words,
} from './load.ts';

type OnDiscord = Bot<LocalDiscord, User>;

async function start(
  name: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<OnDiscord> {
  // Fractions of a millisecond; whole ones would hide what is compared.
  const now = (): number => performance.timeOrigin + performance.now();
  const discord = await startDiscord({ now, recordBodies: false, rateLimits: false });
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, ...more };
  return startBot(name, args, env, discord, (person) => discord.user(person));
}

const wordAt = (at: number): string => words[at % words.length] ?? '';

const findTopics: Ask<OnDiscord> = async (bot, at) => {
  const asked = bot.server.slash(personAt(bot, at), 'guild', 'k8s', { term: wordAt(at) });
  await asked.answered;
  return asked.acknowledgedAfter ?? Number.POSITIVE_INFINITY;
};

const complete: Ask<OnDiscord> = async (bot, at) => {
  const start = performance.now();
  await bot.server.autocomplete(personAt(bot, at), 'guild', 'k8s', 'term', wordAt(at).slice(0, 3));
  return performance.now() - start;
};

const dosirak = await start('Dosirak', DOSIRAK);
// The second floor answers with what Dosirak says of a Pod: a message of the same size with the same picture, made once.
const pod = await dosirak.server.slash(personAt(dosirak, 0), 'guild', 'k8s', { term: '파드' }).settled();
const files = pod.attachments.map(({ filename, data }) => ({
  name: filename,
  data: Buffer.from(data).toString('base64'),
}));
const components = pod.attachments.reduce(
  (json, { url, filename }) => json.replaceAll(url, `attachment://${filename}`),
  JSON.stringify(pod.components),
);
const card = { flags: pod.flags, components: JSON.parse(components), files };
const floor = [join(ROOT, 'bench/discord-floor.ts')];
const bots = [
  await start('a line of text', floor),
  await start('a card', floor, { ANSWER: JSON.stringify(card) }),
  dosirak,
];
// What the start leaves to do is done by then.
await sleep(30_000);
const rest = bots.map(memory);
const figures = [
  ...(await figuresOf('/k8s', 'acknowledged', bots, findTopics)),
  ...(await figuresOf('completion', 'acknowledged', bots, complete)),
  { name: 'memory at rest', unit: 'MB', values: rest },
  { name: 'memory after all this', unit: 'MB', values: bots.map(memory) },
];
const report = `# On Discord, measured beside the smallest discord.js bots

\`npm run bench:discord\` on ${machine()}. Two bots that answer with a constant (a line of text; the card that Dosirak shows of a Pod, with its picture) and Dosirak answer the local Discord of test/fakes in turn, ${ROUNDS} rounds, over the ${words.length} questions of test/search/queries.jsonl. Times depend on the machine; the ratios hold.

${table(bots, figures)}
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/DISCORD.md'), report);
for (const bot of bots) {
  await end(bot);
  await bot.server.close();
}
