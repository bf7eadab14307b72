import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Routes, type Shard, ShardingManager } from 'discord.js';
import type { Log } from '../../core/log.ts';
import { gatewaySchema } from './answers.ts';
import type { DiscordConfig } from './config.ts';
import { DiscordError, logFieldsWithStack } from './errors.ts';
import { ask } from './requests.ts';

/** Milliseconds; Discord lets a bot identify once in 5 s (Gateway, Sharding: max_concurrency). */
const START = { timeout: 60_000, delay: 5500 };
/** For processes that are still starting. */
const GRACE = 4000;
/** A shard's process is started anew when it ends; this often within a minute, and something is wrong with all. */
const DEATHS = 5;
const MINUTE = 60_000;

export interface Processes {
  shards: number;
  /** Resolves once it makes no sense to go on. */
  closed: Promise<DiscordError>;
  /** Has every process finish what is in flight, at most `within` ms. */
  stop(within: number): Promise<void>;
}

async function end({ process: child }: Shard): Promise<void> {
  if (!child || child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/**
 * Runs `file` in one process a shard, as many as Discord recommends, by discord.js's ShardingManager.
 * Undefined where it is `asked` to end before all are up.
 * @throws DiscordError where Discord cannot be asked or a process does not come up; it has said why itself.
 */
export async function spawnShards(
  file: string,
  execArgv: readonly string[],
  config: Pick<DiscordConfig, 'token' | 'apiUrl'>,
  log: Log,
  asked: Promise<void>,
): Promise<Processes | undefined> {
  // The manager itself would ask discord.com, whatever DISCORD_API_URL says.
  const { shards } = await ask(config, Routes.gatewayBot(), gatewaySchema);
  const manager = new ShardingManager(file, {
    token: config.token,
    totalShards: shards,
    execArgv: [...execArgv],
    // At the start, a process that ends has a reason that another try would only repeat.
    respawn: false,
  });
  let stopping = false;
  const deaths: number[] = [];
  const closed = new Promise<DiscordError>((resolve) => {
    manager.on('shardCreate', (shard) => {
      shard.on('error', (error) => log.error({ ...logFieldsWithStack(error), shard: shard.id }, 'a shard failed'));
      shard.on('death', () => {
        if (stopping) return;
        log.warn({ shard: shard.id }, "a shard's process ended");
        deaths.push(performance.now());
        if ((deaths.at(-DEATHS) ?? Number.NEGATIVE_INFINITY) < performance.now() - MINUTE) return;
        manager.respawn = false;
        resolve(new DiscordError('processes'));
      });
    });
  });
  const stop = async (within: number): Promise<void> => {
    stopping = true;
    manager.respawn = false;
    await Promise.race([Promise.all(manager.shards.map(end)), sleep(within)]);
  };
  try {
    const up = await Promise.race([manager.spawn(START), asked]);
    if (!up) {
      await stop(GRACE);
      return undefined;
    }
    manager.respawn = true;
    return { shards, closed, stop };
  } catch (error) {
    log.warn(logFieldsWithStack(error), 'a shard did not come up');
    await stop(GRACE);
    throw new DiscordError('processes');
  }
}
