import { localized } from '../../../core/locale.ts';
import { withParticle } from '../../../language/with-particle.ts';

export type Probe = 'startupProbe' | 'livenessProbe' | 'readinessProbe';

interface PodsText {
  oneOf(what: string, choices: readonly string[]): string;
  onlyOneOf(what: string, one: string, other: string): string;
  keepOne: string;
  handlers: Readonly<Record<'probe' | 'lifecycle' | 'volume' | 'valueFrom' | 'envFrom' | 'projection', string>>;
  successOnce(probe: string): string;
  initProbe: string;
  sidecarPolicy: string;
  containerPolicy: string;
  nameservers: string;
  noPort(name: string, known: readonly string[]): string;
  portName(name: string): string;
  handlerPort(name: string): string;
  portNameTwice(name: string): string;
  portTwice(port: string): string;
  noVolume(name: string, known: readonly string[]): string;
  addVolume(name: string): string;
  volumeTwice(name: string): string;
  mountTwice(path: string): string;
  relativeMount(path: string): string;
  relativePath(path: string): string;
  valueAndFrom: string;
  envTwice(name: string): string;
  wholeLine(line: string): string;
  fieldPath(path: string): string;
  wholeField(path: string): string;
  oneOfField(path: string): string;
  amountField(name: string): string;
  imageSpace(image: string): string;
  imageUnfilled: string;
  imageScheme: string;
  imageUpper(image: string): string;
  imageTag: string;
  imageForm(image: string): string;
  requestOverLimit(name: string, request: string, limit: string): string;
  memoryMilli(source: string): string;
  memoryTiny(source: string): string;
  cpuHuge(source: string): string;
  /** `meant`: what it is in thousandths. `isAsked`: no Pod is placed without as many. */
  cpuCores(source: string, meant: number, isAsked: boolean): string;
  /** A probe asks a port that no container of its Pod declares. */
  probePort(probe: Probe, port: number, own: number): string;
  negative(source: string): string;
  unknownResource(name: string): string;
  rootNotAllowed: string;
  privileged: string;
  hostPort: string;
}

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const code = (value: string | number): string => `\`${value}\``;

const PROBE_KO = { startupProbe: '스타트업 프로브', livenessProbe: '활성 프로브', readinessProbe: '준비성 프로브' };
const FAILS_KO = {
  startupProbe: '컨테이너가 시작을 마치지 못하고 자꾸 다시 시작돼요',
  livenessProbe: '컨테이너가 자꾸 다시 시작돼요',
  readinessProbe: '파드가 `0/1`에 머물고 서비스가 요청을 보내지 않아요',
};
const FAILS_EN = {
  startupProbe: 'the container never finishes its start and is restarted again and again',
  livenessProbe: 'the container is restarted again and again',
  readinessProbe: 'the Pod stays at `0/1` and no Service sends it anything',
};

const ko: PodsText = {
  oneOf: (what, choices) =>
    `${withParticle(what, '은/는')} 무엇을 쓸지 정해야 해요. ${list(choices)} 중 하나가 있어야 해요.`,
  onlyOneOf: (what, one, other) =>
    `${withParticle(what, '은/는')} 하나만 쓸 수 있는데, ${withParticle(code(one), '과/와')} ${withParticle(code(other), '이/가')} 함께 있어요.`,
  keepOne: '하나만 남기고 지워 주세요.',
  handlers: {
    probe: '프로브',
    lifecycle: '수명 주기 훅',
    volume: '볼륨의 종류',
    valueFrom: '`valueFrom`',
    envFrom: '`envFrom`의 항목',
    projection: '`sources`의 항목',
  },
  successOnce: (probe) => `\`${probe}\`의 \`successThreshold\`는 1만 쓸 수 있어요.`,
  initProbe: '초기화 컨테이너에는 프로브를 쓸 수 없어요. `restartPolicy: Always`인 사이드카에만 쓸 수 있어요.',
  sidecarPolicy: '초기화 컨테이너의 `restartPolicy`는 사이드카로 만드는 `Always`만 쓸 수 있어요.',
  containerPolicy:
    '컨테이너에는 `restartPolicy`를 적을 수 없어요. 파드의 `spec` 바로 아래, `containers`와 같은 칸에 적어야 해요.',
  nameservers: '`dnsPolicy: None`이면 `dnsConfig.nameservers`에 DNS 서버의 주소를 적어야 해요.',
  noPort: (name, known) =>
    `이 컨테이너에는 ${withParticle(code(name), '이라는/라는')} 이름의 포트가 없어요.${known.length === 0 ? '' : ` 있는 이름은 ${withParticle(list(known), '이에요/예요')}.`} 그래서 프로브가 늘 실패해요.`,
  portName: (name) =>
    `포트 이름 ${withParticle(code(name), '은/는')} 쓸 수 없어요. 영어 소문자와 숫자, \`-\`로 15자까지만 쓸 수 있고, 글자가 하나는 있어야 해요.`,
  handlerPort: (name) =>
    `${withParticle(`\`${name}\``, '은/는')} 포트 번호도 포트 이름도 될 수 없어요. 번호는 따옴표 없이 적고, 이름은 영어 소문자와 숫자, \`-\`로 15자까지예요.`,
  portNameTwice: (name) => `포트 이름 ${withParticle(code(name), '이/가')} 두 번 있어요. 이름은 서로 달라야 해요.`,
  portTwice: (port) => `포트 ${withParticle(port, '이/가')} 같은 프로토콜로 두 번 있어요.`,
  noVolume: (name, known) =>
    `${withParticle(code(name), '이라는/라는')} 볼륨이 파드의 \`volumes\`에 없어요.${known.length === 0 ? '' : ` 있는 볼륨은 ${withParticle(list(known), '이에요/예요')}.`}`,
  addVolume: (name) =>
    `파드의 \`volumes\`에 ${withParticle(code(name), '을/를')} 더하거나, 있는 볼륨의 이름으로 바꿔 주세요.`,
  volumeTwice: (name) => `볼륨 이름 ${withParticle(code(name), '이/가')} 두 번 있어요. 이름은 서로 달라야 해요.`,
  mountTwice: (path) => `한 컨테이너에서 같은 자리(\`${path}\`)에 두 번 마운트할 수 없어요.`,
  relativeMount: (path) =>
    `\`mountPath\`는 \`/\`로 시작하는 절대 경로여야 하는데, ${withParticle(code(path), '은/는')} 그렇지 않아요.`,
  relativePath: (path) =>
    `${withParticle(code(path), '은/는')} 쓸 수 없어요. \`/\`로 시작하거나 \`..\`이 든 경로는 안 돼요.`,
  valueAndFrom: '`value`와 `valueFrom`은 함께 쓸 수 없어요. 하나만 남겨야 해요.',
  envTwice: (name) => `환경 변수 ${withParticle(code(name), '이/가')} 두 번 있어요. 뒤의 것만 남아요.`,
  wholeLine: (line) =>
    `${withParticle(code(line), '을/를')} 통째로 실행 파일의 이름으로 읽어요. 명령과 인자를 한 낱말씩 나누어 적어야 해요.`,
  fieldPath: (path) => `${withParticle(code(path), '은/는')} \`fieldRef\`로 가져올 수 없는 필드예요.`,
  wholeField: (path) => `환경 변수 하나에 ${withParticle(code(path), '을/를')} 통째로 담을 수 없어요.`,
  oneOfField: (path) => `\`${path}['app']\`처럼 하나만 고르거나, 모두 필요하면 \`downwardAPI\` 볼륨의 파일로 받아요.`,
  amountField: (name) => `${withParticle(code(name), '은/는')} \`resourceFieldRef\`로 가져올 수 없는 값이에요.`,
  imageSpace: (image) =>
    `이미지 이름 \`${image}\`에 빈칸이 있어요. 이름과 태그는 빈칸 없이 \`이름:태그\`로 적어야 해요.`,
  imageUnfilled:
    '이미지 이름에 값을 채울 자리(`{{ }}`)가 남아 있어요. 이대로 적용하면 이미지를 내려받을 수 없어요. 다른 도구가 채우지 않는다면 실제 이름을 적어야 해요.',
  imageScheme: '이미지 이름에는 `http://`나 `https://`를 붙이지 않아요. 붙이면 내려받을 수 없어요.',
  imageUpper: (image) =>
    `이미지 이름 \`${image}\`에 대문자가 있어요. 저장소 이름은 소문자만 쓸 수 있어서 내려받을 수 없어요.`,
  imageTag: '이미지 이름의 `:` 뒤에 태그가 없어요.',
  imageForm: (image) =>
    `${withParticle(code(image), '은/는')} 이미지 이름이 될 수 없어요. \`저장소/이름:태그\`의 꼴이어야 해요.`,
  requestOverLimit: (name, request, limit) =>
    `${name}의 요청(\`requests\`) ${withParticle(request, '이/가')} 제한(\`limits\`) ${limit}보다 커요. 요청은 제한을 넘을 수 없어요.`,
  memoryMilli: (source) =>
    `\`${source}\`의 \`m\`은 1000분의 1을 뜻해서, 1바이트의 몇 분의 일이 돼요. 메가바이트는 \`M\`이나 \`Mi\`예요.`,
  memoryTiny: (source) =>
    `${withParticle(code(source), '은/는')} 단위가 없어서 ${source}바이트예요. \`Mi\`나 \`Gi\` 같은 단위를 붙여야 해요.`,
  cpuHuge: (source) =>
    `CPU ${withParticle(code(source), '은/는')} 코어 수천 개보다 많아요. 코어의 1000분의 1은 소문자 \`m\`이에요.`,
  cpuCores: (source, meant, isAsked) =>
    `단위가 없는 \`cpu\`는 코어 수라서, ${withParticle(code(source), '은/는')} 코어 ${source}개예요. ${isAsked ? '이만큼 남은 노드가 없으면 파드가 `Pending`에 머물러요' : '이만큼 코어가 있는 노드는 드물어요'}. 코어 ${meant}개를 뜻했다면 \`${source}m\`이라고 적어야 해요.`,
  probePort: (probe, port, own) =>
    `이 컨테이너의 \`containerPort\`는 ${own}번인데, ${PROBE_KO[probe]}는 ${port}번 포트를 확인해요. 앱이 ${port}번에서 듣지 않으면 \`connection refused\`로 실패해서 ${FAILS_KO[probe]}. 앱이 정말 ${port}번에서 듣는다면 그대로 두고, \`ports\`에도 적어 두면 알아보기 쉬워요.`,
  negative: (source) => `${withParticle(code(source), '은/는')} 쓸 수 없어요. 0보다 작은 양은 없어요.`,
  unknownResource: (name) =>
    `${withParticle(code(name), '이라는/라는')} 자원은 없어요. \`cpu\`, \`memory\`, \`ephemeral-storage\`이거나 \`example.com/gpu\`처럼 도메인이 붙은 이름이어야 해요.`,
  rootNotAllowed: '`runAsNonRoot: true`인데 `runAsUser`가 0(root)이라서, 컨테이너가 시작되지 않아요.',
  privileged: '`privileged: true`인 컨테이너는 `allowPrivilegeEscalation: false`로 할 수 없어요.',
  hostPort: '`hostNetwork`를 쓰는 파드의 `hostPort`는 `containerPort`와 같아야 해요.',
};

const en: PodsText = {
  oneOf: (what, choices) => `${what} needs one of ${list(choices)}.`,
  onlyOneOf: (what, one, other) => `${what} takes only one, and has both \`${one}\` and \`${other}\`.`,
  keepOne: 'Keep one of them.',
  handlers: {
    probe: 'A probe',
    lifecycle: 'A lifecycle hook',
    volume: 'A volume',
    valueFrom: '`valueFrom`',
    envFrom: 'An item of `envFrom`',
    projection: 'An item of `sources`',
  },
  successOnce: (probe) => `\`successThreshold\` of a \`${probe}\` has to be 1.`,
  initProbe: 'A container that only prepares the Pod has no probes; only a sidecar with `restartPolicy: Always` may.',
  sidecarPolicy:
    'The `restartPolicy` of a container that prepares the Pod can only be `Always`, which makes it a sidecar.',
  containerPolicy:
    'A container takes no `restartPolicy`: it belongs directly under `spec` of the Pod, beside `containers`.',
  nameservers: '`dnsPolicy: None` needs addresses of DNS servers in `dnsConfig.nameservers`.',
  noPort: (name, known) =>
    `This container has no port named \`${name}\`${known.length === 0 ? '' : `; it has ${list(known)}`}. So the probe always fails.`,
  portName: (name) =>
    `\`${name}\` is no name of a port: it has at most 15 lower-case letters, digits and \`-\`, at least one letter among them.`,
  handlerPort: (name) =>
    `\`${name}\` is neither the number nor the name of a port: a number has no quotes, and a name has at most 15 lower-case letters, digits and \`-\`.`,
  portNameTwice: (name) => `Two ports are named \`${name}\`; their names have to differ.`,
  portTwice: (port) => `The port ${port} stands twice with the same protocol.`,
  noVolume: (name, known) =>
    `No volume of the Pod is named \`${name}\`${known.length === 0 ? '' : `; there is ${list(known)}`}.`,
  addVolume: (name) => `Add \`${name}\` to the \`volumes\` of the Pod, or name a volume that is there.`,
  volumeTwice: (name) => `Two volumes are named \`${name}\`; their names have to differ.`,
  mountTwice: (path) => `A container cannot mount twice at the same place, \`${path}\`.`,
  relativeMount: (path) => `\`mountPath\` has to be an absolute path that begins with \`/\`, and \`${path}\` is none.`,
  relativePath: (path) => `\`${path}\` is not allowed: it may neither begin with \`/\` nor have \`..\` in it.`,
  valueAndFrom: '`value` and `valueFrom` may not both be set; keep one of them.',
  envTwice: (name) => `The environment variable \`${name}\` stands twice: only the last counts.`,
  wholeLine: (line) =>
    `\`${line}\` as a whole is taken for the name of a program. Its words have to be items of their own.`,
  fieldPath: (path) => `\`${path}\` is no field that \`fieldRef\` can take.`,
  wholeField: (path) => `A variable cannot hold all of \`${path}\`.`,
  oneOfField: (path) => `Take one, as in \`${path}['app']\`, or all of them in a file of a \`downwardAPI\` volume.`,
  amountField: (name) => `\`${name}\` is no amount that \`resourceFieldRef\` can take.`,
  imageSpace: (image) =>
    `The image \`${image}\` has a space in it; name and tag are written \`name:tag\`, without one.`,
  imageUnfilled:
    'A place for a value (`{{ }}`) is left in the name of the image, and such an image cannot be pulled. Unless another program fills it in, write the name itself.',
  imageScheme: 'An image has no `http://` or `https://` before it; with one it cannot be pulled.',
  imageUpper: (image) =>
    `The image \`${image}\` has a capital. Only lower-case letters are allowed in its name, so it cannot be pulled.`,
  imageTag: 'There is no tag behind the `:` of the image.',
  imageForm: (image) => `\`${image}\` is no name of an image, which looks like \`registry/name:tag\`.`,
  requestOverLimit: (name, request, limit) => `The request of ${request} ${name} is over the limit of ${limit}.`,
  memoryMilli: (source) =>
    `The \`m\` of \`${source}\` means a thousandth, here of a byte. Megabytes are \`M\` or \`Mi\`.`,
  memoryTiny: (source) => `\`${source}\` has no unit, so it is ${source} bytes. It needs one such as \`Mi\` or \`Gi\`.`,
  cpuHuge: (source) => `\`${source}\` CPUs are more than thousands of cores. A thousandth of a core is a small \`m\`.`,
  cpuCores: (source, meant, isAsked) =>
    `\`cpu\` without a unit counts cores: \`${source}\` is ${source} of them. ${isAsked ? 'Without a node that has as many left, the Pod stays `Pending`' : 'Hardly any node has as many'}. If ${meant} ${meant === 1 ? 'core was' : 'cores were'} meant, it is \`${source}m\`.`,
  probePort: (probe, port, own) =>
    `The \`containerPort\` of this container is ${own}, and its \`${probe}\` asks port ${port}. Unless the app listens on ${port}, it fails with \`connection refused\`, and ${FAILS_EN[probe]}. If the app does listen there, leave it, and list the port under \`ports\` for readers.`,
  negative: (source) => `\`${source}\` is not allowed: a quantity is not negative.`,
  unknownResource: (name) =>
    `There is no resource \`${name}\`: it is \`cpu\`, \`memory\`, \`ephemeral-storage\`, or a name with a domain such as \`example.com/gpu\`.`,
  rootNotAllowed: '`runAsUser` is 0 (root) with `runAsNonRoot: true`, so the container does not start.',
  privileged: 'A container with `privileged: true` cannot have `allowPrivilegeEscalation: false`.',
  hostPort: 'In a Pod with `hostNetwork`, `hostPort` has to be the same as `containerPort`.',
};

export const text = localized({ ko, en });
