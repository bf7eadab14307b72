import type { LogLine } from '../../engine/lab.ts';

/** A line is cut here, as a container runtime cuts it. */
const LINE = 16_384;

export interface Log {
  lines(): readonly LogLine[];
  /** Takes what a process printed; a line that has not ended waits for its end. */
  add(text: string): void;
  /** No more comes. */
  end(): void;
  follow(heard: (line: LogLine) => void, ended: () => void): () => void;
}

/** What one run of a container printed: the oldest lines go where it is more than there is room for. */
export function createLog(now: () => number, room: () => number): Log {
  let lines: LogLine[] = [];
  let size = 0;
  let rest = '';
  let hasEnded = false;
  const followers = new Set<{ heard: (line: LogLine) => void; ended: () => void }>();

  function push(text: string): void {
    const line = { at: now(), text };
    lines.push(line);
    size += text.length + 1;
    const most = room();
    if (size > 2 * most) {
      let from = 0;
      for (; size > most; from++) size -= (lines[from]?.text.length ?? 0) + 1;
      lines = lines.slice(from);
    }
    for (const { heard } of followers) heard(line);
  }
  return {
    lines: () => lines,
    add(text) {
      if (hasEnded) return;
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) push(part);
      for (; rest.length >= LINE; rest = rest.slice(LINE)) push(rest.slice(0, LINE));
    },
    end() {
      if (hasEnded) return;
      if (rest !== '') push(rest);
      hasEnded = true;
      for (const { ended } of followers) ended();
      followers.clear();
    },
    follow(heard, ended) {
      if (hasEnded) {
        ended();
        return () => {};
      }
      const follower = { heard, ended };
      followers.add(follower);
      return () => void followers.delete(follower);
    },
  };
}
