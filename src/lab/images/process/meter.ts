import type { Machine } from '../machine.ts';

/** How long the meter looks back. A sampled reading then is steady for requests that come several times a second. */
const WINDOW = 1000;

/** Adds up what a container's processes work, and tells the machine: what goes on, and what requests took in the last second. */
export function createMeter(machine: Machine) {
  let [going, spent, rate] = [0, 0, 0];
  let told = 0;
  let isTurning = false;
  const tell = (): void => {
    const now = Math.round(going + rate);
    if (now === told) return;
    told = now;
    machine.work(now);
  };
  function turn(): void {
    rate = spent / (WINDOW / 1000);
    spent = 0;
    isTurning = rate > 0;
    if (isTurning) machine.after(WINDOW, turn);
    tell();
  }
  return {
    /** Millicores from now on. */
    set(millicores: number): void {
      going = millicores;
      tell();
    },
    /** Milliseconds of a core that were spent at once. */
    spend(milliseconds: number): void {
      spent += milliseconds;
      if (isTurning) return;
      isTurning = true;
      machine.after(WINDOW, turn);
    },
  };
}
