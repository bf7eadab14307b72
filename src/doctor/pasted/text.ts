import { localized } from '../../core/locale.ts';
import { withParticle } from '../../language/with-particle.ts';
import type { ComposeKey } from './compose.ts';

/** Files of other programs that are pasted for a manifest. */
interface PastedText {
  compose: string;
  notForKubectl: string;
  inKubernetes: string;
  eachService: string;
  /** `port`: undefined where the file does not tell it. */
  service(name: string, port: number | undefined): string;
  moreServices(count: number): string;
  key: Readonly<Record<ComposeKey, string>>;
  start(name: string): string;
  kompose: string;
  template: string;
  unrendered: string;
  pasteRendered: string;
}

const ko: PastedText = {
  compose: '🐳 도커 컴포즈 파일이에요',
  notForKubectl:
    '쿠버네티스의 매니페스트가 아니라서 `kubectl apply`로는 쓸 수 없어요. 매니페스트는 `apiVersion`과 `kind`로 시작해요.',
  inKubernetes: '쿠버네티스에서는',
  eachService:
    '컴포즈의 `services`는 쿠버네티스의 서비스와 이름만 같아요. 그 아래의 항목마다 두 가지를 적어요. 파드를 띄우는 디플로이먼트와, 다른 파드가 이름으로 접속하게 하는 서비스예요.',
  service: (name, port) =>
    `\`${name}\` → 디플로이먼트와 서비스(${port === undefined ? '포트는 앱이 듣는 번호로' : `${port}번 포트`})`,
  moreServices: (count) => `이 밖에 ${count}개도 똑같이 나누어 적어요.`,
  key: {
    build: '`build`는 없어요. 이미지를 먼저 빌드해 레지스트리에 올리고, 그 이름을 `image`에 적어요.',
    environment: '`environment`는 컨테이너의 `env`에 적어요. 비밀번호는 시크릿에 담아요.',
    volumes: '`volumes`의 데이터는 퍼시스턴트볼륨클레임(PVC)에 담아 마운트해요.',
    depends_on:
      '`depends_on`은 없어요. 앱이 접속에 성공할 때까지 다시 시도하게 하고, 준비됐는지는 준비성 프로브로 알려요.',
  },
  start: (name) => `${withParticle(`\`${name}\``, '은/는')} 이렇게 시작해요.`,
  kompose: '파일을 통째로 바꿔 주는 `kompose convert`라는 도구도 있어요. 바꾼 매니페스트를 붙여 넣으면 살펴볼게요.',
  template: '📦 헬름 템플릿이에요',
  unrendered:
    '`{{ }}`는 헬름이 값을 채워 넣을 자리예요. 값을 채우기 전에는 매니페스트가 아니라서 `kubectl apply`로 바로 쓸 수 없고, 틀린 곳이 있는지도 아직 알 수 없어요. 차트 폴더에서 이 명령을 실행하면 값을 채운 매니페스트가 나와요.',
  pasteRendered:
    '나온 결과를 붙여 넣으면 틀린 곳이 있는지 살펴볼게요. 클러스터에는 `helm install`이나 `helm upgrade`로 올려요.',
};

const en: PastedText = {
  compose: '🐳 This is a Docker Compose file',
  notForKubectl:
    'It is no manifest of Kubernetes, so `kubectl apply` cannot use it. A manifest begins with `apiVersion` and `kind`.',
  inKubernetes: 'In Kubernetes',
  eachService:
    'The `services` of Compose share only their name with those of Kubernetes. Each entry under them becomes two objects: a Deployment that runs the Pods, and a Service by whose name other Pods reach them.',
  service: (name, port) =>
    `\`${name}\` → a Deployment and a Service (${port === undefined ? 'on the port that the app listens on' : `port ${port}`})`,
  moreServices: (count) => `The other ${count} are written in the same way.`,
  key: {
    build: 'There is no `build`: build the image first, push it to a registry, and write its name as `image`.',
    environment: '`environment` is `env` of the container; passwords belong in a Secret.',
    volumes: 'Data of `volumes` is kept in a PersistentVolumeClaim that is mounted.',
    depends_on:
      'There is no `depends_on`: let the app try again until it is connected, and tell that it is ready by a readiness probe.',
  },
  start: (name) => `\`${name}\` begins like this:`,
  kompose:
    'A tool, `kompose convert`, turns a whole file into manifests. Paste what it writes, and I will look it over.',
  template: '📦 This is a Helm template',
  unrendered:
    'Helm fills its values in at `{{ }}`. Before that it is no manifest, so `kubectl apply` cannot use it, and it cannot be told yet whether anything is wrong with it. In the folder of the chart, this command prints the manifest with its values:',
  pasteRendered:
    'Paste what it prints, and I will look for mistakes. `helm install` or `helm upgrade` brings it to the cluster.',
};

export const text = localized({ ko, en });
