import { localized } from '../../../core/locale.ts';
import { withParticle } from '../../../language/with-particle.ts';

interface NetworkText {
  selectsNone(key: string, value: string, labels: string): string;
  otherNamespace(service: string, pods: string): string;
  noTargetName(name: string, known: readonly string[]): string;
  noTargetPort(port: number, known: readonly number[]): string;
  portsMissing: string;
  portsNamed: string;
  portNameTwice(name: string): string;
  portTwice(port: string): string;
  portName(name: string): string;
  targetName(name: string): string;
  nodePortType(type: string): string;
  notAnIp(ip: string): string;
  headlessType(type: string): string;
  externalName: string;
  externalNameForm(name: string): string;
  trafficPolicy: string;
  noRules: string;
  hostScheme: string;
  hostForm(host: string): string;
  hostPort: string;
  hostIp: string;
  absolutePath(path: string): string;
  pathRequired: string;
  backendNeeds: string;
  backendBoth: string;
  portNeeds: string;
  portBoth: string;
  cidr(cidr: string): string;
  exceptOutside(cidr: string, block: string): string;
  peerEmpty: string;
  peerBoth: string;
  endPort: string;
  endPortNeedsPort: string;
  policyIdle(direction: string): string;
}

const list = (names: readonly (string | number)[]): string => names.map((name) => `\`${name}\``).join(', ');
const code = (value: string | number): string => `\`${value}\``;

const ko: NetworkText = {
  selectsNone: (key, value, labels) =>
    `이 \`selector\`(${code(`${key}: ${value}`)})에 맞는 파드가 이 파일에 없어요. 파일에 있는 파드의 레이블은 ${withParticle(code(labels), '이에요/예요')}.`,
  otherNamespace: (service, pods) =>
    `파드는 네임스페이스 ${code(pods)}에 있는데 여기는 ${withParticle(code(service), '이에요/예요')}. 다른 네임스페이스의 파드는 찾지 못해요.`,
  noTargetName: (name, known) =>
    `${withParticle(code(name), '이라는/라는')} 이름의 포트가 파드의 컨테이너에 없어요.${known.length === 0 ? '' : ` 있는 이름은 ${withParticle(list(known), '이에요/예요')}.`}`,
  noTargetPort: (port, known) =>
    `파드의 컨테이너는 ${port}번 포트를 열지 않아요. 연 포트는 ${withParticle(list(known), '이에요/예요')}. \`targetPort\`는 컨테이너가 듣는 포트예요.`,
  portsMissing: '서비스에는 `ports`가 하나는 있어야 해요.',
  portsNamed: '포트가 여럿인 서비스는 포트마다 `name`이 있어야 해요.',
  portNameTwice: (name) => `포트 이름 ${withParticle(code(name), '이/가')} 두 번 있어요. 이름은 서로 달라야 해요.`,
  portTwice: (port) => `포트 ${withParticle(port, '이/가')} 같은 프로토콜로 두 번 있어요.`,
  portName: (name) =>
    `포트 이름 ${withParticle(code(name), '은/는')} 쓸 수 없어요. 영어 소문자와 숫자, \`-\`만 쓸 수 있어요.`,
  targetName: (name) =>
    `${withParticle(code(name), '은/는')} 포트 번호도 포트 이름도 될 수 없어요. 이름은 영어 소문자와 숫자, \`-\`로 15자까지예요.`,
  nodePortType: (type) =>
    `\`nodePort\`는 \`type: NodePort\`나 \`LoadBalancer\`에만 쓸 수 있는데, 이 서비스는 ${withParticle(code(type), '이에요/예요')}.`,
  notAnIp: (ip) =>
    `${withParticle(code(ip), '은/는')} IP 주소가 아니에요. 헤드리스 서비스는 대소문자까지 \`None\`이라고 적어야 해요.`,
  headlessType: (type) => `\`type: ${type}\`인 서비스는 \`clusterIP: None\`으로 할 수 없어요.`,
  externalName: '`type: ExternalName`에는 `externalName`이 있어야 해요.',
  externalNameForm: (name) =>
    `${withParticle(code(name), '은/는')} 도메인 이름이 아니에요. \`http://\`나 포트 없이 소문자 도메인만 적어야 해요.`,
  trafficPolicy: '`externalTrafficPolicy`는 `NodePort`나 `LoadBalancer` 서비스에만 쓸 수 있어요.',
  noRules: '인그레스에는 `rules`나 `defaultBackend`가 있어야 해요.',
  hostScheme: '`host`에는 `http://`나 `https://`를 붙이지 않고 도메인만 적어야 해요.',
  hostForm: (host) =>
    `${withParticle(code(host), '은/는')} 호스트 이름이 아니에요. 소문자 도메인이어야 하고, 별표는 \`*.example.com\`처럼 맨 앞에만 쓸 수 있어요.`,
  hostPort: '`host`에는 포트나 경로를 붙이지 않고 도메인만 적어야 해요.',
  hostIp: '`host`에는 IP 주소를 쓸 수 없어요. 도메인을 적거나 `host`를 빼야 해요.',
  absolutePath: (path) => `\`path\`는 \`/\`로 시작해야 하는데 ${withParticle(code(path), '은/는')} 그렇지 않아요.`,
  pathRequired: '`pathType`이 `Prefix`나 `Exact`이면 `/`로 시작하는 `path`가 있어야 해요.',
  backendNeeds: '`backend`에는 `service`나 `resource`가 있어야 해요.',
  backendBoth: '`backend`에 `service`와 `resource`를 함께 쓸 수 없어요.',
  portNeeds: '서비스의 포트를 `number`나 `name`으로 적어야 해요.',
  portBoth: '포트는 `number`와 `name` 중 하나로만 적어야 해요.',
  cidr: (cidr) =>
    `${withParticle(code(cidr), '은/는')} 주소 범위가 아니에요. \`10.0.0.0/16\`처럼 주소와 \`/\`, 자릿수로 적어야 해요.`,
  exceptOutside: (cidr, block) => `\`except\`의 ${withParticle(code(cidr), '이/가')} ${code(block)} 안에 있지 않아요.`,
  peerEmpty: '`from`과 `to`의 항목에는 `podSelector`, `namespaceSelector`, `ipBlock` 중 하나가 있어야 해요.',
  peerBoth: '`ipBlock`은 `podSelector`, `namespaceSelector`와 한 항목에 함께 쓸 수 없어요. 항목을 나눠 주세요.',
  endPort: '`endPort`는 `port`보다 크거나 같아야 해요.',
  endPortNeedsPort: '`endPort`를 쓰려면 `port`가 숫자로 있어야 해요.',
  policyIdle: (direction) =>
    `\`policyTypes\`에 ${withParticle(code(direction), '이/가')} 없어서 이 규칙은 쓰이지 않아요.`,
};

const en: NetworkText = {
  selectsNone: (key, value, labels) =>
    `No Pod of this file fits this \`selector\` (${code(`${key}: ${value}`)}): the Pods of the file have ${code(labels)}.`,
  otherNamespace: (service, pods) =>
    `The Pods are in the namespace ${code(pods)}, and this is in ${code(service)}: Pods of another namespace are not found.`,
  noTargetName: (name, known) =>
    `No container of the Pods has a port named ${code(name)}${known.length === 0 ? '' : `; there is ${list(known)}`}.`,
  noTargetPort: (port, known) =>
    `No container of the Pods has the port ${port}; there is ${list(known)}. \`targetPort\` is the port at which the container listens.`,
  portsMissing: 'A Service needs at least one item in `ports`.',
  portsNamed: 'In a Service with several ports each of them needs a `name`.',
  portNameTwice: (name) => `Two ports are named ${code(name)}; their names have to differ.`,
  portTwice: (port) => `The port ${port} stands twice with the same protocol.`,
  portName: (name) => `${code(name)} is no name of a port: only lower-case letters, digits and \`-\` are allowed.`,
  targetName: (name) =>
    `${code(name)} is neither the number nor the name of a port, which has at most 15 lower-case letters, digits and \`-\`.`,
  nodePortType: (type) =>
    `\`nodePort\` goes with \`type: NodePort\` or \`LoadBalancer\` only, and this Service is of ${code(type)}.`,
  notAnIp: (ip) => `${code(ip)} is no IP address. A headless Service is written \`None\`, in exactly this case.`,
  headlessType: (type) => `A Service of \`type: ${type}\` cannot have \`clusterIP: None\`.`,
  externalName: '`type: ExternalName` needs `externalName`.',
  externalNameForm: (name) => `${code(name)} is no domain: it is written in lower case, without \`http://\` or a port.`,
  trafficPolicy: '`externalTrafficPolicy` goes with Services of type `NodePort` or `LoadBalancer` only.',
  noRules: 'An Ingress needs `rules` or a `defaultBackend`.',
  hostScheme: 'A `host` is the domain alone, without `http://` or `https://`.',
  hostForm: (host) =>
    `${code(host)} is no host: it is a domain in lower case, with a star at its beginning alone, as in \`*.example.com\`.`,
  hostPort: 'A `host` is the domain alone, without a port or path.',
  hostIp: 'A `host` cannot be an IP address: give a domain, or leave `host` out.',
  absolutePath: (path) => `\`path\` has to begin with \`/\`, and ${code(path)} does not.`,
  pathRequired: 'With the `pathType` `Prefix` or `Exact` a `path` is needed that begins with `/`.',
  backendNeeds: 'A `backend` needs a `service` or a `resource`.',
  backendBoth: 'A `backend` cannot have both `service` and `resource`.',
  portNeeds: 'The port of the Service has to be given by `number` or `name`.',
  portBoth: 'The port is given either by `number` or by `name`.',
  cidr: (cidr) =>
    `${code(cidr)} is no range of addresses, which is written as an address, \`/\` and a length: \`10.0.0.0/16\`.`,
  exceptOutside: (cidr, block) => `${code(cidr)} under \`except\` is not within ${code(block)}.`,
  peerEmpty: 'An item of `from` or `to` needs one of `podSelector`, `namespaceSelector` and `ipBlock`.',
  peerBoth: '`ipBlock` cannot stand in one item with `podSelector` or `namespaceSelector`: make two items of it.',
  endPort: '`endPort` has to be `port` or more.',
  endPortNeedsPort: '`endPort` needs a `port` that is a number.',
  policyIdle: (direction) => `\`policyTypes\` does not have ${code(direction)}, so these rules do nothing.`,
};

export const text = localized({ ko, en });
