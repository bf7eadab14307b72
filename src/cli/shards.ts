import { join } from 'node:path';
import { spawnShards } from '../platforms/discord/sharding.ts';
import { discordOf, type Mode, needFolders } from './program.ts';
import { until } from './serve.ts';

/** Serves Discord with a process a shard. */
export const run: Mode = async (program) => {
  const { config, log, print, root, flags } = program;
  const discord = discordOf(config);
  needFolders(config.content, 'CONTENT_DIR: ');
  const asked = program.ended();
  const processes = await spawnShards(join(root, 'src/launch.mjs'), flags, discord, log, asked);
  if (!processes) return;
  const count = processes.shards;
  print(
    config.locale === 'ko'
      ? `Discord에 프로세스 ${count}개로 접속했어요(샤드마다 하나).`
      : `Connected to Discord with ${count} processes, one a shard.`,
  );
  await until(processes, asked);
};
