import { isObject } from '../../../../core/json.ts';
import type { HttpAnswer, HttpAsked } from '../../../engine/lab.ts';
import type { Machine } from '../../machine.ts';
import type { Proc, Program } from '../../process/process.ts';
import { settled, sleep } from '../../process/waits.ts';
import { formatDate } from '../../tools/date.ts';
import { reasonOf } from '../../tools/http.ts';
import { NODE } from '../serve.ts';
import { askApi, namespaceOf } from './api.ts';
import { allRules, findRule, type IngressRead, ingressesOf, type Rule } from './rules.ts';

const MIB = 1_048_576;
const PORTS = [80, 443, 8443, 10254];
/** Milliseconds between two looks at the Ingresses, and that a server behind may take. */
const [LOOK, PATIENCE] = [2000, 60_000];
const INGRESSES = '/apis/networking.k8s.io/v1/ingresses';

const page = (status: number, more: Record<string, string> = {}): HttpAnswer => {
  const title = `${status} ${reasonOf(status)}`;
  return {
    status,
    headers: { 'Content-Type': 'text/html', ...more },
    body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
  };
};

const flagIn = (argv: readonly string[], name: string): string | undefined =>
  argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);

/** The number of a Service's port that an Ingress calls by its name. */
async function portOf(machine: Machine, { namespace, service, port }: Rule): Promise<number | undefined> {
  if (typeof port === 'number') return port;
  const found = await askApi(machine, 'GET', `/api/v1/namespaces/${namespace}/services/${service}`);
  const ports = isObject(found?.spec) && Array.isArray(found.spec.ports) ? found.spec.ports : [];
  const named: unknown = ports.find((one: unknown) => isObject(one) && one.name === port);
  return isObject(named) && typeof named.port === 'number' ? named.port : undefined;
}

/** Hands a request on to the Service that a rule names. */
async function pass(
  machine: Machine,
  rules: readonly Rule[],
  asked: HttpAsked,
  isSecure: boolean,
): Promise<HttpAnswer> {
  const host = (asked.headers.host ?? asked.headers.Host ?? '').replace(/:\d+$/, '').toLowerCase();
  const [path = '/', query] = asked.path.split('?', 2);
  const found = findRule(rules, host, path);
  if (!found) return page(404);
  if (found.rule.redirects && !isSecure) return page(308, { Location: `https://${host}${asked.path}` });
  const port = await portOf(machine, found.rule);
  if (port === undefined) return page(503);
  const headers = { ...asked.headers, 'x-real-ip': asked.from ?? NODE, 'x-forwarded-host': host };
  const answer = await machine.network.ask(
    `${found.rule.service}.${found.rule.namespace}.svc.cluster.local`,
    port,
    { ...asked, path: query === undefined ? found.path : `${found.path}?${query}`, headers },
    PATIENCE,
  );
  if (typeof answer !== 'string') return answer;
  return page(answer === 'timed out' ? 504 : 503);
}

/** The address under which clients find the controller: its Service's, or its node's. */
async function addressOf(machine: Machine, argv: readonly string[]): Promise<object | undefined> {
  const said = flagIn(argv, 'publish-status-address');
  if (said !== undefined) return /^[\d.]+$/.test(said) ? { ip: said } : { hostname: said };
  const fallback = `${namespaceOf(machine)}/ingress-nginx-controller`;
  const named = flagIn(argv, 'publish-service')?.replaceAll(
    /\$\((\w{1,64})\)/g,
    (_, name: string) => machine.env[name] ?? '',
  );
  const [namespace = '', name = ''] = (named ?? fallback).split('/');
  const service = await askApi(machine, 'GET', `/api/v1/namespaces/${namespace}/services/${name}`);
  const { loadBalancer } = isObject(service?.status) ? service.status : {};
  const [ingress]: unknown[] =
    isObject(loadBalancer) && Array.isArray(loadBalancer.ingress) ? loadBalancer.ingress : [];
  if (isObject(ingress) && typeof ingress.ip === 'string') return { ip: ingress.ip };
  const pod = await askApi(machine, 'GET', `/api/v1/namespaces/${namespaceOf(machine)}/pods/${machine.hostname}`);
  return isObject(pod?.status) && typeof pod.status.hostIP === 'string' ? { ip: pod.status.hostIP } : undefined;
}

/** Tells Ingresses where they are found. */
async function publish(machine: Machine, items: readonly unknown[], own: readonly IngressRead[], address: object) {
  const mine = new Set(own.map(({ metadata: { namespace, name } }) => `${namespace}/${name}`));
  const status = { loadBalancer: { ingress: [address] } };
  for (const item of items) {
    const { namespace, name } = isObject(item) && isObject(item.metadata) ? item.metadata : {};
    if (!isObject(item) || !mine.has(`${namespace}/${name}`)) continue;
    if (JSON.stringify(item.status) === JSON.stringify(status)) continue;
    const path = `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses/${name}/status`;
    await askApi(machine, 'PUT', path, { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', ...item, status });
  }
}

/** registry.k8s.io/ingress-nginx/controller: it asks the API for Ingresses of its class, and serves them. */
export const ingressController: Program = function* (proc: Proc, argv) {
  const { machine } = proc.box;
  let rules: readonly Rule[] = [];
  const version = proc.box.image.tag;
  proc.hold(60 * MIB);
  proc.err(
    `-------------------------------------------------------------------------------\nNGINX Ingress controller\n  Release:       ${version}\n-------------------------------------------------------------------------------\n`,
  );
  const serve = (port: number) => async (asked: HttpAsked) => {
    if (port === 10254) return { ...page(200), body: 'ok' };
    const answer = await pass(machine, rules, asked, port === 443);
    proc.out(
      `${asked.from ?? NODE} - - [${formatDate('%d/%b/%Y:%H:%M:%S +0000', machine.now())}] "${asked.method} ${asked.path.slice(0, 200)} HTTP/1.1" ${answer.status} ${answer.body.length} "-" "${(asked.headers['user-agent'] ?? '-').slice(0, 200)}"\n`,
    );
    return answer;
  };
  for (const signal of ['TERM', 'INT', 'QUIT'] as const) proc.handles.add(signal);
  for (const port of PORTS) if (!proc.box.listen(proc, port, serve(port))) return 1;
  const of = {
    className: flagIn(argv, 'ingress-class') ?? 'nginx',
    withoutClass: flagIn(argv, 'watch-ingress-without-class') === 'true',
  };
  for (let wasRefused = false; proc.pending.length === 0; ) {
    const list = yield* settled(askApi(machine, 'GET', INGRESSES));
    const isRefused = list === undefined;
    if (isRefused && !wasRefused)
      proc.err(
        'E reflector.go:166] "Unhandled Error" err="failed to list *v1.Ingress: ingresses.networking.k8s.io is forbidden"\n',
      );
    wasRefused = isRefused;
    const items: readonly unknown[] = Array.isArray(list?.items) ? list.items : [];
    const own = ingressesOf(items, of);
    proc.owe(1 + own.length);
    rules = allRules(own);
    const address = own.length > 0 ? yield* settled(addressOf(machine, argv)) : undefined;
    if (address) yield* settled(publish(machine, items, own, address));
    yield* sleep(proc, LOOK);
  }
  return 0;
};

/** registry.k8s.io/ingress-nginx/kube-webhook-certgen: makes the Secret that the controller's Pod mounts. */
export const certgen: Program = function* (proc, argv) {
  const { machine } = proc.box;
  if (argv[1] !== 'create') return 0;
  const namespace = (flagIn(argv, 'namespace') ?? namespaceOf(machine)).replace(
    '$(POD_NAMESPACE)',
    namespaceOf(machine),
  );
  const name = flagIn(argv, 'secret-name') ?? 'ingress-nginx-admission';
  const path = `/api/v1/namespaces/${namespace}/secrets`;
  if (yield* settled(askApi(machine, 'GET', `${path}/${name}`))) return 0;
  const data = { ca: 'bGFi', cert: 'bGFi', key: 'bGFi' };
  const made = yield* settled(
    askApi(machine, 'POST', path, { apiVersion: 'v1', kind: 'Secret', metadata: { name }, data }),
  );
  if (made) return 0;
  proc.err(`{"level":"fatal","msg":"error creating secret ${name}","source":"k8s/k8s.go:240"}\n`);
  return 1;
};
