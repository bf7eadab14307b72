import { localized } from '../../core/locale.ts';
import { withParticle } from '../../language/with-particle.ts';
import type { PortFacts, RouteFacts } from './facts.ts';
import {
  code,
  listEn,
  listKo,
  MOST,
  objectKo,
  type PodsText,
  en as podsInEnglish,
  ko as podsInKorean,
} from './pods/text.ts';

/** What a manifest makes, in a sentence or two. */
interface ExplainText extends PodsText {
  /** The object's name as the beginning of a sentence; '' where it has none. */
  named(name: string | undefined): string;
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
  endpointSlice(service: string | undefined, ready: number, all: number): string;
  kustomization(resources: readonly string[], changes: boolean): string;
  gateway(gatewayClass: string, listeners: readonly string[]): string;
  gatewayClass(controller: string): string;
  route(hosts: readonly string[], services: readonly string[]): string;
  snapshot(claim: string | undefined): string;
  verticalAutoscaler(target: string, mode: string): string;
  application(source: string, namespace: string, isAutomatic: boolean): string;
  other(kind: string, group: string): string;
  nothing: string;
}

/** Kubernetes' own word for volumes that no provisioner makes (Storage Classes, “Local”). */
const NO_PROVISIONER = 'kubernetes.io/no-provisioner';

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
  ...podsInKorean,
  named: (name) => (name === undefined ? '' : `${withParticle(code(name), '은/는')} `),
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
    return `${withParticle(to, '으로/로')} 요청을 보내는 ${type} 서비스예요.${led}${from}`;
  },
  headless: (selector) =>
    `주소 하나로 모으지 않고 ${podsKo(selector)} 하나하나의 주소를 알려 주는 헤드리스 서비스예요.`,
  external: (host) =>
    `클러스터 밖의 ${objectKo(host === '' ? '주소' : code(host))} 가리키는 이름을 만드는 ExternalName 서비스예요.`,
  ingress: (routes, tls) => {
    const led = routes.slice(0, MOST).map(({ from, service, port }) => {
      const to = `서비스 ${code(service)}${port === '' ? '' : `의 ${portKo(port)} 포트`}`;
      return `${from === '*' ? '나머지 모든' : code(from)} 요청을 ${withParticle(to, '으로/로')}`;
    });
    const way = led.length === 0 ? '요청을 보낼 서비스를 아직 정하지 않은' : `${led.join(', ')} 보내는`;
    return `${way} 인그레스예요.${tls ? ' HTTPS로 받아요.' : ''}`;
  },
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
  storageClass: (provisioner) =>
    provisioner === ''
      ? '볼륨을 누가 만들지 아직 정하지 않은 스토리지클래스예요.'
      : provisioner === NO_PROVISIONER
        ? '볼륨을 저절로 만들지 않고, 미리 만들어 둔 퍼시스턴트볼륨을 쓰는 스토리지클래스예요.'
        : `${withParticle(code(provisioner), '이/가')} 볼륨을 만들어 주는 스토리지클래스예요.`,
  autoscaler: (target, min, max, metrics) => {
    const range = max === undefined ? `${min}개 이상으로` : `${min}개에서 ${max}개 사이로`;
    const way = min === max ? `${min}개로 유지하는` : `${range} 늘리고 줄이는`;
    return `${target === '' ? '' : `${code(target)}의 `}파드를 ${metrics.length === 0 ? '' : `${objectKo(listKo(metrics))} 기준으로 `}${way} 수평 파드 오토스케일러예요.`;
  },
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
    `${subjects.length === 0 ? '누구에게 줄지 아직 정하지 않고' : `${listKo(subjects)}에게`} ${role === '' ? '' : `${code(role)}의 `}권한을 ${isCluster ? '클러스터 전체에서' : '이 네임스페이스에서'} 주는 ${isCluster ? '클러스터롤바인딩' : '롤바인딩'}이에요.`,
  networkPolicy: (selector, directions) =>
    `${podsKo(selector)}에 ${directions.length > 1 ? '들어오고 나가는' : directions[0] === 'Egress' ? '나가는' : '들어오는'} 트래픽을 정해진 것만 허용하는 네트워크폴리시예요.`,
  quota: (limits) =>
    `네임스페이스가 쓸 수 있는 양을 ${limits === '' ? '' : `${withParticle(code(limits), '으로/로')} `}제한하는 리소스쿼터예요.`,
  limitRange: '컨테이너마다 요청과 제한의 기본값이나 범위를 정하는 리밋레인지예요.',
  priorityClass: (value) =>
    `파드의 우선순위를 ${withParticle(String(value ?? 0), '으로/로')} 정하는 프라이어리티클래스예요.`,
  definition: (kind) =>
    `${kind === '' ? '' : `${withParticle(code(kind), '이라는/라는')} `}새 종류의 오브젝트를 쓸 수 있게 하는 커스텀 리소스 정의예요.`,
  ingressClass: (controller) =>
    controller === ''
      ? '누가 맡을지 아직 정하지 않은 인그레스클래스예요.'
      : `${withParticle(code(controller), '이/가')} 맡는 인그레스클래스예요.`,
  endpointSlice: (service, ready, all) =>
    `${service === undefined ? '' : `서비스 ${withParticle(code(service), '이/가')} 요청을 보낼 `}주소 ${all}개를 적어 둔 엔드포인트슬라이스예요.${ready === all ? '' : ` 그 가운데 ${ready}개만 준비됐어요.`}`,
  kustomization: (resources, changes) =>
    `${resources.length === 0 ? '매니페스트를' : objectKo(listKo(resources))} 모아${changes ? ' 고쳐서' : ''} 한 번에 적용하게 하는 커스터마이즈 파일이에요. \`kubectl apply -k\`로 적용해요.`,
  gateway: (gatewayClass, listeners) =>
    `${listeners.length === 0 ? '' : `${listKo(listeners)}에서 `}클러스터 밖의 요청을 받는 게이트웨이예요.${gatewayClass === '' ? '' : ` ${withParticle(code(gatewayClass), '이/가')} 맡아요.`}`,
  gatewayClass: (controller) =>
    controller === ''
      ? '누가 맡을지 아직 정하지 않은 게이트웨이클래스예요.'
      : `${withParticle(code(controller), '이/가')} 맡는 게이트웨이클래스예요.`,
  route: (hosts, services) =>
    `${hosts.length === 0 ? '' : `${withParticle(listKo(hosts), '으로/로')} 온 `}요청을 ${services.length === 0 ? '보낼 서비스를 아직 정하지 않은' : `서비스 ${withParticle(listKo(services), '으로/로')} 보내는`} HTTPRoute예요.`,
  snapshot: (claim) =>
    `${claim === undefined ? '' : `클레임 ${code(claim)}의 `}볼륨을 지금 모습 그대로 찍어 두는 볼륨 스냅샷이에요.`,
  verticalAutoscaler: (target, mode) =>
    `${target === '' ? '' : `${code(target)}의 `}파드에 알맞은 요청량을 찾아 ${mode === 'Off' ? '알려 주기만 하는' : mode === 'Initial' ? '새로 뜨는 파드에 적어 주는' : '적어 주는'} 수직 파드 오토스케일러예요.`,
  application: (source, namespace, isAutomatic) =>
    `${source === '' ? '' : `${code(source)}에 적힌 것을 `}${namespace === '' ? '' : `네임스페이스 ${code(namespace)}에 `}${isAutomatic ? '저절로 맞춰 두는' : '적용하게 하는'} Argo CD 애플리케이션이에요.`,
  other: (kind, group) => `${group === '' ? '' : `${code(group)}의 `}${code(kind)} 오브젝트예요.`,
  nothing: '무엇을 만드는지 알 수 없는 문서예요.',
};

const MODES_EN: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'read and written from one node',
  ReadOnlyMany: 'read from many nodes',
  ReadWriteMany: 'read and written from many nodes',
  ReadWriteOncePod: 'read and written by one Pod',
};

const en: ExplainText = {
  ...podsInEnglish,
  named: (name) => (name === undefined ? 'This is ' : `${code(name)} is `),
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
    `a headless Service, which gives the address of each Pod${selector === '' ? '' : ` with ${code(selector)}`} rather than one for all.`,
  external: (host) =>
    `a Service that is another name for ${host === '' ? 'an address' : code(host)} outside of the cluster.`,
  ingress: (routes, tls) => {
    const led = routes
      .slice(0, MOST)
      .map(
        ({ from, service, port }) =>
          `${from === '*' ? 'all else' : code(from)} to the Service ${code(service)}${port === '' ? '' : `, port ${port}`}`,
      );
    const way = led.length === 0 ? 'does not say yet which Service requests go to' : `leads ${led.join('; ')}`;
    return `an Ingress that ${way}.${tls ? ' It takes HTTPS.' : ''}`;
  },
  configMap: (keys) =>
    keys.length === 0 ? 'a ConfigMap that is still empty.' : `a ConfigMap with the settings ${listEn(keys)}.`,
  secret: (keys) => (keys.length === 0 ? 'a Secret that is still empty.' : `a Secret with ${listEn(keys)}.`),
  claim: (size, modes) =>
    `a PersistentVolumeClaim: it asks for a volume${size === undefined ? '' : ` of ${size}`}${modes.length === 0 ? '' : `, ${modes.map((mode) => MODES_EN[mode] ?? mode).join(', ')}`}.`,
  volume: (size, source) =>
    `a PersistentVolume${size === undefined ? '' : ` of ${size}`}${source === undefined ? '' : `, made of ${code(source)}`}.`,
  storageClass: (provisioner) =>
    provisioner === NO_PROVISIONER
      ? 'a StorageClass that makes no volumes: it takes PersistentVolumes that are there already.'
      : `a StorageClass whose volumes are made by ${provisioner === '' ? 'what it does not name yet' : code(provisioner)}.`,
  autoscaler: (target, min, max, metrics) =>
    `a HorizontalPodAutoscaler that keeps ${target === '' ? 'a workload' : code(target)} ${min === max ? `at ${min}` : max === undefined ? `at ${min} or more` : `between ${min} and ${max}`} Pods${metrics.length === 0 ? '' : `, by ${listEn(metrics)}`}.`,
  budget: (selector, least, most) =>
    `a PodDisruptionBudget: when nodes are emptied, ${least === undefined ? `at most ${most ?? '1'} of the` : `at least ${least} of the`} Pods${selector === '' ? '' : ` with ${code(selector)}`} ${least === undefined ? 'stop at once' : 'stay'}.`,
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
    `a ${isCluster ? 'ClusterRoleBinding' : 'RoleBinding'} that gives ${subjects.length === 0 ? 'nobody yet' : listEn(subjects)} what ${role === '' ? 'a role' : code(role)} allows, ${isCluster ? 'in the whole cluster' : 'in this namespace'}.`,
  networkPolicy: (selector, directions) =>
    `a NetworkPolicy that lets only what it names ${directions.map((one) => (one === 'Egress' ? 'out of' : 'into')).join(' and ')} ${selector === '' ? 'all Pods of the namespace' : `Pods with ${code(selector)}`}.`,
  quota: (limits) =>
    limits === ''
      ? 'a ResourceQuota: it limits what the namespace may use.'
      : `a ResourceQuota: the namespace may use ${code(limits)}.`,
  limitRange: 'a LimitRange: bounds and defaults for the requests and limits of containers.',
  priorityClass: (value) => `a PriorityClass that gives Pods the priority ${value ?? 0}.`,
  definition: (kind) =>
    `a CustomResourceDefinition, after which there are objects of ${kind === '' ? 'a new kind' : `the kind ${code(kind)}`}.`,
  ingressClass: (controller) =>
    `an IngressClass whose Ingresses ${controller === '' ? 'a controller that it does not name yet' : code(controller)} serves.`,
  endpointSlice: (service, ready, all) =>
    `an EndpointSlice with ${all} ${all === 1 ? 'address' : 'addresses'}${service === undefined ? '' : ` to which the Service ${code(service)} leads`}${ready === all ? '' : `, of which ${ready} ${ready === 1 ? 'is' : 'are'} ready`}.`,
  kustomization: (resources, changes) =>
    `a file of Kustomize that gathers ${resources.length === 0 ? 'manifests' : listEn(resources)}${changes ? ', changes them' : ''} and applies them at once, with \`kubectl apply -k\`.`,
  gateway: (gatewayClass, listeners) =>
    `a Gateway that takes requests from outside of the cluster${listeners.length === 0 ? '' : ` on ${listEn(listeners)}`}${gatewayClass === '' ? '' : `; ${code(gatewayClass)} serves it`}.`,
  gatewayClass: (controller) =>
    `a GatewayClass whose Gateways ${controller === '' ? 'a controller that it does not name yet' : code(controller)} serves.`,
  route: (hosts, services) =>
    `an HTTPRoute that ${services.length === 0 ? 'does not say yet which Service requests go to' : `leads requests${hosts.length === 0 ? '' : ` for ${listEn(hosts)}`} to the Service ${listEn(services)}`}.`,
  snapshot: (claim) =>
    `a VolumeSnapshot: a picture of ${claim === undefined ? 'a volume' : `the volume of the claim ${code(claim)}`} as it is now.`,
  verticalAutoscaler: (target, mode) =>
    `a VerticalPodAutoscaler that finds the requests which fit ${target === '' ? 'Pods' : code(target)} and ${mode === 'Off' ? 'only tells them' : mode === 'Initial' ? 'gives them to new Pods' : 'gives them to its Pods'}.`,
  application: (source, namespace, isAutomatic) =>
    `an Application of Argo CD that ${isAutomatic ? 'keeps' : 'applies'} what ${source === '' ? 'its source' : code(source)} says${isAutomatic ? ' in force' : ''}${namespace === '' ? '' : ` in the namespace ${code(namespace)}`}.`,
  other: (kind, group) => `an object of the kind ${code(kind)}${group === '' ? '' : ` of ${code(group)}`}.`,
  nothing: 'a document of which it cannot be said what it makes.',
};

export const text = localized({ ko, en });
