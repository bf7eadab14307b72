/** Ingresses, with the controller that most courses install. */
import { expect, test } from 'vitest';
import { openLab } from './typed.ts';

/** As the project's own manifests have it, but for what a lab does not ask. */
const CONTROLLER = `
apiVersion: v1
kind: Namespace
metadata: { name: ingress-nginx }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: ingress-nginx, namespace: ingress-nginx }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ingress-nginx }
rules:
- { apiGroups: [''], resources: [services, pods], verbs: [get, list, watch] }
- { apiGroups: [''], resources: [secrets], verbs: [get, create] }
- { apiGroups: [networking.k8s.io], resources: [ingresses], verbs: [get, list, watch] }
- { apiGroups: [networking.k8s.io], resources: [ingresses/status], verbs: [update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ingress-nginx }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ingress-nginx }
subjects: [{ kind: ServiceAccount, name: ingress-nginx, namespace: ingress-nginx }]
---
apiVersion: v1
kind: Service
metadata: { name: ingress-nginx-controller, namespace: ingress-nginx }
spec:
  type: LoadBalancer
  selector: { app: ingress-nginx }
  ports: [{ name: http, port: 80, targetPort: http }, { name: https, port: 443, targetPort: https }]
---
apiVersion: batch/v1
kind: Job
metadata: { name: ingress-nginx-admission-create, namespace: ingress-nginx }
spec:
  template:
    spec:
      serviceAccountName: ingress-nginx
      restartPolicy: OnFailure
      containers:
      - name: create
        image: registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.6.1@sha256:${'0'.repeat(64)}
        args: [create, '--namespace=$(POD_NAMESPACE)', --secret-name=ingress-nginx-admission]
        env: [{ name: POD_NAMESPACE, valueFrom: { fieldRef: { fieldPath: metadata.namespace } } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ingress-nginx-controller, namespace: ingress-nginx }
spec:
  selector: { matchLabels: { app: ingress-nginx } }
  template:
    metadata: { labels: { app: ingress-nginx } }
    spec:
      serviceAccountName: ingress-nginx
      volumes: [{ name: webhook-cert, secret: { secretName: ingress-nginx-admission } }]
      containers:
      - name: controller
        image: registry.k8s.io/ingress-nginx/controller:v1.13.0@sha256:${'1'.repeat(64)}
        args: [/nginx-ingress-controller, --publish-service=$(POD_NAMESPACE)/ingress-nginx-controller]
        env: [{ name: POD_NAMESPACE, valueFrom: { fieldRef: { fieldPath: metadata.namespace } } }]
        ports: [{ name: http, containerPort: 80 }, { name: https, containerPort: 443 }]
        readinessProbe: { httpGet: { path: /healthz, port: 10254 } }
        volumeMounts: [{ name: webhook-cert, mountPath: /usr/local/certificates/, readOnly: true }]
`;
const echo = (name: string) => `
apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { app: ${name} } }
spec: { containers: [{ name: e, image: 'hashicorp/http-echo', args: ['-text=${name}'], ports: [{ name: web, containerPort: 5678 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80, targetPort: web }] }
---`;
const ingress = (name: string, rules: string, annotations = '') => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}, annotations: { ${annotations} } }
spec: { ingressClassName: nginx, rules: [${rules}] }
`;
const path = (of: string, service: string, pathType = 'Prefix', port = 'number: 80') =>
  `{ path: ${of}, pathType: ${pathType}, backend: { service: { name: ${service}, port: { ${port} } } } }`;

test('an Ingress gets an address and serves by host and path, once its controller is there', async () => {
  const { kubectl, pass } = openLab();
  expect(await kubectl('apply -f -', CONTROLLER)).not.toMatch(/error|invalid/i);
  await kubectl('apply -f -', `${echo('tea')}${echo('coffee')}${echo('all')}`);
  await kubectl('run own --image=curlimages/curl --command -- sleep 1d');
  const shop = `{ host: shop.com, http: { paths: [${path('/tea', 'tea')}, ${path('/coffee', 'coffee', 'Exact', 'name: http')}, ${path('/gone', 'none')}] } }`;
  await kubectl(
    'apply -f -',
    ingress('shop', `${shop}, { host: '*.wild.com', http: { paths: [${path('/', 'all')}] } }`),
  );
  await pass(60);
  expect(await kubectl('get pods -n ingress-nginx')).toMatch(/ingress-nginx-controller-\S+ +1\/1 +Running/);
  expect(await kubectl('get ingress shop')).toMatch(/shop +nginx +shop\.com,\*\.wild\.com +172\.18\.255\.200 +80/);
  const ask = (host: string, of: string) =>
    kubectl(`exec own -- curl -s -H 'Host: ${host}' http://ingress-nginx-controller.ingress-nginx${of}`);
  expect(await ask('shop.com', '/tea/green?x=1')).toBe('tea\n');
  expect(await ask('shop.com', '/coffee')).toBe('coffee\n');
  expect(await ask('shop.com', '/coffee/black')).toContain('404 Not Found');
  expect(await ask('shop.com', '/teapot')).toContain('404 Not Found');
  expect(await ask('other.com', '/tea')).toContain('404 Not Found');
  expect(await ask('a.wild.com', '/')).toBe('all\n');
  expect(await ask('shop.com', '/gone')).toContain('503 Service Temporarily Unavailable');
  expect(await kubectl('exec own -- curl -s -H "Host: shop.com" http://172.18.255.200/tea')).toBe('tea\n');
  expect(await kubectl('logs -n ingress-nginx deploy/ingress-nginx-controller')).toContain(
    '"GET /tea/green?x=1 HTTP/1.1" 200',
  );
});

test('a path is rewritten as its annotation says, and an Ingress of another class is left alone', async () => {
  const { kubectl, pass } = openLab();
  await kubectl('apply -f -', CONTROLLER);
  await kubectl('run web --image=nginx --port=80 --expose');
  await kubectl('run own --image=curlimages/curl --command -- sleep 1d');
  const annotation = `nginx.ingress.kubernetes.io/rewrite-target: /$2`;
  const captured = `{ http: { paths: [${path("'/app(/|$)(.*)'", 'web', 'ImplementationSpecific')}] } }`;
  await kubectl('apply -f -', ingress('app', captured, annotation));
  await kubectl('apply -f -', ingress('plain', `{ http: { paths: [${path('/plain', 'web')}] } }`));
  await kubectl(
    'apply -f -',
    ingress('other', `{ http: { paths: [${path('/other', 'web')}] } }`).replace('nginx,', 'traefik,'),
  );
  await pass(60);
  const ask = (of: string) => kubectl(`exec own -- curl -s http://ingress-nginx-controller.ingress-nginx${of}`);
  expect(await ask('/app/')).toContain('Welcome to nginx!');
  expect(await ask('/app/50x.html')).toContain('An error occurred.');
  expect(await ask('/plain')).toContain('404 Not Found');
  expect(await kubectl('logs web')).toContain('"GET /plain HTTP/1.1" 404');
  expect(await ask('/other')).toContain('404 Not Found');
  expect(await kubectl('logs web')).not.toContain('/other');
  expect(await kubectl('get ingress other')).toMatch(/other +traefik +\* +80/);
});
