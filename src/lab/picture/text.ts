import { localized } from '../../core/locale.ts';
import type { PodLook } from '../../core/reply/cluster.ts';
import { plural, wordFor } from '../../language/plural.ts';
import { withParticle } from '../../language/with-particle.ts';
import { slash } from '../../markdown/slash.ts';
import type { NodeView, ScalerView } from './cluster-view.ts';

/** All that people read of a cluster's picture. */
interface PictureText {
  /** Small, above what goes on. */
  title(nodes: number, pods: number): string;
  history: string;
  looks: Readonly<Record<PodLook, string>>;
  nodeLooks: Readonly<Record<NodeView['look'], string>>;
  restarts(count: number): string;
  readyOf(ready: number, wanted: number): string;
  pods(count: number): string;
  /** A version of which there are new Pods and old ones. */
  twin(version: string, isNew: boolean): string;
  service(name: string, port: number | undefined): string;
  behind(ready: number, leftOut: number): string;
  scaler(of: ScalerView): string;
  withoutNode: string;
  foot: string;
  alt(on: number, all: number): string;
  altNode(name: string, says: string, pods: string): string;
  noPods: string;

  // Around the picture.
  /** What this is, and what to do first, while there is nothing in it. */
  intro: string;
  isFast: string;
  again: string;
  tours: string;
  nodes: string;
  kubectl: string;
  back: string;
  load(name: string): string;
  unload: string;
  power(node: string, isDown: boolean): string;
  whichNode: string;
  powered(node: string, is: 'on' | 'off'): string;
  loaded(what: 'load' | 'unload'): string;
  noSuch(name: string): string;

  // What goes on.
  nodesOff(nodes: string, seconds: number): string;
  nodesDown(nodes: string, lost: number): string;
  stuck(name: string, version: string, reason: string | undefined, old: number): string;
  rollout(name: string, from: string, to: string, old: number, fresh: number): string;
  /** The version stays, and its Pods are made anew. */
  renewal(name: string, version: string, old: number, fresh: number): string;
  broken(name: string, pods: number, reason: string | undefined, restarts: number): string;
  scalingUp(name: string, pods: number, of: ScalerView): string;
  scalingDown(name: string, pods: number, of: ScalerView): string;
  scaled(name: string, pods: number, of: ScalerView): string;
  recovered(name: string, pods: number): string;
  tooFew(name: string, wanted: number, ready: number, coming: number): string;
  tooMany(name: string, wanted: number, leaving: number): string;
  leftOut(service: string, ready: number, leftOut: number): string;
  unready(pods: number): string;
  waiting(pods: number): string;
  cordoned(nodes: string): string;
  restarted(pod: string, restarts: number): string;
  calm(pods: number): string;
  empty(nodes: number): string;
}

const percent = (value: number | undefined): string => (value === undefined ? '?' : `${value}%`);

/** What a Pod does that has this reason. */
const failing = {
  ko: (reason = ''): string =>
    /^(?:CrashLoopBackOff|Error|OOMKilled)$/.test(reason)
      ? `자꾸 죽어요 (${reason})`
      : /^(?:ErrImagePull|ImagePullBackOff|InvalidImageName)$/.test(reason)
        ? `이미지를 받지 못해요 (${reason})`
        : `시작하지 못해요${reason === '' ? '' : ` (${reason})`}`,
  en: (reason = ''): string =>
    /^(?:CrashLoopBackOff|Error|OOMKilled)$/.test(reason)
      ? `keeps crashing (${reason})`
      : /^(?:ErrImagePull|ImagePullBackOff|InvalidImageName)$/.test(reason)
        ? `gets no image (${reason})`
        : `does not start${reason === '' ? '' : ` (${reason})`}`,
} as const;

const ko: PictureText = {
  title: (nodes, pods) => `내 클러스터 · 노드 ${nodes}개 · 파드 ${pods}개`,
  history: '이렇게 바뀌었어요',
  looks: {
    ready: '준비됨',
    unready: '준비 안 됨',
    starting: '시작하는 중',
    broken: '오류',
    leaving: '끝나는 중',
    waiting: '노드를 기다려요',
    lost: '연락이 끊김',
    done: '다 했음',
  },
  nodeLooks: {
    ready: 'Ready',
    off: '꺼짐 · kubectl은 Ready',
    down: 'NotReady · 꺼짐',
    cordoned: 'cordon · 새 파드 안 받음',
  },
  restarts: (count) => `재시작 ${count}`,
  readyOf: (ready, wanted) => `준비 ${ready}/${wanted}`,
  pods: (count) => `${count}개`,
  twin: (version, isNew) => `${version} ${isNew ? '새것' : '옛것'}`,
  service: (name, port) => `서비스 ${name}${port === undefined ? '' : `:${port}`}`,
  behind: (ready, leftOut) =>
    leftOut === 0 ? `준비된 파드 ${ready}개로 보내요` : `${ready}개로 보내고, ${leftOut}개는 빼 놨어요`,
  scaler: ({ percent: now, target, wanted, most }) =>
    `HPA CPU ${percent(now)} / 목표 ${percent(target)} · ${wanted}개 (최대 ${most}개)`,
  withoutNode: '노드를 기다리는 파드',
  foot: '도시락 · /lab',
  alt: (on, all) => `노드 ${all}개 중 ${on}개가 켜져 있어요.`,
  altNode: (name, says, pods) => `${name}(${says}): ${pods}.`,
  noPods: '파드 없음',

  intro: `여기는 나만 쓰는 연습용 쿠버네티스 클러스터예요. 망가뜨려도 다른 사람에게는 아무 영향이 없어요. 먼저 **🧭 따라 하기**를 눌러 하나씩 해 보세요. ${slash('kubectl get nodes')}처럼 명령을 바로 입력해도 돼요.`,
  isFast: '⏩ 시간이 빨리 흐르고 있어요.',
  again: '🔄 새로 보기',
  tours: '🧭 따라 하기',
  nodes: '🔌 노드 끄고 켜기',
  kubectl: '⌨️ kubectl 연결',
  back: '← 돌아가기',
  load: (name) => `🔥 ${name}에 부하 걸기`,
  unload: '🧊 부하 멈추기',
  power: (node, isDown) => (isDown ? `🟢 ${node} 켜기` : `🔴 ${node} 끄기`),
  whichNode: '전원을 뽑거나 다시 꽂을 노드를 골라요.',
  powered: (node, is) =>
    is === 'off'
      ? `${node}의 전원을 뽑았어요. 쿠버네티스는 소식이 50초쯤 끊겨야 알아채고(node-monitor-grace-period), 그 뒤 5분이 지나면 파드를 다른 노드에 새로 만들어요.`
      : `${node}의 전원을 켰어요.`,
  loaded: (what) =>
    what === 'load'
      ? 'CPU를 모두 합쳐 0.4개 쓸 만큼 부하를 걸었어요. 1분쯤 지나면 파드가 늘기 시작해요.'
      : '부하를 멈췄어요. 파드는 5분쯤 지나면 줄어요.',
  noSuch: (name) => `${name}: 이제 없어요.`,

  nodesOff: (nodes, seconds) =>
    `${withParticle(nodes, '을/를')} 껐어요. 쿠버네티스는 아직 몰라요: kubectl에는 ${seconds}초쯤 뒤에 NotReady로 보여요`,
  nodesDown: (nodes, lost) =>
    `${withParticle(nodes, '이/가')} 꺼졌어요${lost === 0 ? '' : `: 거기 있던 파드 ${lost}개와 연락이 끊겼어요`}`,
  stuck: (name, version, reason, old) =>
    `${name}: 새 버전 ${withParticle(version, '이/가')} ${failing.ko(reason)}, 옛 파드 ${old}개가 계속 일해요`,
  rollout: (name, from, to, old, fresh) =>
    `${withParticle(name, '을/를')} ${from}에서 ${withParticle(to, '으로/로')} 바꾸는 중: 옛 파드 ${old}개, 준비된 새 파드 ${fresh}개`,
  renewal: (name, version, old, fresh) =>
    `${name}: 버전은 ${version} 그대로, 파드만 새것으로 바꾸는 중: 옛 파드 ${old}개, 준비된 새 파드 ${fresh}개`,
  broken: (name, pods, reason, restarts) =>
    `${name}: 파드 ${pods}개가 ${failing.ko(reason)}${restarts === 0 ? '' : `, ${restarts}번 다시 시작했어요`}`,
  scalingUp: (name, pods, { percent: now, target, wanted }) =>
    `${name}: CPU ${percent(now)}, 목표 ${percent(target)}보다 높아 파드를 ${pods}개에서 ${wanted}개로 늘려요`,
  scalingDown: (name, pods, { percent: now, target, wanted }) =>
    pods > wanted
      ? `${name}: CPU ${percent(now)}, 목표 ${percent(target)}보다 낮아 파드를 ${pods}개에서 ${wanted}개로 줄여요`
      : `${name}: CPU ${percent(now)}, 목표 ${percent(target)}보다 낮아 파드를 ${wanted}개로 줄이는 중이에요`,
  scaled: (name, pods, { percent: now = 0, target = 0, least, most }) =>
    `${name}: CPU ${now}%, ` +
    (now > target
      ? pods >= most
        ? `목표 ${target}%보다 높지만 파드가 최대인 ${most}개예요`
        : `목표 ${target}%보다 높아서 곧 파드를 늘려요`
      : pods > least
        ? `목표 ${target}%보다 낮아요. 계속 낮으면 파드를 줄여요`
        : `목표 ${target}% 안쪽이라 파드 ${pods}개면 돼요`),
  recovered: (name, pods) => `${name}: 파드 ${pods}개가 켜져 있는 노드에서 모두 준비됐어요`,
  tooFew: (name, wanted, ready, coming) =>
    `${name}: 파드가 ${wanted}개여야 하는데 ${ready}개뿐이${coming === 0 ? '에요' : `라 ${coming}개를 새로 만들어요`}`,
  tooMany: (name, wanted, leaving) => `${name}: 파드 ${leaving}개를 끝내고 ${wanted}개만 남겨요`,
  leftOut: (service, ready, leftOut) => `서비스 ${service}: 준비 안 된 파드 ${leftOut}개는 빼고 ${ready}개에만 보내요`,
  unready: (pods) => `파드 ${pods}개가 돌고 있지만 아직 준비되지 않았어요`,
  waiting: (pods) => `파드 ${pods}개가 들어갈 노드를 찾지 못했어요`,
  cordoned: (nodes) => `${withParticle(nodes, '은/는')} 새 파드를 받지 않아요 (cordon)`,
  restarted: (pod, restarts) => `${pod}: 컨테이너가 죽어서 ${restarts}번 다시 시작했어요`,
  calm: (pods) => `파드 ${pods}개가 ${pods === 1 ? '' : '모두 '}준비됐어요`,
  empty: (nodes) => `노드 ${nodes}개가 비어 있어요`,
};

const en: PictureText = {
  title: (nodes, pods) => `My cluster · ${plural(nodes, 'node')} · ${plural(pods, 'Pod')}`,
  history: 'How it went',
  looks: {
    ready: 'ready',
    unready: 'not ready',
    starting: 'starting',
    broken: 'failing',
    leaving: 'terminating',
    waiting: 'waits for a node',
    lost: 'out of reach',
    done: 'done',
  },
  nodeLooks: {
    ready: 'Ready',
    off: 'off · kubectl: Ready',
    down: 'NotReady · down',
    cordoned: 'cordoned · no new Pods',
  },
  restarts: (count) => plural(count, 'restart'),
  readyOf: (ready, wanted) => `${ready}/${wanted} ready`,
  pods: String,
  twin: (version, isNew) => `${version} ${isNew ? 'new' : 'old'}`,
  service: (name, port) => `Service ${name}${port === undefined ? '' : `:${port}`}`,
  behind: (ready, leftOut) =>
    leftOut === 0 ? `sends to ${plural(ready, 'ready Pod')}` : `sends to ${ready}, leaves out ${leftOut}`,
  scaler: ({ percent: now, target, wanted, most }) =>
    `HPA CPU ${percent(now)} / target ${percent(target)} · ${plural(wanted, 'Pod')} (at most ${most})`,
  withoutNode: 'Pods that wait for a node',
  foot: 'Dosirak · /lab',
  alt: (on, all) => `${on} of ${plural(all, 'node')} ${wordFor(on, 'is', 'are')} up.`,
  altNode: (name, says, pods) => `${name} (${says}): ${pods}.`,
  noPods: 'no Pods',

  intro: `This is a practice cluster of Kubernetes that is yours alone: whatever you break, nobody else notices. Begin with **🧭 Tours**, which guide you step by step, or type a command such as ${slash('kubectl get nodes')}.`,
  isFast: '⏩ Time runs fast.',
  again: '🔄 Look again',
  tours: '🧭 Tours',
  nodes: '🔌 Power of nodes',
  kubectl: '⌨️ Your kubectl',
  back: '← Back',
  load: (name) => `🔥 Put load on ${name}`,
  unload: '🧊 End the load',
  power: (node, isDown) => (isDown ? `🟢 Switch ${node} on` : `🔴 Switch ${node} off`),
  whichNode: 'Which node shall lose its power, or have it back?',
  powered: (node, is) =>
    is === 'off'
      ? `${node} has no power. Kubernetes notices after about 50 seconds without a word of it (node-monitor-grace-period), and five minutes later makes its Pods anew elsewhere.`
      : `${node} has power again.`,
  loaded: (what) =>
    what === 'load'
      ? 'Its Pods are asked to use 0.4 cores together. In about a minute they become more.'
      : 'The load has ended. In about five minutes the Pods become fewer.',
  noSuch: (name) => `${name} is no longer there.`,

  nodesOff: (nodes, seconds) =>
    `${nodes}: switched off, and Kubernetes does not know yet: kubectl says NotReady in about ${seconds} seconds`,
  nodesDown: (nodes, lost) =>
    `${nodes} went down${lost === 0 ? '' : `: ${plural(lost, 'Pod')} there ${wordFor(lost, 'is', 'are')} out of reach`}`,
  stuck: (name, version, reason, old) =>
    `${name}: the new version ${version} ${failing.en(reason)}, ${plural(old, 'old Pod')} ${wordFor(old, 'goes', 'go')} on`,
  rollout: (name, from, to, old, fresh) =>
    `${name} goes from ${from} to ${to}: ${plural(old, 'old Pod')}, ${plural(fresh, 'new Pod')} ready`,
  renewal: (name, version, old, fresh) =>
    `${name} stays at ${version} and gets new Pods: ${plural(old, 'old Pod')}, ${plural(fresh, 'new Pod')} ready`,
  broken: (name, pods, reason, restarts) =>
    `${name}: ${plural(pods, 'Pod')} ${failing.en(reason)}${restarts === 0 ? '' : `, started again ${plural(restarts, 'time')}`}`,
  scalingUp: (name, pods, { percent: now, target, wanted }) =>
    `${name}: CPU ${percent(now)} is above ${percent(target)}: from ${pods} to ${plural(wanted, 'Pod')}`,
  scalingDown: (name, pods, { percent: now, target, wanted }) =>
    pods > wanted
      ? `${name}: CPU ${percent(now)} is below ${percent(target)}: from ${pods} to ${plural(wanted, 'Pod')}`
      : `${name}: CPU ${percent(now)} is below ${percent(target)}: down to ${plural(wanted, 'Pod')}`,
  scaled: (name, pods, { percent: now = 0, target = 0, least, most }) =>
    `${name}: CPU ${now}% ` +
    (now > target
      ? pods >= most
        ? `is above ${target}%, but ${plural(most, 'Pod')} are the most`
        : `is above ${target}%: more Pods are to come`
      : pods > least
        ? `is below ${target}%: if it stays so, Pods become fewer`
        : `is within ${target}%: ${plural(pods, 'Pod')} ${wordFor(pods, 'is', 'are')} enough`),
  recovered: (name, pods) => `${name}: all ${plural(pods, 'Pod')} ready on the nodes that are up`,
  tooFew: (name, wanted, ready, coming) =>
    `${name}: ${ready} of ${plural(wanted, 'Pod')} ready${coming === 0 ? '' : `, so ${coming} more ${wordFor(coming, 'is', 'are')} being made`}`,
  tooMany: (name, wanted, leaving) =>
    `${name}: ${plural(leaving, 'Pod')} ${wordFor(leaving, 'ends', 'end')}, ${wanted} stay`,
  leftOut: (service, ready, leftOut) =>
    `Service ${service} leaves out ${plural(leftOut, 'Pod')} that ${wordFor(leftOut, 'is', 'are')} not ready and sends to ${ready}`,
  unready: (pods) =>
    `${plural(pods, 'Pod')} ${wordFor(pods, 'runs', 'run')} but ${wordFor(pods, 'is', 'are')} not ready yet`,
  waiting: (pods) => `${plural(pods, 'Pod')} found no node to run on`,
  cordoned: (nodes) => `${nodes} takes no new Pods (cordon)`,
  restarted: (pod, restarts) => `${pod}: its container died and was started again ${plural(restarts, 'time')}`,
  calm: (pods) => `${plural(pods, 'Pod')}, ${pods === 1 ? '' : 'all '}ready`,
  empty: (nodes) => `${plural(nodes, 'node')}, with nothing on them yet`,
};

export const text = localized({ ko, en });
