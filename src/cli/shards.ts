import { join } from 'node:path';
import { runUntil } from '../app/connect.ts';
import { spawnShards } from '../platforms/discord/sharding.ts';
import { configuredFolders } from './content.ts';
import { type Mode, requireDiscord } from './program.ts';
import { text } from './text.ts';

/** Serves Discord with a process a shard. */
export const run: Mode = async (program) => {
  const { config, log, print, root, flags } = program;
  const discord = requireDiscord(config);
  // Each process would say so.
  configuredFolders(program);
  const asked = program.ended();
  const processes = await spawnShards(join(root, 'src/launch.mjs'), flags, discord, log, asked);
  if (!processes) return;
  print(text(config.locale).shardsConnected(processes.shards));
  await runUntil(asked, processes);
};
