import { localized } from '../../../core/locale.ts';
import { withParticle } from '../../../language/with-particle.ts';
import { code, listEn, listKo, objectKo } from '../pods/text.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

type Source = 'configMap' | 'secret';
type Volume = Source | 'claim' | 'own' | 'emptyDir' | 'hostPath' | 'nfs' | 'downward' | 'ephemeral' | 'projected';

/** A volume where a container sees it; `of`: what it is made of, several with spaces between, of an emptyDir its limit. */
export interface MountFacts {
  path: string;
  kind: Volume;
  of: string;
  isReadOnly: boolean;
}

/** How a container is looked at: a path, a port or a command, and each how many seconds. */
export interface ProbeFacts {
  how: 'http' | 'port' | 'grpc' | 'command';
  asked: string;
  port: string | undefined;
  every: number;
}

type ProbeKind = 'startupProbe' | 'livenessProbe' | 'readinessProbe';
type Way = 'up' | 'down';
type Direction = 'ingress' | 'egress';

/** What values of a manifest come to, a sentence each; `container` is '' where a Pod has but one, undefined for the whole Pod. */
export interface ValuesText {
  restarts(policy: 'Never' | 'OnFailure'): string;
  resources(container: string | undefined, requests: readonly string[], limits: readonly string[]): string;
  probe(container: string, kind: ProbeKind, probe: ProbeFacts): string;
  mount(mount: MountFacts): string;
  ownVariables(names: readonly string[]): string;
  variables(names: readonly string[], kind: Source, of: string): string;
  allVariables(kind: Source, of: string): string;
  onNode(node: string): string;
  onNodes(labels: string): string;
  nodeAffinity(isMust: boolean): string;
  podAffinity(isMust: boolean): string;
  podAntiAffinity(isMust: boolean): string;
  spread(key: string, most: number): string;
  tolerates(taints: readonly string[]): string;
  runsAs(user: number): string;
  noRoot: string;
  readOnlyFiles: string;
  privileged: string;
  account(name: string): string;
  hosts(names: readonly string[], ip: string): string;
  ownDns(servers: readonly string[]): string;
  nodeNetwork: string;
  grace(seconds: number): string;
  priority(name: string): string;
  recreates: string;
  rolls(surge: string, gone: string): string;
  parallel(count: number): string;
  indexed: string;
  retries(count: number): string;
  failsOn(codes: readonly string[]): string;
  ignoresDisruption: string;
  deadline(seconds: number): string;
  keptFor(seconds: number): string;
  suspended: string;
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

const secondsKo = (seconds: number): string => {
  if (seconds >= HOUR && seconds % HOUR === 0) return `${seconds / HOUR}시간`;
  return seconds >= MINUTE && seconds % MINUTE === 0 ? `${seconds / MINUTE}분` : `${seconds}초`;
};
const countKo = (amount: string): string => (amount.endsWith('%') ? amount : `${amount}개`);
const inKo = (container: string | undefined): string =>
  container === undefined ? '파드 전체: ' : container === '' ? '' : `${code(container)}: `;
const SOURCE_KO = { configMap: '컨피그맵', secret: '시크릿' };

const VOLUME_KO: Readonly<Record<Volume, (of: string) => string>> = {
  claim: (of) => `클레임 ${code(of)}의 볼륨을`,
  own: () => '파드마다 따로 만든 볼륨을',
  configMap: (of) => `컨피그맵 ${objectKo(code(of))} 파일로`,
  secret: (of) => `시크릿 ${objectKo(code(of))} 파일로`,
  emptyDir: (of) => `파드와 함께 사라지는 빈 볼륨${of === '' ? '' : `(${of}까지)`}을`,
  hostPath: (of) => `노드의 폴더 ${objectKo(code(of))}`,
  nfs: (of) => `NFS ${objectKo(code(of))}`,
  downward: () => '파드 자신의 정보를 파일로',
  ephemeral: () => '파드와 함께 만들고 지우는 볼륨을',
  projected: (of) => `${listKo(of.split(' '))}에서 모은 파일을`,
};

const PROBE_KO: Readonly<Record<ProbeKind, string>> = {
  startupProbe: '성공할 때까지 다른 프로브는 기다려요',
  livenessProbe: '거듭 실패하면 컨테이너를 다시 시작해요',
  readinessProbe: '성공하는 동안만 서비스의 요청을 받아요',
};

function askedKo({ how, asked, port }: ProbeFacts): string {
  switch (how) {
    case 'http':
      return `${port === undefined ? '' : /^\d+$/.test(port) ? `${port}번 포트의 ` : `${code(port)} 포트의 `}${objectKo(code(asked))}`;
    case 'port':
      return /^\d+$/.test(asked) ? `${asked}번 포트가 열렸는지를` : `${code(asked)} 포트가 열렸는지를`;
    case 'grpc':
      return `${asked}번 포트의 gRPC 상태를`;
    case 'command':
      return `${code(asked)} 명령이 성공하는지를`;
    default:
      return how satisfies never;
  }
}

const AFFINITY_KO = (isMust: boolean): string => (isMust ? '놓여요' : '되도록 놓여요');

const ko: ValuesText = {
  restarts: (policy) =>
    policy === 'Never' ? '컨테이너가 끝나도 다시 시작하지 않아요.' : '컨테이너가 실패했을 때만 다시 시작해요.',
  resources: (container, requests, limits) => {
    const asks = requests.length === 0 ? '' : `노드에 ${objectKo(listKo(requests))} 잡아 두`;
    const may = limits.length === 0 ? '' : `${listKo(limits)}까지 쓸 수 있어요.`;
    return `${inKo(container)}${asks === '' ? may : may === '' ? `${asks}어요.` : `${asks}고, ${may}`}`;
  },
  probe: (container, kind, probe) =>
    `${inKo(container)}${secondsKo(probe.every)}마다 ${askedKo(probe)} 확인하고, ${PROBE_KO[kind]}.`,
  mount: ({ path, kind, of, isReadOnly }) =>
    `${code(path)}에 ${VOLUME_KO[kind](of)} ${isReadOnly ? '읽기 전용으로 ' : ''}붙여요.`,
  ownVariables: (names) => `환경 변수 ${objectKo(listKo(names))} 여기서 정해요.`,
  variables: (names, kind, of) => `환경 변수 ${objectKo(listKo(names))} ${SOURCE_KO[kind]} ${code(of)}에서 가져와요.`,
  allVariables: (kind, of) => `${SOURCE_KO[kind]} ${code(of)}에 든 키를 모두 환경 변수로 넣어요.`,
  onNode: (node) => `스케줄러를 거치지 않고 노드 ${code(node)}에 놓여요.`,
  onNodes: (labels) => `레이블이 ${code(labels)}인 노드에만 놓여요.`,
  nodeAffinity: (isMust) =>
    isMust ? '어피니티의 조건에 맞는 노드에만 놓여요.' : '어피니티의 조건에 맞는 노드에 되도록 놓여요.',
  podAffinity: (isMust) => `조건에 맞는 다른 파드가 있는 곳에 ${AFFINITY_KO(isMust)}.`,
  podAntiAffinity: (isMust) => `조건에 맞는 다른 파드가 없는 곳에 ${AFFINITY_KO(isMust)}.`,
  spread: (key, most) => `${code(key)}마다 파드 수가 ${most}개 넘게 차이 나지 않게 나누어 놓여요.`,
  tolerates: (taints) => `테인트 ${withParticle(listKo(taints), '이/가')} 있는 노드에도 놓일 수 있어요.`,
  runsAs: (user) => `${user === 0 ? '루트 사용자로' : `사용자 ${withParticle(String(user), '으로/로')}`} 실행돼요.`,
  noRoot: '루트가 아닌 사용자로만 실행돼요.',
  readOnlyFiles: '컨테이너 안의 파일은 읽을 수만 있어요.',
  privileged: '노드의 장치까지 다룰 수 있는 특권을 가져요.',
  account: (name) => `API 서버에 서비스어카운트 ${withParticle(code(name), '으로/로')} 자신을 밝혀요.`,
  hosts: (names, ip) =>
    `${withParticle(listKo(names), '을/를')} ${withParticle(code(ip), '으로/로')} 알도록 \`/etc/hosts\`에 적어요.`,
  ownDns: (servers) =>
    `이름을 클러스터의 DNS 대신 ${servers.length === 0 ? '따로 정한 서버' : listKo(servers)}에 물어요.`,
  nodeNetwork: '노드의 네트워크를 그대로 써요.',
  grace: (seconds) =>
    seconds === 0 ? '끝내라고 하면 기다리지 않고 바로 꺼요.' : `끝내라고 하면 ${secondsKo(seconds)}까지 기다려 줘요.`,
  priority: (name) => `프라이어리티클래스 ${code(name)}의 우선순위를 가져요.`,
  recreates: '업데이트할 때는 옛 파드를 모두 끈 뒤에 새 파드를 띄워요.',
  rolls: (surge, gone) =>
    `업데이트하는 동안 파드가 ${countKo(surge)}까지 더 있을 수 있고, ${countKo(gone)}까지 모자랄 수 있어요.`,
  parallel: (count) => `파드를 한 번에 ${count}개까지 띄워요.`,
  indexed: '파드마다 0부터 시작하는 번호를 받아요.',
  retries: (count) =>
    count === 0 ? '파드가 실패하면 다시 해 보지 않아요.' : `파드가 실패하면 ${count}번까지 다시 해 봐요.`,
  failsOn: (codes) => `종료 코드가 ${withParticle(codes.join(', '), '이면/면')} 바로 전체를 실패로 끝내요.`,
  ignoresDisruption: '노드를 비우는 일처럼 밖에서 끊긴 것은 실패로 세지 않아요.',
  deadline: (seconds) => `${secondsKo(seconds)} 안에 끝나지 않으면 멈춰요.`,
  keptFor: (seconds) =>
    seconds === 0
      ? '끝나면 바로 저절로 지워져요.'
      : `끝나고 ${withParticle(secondsKo(seconds), '이/가')} 지나면 저절로 지워져요.`,
  suspended: '지금은 멈춰 두었어요(`suspend: true`).',
  concurrency: (policy) =>
    policy === 'Forbid'
      ? '앞의 잡이 아직 돌고 있으면 이번은 건너뛰어요.'
      : '앞의 잡이 아직 돌고 있으면 그것을 멈추고 새로 시작해요.',
  sticks: '같은 클라이언트의 요청은 같은 파드로 보내요.',
  localTraffic: '요청을 받은 노드에 있는 파드로만 보내서 클라이언트의 IP가 그대로 보여요.',
  ofIngressClass: (name) => `인그레스클래스 ${code(name)}의 컨트롤러가 맡아요.`,
  certificate: (hosts, secret) =>
    `${hosts.length === 0 ? '' : `${listKo(hosts)}의 `}인증서는 시크릿 ${code(secret)}에 있어요.`,
  ofClass: (name) => `스토리지클래스는 ${withParticle(code(name), '이에요/예요')}.`,
  noClass: '스토리지클래스 없이, 미리 만들어 둔 볼륨을 찾아요.',
  boundTo: (volume) => `퍼시스턴트볼륨 ${withParticle(code(volume), '과/와')} 짝이 돼요.`,
  reclaims: (policy) =>
    policy === 'Retain' ? '클레임을 지워도 볼륨과 데이터가 남아요.' : '클레임을 지우면 볼륨과 데이터도 지워져요.',
  volumeOnNodes: '정해진 노드에서만 쓸 수 있어서, 이 볼륨을 쓰는 파드도 그 노드에 놓여요.',
  isDefault: '스토리지클래스를 적지 않은 클레임이 쓰는 기본값이에요.',
  waits: '클레임을 쓰는 파드가 놓일 노드가 정해진 뒤에 볼륨을 만들어요.',
  grows: '만든 뒤에 볼륨을 더 크게 할 수 있어요.',
  scalesAfter: (way, seconds) =>
    way === 'up'
      ? `늘릴 까닭이 ${secondsKo(seconds)} 동안 이어져야 늘려요.`
      : `줄일 까닭이 ${secondsKo(seconds)} 동안 이어져야 줄여요.`,
  scalesBy: (way, amount, seconds) =>
    `${secondsKo(seconds)}마다 ${countKo(amount)}까지만 ${way === 'up' ? '늘려요' : '줄여요'}.`,
  allowsNone: (direction) => (direction === 'ingress' ? '들어오는 것은 모두 막아요.' : '나가는 것은 모두 막아요.'),
  allows: (direction, peers, ports) => {
    const from = direction === 'ingress';
    const all = peers.join(', ');
    const where =
      peers.length === 0 ? (from ? '어디서든' : '어디로든') : from ? `${all}에서` : withParticle(all, '으로/로');
    const through = ports.length === 0 ? '' : ` ${listKo(ports)} 포트로`;
    if (!from && all !== '' && through !== '') return `${all}의${through} 나가는 것을 허용해요.`;
    return `${where}${through} ${from ? '들어오는' : '나가는'} 것을 허용해요.`;
  },
  addresses: (block, except) => `IP ${code(block)}${except.length === 0 ? '' : `(${listKo(except)} 빼고)`}`,
  podsOf: (pods, spaces) => {
    const where =
      spaces === undefined ? '' : spaces === '' ? '모든 네임스페이스의 ' : `레이블이 ${code(spaces)}인 네임스페이스의 `;
    return `${where}${pods === undefined || pods === '' ? (where === '' ? '같은 네임스페이스의 모든 파드' : '모든 파드') : `레이블이 ${code(pods)}인 파드`}`;
  },
  gathers: (labels) => `레이블이 ${code(labels)}인 클러스터롤의 권한을 모아서 가져요.`,
  onlyNamed: (resources, names) => `${listKo(resources)} 가운데 이름이 ${listKo(names)}인 것에만 통해요.`,
  range: (part, amounts) =>
    ({
      defaultRequest: `요청을 적지 않은 컨테이너에는 ${objectKo(listKo(amounts))} 요청으로 넣어요.`,
      default: `제한을 적지 않은 컨테이너에는 ${objectKo(listKo(amounts))} 제한으로 넣어요.`,
      min: `${listKo(amounts)}보다 적게 적을 수 없어요.`,
      max: `${listKo(amounts)}보다 많이 적을 수 없어요.`,
    })[part],
};

const manyEn = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const secondsEn = (seconds: number): string => {
  if (seconds >= HOUR && seconds % HOUR === 0) return manyEn(seconds / HOUR, 'hour');
  return seconds >= MINUTE && seconds % MINUTE === 0 ? manyEn(seconds / MINUTE, 'minute') : manyEn(seconds, 'second');
};
const inEn = (container: string | undefined): string =>
  container === undefined ? 'The Pod as a whole: ' : container === '' ? '' : `${code(container)}: `;
const SOURCE_EN = { configMap: 'ConfigMap', secret: 'Secret' };

const VOLUME_EN: Readonly<Record<Volume, (of: string) => string>> = {
  claim: (of) => `the volume of the claim ${code(of)}`,
  own: () => 'a volume that each Pod has for itself',
  configMap: (of) => `the ConfigMap ${code(of)} as files`,
  secret: (of) => `the Secret ${code(of)} as files`,
  emptyDir: (of) => `an empty volume that goes with the Pod${of === '' ? '' : ` (up to ${of})`}`,
  hostPath: (of) => `the node’s folder ${code(of)}`,
  nfs: (of) => `NFS ${code(of)}`,
  downward: () => 'what the Pod knows of itself, as files',
  ephemeral: () => 'a volume that is made and deleted with the Pod',
  projected: (of) => `files from ${listEn(of.split(' '))}`,
};

const PROBE_EN: Readonly<Record<ProbeKind, string>> = {
  startupProbe: 'other probes wait until it succeeds',
  livenessProbe: 'when it keeps failing the container is restarted',
  readinessProbe: 'Services send requests only while it succeeds',
};

function askedEn({ how, asked, port }: ProbeFacts): string {
  switch (how) {
    case 'http':
      return `${code(asked)}${port === undefined ? '' : ` on port ${port}`}`;
    case 'port':
      return `whether port ${asked} is open`;
    case 'grpc':
      return `gRPC on port ${asked}`;
    case 'command':
      return `whether ${code(asked)} succeeds`;
    default:
      return how satisfies never;
  }
}

const en: ValuesText = {
  restarts: (policy) =>
    policy === 'Never' ? 'A container that ends is not restarted.' : 'A container is restarted only where it failed.',
  resources: (container, requests, limits) => {
    const asks = requests.length === 0 ? '' : `sets aside ${listEn(requests)} on its node`;
    const may = limits.length === 0 ? '' : `may use up to ${listEn(limits)}`;
    return `${inEn(container)}It ${[asks, may].filter((one) => one !== '').join(' and ')}.`;
  },
  probe: (container, kind, probe) =>
    `${inEn(container)}Every ${secondsEn(probe.every)} ${askedEn(probe)} is checked; ${PROBE_EN[kind]}.`,
  mount: ({ path, kind, of, isReadOnly }) =>
    `At ${code(path)} it has ${VOLUME_EN[kind](of)}${isReadOnly ? ', read-only' : ''}.`,
  ownVariables: (names) => `Variables set here: ${listEn(names)}.`,
  variables: (names, kind, of) => `From the ${SOURCE_EN[kind]} ${code(of)} come the variables ${listEn(names)}.`,
  allVariables: (kind, of) => `All keys of the ${SOURCE_EN[kind]} ${code(of)} become variables.`,
  onNode: (node) => `It is placed on the node ${code(node)}, past the scheduler.`,
  onNodes: (labels) => `Only nodes with ${code(labels)} may have it.`,
  nodeAffinity: (isMust) =>
    isMust ? 'Only nodes that fit its affinity may have it.' : 'Nodes that fit its affinity are preferred.',
  podAffinity: (isMust) => `It ${isMust ? 'has to be' : 'is rather'} placed where certain other Pods are.`,
  podAntiAffinity: (isMust) => `It ${isMust ? 'has to be' : 'is rather'} placed where certain other Pods are not.`,
  spread: (key, most) => `Pods are spread so that no ${code(key)} has more than ${most} more than another.`,
  tolerates: (taints) => `Nodes with the taint ${listEn(taints)} may have it as well.`,
  runsAs: (user) => `It runs as user ${user}${user === 0 ? ' (root)' : ''}.`,
  noRoot: 'It runs only as a user that is not root.',
  readOnlyFiles: 'Files in the container can only be read.',
  privileged: 'It is privileged: even the node’s devices are open to it.',
  account: (name) => `To the API server it is the ServiceAccount ${code(name)}.`,
  hosts: (names, ip) => `\`/etc/hosts\` says that ${listEn(names)} is ${code(ip)}.`,
  ownDns: (servers) =>
    `It asks ${servers.length === 0 ? 'servers of its own' : listEn(servers)} for names, not the cluster’s DNS.`,
  nodeNetwork: 'It uses the node’s own network.',
  grace: (seconds) =>
    seconds === 0
      ? 'When told to end it is stopped at once.'
      : `When told to end it is given up to ${secondsEn(seconds)}.`,
  priority: (name) => `It has the priority of the PriorityClass ${code(name)}.`,
  recreates: 'An update stops all old Pods before it starts new ones.',
  rolls: (surge, gone) => `During an update there may be up to ${surge} Pods more, and up to ${gone} fewer.`,
  parallel: (count) => `Up to ${count} Pods run at once.`,
  indexed: 'Each Pod gets a number, from 0.',
  retries: (count) =>
    count === 0 ? 'A Pod that fails is not tried again.' : `Pods that fail are tried again up to ${count} times.`,
  failsOn: (codes) => `The exit code ${codes.join(', ')} ends all of it as failed.`,
  ignoresDisruption: 'What is broken off from outside, as by draining a node, does not count as a failure.',
  deadline: (seconds) => `It is stopped when it takes longer than ${secondsEn(seconds)}.`,
  keptFor: (seconds) =>
    seconds === 0 ? 'It deletes itself at its end.' : `It deletes itself ${secondsEn(seconds)} after its end.`,
  suspended: 'It rests at present (`suspend: true`).',
  concurrency: (policy) =>
    policy === 'Forbid'
      ? 'While the last Job still runs the next one is skipped.'
      : 'The next Job takes the place of one that still runs.',
  sticks: 'Requests of one client go to the same Pod.',
  localTraffic: 'Requests go only to Pods of the node that got them, so the client’s IP is seen.',
  ofIngressClass: (name) => `The controller of the IngressClass ${code(name)} serves it.`,
  certificate: (hosts, secret) =>
    `The certificate${hosts.length === 0 ? '' : ` of ${listEn(hosts)}`} is in the Secret ${code(secret)}.`,
  ofClass: (name) => `Its StorageClass is ${code(name)}.`,
  noClass: 'Without a StorageClass it looks for a volume that is there already.',
  boundTo: (volume) => `It is a pair with the PersistentVolume ${code(volume)}.`,
  reclaims: (policy) =>
    policy === 'Retain'
      ? 'Volume and data stay when the claim is deleted.'
      : 'Volume and data are deleted with the claim.',
  volumeOnNodes: 'It can be used on certain nodes only, where Pods that use it are placed.',
  isDefault: 'It is the default, for claims that name no StorageClass.',
  waits: 'A volume is made once the node of a Pod that uses its claim is chosen.',
  grows: 'Volumes can be made larger afterwards.',
  scalesAfter: (way, seconds) => `It scales ${way} only when that was wanted for ${secondsEn(seconds)}.`,
  scalesBy: (way, amount, seconds) =>
    `It scales ${way} by at most ${amount.endsWith('%') ? amount : `${amount} Pods`} every ${secondsEn(seconds)}.`,
  allowsNone: (direction) => (direction === 'ingress' ? 'Nothing may come in.' : 'Nothing may go out.'),
  allows: (direction, peers, ports) => {
    return `It lets traffic ${direction === 'ingress' ? 'from' : 'to'} ${peers.length === 0 ? 'anywhere' : peers.join(', ')}${ports.length === 0 ? '' : ` through ${listEn(ports)}`}.`;
  },
  addresses: (block, except) => `${code(block)}${except.length === 0 ? '' : ` but ${listEn(except)}`}`,
  podsOf: (pods, spaces) => {
    const which = pods === undefined || pods === '' ? 'all Pods' : `Pods with ${code(pods)}`;
    return `${which}${spaces === undefined ? (pods === undefined || pods === '' ? ' of its namespace' : '') : spaces === '' ? ' of all namespaces' : ` of namespaces with ${code(spaces)}`}`;
  },
  gathers: (labels) => `It gathers what ClusterRoles with ${code(labels)} allow.`,
  onlyNamed: (resources, names) => `Of ${listEn(resources)} it holds only for ${listEn(names)}.`,
  range: (part, amounts) =>
    ({
      defaultRequest: `A container without requests gets ${listEn(amounts)}.`,
      default: `A container without limits gets ${listEn(amounts)}.`,
      min: `Nothing below ${listEn(amounts)} may be written.`,
      max: `Nothing above ${listEn(amounts)} may be written.`,
    })[part],
};

export const text = localized({ ko, en });
