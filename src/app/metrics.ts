import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from '@platformatic/prom-client';
import type { ContentCounts, Meter, PageCounts, Posting, Reload } from '../core/meter.ts';

/** Seconds. Platforms give up after 3 s. */
const ANSWERING = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 3, 5, 10];
/** Seconds. SQLite takes less than one round trip to PostgreSQL; a silent database is given up after 5 s. */
const STORING = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];

const RELOADS: readonly Reload[] = ['taught', 'unchanged', 'failed'];
const LAB_EVENTS = ['opened', 'restored', 'put_away', 'closed', 'refused'] as const;
const POSTINGS: readonly Posting[] = ['due', 'sent', 'late', 'repeated', 'lost'];

/** Figures for Prometheus. */
export interface Metrics {
  meter: Meter;
  /** The media type of `text`. */
  type: string;
  /** All figures as they are now, in Prometheus' text format 0.0.4. */
  text(): Promise<string>;
}

/**
 * A meter that Prometheus can read, with Node's own figures. Names are by
 * https://prometheus.io/docs/practices/naming/ : the application, the base unit, `_total` for what only grows.
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const interactions = new Counter({
    name: 'dosirak_interactions_total',
    help: 'Lines that were dispatched, typed or from a button, by command and how they ended.',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const answering = new Histogram({
    name: 'dosirak_interaction_duration_seconds',
    help: 'Time from a line to its reply, without the time to send it.',
    labelNames: ['command'],
    buckets: ANSWERING,
    registers,
  });
  const storing = new Histogram({
    name: 'dosirak_store_operation_duration_seconds',
    help: 'Time that operations of the store take, with all their tries.',
    labelNames: ['operation', 'outcome'],
    buckets: STORING,
    registers,
  });
  const posts = new Counter({
    name: 'dosirak_posts_total',
    help: 'What the bot said unasked: what was due, and what became of it.',
    labelNames: ['outcome'],
    registers,
  });
  const pictures = new Counter({
    name: 'dosirak_pictures_total',
    help: 'Pictures that were asked for, by whether they had to be drawn.',
    labelNames: ['outcome'],
    registers,
  });
  const reloads = new Counter({
    name: 'dosirak_content_reloads_total',
    help: 'Changes of the content’s files, by what became of them.',
    labelNames: ['outcome'],
    registers,
  });
  const pageEvents = new Counter({
    name: 'dosirak_page_events_total',
    help: 'Events that browsers of the class’s page were sent, one for each browser.',
    registers,
  });
  const labEvents = new Counter({
    name: 'dosirak_lab_events_total',
    help: 'Labs of students, by what became of them.',
    labelNames: ['event'],
    registers,
  });
  const labRequests = new Counter({
    name: 'dosirak_lab_requests_total',
    help: 'Requests to labs, from chat and from kubectl.',
    registers,
  });
  /** Gives its figure whenever the figures are read. */
  const gauge = (name: string, help: string, count: () => number): void => {
    new Gauge({
      ...{ name, help, registers },
      collect() {
        this.set(count());
      },
    });
  };
  const contents: (() => ContentCounts)[] = [];
  const pages: (() => PageCounts)[] = [];
  const onPages = (of: keyof PageCounts) => () => pages.reduce((all, count) => all + count()[of], 0);
  gauge('dosirak_page_connections', 'Browsers that wait for news of the class’s page.', onPages('connections'));
  gauge('dosirak_page_rooms', 'Rooms of live quizzes that browsers show.', onPages('rooms'));
  const sum = (of: keyof ContentCounts) => () => contents.reduce((all, count) => all + count()[of], 0);
  gauge('dosirak_content_problems', 'Places of the content’s files that have to be mended.', sum('problems'));
  gauge('dosirak_content_refused_files', 'Files of the content that cannot be used as they are.', sum('refused'));
  const labs: (() => { open: number })[] = [];
  gauge('dosirak_labs_open', 'Labs that this process runs.', () => labs.reduce((all, count) => all + count().open, 0));
  // A rate needs a first value: these labels are there before anything happens.
  for (const outcome of POSTINGS) posts.inc({ outcome }, 0);
  for (const outcome of RELOADS) reloads.inc({ outcome }, 0);
  for (const event of LAB_EVENTS) labEvents.inc({ event }, 0);
  for (const outcome of ['drawn', 'cached'] as const) pictures.inc({ outcome }, 0);
  return {
    meter: {
      interaction(command, outcome, ms) {
        interactions.inc({ command, outcome });
        answering.observe({ command }, ms / 1000);
      },
      store: (operation, outcome, ms) => storing.observe({ operation, outcome }, ms / 1000),
      post: (outcome) => posts.inc({ outcome }),
      picture: (outcome) => pictures.inc({ outcome }),
      reload: (outcome) => reloads.inc({ outcome }),
      content: (count) => void contents.push(count),
      queuedActivities: (count) =>
        gauge('dosirak_notes_queued', 'Activities that wait to be written to the store.', count),
      page: (count) => void pages.push(count),
      pageEvents: (sent) => pageEvents.inc(sent),
      lab(happening) {
        if (happening === 'request') labRequests.inc();
        else labEvents.inc({ event: happening.replace(' ', '_') });
      },
      labs: (count) => void labs.push(count),
    },
    type: registry.contentType,
    text: () => registry.metrics(),
  };
}
