import { StartError } from '../core/errors.ts';
import { backup } from '../store/backup.ts';
import type { Mode } from './program.ts';
import { text } from './text.ts';

/** Copies the store's file while the bot may be running. */
export const run: Mode = ({ config, paths: [file], print }) => {
  if (file === undefined) throw new StartError('npm run backup -- FILE: name the file that the backup is written to');
  backup(config.database, file);
  print(text(config.locale).backedUp(file));
};
