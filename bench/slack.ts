/**
 * Dosirak on Slack beside the smallest Bolt bot (slack-floor.ts), in one run, against the local Slack: acknowledgement
 * of /k8s and its first visible answer, throughput, memory. Prints a table and writes it to bench/SLACK.md.
 * Run: npm run bench:slack
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSlack } from '../test/fakes/slack/server.ts';
import type { LocalSlack, User } from '../test/fakes/slack/types.ts';
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

type OnSlack = Bot<LocalSlack, User>;

async function start(
  name: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<OnSlack> {
  // Fractions of a millisecond; whole ones would hide what is compared.
  const now = (): number => performance.timeOrigin + performance.now();
  const slack = await startSlack({ record: false, now });
  const env = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.url, ...more };
  return startBot(name, args, env, slack, (person) => slack.user(person, { locale: 'ko-KR' }));
}

const ask = (bot: OnSlack, at: number) =>
  bot.server.command(personAt(bot, at), 'class', `/k8s ${words[at % words.length]}`);

const acknowledged: Ask<OnSlack> = async (bot, at) => {
  const asked = ask(bot, at);
  // What is answered as well, so that bots which acknowledge and then do nothing gain nothing.
  await Promise.all([asked.acknowledged, asked.message()]);
  return asked.acknowledgedAfter ?? Number.POSITIVE_INFINITY;
};

const answered: Ask<OnSlack> = async (bot, at) => {
  const start = performance.now();
  await ask(bot, at).message();
  return performance.now() - start;
};

const dosirak = await start('Dosirak', DOSIRAK);
// The second floor answers with what Dosirak says of a Pod: a message of the same size, made once.
const { text, blocks } = await dosirak.server.command(personAt(dosirak, 0), 'class', '/k8s 파드').message();
const floor = [join(ROOT, 'bench/slack-floor.ts')];
const bots = [
  await start('a line of text', floor),
  await start('a card', floor, { ANSWER: JSON.stringify({ text, blocks }) }),
  dosirak,
];
// What the start leaves to do is done by then.
await sleep(30_000);
const rest = bots.map(memory);
const figures = [
  ...(await figuresOf('/k8s', 'acknowledged', bots, acknowledged)),
  ...(await figuresOf('/k8s', 'first visible answer', bots, answered)),
  { name: 'memory at rest', unit: 'MB', values: rest },
  { name: 'memory after all this', unit: 'MB', values: bots.map(memory) },
];
const report = `# On Slack, measured beside the smallest Bolt bots

\`npm run bench:slack\` on ${machine()}, Socket Mode. Two bots that answer with a constant (a line of text; the card that Dosirak shows of a Pod) and Dosirak answer the local Slack of test/fakes in turn, ${ROUNDS} rounds, over the ${words.length} questions of test/search/queries.jsonl. Times depend on the machine; the ratios hold.

${table(bots, figures)}
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/SLACK.md'), report);
for (const bot of bots) {
  await end(bot);
  await bot.server.close();
}
