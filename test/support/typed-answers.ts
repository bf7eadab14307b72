/**
 * What students type to the questions of the built-in course that are answered in their own words, by the questions' ids:
 * right answers beside those that the author accepts, and wrong ones that are near or that others give.
 */
export const TYPED_ANSWERS: Readonly<Record<string, { right: readonly string[]; wrong: readonly string[] }>> = {
  '4zicw6': {
    right: ['6', '6개', '여섯 개', '육 개', '６', '6 개요', '파드 여섯 개', '여섯개입니다', 'six', '6 pods', '6대', '6개가 돼요'],
    wrong: ['3', '10', '10개', '5개', '열 개', '60', '6.5', '1.5', '세 개', 'ten', '16', '여덟 개', '50%'],
  },
  '4yqf03': {
    right: ['5', '5개', '다섯 개', '오 개', '5입니다', '다섯이요', 'five', '5개 입니다', 'replicas는 5'],
    wrong: ['2', '2개', '두 개', '7', '1', '3', '52', '25', 'two', '10'],
  },
  sp6ktc: {
    right: ['ClusterIP', 'clusterip', 'Cluster IP', '클러스터IP', '클러스터 아이피', 'ClusterIP 입니다', 'ClusterIP(클러스터 아이피)', 'ClusterIP요', 'cluster-ip', 'ClusterIP인 것 같아요', 'CluserIP'],
    wrong: ['NodePort', 'LoadBalancer', 'ExternalName', 'Service', 'cluster', 'IP', 'None', 'web', '노드포트', '클러스터', '10.96.0.1'],
  },
  '4o33p8': {
    right: ['CRI-O', 'crio', 'cri-o', 'CRI O', '크라이오', '씨알아이오', 'CRI-O 입니다', 'CRI-O(크라이오)', '크라이오요', 'cri-o 런타임', 'CRI-O예요'],
    wrong: ['cri', 'CRI', 'containerd', '컨테이너디', 'docker', 'runc', 'cri-o2', 'crictl', '도커', 'worker-2', '씨알아이', 'container runtime'],
  },
  re62te: {
    right: ['1', '1개', '한 개', '하나', '일 개', '하나요', '한 개입니다', '컨테이너 1개', 'one', '１개', '1개인 것 같아요', '한개'],
    wrong: ['2', '3', '2개', '두 개', '세 개', '0', '0개', '둘', '2/3', 'two', '11', '영 개'],
  },
  '1ku4jv': {
    right: ['containerd', '컨테이너디', '컨테이너드', 'containerd.service', 'Containerd 입니다', 'containerd(컨테이너디)', '컨테이너디요', 'containerd 서비스', 'systemctl status containerd'],
    wrong: ['container', 'containers', '컨테이너', 'docker', 'dockerd', 'cri-o', 'kubelet', 'runc', '도커', 'contained', 'container runtime'],
  },
  '78u9s2': {
    right: ['busan-web', 'Busan-Web', 'busan-web 클러스터', 'busan-web이요', 'busan-web 입니다', 'busan web', '정답은 busan-web'],
    wrong: ['seoul-lab', 'jeju-old', 'festa', 'lab', 'backup', 'busan', 'web', 'shop', 'minji', 'busan-lab', '부산', 'default'],
  },
  '6e99bl': {
    right: ['마스터', '마스터 노드', 'master', 'Master Node', '마스터노드', '마스터입니다', '마스터(master)', '마스터 노드요', '마스터 서버', 'the master', '마스터라고 불렀어요', '마스터라고 해요'],
    wrong: ['워커', 'worker', '워커 노드', '노드', 'node', '컨트롤 플레인', 'control plane', '미니언', 'minion', 'slave', '마운트', 'API 서버', '서버'],
  },
  '1a28sm': {
    right: ['StatefulSet', '스테이트풀셋', 'statefulset', 'Stateful Set', '스테이트풀 세트', 'sts', 'StatefulSet/db', '스테이트풀셋이요', 'StatefulSet(스테이트풀셋)', 'StatefulSet 입니다', 'StatefullSet', '스테이트풀세트', '스테이트풀셋인 것 같아요'],
    wrong: ['ReplicaSet', 'Deployment', 'DaemonSet', 'Pod', 'db', 'db-0', 'stateful', '레플리카셋', '디플로이먼트', '데몬셋', 'set', 'Job', 'State', '파드'],
  },
  aldigp: {
    right: ['uncordon', '언코든', 'kubectl uncordon', 'kubectl uncordon node-2', 'uncordon 입니다', '언코든이요', 'Uncordon', 'uncordn', 'uncordon node-2'],
    wrong: ['cordon', '코든', 'drain', 'kubectl cordon', 'kubectl cordon node-2', 'taint', 'untaint', 'undo', '드레인', 'delete', 'un', 'uncordon node-1', 'schedule'],
  },
  rtndcu: {
    right: ['crictl', '크라이컨트롤', '씨알아이컨트롤', 'crictl ps', 'CRICTL', 'crictl 입니다', 'crictl이요', 'sudo crictl ps', 'crictl 도구', '크라이시티엘'],
    wrong: ['ctr', 'cri', 'docker', 'kubectl', 'containerd', 'CRI-O', 'nerdctl', 'podman', 'criclt2', '씨알아이', 'kubelet', 'cri ps', 'systemctl'],
  },
  trk1ej: {
    right: ['4', '4개', '네 개', '넷', '사 개', '파드 4개', '네개입니다', '넷이요', 'four', '4 pods', '４개', '4개인 것 같아요', '4 이에요'],
    wrong: ['3', '2', '3개', '세 개', '두 개', '5', '3/4', '셋', 'three', '34', '40', '7개', '1'],
  },
  '5tp0a0': {
    right: ['mysql.data', 'MySQL.data', 'mysql.data 입니다', 'mysql.data요', '정답: mysql.data', 'mysql.data예요'],
    wrong: ['mysql', 'mysql.front', 'data.mysql', 'mysqldata', 'mysql data', 'mysql-data', 'mysql.data.svc', 'mysql.data.svc.cluster.local', 'data', '10.96.12.34', 'mysql/data', 'mysql:3306', 'mysql.default'],
  },
  l0jq1l: {
    right: ['ps', 'docker ps', 'PS', 'container ls', 'docker container ls', 'container list', '피에스', 'ps 입니다', 'ps요', 'docker container ps', '$ docker ps'],
    wrong: ['ls', 'images', 'run', 'docker images', 'list', 'exec', 'logs', 'pull', 'docker run', 'get', 'inspect', 'build', 'p', 'pods', 'ps -a -q x'],
  },
  eufezz: {
    right: ['FROM', 'from', '프롬', 'FROM 명령어', 'FROM이요', 'FROM 입니다', 'FROM(프롬)', 'FROM instruction', 'FROM인 것 같아요', 'the FROM instruction'],
    wrong: ['RUN', 'CMD', 'COPY', 'ENTRYPOINT', 'EXPOSE', 'WORKDIR', 'image', 'ADD', 'BASE', '이미지', 'IMPORT', '런', 'for', 'front'],
  },
  r99cwk: {
    right: ['envFrom', 'envfrom', 'env from', 'envFrom 입니다', 'envFrom:', 'envFrom이요', 'envFrom 필드', 'envForm'],
    wrong: ['env', 'valueFrom', 'configMap', 'configMapRef', 'from', 'environment', 'envVar', 'configMapKeyRef', 'data', 'envs', 'secretRef', 'name'],
  },
  y19adi: {
    right: ['-c', '--container', 'c', '-c web', '--container=web', '-c 옵션', '-c입니다', '--container web', '-c요', 'kubectl exec -c', '-C', '-c 컨테이너이름'],
    wrong: ['-i', '-it', '-n', '-p', '--pod', '-t', '-f', '--', '-it -c', '--name', 'exec', '-cn', '--namespace', '-d', '-l'],
  },
  lqekri: {
    right: ['deletionTimestamp', 'deletiontimestamp', 'metadata.deletionTimestamp', 'deletion timestamp', 'deletionTimestamp 필드', 'deletionTimestamp 입니다', 'deletionTimestamp요', 'deletionTimeStamp', 'deletionTimstamp'],
    wrong: ['creationTimestamp', 'timestamp', 'deletion', 'finalizers', 'deletionGracePeriodSeconds', 'deleteTime', 'metadata.creationTimestamp', 'deletedAt', 'metadata', 'deletionTime', 'spec.deletionTimestamp'],
  },
  '55bg4e': {
    right: ['20', '20%', '20퍼센트', '이십 퍼센트', '20프로', '20 %', '２０％', '20퍼센트요', '20 percent', 'twenty percent', '20% 입니다', '약 20%', '이십 프로'],
    wrong: ['80', '80%', '25', '25%', '50%', '1', '4', '20개', '2%', '200', '팔십 퍼센트', '0.2', '1%', '40%', '10%'],
  },
  vhmycm: {
    right: ['None', 'none', '"None"', 'clusterIP: None', 'None이요', 'None 입니다', 'NONE', 'clusterIP None', "'None'"],
    wrong: ['null', 'no', 'false', 'ClusterIP', '""', '0.0.0.0', 'headless', 'nil', '없음', 'empty', 'true', 'node', 'clusterIP', 'External'],
  },
  bpkl6q: {
    right: ['릴리스', '릴리즈', 'release', '헬름 릴리스', 'Release', '릴리스입니다', 'release(릴리스)', '릴리스요', 'helm release', '릴리즈인 것 같아요', 'a release', '릴리스라고 해요'],
    wrong: ['차트', 'chart', '리비전', 'revision', '레포', 'repository', '템플릿', 'values', '패키지', 'replica', '인스턴스', 'package', '배포', '릴레이', 'deploy'],
  },
  '84qw2m': {
    right: ['6', '6개', '여섯 개', '육 개', '파드 6개', 'six', '6 Pods', '６개', '6개입니다', '여섯이요'],
    wrong: ['4', '5', '5개', '10', '8', '열 개', '60', '12', '7', '여덟 개', '2', '9'],
  },
  hg3hhv: {
    right: ['spring', '스프링', ':spring', 'Spring', 'spring 태그', 'spring이요', 'spring 입니다', 'spring(스프링)', '태그는 spring'],
    wrong: ['menu', 'latest', 'app', 'dosirak', 'ghcr.io', 'lunch', 'string', 'menu:spring2', 'dosirak/menu', 'ghcr.io/dosirak/menu', 'sprint', 'image', 'v1', '태그'],
  },
  u8g5q6: {
    right: ['imagePullSecrets', 'imagePullSecret', 'imagepullsecrets', 'spec.imagePullSecrets', 'image pull secrets', '이미지 풀 시크릿', 'imagePullSecrets 필드', 'imagePullSecrets요', 'imagePullSecrets 입니다', 'imagePullSecerts'],
    wrong: ['imagePullPolicy', 'secret', 'secretName', 'imagePushSecrets', 'pullSecrets', 'imageSecrets', 'serviceAccount', 'secretRef', 'image', 'envFrom', '시크릿', 'imagePullSecretName', 'secrets', 'registrySecret'],
  },
  x01mc8: {
    right: ['ingressClassName', 'ingressclassname', 'spec.ingressClassName', 'ingress class name', '인그레스 클래스 네임', '인그레스 클래스 이름', 'ingressClassName 필드', 'ingressClassName: traefik', 'ingressClassName이요', 'ingressClasName'],
    wrong: ['className', 'ingressClass', 'storageClassName', 'ingressName', 'class', 'name', 'controller', 'kubernetes.io/ingress.class', 'gatewayClassName', 'ingress', 'traefik', 'spec.className', '클래스 이름'],
  },
  '8u1517': {
    right: ['6', '6번', '여섯 번', '육 번', '6회', '여섯번이요', '６번', '6 times', 'six times', '6번 입니다', '6번까지', '여섯 번까지'],
    wrong: ['3', '3번', '5번', '10번', '1', '다섯 번', '0', '16번', '7번', 'five', '4회'],
  },
  nam6jz: {
    right: ['create', 'kind create', 'kind create cluster', '크리에이트', 'Create', 'create입니다', 'create요', 'kind create cluster --name practice'],
    wrong: ['delete', 'get', 'apply', 'start', 'run', 'new', 'cluster', 'kind', 'make', 'init', 'add', 'update', 'load', 'kind delete cluster', 'recreate', 'build'],
  },
  lrdpxu: {
    right: ['4', '4개', '네 개', '넷', '넷이요', '사 개', '4대', 'four', '４', '4입니다', '네 개요', '4가 돼요', '4개가 됩니다'],
    wrong: ['3', '3개', '5', '세 개', '1', '셋이요', '6', '다섯', '34', 'three', '2'],
  },
  '6v5van': {
    right: ['~/.kube/config', '$HOME/.kube/config', '.kube/config', '~/.kube/config 파일', '~/.kube/config이요', '~/.kube/config 입니다', '~ / .kube / config', '`~/.kube/config`', '경로는 ~/.kube/config'],
    wrong: ['kubeconfig', '~/.kube', '~/kube/config', 'config', '~/.kubeconfig', '/etc/kubernetes/admin.conf', '~/.config/kube', '/.kube/config', '~/.kube/cache', 'kube config', '~/.kube/config.yaml', '~/.kube/conf', 'kubectl config', '쿠브컨피그'],
  },
  '6d910k': {
    right: ['apply', 'kubectl apply', 'kubectl apply -f', 'kubectl apply -f web.yaml', '어플라이', 'apply입니다', 'apply요', 'aply', '$ kubectl apply -f web.yaml', 'Apply'],
    wrong: ['create', 'replace', 'edit', 'patch', 'get', 'kubectl create -f web.yaml', 'delete', 'kubectl delete -f web.yaml', 'run', 'set', 'app', '-f', 'kubectl', 'reply', 'update'],
  },
  icgaut: {
    right: ['kubelet', '쿠블렛', '큐블렛', 'Kubelet 입니다', 'kubelet(쿠블렛)', '쿠블렛이요', '노드 에이전트', 'node agent', 'kublet', 'kubelet인 것 같아요', '쿠블렛(kubelet)', '큐브렛'],
    wrong: ['kube-proxy', 'kubectl', 'containerd', '스케줄러', 'API 서버', 'kubeadm', '노드', '컨트롤러 매니저', 'kube', '쿠브 프록시', 'etcd', 'pod', 'cubelets x', '활성 프로브'],
  },
  bsmwtc: {
    right: ['dev-web', 'deployment/dev-web', 'deployment.apps/dev-web', 'Dev-Web', 'dev-web이요', 'dev-web 입니다', 'dev-web 디플로이먼트', 'dev web'],
    wrong: ['web', 'web-dev', 'dev', 'dev-', 'base-web', 'prod-web', 'deployment/web', 'dev-web-1', 'namePrefix', 'dev-app', 'overlay-web'],
  },
  r3n551: {
    right: ['3', '3개', '세 개', '셋', '삼 개', '파드 3개', '셋이요', 'three', '3 pods', '３개', '파드 세 개', '세 개예요'],
    wrong: ['1', '2', '4', '한 개', '두 개', '8080', '6', '2개', '네 개', '파드 2개', 'two', '30'],
  },
  qr3s2j: {
    right: ['tunnel', 'minikube tunnel', '터널', '터널이요', 'tunnel 입니다', 'tunnel(터널)', 'Tunnel', 'tunel', '터널입니다', 'minikube tunnel이요'],
    wrong: ['start', 'service', 'dashboard', 'minikube service', 'proxy', 'port-forward', 'ip', 'addons', 'funnel', 'minikube start', 'ssh', 'LoadBalancer', '포트 포워딩', 'expose'],
  },
  '6ga1fx': {
    right: ['2', '2개', '두 개', '둘', '이 개', '둘이요', 'two', '오브젝트 2개', '２개', '두 개 입니다', '2개예요'],
    wrong: ['1', '3', '한 개', '세 개', '4', '하나', 'three', '80', '5개', '22', '12'],
  },
  hf84mc: {
    right: ['MSA', 'msa', '엠에스에이', 'M.S.A', 'MSA요', 'MSA 입니다', 'MSA(엠에스에이)', 'M S A', 'ＭＳＡ'],
    wrong: ['SOA', 'MVC', 'API', '마이크로서비스', 'microservices', 'MS', 'MSC', 'ASM', 'MSAA', 'SaaS', '에스오에이', 'MAS', 'MicroSA'],
  },
  opb6x9: {
    right: ['마이크로서비스', '마이크로서비스 아키텍처', 'microservices', 'microservice', 'MSA', '엠에스에이', '마이크로 서비스', '마이크로서비스입니다', '마이크로서비스(microservices)', '마이크로서비스 구조', '마이크로서비스요', 'micro-services', 'MSA(마이크로서비스 아키텍처)', '마이크로서비스 아키텍쳐'],
    wrong: ['모놀리스', '모놀리식', 'monolith', '서비스', '서버리스', 'SOA', '컨테이너', '마이크로', 'serverless', '쿠버네티스', '클라우드 네이티브', '메시', '아키텍처'],
  },
  htffrb: {
    right: ['busan', '부산', 'busan 클러스터', 'Busan', 'busan이요', 'busan 입니다', 'busan(부산)', '부산이요', '부산 클러스터'],
    wrong: ['busan-prod', 'seoul', 'jeju', 'dev', '서울', '제주', 'busan-admin', 'shop', 'seoul-prod', 'prod', '부천', 'default'],
  },
  '9zwu8x': {
    right: ['label', 'kubectl label', '레이블', '라벨', 'lable', 'label 입니다', '라벨이요', 'label(레이블)', 'kubectl label nodes node-1 disktype=ssd', 'Label'],
    wrong: ['labels node', 'annotate', 'taint', 'set', 'edit', 'tag', 'cordon', 'get', 'select', 'kubectl taint', 'cable', '애너테이션', 'describe', 'mark'],
  },
  '2auc07': {
    right: ['describe', 'kubectl describe', '디스크라이브', 'describe 입니다', 'describe요', 'discribe', 'kubectl describe node work-2', 'Describe'],
    wrong: ['get', 'logs', 'explain', 'top', 'edit', 'exec', 'kubectl get', 'inspect', 'show', 'events', 'kubectl get node work-2', 'drain', 'status', 'prescribe x'],
  },
  jb8vmt: {
    right: ['30000', '30000번', '30,000', '삼만', '3만', '3만 번', '30000번 포트', '삼만 번', '30000이요', '30000번부터', '30000 포트', '30000포트'],
    wrong: ['32767', '3000', '8080', '80', '1024', '300000', '30080', '20000', '이만', '0', '31000', '3만 2767'],
  },
  ehy2lw: {
    right: ['Node', 'nodes', '노드', '노드입니다', 'Node(노드)', '노드요', 'node', '노드(Node)', '노드인 것 같아요', 'Nodes'],
    wrong: ['Pod', 'Service', 'ConfigMap', 'Deployment', 'no', '파드', '서비스', '컨피그맵', 'Namespace', 'ConfigMap Node Service', 'Service, Node', '네임스페이스', 'code', '오브젝트', 'Node, Service'],
  },
  b2gits: {
    right: ['137', '137번', '종료 코드 137', 'exit code 137', '백삼십칠', '137이요', '137번 입니다', '１３７', '코드 137'],
    wrong: ['1', '143', '139', '0', '127', '13', '37', '136', '138', '1370', '137137', '백사십삼', 'exit code 1', '종료 코드 143', '-9', '9'],
  },
  '7vr4yr': {
    right: ['uid', 'UID', '유아이디', 'uid 입니다', 'uid요', 'uid 필드', 'metadata.ownerReferences.uid', 'uid(유아이디)', '필드는 uid'],
    wrong: ['id', 'name', 'controller', 'blockOwnerDeletion', 'kind', 'namespace', 'guid', 'apiVersion', 'ui', 'gid', 'uuid', '이름', 'owner'],
  },
  ns143q: {
    right: ['claimName', 'claimname', 'claim name', '클레임네임', 'persistentVolumeClaim.claimName', 'claimName: score-data', 'claimName 입니다', 'claimName 필드', 'claimName이요', 'claimNmae'],
    wrong: ['className', 'claim', 'name', 'volumeName', 'pvcName', 'persistentVolumeClaim', 'storageClassName', 'claimRef', 'claimed', 'volume', 'plainName', 'secretName', '클레임', 'claimNames x'],
  },
  se5gsv: {
    right: ['30', '30초', '삼십 초', '서른', '30 seconds', '30s', '서른 초', '３０초', '30초요', '30초 입니다', 'thirty', '삼십초', '약 30초', '30초까지'],
    wrong: ['60', '10', '60초', '3', '300', '십 초', '5초', '30분', '20초', '0', '90초', '육십 초', '31'],
  },
  rzuie0: {
    right: ['restricted', '레스트릭티드', '리스트릭티드', '제한됨', 'Restricted', 'restricted 입니다', 'restricted요', 'restricted(제한됨)', 'restricted 단계', 'restrcted', '레스트릭티드요'],
    wrong: ['baseline', 'privileged', '베이스라인', '특권', 'strict', 'restrict', 'unrestricted', 'limited', '프리빌리지드', 'privilege', '기본', 'secure', '제한'],
  },
  r9qosr: {
    right: ['Pod', 'pods', '파드', '포드', '팟', '파드입니다', '파드 입니다', '파드(Pod)', 'Pod(파드)', '파드요', 'POD', '파드인 것 같아요', 'pod 입니다', 'Ｐｏｄ', '정답은 파드', 'a pod', 'Pods요', '팟이요'],
    wrong: ['po', 'Deployment', 'ReplicaSet', 'container', '컨테이너', '디플로이먼트', 'Pot', 'web', 'Node', '파트', '카드', '레플리카셋', 'Service', '파드(노드)', '노드(파드)', '파드와 노드', 'pod node', 'podd set'],
  },
  xqw5er: {
    right: ['9000', '9000번', '9000번 포트', 'port 9000', 'localhost:9000', 'http://localhost:9000', '9000포트', '127.0.0.1:9000', '구천', '구천 번', '９０００', '9000번이요', '9,000', '포트 9000'],
    wrong: ['80', '8080', '80번', '9000:80', '90', '900', '9080', '8000', '90000', 'localhost:80', '80번 포트', '9001', '구백'],
  },
  ml8lss: {
    right: ['Guaranteed', '개런티드', 'guaranteed', 'Guaranteed 입니다', '개런티드요', 'Guaranteed(개런티드)', 'Guaranteed 클래스', 'garanteed', 'Guaranted', 'QoS 클래스는 Guaranteed'],
    wrong: ['Burstable', 'BestEffort', '버스터블', '베스트에포트', 'guard', 'Guarantee x', 'Best', 'Limited', '보장 안 됨', 'granted', 'QoS', 'requests', 'burst'],
  },
  '2kjhnl': {
    right: ['500', '500m', '오백', '500 m', '５００ｍ', '오백 m', '500이요', '500m입니다', '500밀리코어', '500 밀리코어'],
    wrong: ['50', '5', '0.5', '5000', '50m', '0.5m', '1000', '512', '오십', '250m', '5백만'],
  },
  '84rjae': {
    right: ['10', '10개', '열 개', '십 개', '열', '열이요', 'ten', '１０개', '10개 입니다', '레플리카셋 10개', '10개까지', '열 개까지요'],
    wrong: ['2', '5', '3개', '1', '100', '다섯 개', '11', '20개', 'two', '0', '1개'],
  },
  '7dda6x': {
    right: ['undo', '언두', 'rollout undo', 'kubectl rollout undo', 'undo 입니다', '언두요', 'kubectl rollout undo deployment/web', 'Undo', 'undo(언두)', 'undo요'],
    wrong: ['redo', 'restart', 'history', 'status', 'pause', 'resume', 'back', 'rollback', 'kubectl rollout restart', 'revert', 'kubectl rollout', 'rollout', '롤백', 'kubectl rollout restart deployment/web', 'delete'],
  },
  eq00va: {
    right: ['13', '13개', '열세 개', '십삼 개', '열셋', '열셋이요', '13 Pods', '１３개', 'thirteen', '13개입니다', '파드 13개', '최대 13개'],
    wrong: ['12', '12.5', '10', '열두 개', '15', '25', '3', '14', '8', '열네 개', '125', '30'],
  },
  dyh219: {
    right: ['7', '7번', '7회', '일곱 번', '일곱', '칠 번', '칠회', 'seven', '7 times', '７번', '일곱 번이요', '7번 입니다', '일곱번'],
    wrong: ['1', '2', '41', '9', '2번', '여섯 번', '8번', '17', '여덟 번', '41번', 'six', '70', '0', '한 번'],
  },
  tfs4m5: {
    right: ['robot', '로봇', 'Robot', 'robot 입니다', 'robot이요', 'robot(로봇)', 'robot 서비스어카운트', '로봇이요', '이름은 robot'],
    wrong: ['lunch', 'default', 'pods', 'root', 'system', 'serviceaccount', 'lunch:robot', 'system:serviceaccount:lunch:robot', 'admin', '런치', 'user', 'bot', 'lunch/robot', 'kubelet'],
  },
  '680m5b': {
    right: ['CoreDNS', '코어DNS', '코어디엔에스', '코어 디엔에스', 'core dns', 'coredns', 'CoreDNS 입니다', 'CoreDNS(코어DNS)', 'CoreDNS요', 'core-dns', '코어DNS예요', 'CoreDSN', 'CoreDNS 애드온'],
    wrong: ['DNS', 'core', 'kube-proxy', '디엔에스', 'kubedns x', 'ingress', 'etcd', '쿠브 프록시', 'CNI', 'flannel', 'metrics-server', '애드온', 'NodeLocal DNS', '코어'],
  },
  by15ru: {
    right: ['8080', '8080번', '8080 포트', 'port 8080', '8080번 포트', '팔천팔십', '8,080', '８０８０', '8080포트', '8080이요', '8080번이에요', '팔공팔공'],
    wrong: ['80', '80번', '8081', '808', '80800', '8000', '80:8080', '8080:80', '80번 포트', '880', '30080', '팔십'],
  },
  '9zy4wz': {
    right: ['2', '2개', '두 개', '둘', '이 개', '파드 2개', '둘이요', 'two', '2 pods', '２개', '두 개요', '2개 입니다'],
    wrong: ['3', '5', '세 개', '다섯', '0', '1', '3개', '8', 'three', '25', '한 개', '53'],
  },
  r0bjlo: {
    right: ['NoExecute', '노익스큐트', '노 엑스큐트', '노이그제큐트', 'noexecute', 'no execute', 'NoExecute 입니다', 'NoExecute(노익스큐트)', 'NoExecute요', 'NoExcute', 'No-Execute', 'NoExecute 효과'],
    wrong: ['NoSchedule', 'PreferNoSchedule', 'execute', 'Execute', '노스케줄', 'PreferNoExecute', 'evict', 'NoSchedule NoExecute', 'no', 'drain', '축출', 'NoEvict', 'NoExecuted x'],
  },
  x6hd4l: {
    right: ['maxSkew', 'maxskew', 'max skew', '맥스스큐', '맥스스크', 'topologySpreadConstraints.maxSkew', 'maxSkew 입니다', 'maxSkew 필드', 'maxSkew요', 'maxSkwe', 'maxSkew(맥스스큐)'],
    wrong: ['minSkew', 'skew', 'max', 'topologyKey', 'minDomains', 'whenUnsatisfiable', 'maxSurge', 'maxUnavailable', 'maxPods', 'labelSelector', '스큐', 'midSkew', 'topologySpreadConstraints'],
  },
  u5atrx: {
    right: ['하이퍼바이저', 'hypervisor', '가상 머신 모니터', 'VMM', 'virtual machine monitor', '하이퍼바이저입니다', '하이퍼바이저(hypervisor)', 'Hypervisor 예요', '하이퍼 바이저', '하이퍼바이져', 'hypervisior', 'a hypervisor', 'Hypervisor(하이퍼바이저)', '하이퍼바이저라고 해요'],
    wrong: ['가상 머신', 'VM', '컨테이너', 'docker', 'supervisor', '도커', '게스트 OS', '호스트', 'kubelet', '컨테이너 런타임', '하이퍼', 'VMware', '슈퍼바이저', 'visor', '소프트웨어', 'CPU'],
  },
  nqjxo7: {
    right: ['mountPath', 'mountpath', 'mount path', '마운트 패스', '마운트 경로', 'volumeMounts.mountPath', 'mountPath 입니다', 'mountPath 필드', 'mountPath요', 'mountPaht', 'mountPath(마운트 경로)'],
    wrong: ['hostPath', 'subPath', 'path', 'mount', 'mountPoint', 'volumePath', 'name', 'volumeMounts', 'mountName', '마운트', '경로', 'moutOptions', 'dataPath', 'volumes'],
  },
  '7b08ri': {
    right: ['debug', '디버그', 'Debug', 'debug 입니다', 'debug요', 'debug(디버그)', 'debug 키', 'debug: true', '디버그예요', 'debug인 것 같아요'],
    wrong: ['port', 'name', 'image', 'true', 'lunch', '포트', '8080', 'bug', 'debugger x', 'port debug', 'nginx', '이름', 'debut', 'name, debug'],
  },
};
