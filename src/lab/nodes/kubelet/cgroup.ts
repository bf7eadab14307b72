import { amountOf } from '../../engine/quantity.ts';
import type { Container } from '../../kinds/types.ts';
import { type Mount, newTree } from './files.ts';
import type { Meter } from './meter.ts';

/** Microseconds of a period of the scheduler's (CFS). */
const PERIOD = 100_000;

/** `/sys/fs/cgroup` of a container (cgroup v2): what it may take, and took. */
export function cgroupOf({ resources }: Container, meter: Meter): Mount {
  const { cpu, memory } = resources?.limits ?? {};
  const usage = (): string => {
    const { busy, periods, throttled, held } = meter.total();
    const used = Math.round(busy * 1000);
    const user = Math.round(used * 0.7);
    const [all, late, waited] = cpu === undefined ? [0, 0, 0] : [periods, throttled, Math.round(held * 1000)];
    return `usage_usec ${used}\nuser_usec ${user}\nsystem_usec ${used - user}\nnr_periods ${all}\nnr_throttled ${late}\nthrottled_usec ${waited}\nnr_bursts 0\nburst_usec 0\n`;
  };
  const tree = newTree(
    [
      ['cpu.max', `${cpu === undefined ? 'max' : Math.round(amountOf(cpu) * PERIOD)} ${PERIOD}\n`],
      ['memory.max', `${memory === undefined ? 'max' : Math.floor(amountOf(memory))}\n`],
      ['pids.max', 'max\n'],
      ['cpu.stat', ''],
      ['memory.current', ''],
    ],
    true,
  );
  tree.live = new Map([
    ['cpu.stat', usage],
    ['memory.current', () => `${meter.total().bytes}\n`],
  ]);
  return { at: 'sys/fs/cgroup', tree, from: '', readOnly: true };
}
