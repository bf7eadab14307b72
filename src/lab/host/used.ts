import type { LabClient } from '../../core/lab.ts';

/** The same lab; `use` is called before each use of it, and the use waits for it. */
export const noting = (client: LabClient, use: () => Promise<void> | void): LabClient => {
  const after =
    <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      await use();
      return call(...args);
    };
  return {
    request: after(client.request),
    stream: after(client.stream),
    exec: after(client.exec),
    attach: after(client.attach),
    ask: after(client.ask),
    power: after(client.power),
    off: after(client.off),
    load: after(client.load),
    run: after(client.run),
    now: after(client.now),
  };
};
