import type { Command } from '../command.ts';
import { APPLY_COMMAND } from './apply.ts';
import { AUTH_COMMAND } from './auth.ts';
import { CLUSTER_COMMANDS } from './cluster.ts';
import { CORDON_COMMAND, UNCORDON_COMMAND } from './cordon.ts';
import { CREATE_COMMAND } from './create.ts';
import { DELETE_COMMAND } from './delete.ts';
import { DESCRIBE_COMMAND } from './describe.ts';
import { DIFF_COMMAND } from './diff.ts';
import { DRAIN_COMMAND } from './drain.ts';
import { ELSEWHERE_COMMANDS } from './elsewhere.ts';
import { EVENTS_COMMAND } from './events.ts';
import { EXEC_COMMAND } from './exec.ts';
import { EXPLAIN_COMMAND } from './explain.ts';
import { EXPOSE_COMMAND } from './expose.ts';
import { GET_COMMAND } from './get.ts';
import { ANNOTATE_COMMAND, LABEL_COMMAND } from './label.ts';
import { LOGS_COMMAND } from './logs.ts';
import { PATCH_COMMAND } from './patch.ts';
import { REPLACE_COMMAND } from './replace.ts';
import { ROLLOUT_COMMAND } from './rollout.ts';
import { RUN_COMMAND } from './run.ts';
import { AUTOSCALE_COMMAND, SCALE_COMMAND } from './scale.ts';
import { SET_COMMAND } from './set.ts';
import { TAINT_COMMAND } from './taint.ts';
import { TOP_COMMAND } from './top.ts';
import { WAIT_COMMAND } from './wait.ts';

/** Every command there is, in the order in which kubectl's help has them. */
export const COMMANDS: readonly Command[] = [
  ...[CREATE_COMMAND, EXPOSE_COMMAND, RUN_COMMAND, SET_COMMAND, EXPLAIN_COMMAND, GET_COMMAND, DELETE_COMMAND],
  ...[ROLLOUT_COMMAND, SCALE_COMMAND, AUTOSCALE_COMMAND],
  ...[CLUSTER_COMMANDS.info, TOP_COMMAND, CORDON_COMMAND, UNCORDON_COMMAND, DRAIN_COMMAND, TAINT_COMMAND],
  ...[DESCRIBE_COMMAND, LOGS_COMMAND, EXEC_COMMAND, AUTH_COMMAND, EVENTS_COMMAND],
  ...[DIFF_COMMAND, APPLY_COMMAND, PATCH_COMMAND, REPLACE_COMMAND, WAIT_COMMAND, LABEL_COMMAND, ANNOTATE_COMMAND],
  ...[CLUSTER_COMMANDS.resources, CLUSTER_COMMANDS.versions, CLUSTER_COMMANDS.config, CLUSTER_COMMANDS.version],
  ...ELSEWHERE_COMMANDS,
];
