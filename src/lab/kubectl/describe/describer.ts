import type { Api, Item } from '../api.ts';
import { list, map, number, text } from '../read.ts';
import type { Page } from './page.ts';
import { since } from './words.ts';

/** What a describer may look up besides its object. */
export interface Looking {
  api: Api;
  now: number;
  /** Undefined where events are not to be shown. */
  events: readonly Item[] | undefined;
}

/** Tells of an object of one kind. */
export type Describer = (page: Page, item: Item, looking: Looking) => void | Promise<void>;

/** The objects of a kind in a namespace; none where they may not be seen. */
export async function listed(
  { api }: Looking,
  [apiVersion, kind]: readonly [string, string],
  namespace: string | undefined,
  query?: Readonly<Record<string, string>>,
): Promise<Item[]> {
  const found = await api.findKind(apiVersion, kind);
  return found ? api.list(found, namespace, query) : [];
}

/** Name, namespace, labels and annotations, as most descriptions begin. */
export function describeHead(page: Page, item: Item): void {
  page.line(0, `Name:\t${item.metadata.name}`);
  page.line(0, `Namespace:\t${item.metadata.namespace ?? ''}`);
  describeMarks(page, item);
}

export function describeMarks(page: Page, item: Item): void {
  page.labels('Labels', map(item, 'metadata.labels'));
  page.annotations('Annotations', map(item, 'metadata.annotations'));
}

const controllerText = ({ metadata }: Item): string | undefined => {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller === true);
  return owner && `${owner.kind}/${owner.name}`;
};

export function describeController(page: Page, item: Item): void {
  const said = controllerText(item);
  if (said !== undefined) page.line(0, `Controlled By:\t${said}`);
}

/** `2 Running / 1 Waiting / 0 Succeeded / 0 Failed` of the Pods that an object controls. */
export async function podsStatus(item: Item, looking: Looking): Promise<string> {
  const pods = await listed(looking, ['v1', 'Pod'], item.metadata.namespace);
  const own = pods.filter(({ metadata }) =>
    metadata.ownerReferences?.some(({ uid, controller }) => controller === true && uid === item.metadata.uid),
  );
  const count = (phase: string): number => own.filter((pod) => text(pod, 'status.phase') === phase).length;
  return `${count('Running')} Running / ${count('Pending')} Waiting / ${count('Succeeded')} Succeeded / ${count('Failed')} Failed`;
}

export function describeConditions(page: Page, item: Item): void {
  const conditions = list(item, 'status.conditions');
  if (conditions.length === 0) return;
  page.line(0, 'Conditions:');
  page.line(1, 'Type\tStatus\tReason');
  page.line(1, '----\t------\t------');
  for (const one of conditions) page.line(1, `${text(one, 'type')} \t${text(one, 'status')}\t${text(one, 'reason')}`);
}

export function describeEvents(page: Page, { events, now }: Looking): void {
  if (events === undefined) return;
  if (events.length === 0) return void page.line(0, 'Events:\t<none>');
  page.flush();
  page.line(0, 'Events:');
  page.line(1, 'Type\tReason\tAge\tFrom\tMessage');
  page.line(1, '----\t------\t----\t----\t-------');
  const ordered = events.toSorted(
    (one, other) => (Date.parse(text(one, 'lastTimestamp')) || 0) - (Date.parse(text(other, 'lastTimestamp')) || 0),
  );
  for (const one of ordered) {
    const first = since(text(one, 'eventTime') || text(one, 'firstTimestamp'), now);
    const count = number(one, 'count');
    const age = count > 1 ? `${since(text(one, 'lastTimestamp'), now)} (x${count} over ${first})` : first;
    const source = text(one, 'source.component') || text(one, 'reportingComponent');
    page.line(1, [text(one, 'type'), text(one, 'reason'), age, source, text(one, 'message').trim()].join('\t'));
  }
}
