import type { Terminal } from '../../engine/lab.ts';
import type { Machine } from '../machine.ts';
import { createBudget } from './budget.ts';
import type { Stream } from './process.ts';
import { createBell, NULL } from './streams.ts';

/** Characters a simulated second that a container may print, and how many at once after a rest. */
const [PER_SECOND, MOST] = [32_768, 262_144];

/**
 * The streams on which a process prints to its log or to who called `exec`. Who prints too fast waits, as a program does
 * whose reader is slow.
 */
export function createTerminalStreams(
  machine: Machine,
  terminal: Terminal,
  isTty: boolean,
): { out: Stream; err: Stream } {
  const budget = createBudget(PER_SECOND, MOST);
  const bell = createBell();
  let debt = 0;
  let isWaiting = false;
  const pay = (): void => {
    debt -= budget.take(machine.now(), debt);
    if (debt <= 0) {
      bell.ring();
      return;
    }
    if (isWaiting) return;
    isWaiting = true;
    machine.after(1000, () => {
      isWaiting = false;
      pay();
    });
  };
  const stream = (print: (text: string) => void): Stream => ({
    ...NULL,
    write(text) {
      print(isTty ? text.replaceAll('\n', '\r\n') : text);
      debt += text.length;
      pay();
      return 'written';
    },
    isFull: () => debt > 0,
    changed: bell.wait,
    isTty,
  });
  return { out: stream(terminal.out), err: stream(isTty ? terminal.out : terminal.err) };
}
