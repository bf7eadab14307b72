/** A class that asks the bot on the local Discord all the while. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord } from '../test/fakes/discord/server.ts';
import { DOSIRAK, startBot, words } from './load.ts';

export const ASKERS = 100;
/** Milliseconds that a student thinks before the next question. */
export const THINKS = 4000;

/** What acknowledgements took, in milliseconds, and how many never came. */
export interface Asked {
  waits: number[];
  never: number;
}

/** A bot, and the students of its class. `env`: beside what names its Discord. */
export async function startAsking(env: Readonly<Record<string, string>>) {
  const now = (): number => performance.timeOrigin + performance.now();
  const discord = await startDiscord({ now, recordBodies: false, rateLimits: false });
  const all = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, LOG_LEVEL: 'error', ...env };
  const bot = await startBot('Dosirak', DOSIRAK, all, discord, (name) => discord.user(name));
  const students = Array.from({ length: ASKERS }, (_, i) => discord.user(`student ${i}`, { locale: 'ko' }));
  let asked = 0;
  return {
    ...{ discord, bot },
    /** All students ask for `ms`, each again after a while. */
    async ask(ms: number): Promise<Asked> {
      const until = performance.now() + ms;
      const waits: number[] = [];
      let never = 0;
      await Promise.all(
        students.map(async (student, i) => {
          await sleep((i * THINKS) / ASKERS);
          while (performance.now() < until) {
            const one = discord.slash(student, 'guild', 'k8s', { term: words[asked++ % words.length] ?? '' });
            // One that was too late never comes.
            await one.answered.catch(() => undefined);
            if (one.acknowledgedAfter === undefined) never++;
            else waits.push(one.acknowledgedAfter);
            await sleep(THINKS);
          }
        }),
      );
      return { waits, never };
    },
  };
}
