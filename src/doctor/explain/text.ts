import { localized } from '../../core/locale.ts';
import { withParticle } from '../../language/with-particle.ts';
import type { Cadence, Days, Time } from './cadence.ts';
import type { PodFacts, PortFacts, RouteFacts } from './facts.ts';

/** What a manifest makes, in a sentence or two. `name`: already the beginning of the sentence, in `named`. */
interface ExplainText {
  /** The object's name as the beginning of a sentence; '' where it has none. */
  named(name: string | undefined): string;
  pod(facts: PodFacts): string;
  /** Deployment, ReplicaSet, ReplicationController. */
  replicas(kind: 'Deployment' | 'ReplicaSet' | 'ReplicationController', facts: PodFacts, count: number): string;
  statefulSet(facts: PodFacts, count: number, storage: string | undefined): string;
  daemonSet(facts: PodFacts): string;
  job(facts: PodFacts, completions: number): string;
  cronJob(facts: PodFacts, when: string): string;
  cadence(cadence: Cadence): string;
  /** A schedule that is not told in words. */
  schedule(source: string): string;
  zone(zone: string): string;
  service(type: string, selector: string, ports: readonly PortFacts[]): string;
  headless(selector: string): string;
  external(host: string): string;
  ingress(routes: readonly RouteFacts[], tls: boolean): string;
  configMap(keys: readonly string[]): string;
  secret(keys: readonly string[]): string;
  claim(size: string | undefined, modes: readonly string[]): string;
  volume(size: string | undefined, source: string | undefined): string;
  storageClass(provisioner: string): string;
  autoscaler(target: string, min: number, max: number | undefined, metrics: readonly string[]): string;
  budget(selector: string, least: string | undefined, most: string | undefined): string;
  namespace: string;
  serviceAccount: string;
  role(isCluster: boolean, permissions: readonly { verbs: string; resources: string }[]): string;
  binding(isCluster: boolean, role: string, subjects: readonly string[]): string;
  networkPolicy(selector: string, directions: readonly string[]): string;
  quota(limits: string): string;
  limitRange: string;
  priorityClass(value: number | undefined): string;
  definition(kind: string): string;
  ingressClass(controller: string): string;
  other(kind: string, group: string): string;
  nothing: string;
}

/** More than this are counted. */
const MOST = 5;
const code = (text: string | number): string => `\`${text}\``;

const NATIVE = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];
const pieces = (count: number): string => (count === 1 ? '하나' : `${NATIVE[count] ?? count} 개`);
const listKo = (names: readonly string[]): string =>
  names.length > MOST
    ? `${names.slice(0, MOST).map(code).join(', ')} 등 ${names.length}개`
    : names.map(code).join(', ');
const imagesKo = ({ images }: PodFacts): string =>
  images.length === 0 ? '컨테이너' : `${[...new Set(images)].map(code).join(', ')} 컨테이너`;
const objectKo = (text: string): string => withParticle(text, '을/를');
/** Containers of one Pod, and how many. */
const containersKo = (facts: PodFacts): string =>
  facts.images.length > 1
    ? `${imagesKo(facts)} ${objectKo(pieces(facts.images.length))} 함께`
    : `${imagesKo(facts)} 하나를`;
const eachKo = (facts: PodFacts, count: number): string =>
  facts.images.length > 1
    ? `${withParticle(imagesKo(facts), '이/가')} 함께 든 파드 ${objectKo(pieces(count))}`
    : `${imagesKo(facts)} ${objectKo(pieces(count))}`;
const initKo = ({ init }: PodFacts): string =>
  init.length === 0 ? '' : ` 그 전에 ${listKo(init)} 컨테이너가 먼저 준비를 마쳐요.`;
const portsKo = ({ ports }: PodFacts): string =>
  ports.length === 0 ? '' : ` 컨테이너는 ${[...new Set(ports)].map((port) => `${port}번`).join(', ')} 포트를 열어요.`;

function timeKo({ hour, minute }: Time): string {
  const minutes = minute === 0 ? '' : ` ${minute}분`;
  if (hour === 0) return minute === 0 ? '자정' : `밤 12시${minutes}`;
  const part =
    hour < 6 ? '새벽' : hour < 12 ? '오전' : hour === 12 ? '낮' : hour < 18 ? '오후' : hour < 21 ? '저녁' : '밤';
  return `${part} ${hour > 12 ? hour - 12 : hour}시${minutes}`;
}
const WEEKDAYS_KO = ['일', '월', '화', '수', '목', '금', '토'];
function daysKo(days: Days): string {
  switch (days.kind) {
    case 'every':
      return '매일';
    case 'weekdays': {
      const all = [...days.days].sort().join('');
      if (all === '12345') return '평일마다';
      if (all === '06') return '주말마다';
      return `매주 ${days.days.map((day) => `${WEEKDAYS_KO[day % 7]}요일`).join(', ')}`;
    }
    case 'dates':
      return `${days.months.length === 0 ? '매달' : `해마다 ${days.months.map((month) => `${month}월`).join(', ')}`} ${days.dates.map((date) => `${date}일`).join(', ')}`;
    default:
      return days satisfies never;
  }
}

/** Pods by the labels that they have. */
const podsKo = (selector: string): string => (selector === '' ? '모든 파드' : `레이블이 ${code(selector)}인 파드`);
/** A port by its number or its name. */
const portKo = (port: string): string => (/^\d+$/.test(port) ? `${port}번` : code(port));

const MODES_KO: Readonly<Record<string, string>> = {
  ReadWriteOnce: '한 노드에서 읽고 쓰는',
  ReadOnlyMany: '여러 노드에서 읽기만 하는',
  ReadWriteMany: '여러 노드에서 읽고 쓰는',
  ReadWriteOncePod: '한 파드만 읽고 쓰는',
};

const ko: ExplainText = {
  named: (name) => (name === undefined ? '' : `${withParticle(code(name), '은/는')} `),
  pod: (facts) => `${containersKo(facts)} 띄우는 파드예요.${portsKo(facts)}${initKo(facts)}`,
  replicas: (kind, facts, count) =>
    count === 0
      ? `지금은 파드를 하나도 띄우지 않는(\`replicas: 0\`) ${KINDS_KO[kind]}.`
      : `${eachKo(facts, count)} 띄우는 ${KINDS_KO[kind]}.${portsKo(facts)}${initKo(facts)}`,
  statefulSet: (facts, count, storage) =>
    `${eachKo(facts, count)} 순서와 이름을 지키며 띄우는 스테이트풀셋이에요.${storage === undefined ? '' : ` 파드마다 ${storage} 볼륨을 따로 가져요.`}`,
  daemonSet: (facts) => `${imagesKo(facts)}를 노드마다 하나씩 띄우는 데몬셋이에요.${portsKo(facts)}`,
  job: (facts, completions) =>
    `${withParticle(imagesKo(facts), '으로/로')} 일을 ${completions === 1 ? '한 번' : `${NATIVE[completions] ?? completions} 번`} 끝까지 하고 멈추는 잡이에요.`,
  cronJob: (facts, when) => `${when} ${withParticle(imagesKo(facts), '으로/로')} 일을 하는 크론잡이에요.`,
  cadence(cadence) {
    switch (cadence.kind) {
      case 'minutes':
        return cadence.every === 1 ? '1분마다' : `${cadence.every}분마다`;
      case 'hours':
        return `${cadence.every === 1 ? '매시간' : `${cadence.every}시간마다`} ${cadence.minute === 0 ? '정각' : `${cadence.minute}분`}에`;
      case 'daily':
        return `${daysKo(cadence.days)} ${cadence.times.map(timeKo).join(', ')}에`;
      case 'word':
        return {
          hourly: '매시간 정각에',
          daily: '매일 자정에',
          weekly: '매주 일요일 자정에',
          monthly: '매달 1일 자정에',
          yearly: '해마다 1월 1일 자정에',
        }[cadence.word];
      default:
        return cadence satisfies never;
    }
  },
  schedule: (source) => `${code(source)} 일정에 맞춰`,
  zone: (zone) => `(${zone} 시간)`,
  service: (type, selector, ports) => {
    const to = selector === '' ? '직접 정한 주소' : podsKo(selector);
    const through = ports
      .slice(0, MOST)
      .map(({ port, target }) => (port === target ? portKo(port) : `${objectKo(portKo(port))} ${portKo(target)}`));
    const led = ports.length === 0 ? '' : ` ${through.join(', ')} 포트로 이어 줘요.`;
    const nodes = ports.flatMap(({ node }) => (node === undefined ? [] : [`${node}번`]));
    const from =
      type === 'NodePort'
        ? ` 모든 노드의 ${nodes.length === 0 ? '30000번대' : nodes.join(', ')} 포트로 클러스터 밖에서도 들어올 수 있어요.`
        : type === 'LoadBalancer'
          ? ' 로드 밸런서의 주소로 클러스터 밖에서도 들어올 수 있어요.'
          : ' 클러스터 안에서만 쓸 수 있어요.';
    return `${to}로 요청을 보내는 ${type} 서비스예요.${led}${from}`;
  },
  headless: (selector) =>
    `주소 하나로 모으지 않고 ${podsKo(selector)} 하나하나의 주소를 알려 주는 헤드리스 서비스예요.`,
  external: (host) => `클러스터 밖의 ${code(host)}를 가리키는 이름을 만드는 ExternalName 서비스예요.`,
  ingress: (routes, tls) =>
    `${routes
      .slice(0, MOST)
      .map(
        ({ from, service, port }) =>
          `${from === '*' ? '나머지 모든' : code(from)} 요청을 서비스 ${code(service)}${port === '' ? '' : `의 ${portKo(port)} 포트`}`,
      )
      .join('로, ')}로 보내는 인그레스예요.${tls ? ' HTTPS로 받아요.' : ''}`,
  configMap: (keys) => (keys.length === 0 ? '아직 빈 컨피그맵이에요.' : `${listKo(keys)} 설정을 담은 컨피그맵이에요.`),
  secret: (keys) => (keys.length === 0 ? '아직 빈 시크릿이에요.' : `${objectKo(listKo(keys))} 담은 시크릿이에요.`),
  claim: (size, modes) =>
    `${modes.map((mode) => MODES_KO[mode] ?? mode).join(', ')} ${size ?? ''} 볼륨을 달라고 하는 퍼시스턴트볼륨클레임이에요.`
      .replace(/ +/g, ' ')
      .trimStart(),
  volume: (size, source) =>
    `${source === undefined ? '' : `${withParticle(code(source), '으로/로')} 마련한 `}${size ?? ''} 퍼시스턴트볼륨이에요.`
      .replace(/ +/g, ' ')
      .trimStart(),
  storageClass: (provisioner) => `${withParticle(code(provisioner), '이/가')} 볼륨을 만들어 주는 스토리지클래스예요.`,
  autoscaler: (target, min, max, metrics) =>
    `${code(target)}의 파드를 ${metrics.length === 0 ? '' : `${withParticle(listKo(metrics), '을/를')} 기준으로 `}${min}개에서 ${max ?? '?'}개 사이로 늘리고 줄이는 수평 파드 오토스케일러예요.`,
  budget: (selector, least, most) =>
    `노드를 비울 때 ${withParticle(podsKo(selector), '이/가')} ${least === undefined ? `한꺼번에 ${most ?? '1'}${/%$/.test(most ?? '') ? '' : '개'}까지만 멈추게` : `적어도 ${least}${/%$/.test(least) ? '' : '개'}는 남게`} 지키는 파드 중단 예산이에요.`,
  namespace: '오브젝트를 나누어 담을 네임스페이스예요.',
  serviceAccount: '파드가 API 서버에 자신을 밝힐 때 쓰는 서비스어카운트예요.',
  role: (isCluster, permissions) =>
    permissions.length === 0
      ? `스스로는 아무 권한도 정하지 않은 ${isCluster ? '클러스터롤' : '롤'}이에요.`
      : `${permissions
          .slice(0, MOST)
          .map(({ verbs, resources }) => `${code(resources)}에 ${code(verbs)}`)
          .join(', ')} 권한을 정한 ${isCluster ? '클러스터롤' : '롤'}이에요.`,
  binding: (isCluster, role, subjects) =>
    `${listKo(subjects)}에게 ${code(role)}의 권한을 ${isCluster ? '클러스터 전체에서' : '이 네임스페이스에서'} 주는 ${isCluster ? '클러스터롤바인딩' : '롤바인딩'}이에요.`,
  networkPolicy: (selector, directions) =>
    `${podsKo(selector)}에 ${directions.length > 1 ? '들어오고 나가는' : directions[0] === 'Egress' ? '나가는' : '들어오는'} 트래픽을 정해진 것만 허용하는 네트워크폴리시예요.`,
  quota: (limits) => `네임스페이스가 쓸 수 있는 양을 ${withParticle(code(limits), '으로/로')} 제한하는 리소스쿼터예요.`,
  limitRange: '컨테이너마다 요청과 제한의 기본값이나 범위를 정하는 리밋레인지예요.',
  priorityClass: (value) => `파드의 우선순위를 ${value ?? 0}${'으로'} 정하는 프라이어리티클래스예요.`,
  definition: (kind) =>
    `${withParticle(code(kind), '이라는/라는')} 새 종류의 오브젝트를 쓸 수 있게 하는 커스텀 리소스 정의예요.`,
  ingressClass: (controller) => `${withParticle(code(controller), '이/가')} 맡는 인그레스클래스예요.`,
  other: (kind, group) => `${group === '' ? '' : `${code(group)}의 `}${code(kind)} 오브젝트예요.`,
  nothing: '무엇을 만드는지 알 수 없는 문서예요.',
};

const KINDS_KO = {
  Deployment: '디플로이먼트예요',
  ReplicaSet: '레플리카셋이에요',
  ReplicationController: '레플리케이션컨트롤러예요',
};

const WORDS_EN = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const countEn = (count: number): string => WORDS_EN[count] ?? String(count);
const listEn = (names: readonly string[]): string =>
  names.length > MOST
    ? `${names.slice(0, MOST).map(code).join(', ')} and ${names.length - MOST} more`
    : names.map(code).join(', ');
const imagesEn = ({ images }: PodFacts): string => [...new Set(images)].map(code).join(', ');
const containersEn = (facts: PodFacts): string =>
  facts.images.length > 1
    ? `${countEn(facts.images.length)} containers together (${imagesEn(facts)})`
    : `one ${imagesEn(facts)} container`.replace('  ', ' ');
const eachEn = (facts: PodFacts, count: number): string => {
  const many = count === 1 ? '' : 's';
  return facts.images.length > 1
    ? `${countEn(count)} Pod${many} of ${imagesEn(facts)}`
    : `${countEn(count)} ${imagesEn(facts)} container${many}`;
};
const initEn = ({ init }: PodFacts): string =>
  init.length === 0 ? '' : ` Before that, ${listEn(init)} runs to its end.`;
const portsEn = ({ ports }: PodFacts): string =>
  ports.length === 0 ? '' : ` Open: port ${[...new Set(ports)].join(', ')}.`;
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const timeEn = ({ hour, minute }: Time): string => `${twoDigits(hour)}:${twoDigits(minute)}`;
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
function daysEn(days: Days): string {
  switch (days.kind) {
    case 'every':
      return 'every day';
    case 'weekdays': {
      const all = [...days.days].sort().join('');
      if (all === '12345') return 'on weekdays';
      if (all === '06') return 'at weekends';
      return `every ${days.days.map((day) => WEEKDAYS_EN[day % 7]).join(', ')}`;
    }
    case 'dates':
      return `on day ${days.dates.join(', ')} of ${days.months.length === 0 ? 'every month' : days.months.map((month) => MONTHS_EN[month - 1]).join(', ')}`;
    default:
      return days satisfies never;
  }
}
const MODES_EN: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'read and written from one node',
  ReadOnlyMany: 'read from many nodes',
  ReadWriteMany: 'read and written from many nodes',
  ReadWriteOncePod: 'read and written by one Pod',
};

const en: ExplainText = {
  named: (name) => (name === undefined ? 'This is ' : `${code(name)} is `),
  pod: (facts) => `a Pod that runs ${containersEn(facts)}.${portsEn(facts)}${initEn(facts)}`,
  replicas: (kind, facts, count) =>
    count === 0
      ? `a ${kind} that runs no Pods at present (\`replicas: 0\`).`
      : `a ${kind} that runs ${eachEn(facts, count)}.${portsEn(facts)}${initEn(facts)}`,
  statefulSet: (facts, count, storage) =>
    `a StatefulSet that runs ${eachEn(facts, count)}, in order and each under its own name.${storage === undefined ? '' : ` Each Pod has a volume of ${storage} of its own.`}`,
  daemonSet: (facts) => `a DaemonSet that runs ${imagesEn(facts)} once on every node.${portsEn(facts)}`,
  job: (facts, completions) =>
    `a Job that runs ${imagesEn(facts)} to its end ${completions === 1 ? 'once' : `${countEn(completions)} times`}.`,
  cronJob: (facts, when) => `a CronJob that runs ${imagesEn(facts)} ${when}.`,
  cadence(cadence) {
    switch (cadence.kind) {
      case 'minutes':
        return cadence.every === 1 ? 'every minute' : `every ${cadence.every} minutes`;
      case 'hours':
        return `${cadence.every === 1 ? 'every hour' : `every ${cadence.every} hours`}${cadence.minute === 0 ? '' : ` at minute ${cadence.minute}`}`;
      case 'daily':
        return `${daysEn(cadence.days)} at ${cadence.times.map(timeEn).join(', ')}`;
      case 'word':
        return {
          hourly: 'every hour',
          daily: 'every day at midnight',
          weekly: 'every Sunday at midnight',
          monthly: 'on the first of every month at midnight',
          yearly: 'on January 1 at midnight',
        }[cadence.word];
      default:
        return cadence satisfies never;
    }
  },
  schedule: (source) => `by the schedule ${code(source)}`,
  zone: (zone) => ` (time of ${zone})`,
  service: (type, selector, ports) => {
    const to = selector === '' ? 'addresses that are given by hand' : `Pods with ${code(selector)}`;
    const led = ports
      .slice(0, MOST)
      .map(({ port, target }) => (port === target ? port : `${port} to ${target}`))
      .join(', ');
    const nodes = ports.flatMap(({ node }) => node ?? []);
    const from =
      type === 'NodePort'
        ? ` From outside it is reached on port ${nodes.length === 0 ? '30000-32767' : nodes.join(', ')} of every node.`
        : type === 'LoadBalancer'
          ? ' From outside it is reached at the address of a load balancer.'
          : ' It is reached from within the cluster only.';
    return `a Service of type ${type} that leads to ${to}${led === '' ? '' : `, port ${led}`}.${from}`;
  },
  headless: (selector) =>
    `a headless Service, which gives the address of each Pod with ${code(selector)} rather than one for all.`,
  external: (host) => `a Service that is another name for ${code(host)} outside of the cluster.`,
  ingress: (routes, tls) =>
    `an Ingress that leads ${routes
      .slice(0, MOST)
      .map(
        ({ from, service, port }) =>
          `${from === '*' ? 'all else' : code(from)} to the Service ${code(service)}${port === '' ? '' : `, port ${port}`}`,
      )
      .join('; ')}.${tls ? ' It takes HTTPS.' : ''}`,
  configMap: (keys) =>
    keys.length === 0 ? 'a ConfigMap that is still empty.' : `a ConfigMap with the settings ${listEn(keys)}.`,
  secret: (keys) => (keys.length === 0 ? 'a Secret that is still empty.' : `a Secret with ${listEn(keys)}.`),
  claim: (size, modes) =>
    `a PersistentVolumeClaim: it asks for a volume${size === undefined ? '' : ` of ${size}`}${modes.length === 0 ? '' : `, ${modes.map((mode) => MODES_EN[mode] ?? mode).join(', ')}`}.`,
  volume: (size, source) =>
    `a PersistentVolume${size === undefined ? '' : ` of ${size}`}${source === undefined ? '' : `, made of ${code(source)}`}.`,
  storageClass: (provisioner) => `a StorageClass whose volumes are made by ${code(provisioner)}.`,
  autoscaler: (target, min, max, metrics) =>
    `a HorizontalPodAutoscaler that keeps ${code(target)} between ${min} and ${max ?? '?'} Pods${metrics.length === 0 ? '' : `, by ${listEn(metrics)}`}.`,
  budget: (selector, least, most) =>
    `a PodDisruptionBudget: when nodes are emptied, ${least === undefined ? `at most ${most ?? '1'} of the` : `at least ${least} of the`} Pods with ${code(selector)} ${least === undefined ? 'stop at once' : 'stay'}.`,
  namespace: 'a Namespace for objects to live in.',
  serviceAccount: 'a ServiceAccount, by which Pods tell the API server who they are.',
  role: (isCluster, permissions) =>
    permissions.length === 0
      ? `a ${isCluster ? 'ClusterRole' : 'Role'} without rules of its own.`
      : `a ${isCluster ? 'ClusterRole' : 'Role'} that allows ${permissions
          .slice(0, MOST)
          .map(({ verbs, resources }) => `${code(verbs)} on ${code(resources)}`)
          .join('; ')}.`,
  binding: (isCluster, role, subjects) =>
    `a ${isCluster ? 'ClusterRoleBinding' : 'RoleBinding'} that gives ${listEn(subjects)} what ${code(role)} allows, ${isCluster ? 'in the whole cluster' : 'in this namespace'}.`,
  networkPolicy: (selector, directions) =>
    `a NetworkPolicy that lets only what it names ${directions.map((one) => (one === 'Egress' ? 'out of' : 'into')).join(' and ')} ${selector === '' ? 'all Pods of the namespace' : `Pods with ${code(selector)}`}.`,
  quota: (limits) => `a ResourceQuota: the namespace may use ${code(limits)}.`,
  limitRange: 'a LimitRange: bounds and defaults for the requests and limits of containers.',
  priorityClass: (value) => `a PriorityClass that gives Pods the priority ${value ?? 0}.`,
  definition: (kind) => `a CustomResourceDefinition, after which there are objects of the kind ${code(kind)}.`,
  ingressClass: (controller) => `an IngressClass whose Ingresses ${code(controller)} serves.`,
  other: (kind, group) => `an object of the kind ${code(kind)}${group === '' ? '' : ` of ${code(group)}`}.`,
  nothing: 'a document of which it cannot be said what it makes.',
};

export const text = localized({ ko, en });
