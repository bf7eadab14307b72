import { hash } from '../../core/hash.ts';
import type { Locale } from '../../core/locale.ts';
import type {
  ClusterFrame,
  ClusterPicture,
  NodeBox,
  PodLook,
  PodTile,
  WorkloadLine,
} from '../../core/reply/cluster.ts';
import { isWithoutPower } from '../../core/reply/cluster.ts';
import type { ClusterView, News, PodView, WorkloadView } from './cluster-view.ts';
import { text } from './text.ts';

/** What goes on, in one line. */
export function newsInWords(news: News, locale: Locale): string {
  const words = text(locale);
  switch (news.type) {
    case 'nodes-off':
      return words.nodesOff(news.nodes.join(', '), news.seconds);
    case 'nodes-down':
      return words.nodesDown(news.nodes.join(', '), news.lost);
    case 'stuck':
      return words.stuck(news.name, news.version, news.reason, news.old);
    case 'rollout':
      return news.from === news.to
        ? words.renewal(news.name, news.to, news.old, news.fresh)
        : words.rollout(news.name, news.from, news.to, news.old, news.fresh);
    case 'broken':
      return words.broken(news.name, news.pods, news.reason, news.restarts);
    case 'scaling-up':
      return words.scalingUp(news.name, news.pods, news.scaler);
    case 'scaling-down':
      return words.scalingDown(news.name, news.pods, news.scaler);
    case 'scaled':
      return words.scaled(news.name, news.pods, news.scaler);
    case 'recovered':
      return words.recovered(news.name, news.pods);
    case 'too-few':
      return words.tooFew(news.name, news.wanted, news.ready, news.coming);
    case 'too-many':
      return words.tooMany(news.name, news.wanted, news.leaving);
    case 'left-out':
      return words.leftOut(news.service, news.ready, news.leftOut);
    case 'unready':
      return words.unready(news.pods);
    case 'waiting':
      return words.waiting(news.pods);
    case 'cordoned':
      return words.cordoned(news.nodes.join(', '));
    case 'restarted':
      return words.restarted(news.pod, news.restarts);
    case 'calm':
      return words.calm(news.pods);
    case 'empty':
      return words.empty(news.nodes);
    default:
      return news satisfies never;
  }
}

/** `web …x2k4p` of `web-7d9f8c6b5-x2k4p`: what a Pod belongs to, and the part that is its own. */
function shownName({ name, short, of }: PodView): string {
  const owner = of.split('/').at(-1) ?? '';
  return name !== of && name.startsWith(`${owner}-`) && name.length > owner.length + short.length + 1
    ? `${owner} …${short}`
    : name;
}

function tileOf(pod: PodView, locale: Locale): PodTile {
  const words = text(locale);
  const { short, look, tone, behind, leftOut, version, isTwin, isOld } = pod;
  const called = version !== undefined && isTwin ? words.twin(version, !isOld) : version;
  return {
    ...{ name: shownName(pod), short, look, tone, behind, leftOut },
    says:
      look === 'broken' ? (pod.reason ?? words.looks.broken) : [words.looks[look], called].filter(Boolean).join(' · '),
    ...(pod.restarts === 0 ? {} : { badge: words.restarts(pod.restarts) }),
  };
}

function workloadLine({ name, ready, wanted, versions, scaler }: WorkloadView, locale: Locale): WorkloadLine {
  const words = text(locale);
  return {
    name,
    says: words.readyOf(ready, wanted),
    versions: versions.map(({ name: version, tone, pods, isNewest, isTwin }) => ({
      ...{ tone, name: isTwin ? words.twin(version, isNewest) : version },
      count: words.pods(pods),
    })),
    ...(scaler ? { scaling: words.scaler(scaler) } : {}),
  };
}

function frameOf({ nodes, pods, workloads, services, news }: ClusterView, locale: Locale): ClusterFrame {
  const words = text(locale);
  const tilesOf = (own: readonly PodView[]): PodTile[] => own.map((pod) => tileOf(pod, locale));
  return {
    news: news.map((one) => newsInWords(one, locale)),
    workloads: workloads.map((one) => workloadLine(one, locale)),
    services: services.map(({ name, port, ready, leftOut }) => ({
      name: words.service(name, port),
      says: words.behind(ready, leftOut),
    })),
    nodes: nodes.map(
      ({ name, look }): NodeBox => ({
        ...{ name, look, says: words.nodeLooks[look] },
        pods: tilesOf(pods.filter(({ node }) => node === name)),
      }),
    ),
    waiting: { title: words.withoutNode, pods: tilesOf(pods.filter(({ look }) => look === 'waiting')) },
  };
}

/** The same in one line, for who cannot see it. */
function altOf({ news, nodes, waiting }: ClusterFrame, locale: Locale): string {
  const words = text(locale);
  const told = (pods: readonly PodTile[]): string =>
    pods.length === 0
      ? words.noPods
      : pods.map(({ name, says, badge }) => [name, says, badge].filter(Boolean).join(' ')).join(', ');
  return [
    `${news[0] ?? ''}.`,
    words.alt(nodes.filter(({ look }) => !isWithoutPower(look)).length, nodes.length),
    ...nodes.map(({ name, says, pods }) => words.altNode(name, says, told(pods))),
    ...(waiting.pods.length === 0 ? [] : [`${waiting.title}: ${told(waiting.pods)}.`]),
  ].join(' ');
}

const LOOKS: readonly PodLook[] = ['ready', 'starting', 'unready', 'broken', 'leaving', 'waiting', 'lost', 'done'];

const legendOf = (views: readonly ClusterView[], locale: Locale): ClusterPicture['legend'] => {
  const seen = new Set(views.flatMap(({ pods }) => pods.map(({ look }) => look)));
  return LOOKS.filter((look) => seen.has(look)).map((look) => ({ look, words: text(locale).looks[look] }));
};

/** A cluster as a picture in its reader's language. */
export function pictureOf(view: ClusterView, locale: Locale): ClusterPicture {
  const words = text(locale);
  const frame = frameOf(view, locale);
  return {
    type: 'cluster',
    title: words.title(view.nodes.length, view.pods.length),
    frames: [frame],
    legend: legendOf([view], locale),
    foot: words.foot,
    alt: altOf(frame, locale),
  };
}

/** Differs where a picture shows something else. */
export const stateOf = (picture: ClusterPicture): string => hash(JSON.stringify(picture)).toString(36);

/** How a cluster went, moment by moment; `title`: what was done. */
export function stripOf(moments: readonly { title: string; view: ClusterView }[], locale: Locale): ClusterPicture {
  const words = text(locale);
  let before: string | undefined;
  const frames = moments.map(({ title, view }): ClusterFrame => {
    const frame = frameOf(view, locale);
    // By what the moment before it was not told by, where there is such.
    const told = frame.news.find((one) => one !== before) ?? before ?? '';
    before = told;
    return { ...frame, news: [title, told] };
  });
  return {
    type: 'cluster',
    title: words.history,
    frames,
    legend: legendOf(
      moments.map(({ view }) => view),
      locale,
    ),
    foot: words.foot,
    alt: `${words.history}: ${frames.map(({ news }, i) => `${i + 1}. ${news.join(': ')}`).join(' ')}`,
  };
}
