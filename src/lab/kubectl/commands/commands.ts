import type { Command } from '../command.ts';
import { APPLY_COMMAND } from './apply.ts';
import { CREATE_COMMAND } from './create.ts';
import { DELETE_COMMAND } from './delete.ts';
import { DESCRIBE_COMMAND } from './describe.ts';
import { DIFF_COMMAND } from './diff.ts';
import { GET_COMMAND } from './get.ts';
import { REPLACE_COMMAND } from './replace.ts';

/** Every command there is, in the order in which kubectl lists them. */
export const COMMANDS: readonly Command[] = [
  CREATE_COMMAND,
  GET_COMMAND,
  DELETE_COMMAND,
  DESCRIBE_COMMAND,
  DIFF_COMMAND,
  APPLY_COMMAND,
  REPLACE_COMMAND,
];
