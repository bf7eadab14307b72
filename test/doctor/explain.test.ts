import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { cadenceOf } from '../../src/doctor/explain/cadence.ts';
import { text as explainText } from '../../src/doctor/explain/text.ts';
import { explain, explainValues } from '../../src/doctor/explain.ts';
import { schema } from '../../src/doctor/schema/schema.ts';

const told = (text: string): { ko: string; en: string } => {
  const [document] = examine(text).documents;
  if (document === undefined) throw new Error('there is no document');
  return explain(document);
};
const object = (version: string, kind: string, more: string): string =>
  `apiVersion: ${version}\nkind: ${kind}\nmetadata: {name: web}\n${more}`;
const containers = 'containers: [{name: a, image: nginx:1.27}]';

describe('what a manifest makes', () => {
  test.each([
    [
      object('v1', 'Pod', `spec: {${containers}}`),
      '`web`은 `nginx:1.27` 컨테이너 하나를 띄우는 파드예요.',
      '`web` is a Pod that runs one `nginx:1.27` container.',
    ],
    [
      object('apps/v1', 'Deployment', `spec: {replicas: 3, template: {spec: {${containers}}}}`),
      '`web`은 `nginx:1.27` 컨테이너 세 개를 띄우는 디플로이먼트예요.',
      '`web` is a Deployment that runs three `nginx:1.27` containers.',
    ],
    [
      object(
        'v1',
        'Pod',
        `spec: {initContainers: [{name: i, image: migrate:1}, {name: s, image: fluent-bit:4, restartPolicy: Always}], ${containers}}`,
      ),
      '`web`은 `nginx:1.27` 컨테이너 하나를 띄우는 파드예요. 그 전에 `migrate:1` 컨테이너가 먼저 준비를 마쳐요. 그 곁에서 사이드카 `fluent-bit:4`가 계속 함께 돌아요.',
      '`web` is a Pod that runs one `nginx:1.27` container. Before that, `migrate:1` runs to its end. Beside it `fluent-bit:4` goes on running, as a sidecar.',
    ],
    [
      'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: web-x, labels: {kubernetes.io/service-name: web}}\nendpoints: [{addresses: [10.0.0.1], conditions: {ready: true}}, {addresses: [10.0.0.2], conditions: {ready: false}}]',
      '`web-x`는 서비스 `web`이 요청을 보낼 주소 2개를 적어 둔 엔드포인트슬라이스예요. 그 가운데 1개만 준비됐어요.',
      '`web-x` is an EndpointSlice with 2 addresses to which the Service `web` leads, of which 1 is ready.',
    ],
    [
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [deployment.yaml, service.yaml]\nnamePrefix: dev-',
      '`deployment.yaml`, `service.yaml`을 모아 고쳐서 한 번에 적용하게 하는 커스터마이즈 파일이에요. `kubectl apply -k`로 적용해요.',
      'This is a file of Kustomize that gathers `deployment.yaml`, `service.yaml`, changes them and applies them at once, with `kubectl apply -k`.',
    ],
    [
      object(
        'gateway.networking.k8s.io/v1',
        'Gateway',
        'spec: {gatewayClassName: envoy, listeners: [{name: h, protocol: HTTP, port: 80}]}',
      ),
      '`web`은 `HTTP 80`에서 클러스터 밖의 요청을 받는 게이트웨이예요. `envoy`가 맡아요.',
      '`web` is a Gateway that takes requests from outside of the cluster on `HTTP 80`; `envoy` serves it.',
    ],
    [
      object(
        'gateway.networking.k8s.io/v1',
        'HTTPRoute',
        'spec: {hostnames: [a.example.com], rules: [{backendRefs: [{name: web, port: 80}]}]}',
      ),
      '`web`은 `a.example.com`으로 온 요청을 서비스 `web`으로 보내는 HTTPRoute예요.',
      '`web` is an HTTPRoute that leads requests for `a.example.com` to the Service `web`.',
    ],
    [
      object('snapshot.storage.k8s.io/v1', 'VolumeSnapshot', 'spec: {source: {persistentVolumeClaimName: data}}'),
      '`web`은 클레임 `data`의 볼륨을 지금 모습 그대로 찍어 두는 볼륨 스냅샷이에요.',
      '`web` is a VolumeSnapshot: a picture of the volume of the claim `data` as it is now.',
    ],
    [
      object(
        'autoscaling.k8s.io/v1',
        'VerticalPodAutoscaler',
        'spec: {targetRef: {name: api}, updatePolicy: {updateMode: "Off"}}',
      ),
      '`web`은 `api`의 파드에 알맞은 요청량을 찾아 알려 주기만 하는 수직 파드 오토스케일러예요.',
      '`web` is a VerticalPodAutoscaler that finds the requests which fit `api` and only tells them.',
    ],
    [
      object(
        'argoproj.io/v1alpha1',
        'Application',
        'spec: {source: {repoURL: "https://git.example.com/shop"}, destination: {namespace: shop}, syncPolicy: {automated: {}}}',
      ),
      '`web`은 `https://git.example.com/shop`에 적힌 것을 네임스페이스 `shop`에 저절로 맞춰 두는 Argo CD 애플리케이션이에요.',
      '`web` is an Application of Argo CD that keeps what `https://git.example.com/shop` says in force in the namespace `shop`.',
    ],
    [
      object('apps/v1', 'DaemonSet', `spec: {template: {spec: {${containers}}}}`),
      '`web`은 `nginx:1.27` 컨테이너를 노드마다 하나씩 띄우는 데몬셋이에요.',
      '`web` is a DaemonSet that runs `nginx:1.27` once on every node.',
    ],
    [
      object(
        'batch/v1',
        'CronJob',
        `spec: {schedule: "0 3 * * *", jobTemplate: {spec: {template: {spec: {${containers}}}}}}`,
      ),
      '`web`은 매일 새벽 3시에 `nginx:1.27` 컨테이너로 일을 하는 크론잡이에요.',
      '`web` is a CronJob that runs `nginx:1.27` every day at 03:00.',
    ],
    [
      object(
        'v1',
        'Service',
        'spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, targetPort: 8080, nodePort: 30080}]}',
      ),
      '`web`은 레이블이 `app: web`인 파드로 요청을 보내는 NodePort 서비스예요. 80번을 8080번 포트로 이어 줘요. 모든 노드의 30080번 포트로 클러스터 밖에서도 들어올 수 있어요.',
      '`web` is a Service of type NodePort that leads to Pods with `app: web`, port 80 to 8080. From outside it is reached on port 30080 of every node.',
    ],
    [
      object(
        'networking.k8s.io/v1',
        'Ingress',
        'spec: {rules: [{host: a.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}',
      ),
      '`web`은 `a.example.com/` 요청을 서비스 `web`의 80번 포트로 보내는 인그레스예요.',
      '`web` is an Ingress that leads `a.example.com/` to the Service `web`, port 80.',
    ],
    [
      object('v1', 'ConfigMap', 'data: {TZ: Asia/Seoul, LANG: ko}'),
      '`web`은 `TZ`, `LANG` 설정을 담은 컨피그맵이에요.',
      '`web` is a ConfigMap with the settings `TZ`, `LANG`.',
    ],
    [
      object(
        'v1',
        'PersistentVolumeClaim',
        'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}',
      ),
      '`web`은 한 노드에서 읽고 쓰는 1Gi 볼륨을 달라고 하는 퍼시스턴트볼륨클레임이에요.',
      '`web` is a PersistentVolumeClaim: it asks for a volume of 1Gi, read and written from one node.',
    ],
    [
      object(
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        'spec: {scaleTargetRef: {name: web}, minReplicas: 2, maxReplicas: 9, metrics: [{type: Resource, resource: {name: cpu, target: {averageUtilization: 50}}}]}',
      ),
      '`web`은 `web`의 파드를 `cpu 50%`를 기준으로 2개에서 9개 사이로 늘리고 줄이는 수평 파드 오토스케일러예요.',
      '`web` is a HorizontalPodAutoscaler that keeps `web` between 2 and 9 Pods, by `cpu 50%`.',
    ],
    [
      object('example.com/v1', 'Service', 'spec: {}'),
      '`web`은 `example.com`의 `Service` 오브젝트예요.',
      '`web` is an object of the kind `Service` of `example.com`.',
    ],
  ])('%#', (text, ko, en) => {
    expect(told(text)).toEqual({ ko, en });
  });

  test('never says what a Secret holds', () => {
    const { ko, en } = told(object('v1', 'Secret', 'data: {password: aHVudGVyMg==}\nstringData: {token: hunter2}'));
    expect([ko, en].join()).not.toMatch(/hunter2|aHVudGVyMg/);
    expect(ko).toBe('`web`은 `password`, `token`을 담은 시크릿이에요.');
  });

  test('leaves no gap in its sentence where a field is missing', () => {
    const kinds = Object.entries(schema().kinds).flatMap(([version, of]) =>
      Object.keys(of).map((kind) => object(version, kind, '')),
    );
    expect(kinds.length).toBeGreaterThan(60);
    const sentences = kinds.flatMap((text) => Object.values(told(text)));
    expect(sentences.filter((one) => /``|\?개|undefined|[은는이가을를] 로 |(?: | \.){2}/.test(one))).toEqual([]);
  });

  test.each([
    ['networking.k8s.io/v1', 'Ingress', '', '`web`은 요청을 보낼 서비스를 아직 정하지 않은 인그레스예요.'],
    [
      'networking.k8s.io/v1',
      'Ingress',
      'spec: {defaultBackend: {service: {name: label}}}',
      '`web`은 나머지 모든 요청을 서비스 `label`로 보내는 인그레스예요.',
    ],
    [
      'v1',
      'Service',
      'spec: {type: ExternalName, externalName: db.school.kr}',
      '`web`은 클러스터 밖의 `db.school.kr`을 가리키는 이름을 만드는 ExternalName 서비스예요.',
    ],
    [
      'scheduling.k8s.io/v1',
      'PriorityClass',
      'value: 7',
      '`web`은 파드의 우선순위를 7로 정하는 프라이어리티클래스예요.',
    ],
    [
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: {scaleTargetRef: {name: api}, minReplicas: 2, maxReplicas: 2}',
      '`web`은 `api`의 파드를 2개로 유지하는 수평 파드 오토스케일러예요.',
    ],
    [
      'apps/v1',
      'Deployment',
      `spec: {replicas: 12, template: {spec: {${containers}}}}`,
      '`web`은 `nginx:1.27` 컨테이너 12개를 띄우는 디플로이먼트예요.',
    ],
  ])('reads well in Korean: %s %s %s', (version, kind, more, ko) => {
    expect(told(object(version, kind, more)).ko).toBe(ko);
  });

  test('says something of any kind, in both languages, and of none', () => {
    for (const text of [
      'a: b',
      '[]',
      'kind: Pod',
      'kind: Deployment\nspec: 5',
      'apiVersion: v1\nkind: Service\nspec: [x]',
      'x',
    ])
      for (const sentence of Object.values(told(text))) expect(sentence.length).toBeGreaterThan(10);
  });
});

describe('a schedule in words', () => {
  const words = explainText('ko');
  test.each([
    ['*/5 * * * *', '5분마다'],
    ['* * * * *', '1분마다'],
    ['0 * * * *', '매시간 정각에'],
    ['30 */2 * * *', '2시간마다 30분에'],
    ['0 0 * * *', '매일 자정에'],
    ['30 9 * * 1-5', '평일마다 오전 9시 30분에'],
    ['0 12 * * 1', '매주 월요일 낮 12시에'],
    ['0 18,21 * * sat', '매주 토요일 저녁 6시, 밤 9시에'],
    ['0 9 1 * *', '매달 1일 오전 9시에'],
    ['0 9 1 mar *', '해마다 3월 1일 오전 9시에'],
    ['@weekly', '매주 일요일 자정에'],
  ])('%s', (schedule, expected) => {
    const cadence = cadenceOf(schedule);
    expect(cadence && words.cadence(cadence)).toBe(expected);
  });

  test.each(['*/10 8-18 * * *', '0 0 1 * 1', 'nonsense', '', '* * * *', '0-59/7 3 * * *'])(
    'that words would not say better: %s',
    (schedule) => {
      expect(cadenceOf(schedule)).toBeUndefined();
    },
  );
});

const valuesOf = (text: string): { ko: string; en: string }[] => {
  const [document] = examine(text).documents;
  return document === undefined ? [] : explainValues(document);
};
const pod = (spec: string): string => object('v1', 'Pod', `spec: {${spec}}`);
const one = (more: string): string => `containers: [{name: a, image: nginx:1.27, ${more}}]`;

describe('what the values of a manifest come to', () => {
  test.each([
    [
      pod(one('livenessProbe: {httpGet: {path: /healthz, port: 8080}, periodSeconds: 5}')),
      '활성 프로브: 5초마다 8080번 포트의 `/healthz`를 확인하고, 3번 이어서 실패하면 컨테이너를 다시 시작해요.',
      'liveness probe: every 5 seconds `/healthz` on port 8080 is checked; after 3 failures in a row the container is restarted.',
    ],
    [
      pod(one('resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 128Mi}}')),
      '컨테이너 하나가 노드에 `cpu 100m`, `memory 64Mi`를 잡아 두고, `memory 128Mi`까지 쓸 수 있어요.',
      'Each container reserves `cpu 100m`, `memory 64Mi` on its node and may use up to `memory 128Mi`.',
    ],
    [
      pod(
        `${one('volumeMounts: [{name: d, mountPath: /data}]')}, volumes: [{name: d, persistentVolumeClaim: {claimName: shop}}]`,
      ),
      '`/data`에 클레임 `shop`의 볼륨을 붙여요.',
      'Mounted at `/data`: the volume of the claim `shop`.',
    ],
    [
      pod(
        `${one('volumeMounts: [{name: c, mountPath: /cache, readOnly: true}]')}, volumes: [{name: c, emptyDir: {sizeLimit: 1Gi}}]`,
      ),
      '`/cache`에 파드와 함께 사라지는 빈 볼륨(`1Gi`까지)을 읽기 전용으로 붙여요.',
      'Mounted at `/cache`: an empty volume that is deleted with the Pod (up to `1Gi`), read-only.',
    ],
    [
      pod(one('envFrom: [{configMapRef: {name: app}}]')),
      '컨피그맵 `app`에 든 키를 모두 환경 변수로 넣어요.',
      'All keys of the ConfigMap `app` become environment variables.',
    ],
    [
      pod(`${one('tty: true')}, terminationGracePeriodSeconds: 0`),
      '파드를 끝낼 때 기다리지 않고 바로 꺼요.',
      'When told to end, a Pod is stopped at once.',
    ],
    [
      pod(`${one('tty: true')}, tolerations: [{key: gpu, operator: Exists, effect: NoSchedule}]`),
      '테인트 `gpu:NoSchedule`이 있는 노드에도 놓일 수 있어요.',
      'It may also run on nodes with the taint `gpu:NoSchedule`.',
    ],
    [
      object('apps/v1', 'Deployment', `spec: {strategy: {type: Recreate}, template: {spec: {${containers}}}}`),
      '업데이트할 때는 옛 파드를 모두 끈 뒤에 새 파드를 띄워요.',
      'An update stops all old Pods before it starts new ones.',
    ],
    [
      object('batch/v1', 'Job', `spec: {ttlSecondsAfterFinished: 7200, template: {spec: {${containers}}}}`),
      '끝난 잡은 2시간이 지나면 저절로 지워져요.',
      'A finished Job is deleted after 2 hours.',
    ],
    [
      object(
        'networking.k8s.io/v1',
        'NetworkPolicy',
        'spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]}',
      ),
      '같은 네임스페이스의 `app: web` 파드에서 `TCP 5432` 포트로 들어오는 트래픽을 허용해요.',
      'It allows traffic from Pods with `app: web` in its namespace on `TCP 5432`.',
    ],
    [
      object('storage.k8s.io/v1', 'StorageClass', 'provisioner: x\nvolumeBindingMode: WaitForFirstConsumer'),
      '클레임을 쓰는 파드의 노드가 정해진 뒤에 볼륨을 마련해요.',
      'A claim gets its volume once the node of a Pod that uses it is chosen.',
    ],
  ])('%s', (text, ko, en) => {
    expect(valuesOf(text)).toEqual([{ ko, en }]);
  });

  test('no value of a variable or a Secret is repeated', () => {
    const secret = 'hunter2';
    const said = [
      pod(one(`env: [{name: PASSWORD, value: ${secret}}]`)),
      object('v1', 'Secret', `stringData: {PASSWORD: ${secret}}`),
      object('v1', 'ConfigMap', `data: {PASSWORD: ${secret}}`),
    ].flatMap((text) => [told(text), ...valuesOf(text)]);
    expect(JSON.stringify(said)).toContain('PASSWORD');
    expect(JSON.stringify(said)).not.toContain(secret);
  });

  test.each([
    [
      'a condition on labels is not everything',
      object(
        'networking.k8s.io/v1',
        'NetworkPolicy',
        'spec: {podSelector: {}, ingress: [{from: [{podSelector: {matchExpressions: [{key: role, operator: In, values: [api, batch]}]}}]}]}',
      ),
      '같은 네임스페이스의 `role in (api, batch)` 파드에서 들어오는 트래픽을 허용해요.',
    ],
    [
      'a container’s own user goes before its Pod’s',
      pod(`${one('securityContext: {runAsUser: 0}')}, securityContext: {runAsUser: 1000}`),
      '루트로 실행돼요.',
    ],
    [
      'of two containers one is privileged',
      pod(
        'containers: [{name: a, securityContext: {privileged: false}}, {name: b, securityContext: {privileged: true}}]',
      ),
      '`b`: 노드의 장치까지 다룰 수 있는 특권을 가져요.',
    ],
    [
      'a scale-down that is switched off',
      object('autoscaling/v2', 'HorizontalPodAutoscaler', 'spec: {behavior: {scaleDown: {selectPolicy: Disabled}}}'),
      '저절로 줄이지 않아요.',
    ],
    [
      'where nothing is restarted a probe ends the container',
      pod(`${one('livenessProbe: {tcpSocket: {port: 80}, failureThreshold: 1}')}, restartPolicy: Never`),
      '활성 프로브: 10초마다 80번 포트가 열렸는지 확인하고, 한 번이라도 실패하면 컨테이너를 끝내요.',
    ],
  ])('%s', (_, text, ko) => {
    expect(valuesOf(text).map((told) => told.ko)).toContain(ko);
  });

  test.each([
    [
      'all exit codes but some',
      'batch/v1',
      'Job',
      'spec: {podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: NotIn, values: [0]}}]}}',
    ],
    [
      'several policies, of which one holds',
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec: {behavior: {scaleUp: {policies: [{type: Pods, value: 1, periodSeconds: 5}, {type: Percent, value: 9, periodSeconds: 5}]}}}',
    ],
    ['a probe that does not say how', 'v1', 'Pod', `spec: {${one('livenessProbe: {periodSeconds: 5}')}}`],
    [
      'a direction that a policy does not have',
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'spec: {policyTypes: [Egress], egress: [{}], ingress: [{}]}',
    ],
  ])('of %s nothing is said that is not so', (_, version, kind, spec) => {
    const said = JSON.stringify(valuesOf(object(version, kind, spec)));
    expect(said).not.toMatch(/종료 코드|최대|확인하고|들어오는/);
  });

  test.each(['constructor', 'toString', '__proto__'])('a kind called %s is an object like any other', (kind) => {
    const text = object('v1', kind, 'spec: {}');
    expect(told(text).ko).toContain(kind);
    expect(valuesOf(text)).toEqual([]);
  });

  test('another vendor’s kind of the same name is none of ours', () => {
    expect(
      valuesOf('apiVersion: example.com/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {strategy: {type: Recreate}}'),
    ).toEqual([]);
  });

  test('every labelled manifest is told in both languages', () => {
    const folder = join(import.meta.dirname, 'good');
    const all = readdirSync(folder).flatMap((file) =>
      examine(readFileSync(join(folder, file), 'utf8')).documents.flatMap(explainValues),
    );
    expect(all.length).toBeGreaterThan(150);
    for (const { ko, en } of all) {
      expect(ko).toMatch(/요(?:\(.*\))?\.$/);
      expect(en).toMatch(/\.$/);
      expect(`${ko} ${en}`).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
