import { setTimeout as sleep } from 'node:timers/promises';
import { startSlack } from '../test/support/slack/server.ts';
import { startBot, personAt, words, end, memory, ROOT } from './load.ts';
import { join } from 'node:path';
const slack = await startSlack({ record: false });
const env = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.url, DATABASE_URL: '/tmp/prof.db' };
const extra = (process.env.EXTRA ?? '').split(' ').filter(Boolean);
const bot = await startBot('d', [...extra, '--expose-gc', '--max-semi-space-size=' + (process.env.SEMI ?? '4'), process.env.FLOOR ? join(ROOT, 'bench/slack-floor.ts') : join(ROOT, 'src/launch.mjs')], env, slack, (p) => slack.user(p, { locale: 'ko-KR' }));
await sleep(5000);
for (let round = 0; round < 4; round++) {
const waits: Promise<number>[] = [];
const begun = performance.now();
for (let i = 0; i < 1500; i++) {
  const due = begun + (i * 1000) / 150;
  if (due > performance.now()) await sleep(due - performance.now());
  const s = performance.now();
  waits.push(slack.command(personAt(bot, i), 'class', `/k8s ${words[i % words.length]}`).message().then(() => performance.now() - s));
}
const all = (await Promise.all(waits));
const sorted = [...all].sort((a, b) => a - b);
console.log('median', sorted[750]?.toFixed(2), 'p99', sorted[1485]?.toFixed(2), 'max', sorted[1499]?.toFixed(2), memory(bot));
}
await end(bot);
await slack.close();
