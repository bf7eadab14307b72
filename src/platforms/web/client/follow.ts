import { update } from './morph.ts';

/** Shows what an answer shows as it changes: of the newest one that changes by itself, until something takes its place. */
export function createFollow(): (answer: Element) => void {
  let stream: EventSource | undefined;
  addEventListener('pagehide', () => stream?.close());
  return (answer) => {
    const url = answer instanceof HTMLElement ? answer.dataset.follow : undefined;
    if (url === undefined) return;
    stream?.close();
    const opened = new EventSource(url);
    stream = opened;
    opened.addEventListener('reply', (event) => {
      const { html }: { html: string } = JSON.parse(event.data);
      if (!answer.isConnected) opened.close();
      // While a button on it waits for its answer, that is what comes next.
      else if (answer.ariaBusy !== 'true') update(answer, html);
    });
    opened.addEventListener('over', () => opened.close());
  };
}
