import { localized } from '../../../core/locale.ts';
import { withParticle } from '../../../language/with-particle.ts';
import { code, listEn, listKo, objectKo } from '../pods/text.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Source = 'configMap' | 'secret';
type Volume = Source | 'claim' | 'own' | 'emptyDir' | 'hostPath' | 'nfs' | 'downward' | 'ephemeral' | 'projected';

/** A volume where a container sees it; `of`: what it is made of, of an emptyDir its limit. */
export interface MountFacts {
  path: string;
  kind: Volume;
  of: readonly string[];
  isReadOnly: boolean;
}

/** How a container is looked at: a path, a port or a command; each how many seconds, and how many failures in a row count. */
export type ProbeFacts = { asked: string; every: number; failures: number } & (
  | { how: 'http'; port: string | undefined }
  | { how: 'port' | 'grpc' | 'command' }
);

type ProbeKind = 'startupProbe' | 'livenessProbe' | 'readinessProbe';
type Way = 'up' | 'down';
type Direction = 'ingress' | 'egress';

/** What values of a manifest come to, a sentence each; `container` is '' where a Pod has but one, undefined for the whole Pod. */
interface ValuesText {
  restarts(policy: 'Never' | 'OnFailure'): string;
  resources(container: string | undefined, requests: readonly string[], limits: readonly string[]): string;
  /** `restarts`: a container that fails is started again. */
  probe(container: string, kind: ProbeKind, probe: ProbeFacts, restarts: boolean): string;
  mount(mount: MountFacts): string;
  ownVariables(names: readonly string[]): string;
  variables(names: readonly string[], kind: Source, of: string): string;
  allVariables(kind: Source, of: string): string;
  onNode(node: string): string;
  onNodes(labels: string): string;
  nodeAffinity(isMust: boolean): string;
  podAffinity(isMust: boolean): string;
  podAntiAffinity(isMust: boolean): string;
  spread(key: string, most: number, isMust: boolean): string;
  tolerates(taints: readonly string[]): string;
  runsAs(user: number): string;
  noRoot: string;
  readOnlyFiles: string;
  /** `containers`: which of several; none where the Pod has but one. */
  privileged(containers: readonly string[]): string;
  account(name: string): string;
  hosts(names: readonly string[], ip: string): string;
  ownDns(servers: readonly string[]): string;
  nodeNetwork: string;
  grace(seconds: number): string;
  priority(name: string): string;
  recreates: string;
  rolls(surge: string, gone: string): string;
  deletesClaims(when: 'whenDeleted' | 'whenScaled'): string;
  atOnce: string;
  partition(from: number): string;
  parallel(count: number): string;
  indexed: string;
  retries(count: number): string;
  failsOn(codes: readonly string[]): string;
  ignoresDisruption: string;
  deadline(seconds: number): string;
  keptFor(seconds: number): string;
  suspended: string;
  jobWaits: string;
  concurrency(policy: 'Forbid' | 'Replace'): string;
  sticks: string;
  localTraffic: string;
  ofIngressClass(name: string): string;
  certificate(hosts: readonly string[], secret: string): string;
  ofClass(name: string): string;
  noClass: string;
  boundTo(volume: string): string;
  reclaims(policy: 'Retain' | 'Delete'): string;
  volumeOnNodes: string;
  isDefault: string;
  waits: string;
  grows: string;
  scalesAfter(way: Way, seconds: number): string;
  neverScales(way: Way): string;
  scalesBy(way: Way, amount: string, seconds: number): string;
  allowsNone(direction: Direction): string;
  allows(direction: Direction, peers: readonly string[], ports: readonly string[]): string;
  addresses(block: string, except: readonly string[]): string;
  /** `undefined`: it says nothing of them; '': all of them. */
  podsOf(pods: string | undefined, spaces: string | undefined): string;
  gathers(labels: string): string;
  onlyNamed(resources: readonly string[], names: readonly string[]): string;
  range(part: 'defaultRequest' | 'default' | 'min' | 'max', amounts: readonly string[]): string;
}

/** No Pods at all, of a strategy. */
const isNone = (amount: string): boolean => /^0%?$/.test(amount);

const secondsKo = (seconds: number): string => {
  if (seconds > DAY && seconds % DAY === 0) return `${seconds / DAY}일`;
  if (seconds >= HOUR && seconds % HOUR === 0) return `${seconds / HOUR}시간`;
  return seconds >= MINUTE && seconds % MINUTE === 0 ? `${seconds / MINUTE}분` : `${seconds}초`;
};
const countKo = (amount: string): string => (amount.endsWith('%') ? amount : `${amount}개`);
const portKo = (port: string): string => (/^\d+$/.test(port) ? `${port}번 포트` : `${code(port)} 포트`);
/** Whose requests and limits they are: a Pod may be one of many. */
const ownerKo = (container: string | undefined): string =>
  container === undefined ? '파드 하나가 통틀어 ' : container === '' ? '컨테이너 하나가 ' : `${code(container)}: `;
const SOURCE_KO = { configMap: '컨피그맵', secret: '시크릿' };

const VOLUME_KO: Readonly<Record<Volume, (of: string) => string>> = {
  claim: (of) => `클레임 ${of}의 볼륨을`,
  own: () => '파드마다 따로 만든 볼륨을',
  configMap: (of) => `컨피그맵 ${objectKo(of)} 파일로`,
  secret: (of) => `시크릿 ${objectKo(of)} 파일로`,
  emptyDir: (of) => `파드와 함께 사라지는 빈 볼륨${of === '' ? '' : `(${of}까지)`}을`,
  hostPath: (of) => `노드의 ${objectKo(of)}`,
  nfs: (of) => `NFS 폴더 ${objectKo(of)}`,
  downward: () => '파드 자신의 정보를 파일로',
  ephemeral: () => '파드와 함께 만들고 지우는 클레임의 볼륨을',
  projected: (of) => `${of}에서 모은 파일을`,
};

const readOnlyKo = (volume: string): string =>
  volume.endsWith(' 파일로') ? volume.replace(/파일로$/, '읽기 전용 파일로') : `${volume} 읽기 전용으로`;

const PROBE_KO = { startupProbe: '스타트업 프로브', livenessProbe: '활성 프로브', readinessProbe: '준비성 프로브' };
const failingKo = (failures: number): string => (failures === 1 ? '한 번이라도' : `${failures}번 이어서`);
function thenKo(kind: ProbeKind, { failures }: ProbeFacts, restarts: boolean): string {
  switch (kind) {
    case 'startupProbe':
      return '성공할 때까지 다른 프로브는 기다려요';
    case 'livenessProbe':
      return `${failingKo(failures)} 실패하면 컨테이너를 ${restarts ? '다시 시작해요' : '끝내요'}`;
    case 'readinessProbe':
      return '성공하는 동안만 서비스의 요청을 받아요';
    default:
      return kind satisfies never;
  }
}

function askedKo(probe: ProbeFacts): string {
  const { asked } = probe;
  switch (probe.how) {
    case 'http':
      return `${probe.port === undefined ? '' : `${portKo(probe.port)}의 `}${objectKo(code(asked))}`;
    case 'port':
      return `${portKo(asked)}가 열렸는지`;
    case 'grpc':
      return `${portKo(asked)}의 gRPC 상태를`;
    case 'command':
      return `${code(asked)} 명령이 성공하는지`;
    default:
      return probe satisfies never;
  }
}

const placedKo = (isMust: boolean, where: string): string =>
  isMust ? `${where}에만 놓여요.` : `되도록 ${where}에 놓여요.`;

const ko: ValuesText = {
  restarts: (policy) =>
    policy === 'Never' ? '컨테이너가 끝나도 다시 시작하지 않아요.' : '컨테이너가 실패로 끝났을 때만 다시 시작해요.',
  resources: (container, requests, limits) => {
    const asks = requests.length === 0 ? '' : `노드에 ${objectKo(listKo(requests))} 잡아`;
    const may = limits.length === 0 ? '' : `${listKo(limits)}까지 쓸 수 있어요.`;
    return `${ownerKo(container)}${asks === '' ? may : may === '' ? `${asks} 둬요.` : `${asks} 두고, ${may}`}`;
  },
  probe: (container, kind, probe, restarts) =>
    `${container === '' ? '' : `${code(container)} `}${PROBE_KO[kind]}: ${secondsKo(probe.every)}마다 ${askedKo(probe)} 확인하고, ${thenKo(kind, probe, restarts)}.`,
  mount: ({ path, kind, of, isReadOnly }) => {
    const volume = VOLUME_KO[kind](listKo(of));
    return `${code(path)}에 ${isReadOnly ? readOnlyKo(volume) : volume} 붙여요.`;
  },
  ownVariables: (names) => `환경 변수 ${listKo(names)}의 값을 매니페스트에 바로 적어요.`,
  variables: (names, kind, of) => `환경 변수 ${objectKo(listKo(names))} ${SOURCE_KO[kind]} ${code(of)}에서 가져와요.`,
  allVariables: (kind, of) => `${SOURCE_KO[kind]} ${code(of)}에 든 키를 모두 환경 변수로 넣어요.`,
  onNode: (node) => `스케줄러를 거치지 않고 노드 ${code(node)}에 놓여요.`,
  onNodes: (labels) => `레이블이 ${code(labels)}인 노드에만 놓여요.`,
  nodeAffinity: (isMust) => placedKo(isMust, '어피니티 조건에 맞는 노드'),
  podAffinity: (isMust) => placedKo(isMust, '조건에 맞는 다른 파드가 있는 곳'),
  podAntiAffinity: (isMust) => placedKo(isMust, '조건에 맞는 다른 파드가 없는 곳'),
  spread: (key, most, isMust) =>
    `${code(key)} 값이 다른 곳끼리 파드 수 차이가 ${most}개를 넘지 않게 ${isMust ? '나눠 놓여요' : '되도록 나눠 놓여요'}.`,
  tolerates: (taints) =>
    `${taints.includes('*') ? '어떤 테인트가' : `테인트 ${withParticle(listKo(taints), '이/가')}`} 있는 노드에도 놓일 수 있어요.`,
  runsAs: (user) => `${user === 0 ? '루트' : `UID가 ${user}인 사용자`}로 실행돼요.`,
  noRoot: '루트가 아닌 사용자로만 실행돼요.',
  readOnlyFiles: '컨테이너에서 볼륨 밖의 파일은 읽을 수만 있어요.',
  privileged: (containers) =>
    `${containers.length === 0 ? '' : `${listKo(containers)}: `}노드의 장치까지 다룰 수 있는 특권을 가져요.`,
  account: (name) => `API 서버에 서비스어카운트 ${withParticle(code(name), '으로/로')} 자신을 밝혀요.`,
  hosts: (names, ip) => `\`/etc/hosts\`에 ${listKo(names)}의 주소를 ${withParticle(code(ip), '으로/로')} 적어 둬요.`,
  ownDns: (servers) =>
    `클러스터의 DNS 설정을 쓰지 않고 ${servers.length === 0 ? '따로 정한 서버' : listKo(servers)}에 이름을 물어요.`,
  nodeNetwork: '노드의 네트워크를 그대로 써요.',
  grace: (seconds) =>
    seconds === 0 ? '파드를 끝낼 때 기다리지 않고 바로 꺼요.' : `파드를 끝낼 때 ${secondsKo(seconds)}까지 기다려 줘요.`,
  priority: (name) => `프라이어리티클래스 ${code(name)}의 우선순위를 가져요.`,
  recreates: '업데이트할 때는 옛 파드를 모두 끈 뒤에 새 파드를 띄워요.',
  rolls: (surge, gone) => {
    const [more, fewer] = [`${countKo(surge)}까지 많`, `${countKo(gone)}까지 적`];
    const differs = isNone(surge)
      ? `${fewer}을 수 있지만, 더 많아지지는 않아요.`
      : isNone(gone)
        ? `${more}을 수 있지만, 모자라지는 않아요.`
        : `${more}거나 ${fewer}을 수 있어요.`;
    return `업데이트하는 동안 돌고 있는 파드가 \`replicas\`보다 ${differs}`;
  },
  deletesClaims: (when) =>
    `${when === 'whenDeleted' ? '스테이트풀셋을 지우면' : '파드 수를 줄이면'} 그 파드의 클레임과 데이터도 지워져요.`,
  atOnce: '앞 번호를 기다리지 않고 모두 한꺼번에 띄우고 꺼요.',
  partition: (from) => `업데이트하면 ${from}번부터 뒤의 파드만 새 버전으로 바꿔요.`,
  parallel: (count) => `파드를 한꺼번에 ${count}개까지 띄워요.`,
  indexed: '파드마다 0부터 번호를 하나씩 받아요.',
  retries: (count) =>
    count === 0 ? '파드가 실패하면 다시 해 보지 않아요.' : `파드가 실패하면 잡 전체에서 ${count}번까지 다시 해 봐요.`,
  failsOn: (codes) =>
    `종료 코드가 ${codes.length > 1 ? `${codes.join(', ')} 가운데 하나면` : withParticle(codes.join(''), '이면/면')} 바로 잡 전체를 실패로 끝내요.`,
  ignoresDisruption: '노드를 비울 때처럼 밖에서 파드를 끊은 것은 실패로 세지 않아요.',
  deadline: (seconds) => `${secondsKo(seconds)} 안에 끝나지 않은 잡은 실패로 멈춰요.`,
  keptFor: (seconds) =>
    seconds === 0
      ? '끝난 잡은 바로 저절로 지워져요.'
      : `끝난 잡은 ${withParticle(secondsKo(seconds), '이/가')} 지나면 저절로 지워져요.`,
  suspended: '`suspend: true`라서 지금은 잡을 새로 만들지 않아요.',
  jobWaits: '`suspend: true`라서 지금은 파드를 만들지 않고 기다려요.',
  concurrency: (policy) =>
    policy === 'Forbid'
      ? '이전 잡이 아직 돌고 있으면 이번 차례는 건너뛰어요.'
      : '이전 잡이 아직 돌고 있으면 그 잡을 지우고 새로 시작해요.',
  sticks: '같은 IP에서 온 요청은 같은 파드로 보내요.',
  localTraffic: '밖에서 온 요청은 그것을 받은 노드의 파드로만 보내서, 클라이언트의 IP가 그대로 보여요.',
  ofIngressClass: (name) => `인그레스클래스 ${code(name)}의 컨트롤러가 맡아요.`,
  certificate: (hosts, secret) =>
    `${hosts.length === 0 ? '' : `${listKo(hosts)}의 `}인증서는 시크릿 ${code(secret)}에서 가져와요.`,
  ofClass: (name) => `스토리지클래스는 ${withParticle(code(name), '이에요/예요')}.`,
  noClass: '스토리지클래스 없이, 미리 만들어 둔 볼륨과 클레임을 짝지어요.',
  boundTo: (volume) => `퍼시스턴트볼륨 ${code(volume)}에 묶여요.`,
  reclaims: (policy) =>
    policy === 'Retain' ? '클레임을 지워도 볼륨과 데이터가 남아요.' : '클레임을 지우면 볼륨과 데이터도 지워져요.',
  volumeOnNodes: '정해진 노드에서만 쓸 수 있어서, 이 볼륨을 쓰는 파드도 그 노드에 놓여요.',
  isDefault: '스토리지클래스를 적지 않은 클레임이 쓰는 기본 클래스예요.',
  waits: '클레임을 쓰는 파드의 노드가 정해진 뒤에 볼륨을 마련해요.',
  grows: '만든 뒤에도 볼륨을 키울 수 있어요.',
  scalesAfter: (way, seconds) =>
    way === 'up'
      ? `${secondsKo(seconds)} 동안 계속 늘려야 할 때만 늘려요.`
      : `${secondsKo(seconds)} 동안 계속 줄여도 될 때만 줄여요.`,
  neverScales: (way) => `저절로 ${way === 'up' ? '늘리지' : '줄이지'} 않아요.`,
  scalesBy: (way, amount, seconds) =>
    `${secondsKo(seconds)}마다 파드를 최대 ${countKo(amount)}씩 ${way === 'up' ? '늘릴' : '줄일'} 수 있어요.`,
  allowsNone: (direction) => `${direction === 'ingress' ? '들어오는' : '나가는'} 트래픽은 하나도 허용하지 않아요.`,
  allows: (direction, peers, ports) => {
    const from = direction === 'ingress';
    const all = peers.join(', ');
    const where =
      peers.length === 0 ? (from ? '어디서든' : '어디로든') : from ? `${all}에서` : withParticle(all, '으로/로');
    const through = ports.length === 0 ? '' : ` ${listKo(ports)} 포트로`;
    if (!from && all !== '' && through !== '') return `${all}의${through} 나가는 트래픽을 허용해요.`;
    return `${where}${through} ${from ? '들어오는' : '나가는'} 트래픽을 허용해요.`;
  },
  addresses: (block, except) => `IP 대역 ${code(block)}${except.length === 0 ? '' : `(${listKo(except)} 빼고)`}`,
  podsOf: (pods, spaces) => {
    const where =
      spaces === undefined
        ? '같은 네임스페이스'
        : spaces === ''
          ? '모든 네임스페이스'
          : `레이블이 ${code(spaces)}인 네임스페이스`;
    return `${where}의 ${pods === undefined || pods === '' ? '모든' : code(pods)} 파드`;
  },
  gathers: (labels) => `레이블이 ${code(labels)}인 클러스터롤의 권한을 모아 가져요.`,
  onlyNamed: (resources, names) => `${listKo(resources)} 가운데 이름이 ${listKo(names)}인 것에만 통해요.`,
  range: (part, amounts) =>
    ({
      defaultRequest: `요청도 제한도 적지 않은 컨테이너에는 ${objectKo(listKo(amounts))} 요청으로 넣어요.`,
      default: `제한을 적지 않은 컨테이너에는 ${objectKo(listKo(amounts))} 제한으로 넣어요.`,
      min: `${listKo(amounts)}보다 작게 적으면 거절해요.`,
      max: `${listKo(amounts)}보다 크게 적으면 거절해요.`,
    })[part],
};

const manyEn = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const secondsEn = (seconds: number): string => {
  if (seconds > DAY && seconds % DAY === 0) return manyEn(seconds / DAY, 'day');
  if (seconds >= HOUR && seconds % HOUR === 0) return manyEn(seconds / HOUR, 'hour');
  return seconds >= MINUTE && seconds % MINUTE === 0 ? manyEn(seconds / MINUTE, 'minute') : manyEn(seconds, 'second');
};
/** `minute`, `15 seconds`, after “every”. */
const everyEn = (seconds: number): string => secondsEn(seconds).replace(/^1 /, '');
const portEn = (port: string): string => `port ${/^\d+$/.test(port) ? port : code(port)}`;
const ownerEn = (container: string | undefined): string =>
  container === undefined
    ? 'Each Pod as a whole'
    : container === ''
      ? 'Each container'
      : `The container ${code(container)}`;
const SOURCE_EN = { configMap: 'ConfigMap', secret: 'Secret' };

const VOLUME_EN: Readonly<Record<Volume, (of: string) => string>> = {
  claim: (of) => `the volume of the claim ${of}`,
  own: () => 'a volume of each Pod’s own',
  configMap: (of) => `the ConfigMap ${of} as files`,
  secret: (of) => `the Secret ${of} as files`,
  emptyDir: (of) => `an empty volume that is deleted with the Pod${of === '' ? '' : ` (up to ${of})`}`,
  hostPath: (of) => `${of} of the node`,
  nfs: (of) => `the NFS folder ${of}`,
  downward: () => 'what the Pod knows of itself, as files',
  ephemeral: () => 'the volume of a claim that is made and deleted with the Pod',
  projected: (of) => `files from ${of}`,
};

const PROBE_EN = { startupProbe: 'startup probe', livenessProbe: 'liveness probe', readinessProbe: 'readiness probe' };
function thenEn(kind: ProbeKind, { failures }: ProbeFacts, restarts: boolean): string {
  switch (kind) {
    case 'startupProbe':
      return 'other probes wait until it succeeds';
    case 'livenessProbe':
      return `after ${manyEn(failures, 'failure')}${failures === 1 ? '' : ' in a row'} the container is ${restarts ? 'restarted' : 'stopped'}`;
    case 'readinessProbe':
      return 'Services send requests only while it succeeds';
    default:
      return kind satisfies never;
  }
}

function askedEn(probe: ProbeFacts): string {
  const { asked } = probe;
  switch (probe.how) {
    case 'http':
      return `${code(asked)}${probe.port === undefined ? '' : ` on ${portEn(probe.port)}`} is checked`;
    case 'port':
      return `a connection to ${portEn(asked)} is tried`;
    case 'grpc':
      return `the gRPC health on ${portEn(asked)} is checked`;
    case 'command':
      return `${code(asked)} is run`;
    default:
      return probe satisfies never;
  }
}

const placedEn = (isMust: boolean, where: string): string =>
  isMust ? `It runs only ${where}.` : `It runs ${where} if possible.`;

const en: ValuesText = {
  restarts: (policy) =>
    policy === 'Never' ? 'A container that ends is not restarted.' : 'A container is restarted only when it fails.',
  resources: (container, requests, limits) => {
    const asks = requests.length === 0 ? '' : `reserves ${listEn(requests)} on its node`;
    const may = limits.length === 0 ? '' : `may use up to ${listEn(limits)}`;
    return `${ownerEn(container)} ${[asks, may].filter((one) => one !== '').join(' and ')}.`;
  },
  probe: (container, kind, probe, restarts) =>
    `${container === '' ? '' : `${code(container)}, `}${PROBE_EN[kind]}: every ${everyEn(probe.every)} ${askedEn(probe)}; ${thenEn(kind, probe, restarts)}.`,
  mount: ({ path, kind, of, isReadOnly }) =>
    `Mounted at ${code(path)}: ${VOLUME_EN[kind](listEn(of))}${isReadOnly ? ', read-only' : ''}.`,
  ownVariables: (names) => `Environment variables set in the manifest itself: ${listEn(names)}.`,
  variables: (names, kind, of) => `Environment variables from the ${SOURCE_EN[kind]} ${code(of)}: ${listEn(names)}.`,
  allVariables: (kind, of) => `All keys of the ${SOURCE_EN[kind]} ${code(of)} become environment variables.`,
  onNode: (node) => `It is placed on the node ${code(node)} without the scheduler.`,
  onNodes: (labels) => `It runs only on nodes with ${code(labels)}.`,
  nodeAffinity: (isMust) => placedEn(isMust, 'on nodes that fit its affinity'),
  podAffinity: (isMust) => placedEn(isMust, 'where certain other Pods run'),
  podAntiAffinity: (isMust) => placedEn(isMust, 'where certain other Pods do not run'),
  spread: (key, most, isMust) =>
    `Values of ${code(key)} differ by at most ${manyEn(most, 'Pod')}${isMust ? '' : ', if possible'}.`,
  tolerates: (taints) =>
    `It may also run on nodes with ${taints.includes('*') ? 'any taint' : `the taint ${listEn(taints)}`}.`,
  runsAs: (user) => (user === 0 ? 'It runs as root.' : `It runs as the user with UID ${user}.`),
  noRoot: 'It runs only as a user that is not root.',
  readOnlyFiles: 'Files in the container can only be read, except in volumes.',
  privileged: (containers) =>
    `${containers.length === 0 ? 'It is' : `${listEn(containers)}:`} privileged: even the node’s devices are open to it.`,
  account: (name) => `To the API server it is the ServiceAccount ${code(name)}.`,
  hosts: (names, ip) => `\`/etc/hosts\` gives ${listEn(names)} the address ${code(ip)}.`,
  ownDns: (servers) =>
    `It asks ${servers.length === 0 ? 'servers of its own' : listEn(servers)} for names, without the cluster’s DNS settings.`,
  nodeNetwork: 'It uses the node’s own network.',
  grace: (seconds) =>
    seconds === 0
      ? 'When told to end, a Pod is stopped at once.'
      : `When told to end, a Pod is given up to ${secondsEn(seconds)}.`,
  priority: (name) => `It has the priority of the PriorityClass ${code(name)}.`,
  recreates: 'An update stops all old Pods before it starts new ones.',
  rolls: (surge, gone) => {
    const differs = isNone(surge)
      ? `up to ${gone} below \`replicas\`, but not above`
      : isNone(gone)
        ? `up to ${surge} above \`replicas\`, but not below`
        : `up to ${surge} above and up to ${gone} below \`replicas\``;
    return `During an update the number of running Pods may be ${differs}.`;
  },
  deletesClaims: (when) =>
    `${when === 'whenDeleted' ? 'Deleting the StatefulSet' : 'Scaling down'} also deletes the claims of its Pods and their data.`,
  atOnce: 'All of them start and stop at once, not one after another.',
  partition: (from) => `An update changes only the Pods from number ${from} on.`,
  parallel: (count) => `Up to ${count} Pods run at once.`,
  indexed: 'Each Pod gets a number, from 0.',
  retries: (count) =>
    count === 0
      ? 'A Pod that fails is not tried again.'
      : `When Pods fail, the Job tries again up to ${manyEn(count, 'time')} in all.`,
  failsOn: (codes) => `Exit code ${codes.join(' or ')} makes the whole Job fail at once.`,
  ignoresDisruption: 'Pods ended from outside, as when a node is drained, do not count as failures.',
  deadline: (seconds) => `A Job that takes longer than ${secondsEn(seconds)} is stopped as failed.`,
  keptFor: (seconds) =>
    seconds === 0 ? 'A finished Job is deleted at once.' : `A finished Job is deleted after ${secondsEn(seconds)}.`,
  suspended: 'With `suspend: true` it makes no new Jobs for now.',
  jobWaits: 'With `suspend: true` it waits and makes no Pods for now.',
  concurrency: (policy) =>
    policy === 'Forbid'
      ? 'If the previous Job still runs, the next one is skipped.'
      : 'If the previous Job still runs, it is deleted and a new one starts.',
  sticks: 'Requests from one IP go to the same Pod.',
  localTraffic: 'Requests from outside go only to Pods of the node that got them, so Pods see the client’s IP.',
  ofIngressClass: (name) => `The controller of the IngressClass ${code(name)} serves it.`,
  certificate: (hosts, secret) =>
    `The certificate${hosts.length === 0 ? '' : ` of ${listEn(hosts)}`} comes from the Secret ${code(secret)}.`,
  ofClass: (name) => `Its StorageClass is ${code(name)}.`,
  noClass: 'It has no StorageClass: a claim is matched with a volume made beforehand.',
  boundTo: (volume) => `It is bound to the PersistentVolume ${code(volume)}.`,
  reclaims: (policy) =>
    policy === 'Retain'
      ? 'Volume and data stay when the claim is deleted.'
      : 'Volume and data are deleted with the claim.',
  volumeOnNodes: 'It can be used on certain nodes only, and Pods that use it are placed there.',
  isDefault: 'It is the default, for claims that name no StorageClass.',
  waits: 'A claim gets its volume once the node of a Pod that uses it is chosen.',
  grows: 'Volumes can be made larger later.',
  scalesAfter: (way, seconds) =>
    `It scales ${way} only when ${way === 'up' ? 'more Pods have been needed' : 'fewer Pods have been enough'} for ${secondsEn(seconds)}.`,
  neverScales: (way) => `It never scales ${way} by itself.`,
  scalesBy: (way, amount, seconds) =>
    `It may ${way === 'up' ? 'add' : 'remove'} up to ${amount.endsWith('%') ? `${amount} of its Pods` : manyEn(Number(amount), 'Pod')} every ${everyEn(seconds)}.`,
  allowsNone: (direction) => (direction === 'ingress' ? 'It lets nothing in.' : 'It lets nothing out.'),
  allows: (direction, peers, ports) => {
    return `It allows traffic ${direction === 'ingress' ? 'from' : 'to'} ${peers.length === 0 ? 'anywhere' : peers.join(' and ')}${ports.length === 0 ? '' : ` on ${listEn(ports)}`}.`;
  },
  addresses: (block, except) => `${code(block)}${except.length === 0 ? '' : ` but ${listEn(except)}`}`,
  podsOf: (pods, spaces) => {
    const which = pods === undefined || pods === '' ? 'all Pods' : `Pods with ${code(pods)}`;
    return `${which} in ${spaces === undefined ? 'its namespace' : spaces === '' ? 'all namespaces' : `namespaces with ${code(spaces)}`}`;
  },
  gathers: (labels) => `It gathers what ClusterRoles with ${code(labels)} allow.`,
  onlyNamed: (resources, names) => `Of ${listEn(resources)} it covers only those named ${listEn(names)}.`,
  range: (part, amounts) =>
    ({
      defaultRequest: `A container with neither a request nor a limit gets ${listEn(amounts)} as its request.`,
      default: `A container without a limit gets ${listEn(amounts)} as its limit.`,
      min: `Less than ${listEn(amounts)} is refused.`,
      max: `More than ${listEn(amounts)} is refused.`,
    })[part],
};

export const text = localized({ ko, en });

/** A sentence in either language. */
export type Said = (t: ValuesText) => string;
