import { turnsOf } from '../app/turns.ts';
import type { Bot } from '../core/command/dispatch.ts';
import type { Log } from '../core/log.ts';
import { unmetered } from '../core/meter.ts';
import type { Outlet } from '../core/platform.ts';
import type { World } from '../course/context.ts';
import { createClock } from '../outbox/clock.ts';
import { chat, type Terminal } from '../platforms/terminal/adapter.ts';

/**
 * The chat at a terminal, where an instructor can also rehearse a class: what the bot posts is shown there. `outlets` is
 * filled with where that is.
 */
export async function rehearse(
  bot: Bot,
  world: World,
  { terminal, outlets, log }: { terminal: Omit<Terminal, 'connected'>; outlets: Outlet[]; log: Log },
): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  const connected = (outlet: Outlet): void => {
    outlets.push(outlet);
    const now = (): number => world.now().epochMilliseconds;
    const clock = createClock({ ...world, ...turnsOf(world, now), outlets, now }, unmetered, log);
    clock.start();
    stops.push(() => clock.stop(0));
  };
  await chat(bot, { ...terminal, connected });
  for (const stop of stops) await stop();
}
