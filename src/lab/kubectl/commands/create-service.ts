import type { Command, Run } from '../command.ts';
import { failed } from '../errors.ts';
import { MAKING, make, onlyName } from './make.ts';

interface Port {
  name: string;
  port: number;
  protocol: 'TCP';
  targetPort: number | string;
  nodePort?: number;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) throw failed('invalid port number, must be between 1 and 65535');
  return port;
}

/** `80:8080`, `80:http`, `80` (kubectl/pkg/cmd/create, parsePorts). */
function portOf(pair: string): Port {
  const [first = '', second = first] = pair.split(':');
  const port = portNumber(first);
  const targetPort = /^\d+$/.test(second) ? portNumber(second) : second;
  return { name: pair.replace(':', '-'), port, protocol: 'TCP', targetPort };
}

async function makeService(run: Run, type: string, rest: Record<string, unknown> = {}): Promise<void> {
  const name = onlyName(run);
  const pairs = run.flags.all('tcp');
  const isHeadless = rest.clusterIP === 'None';
  if (pairs.length === 0 && type !== 'ExternalName' && !isHeadless)
    throw failed('at least one tcp port specifier must be provided');
  const nodePort = run.flags.int('node-port') ?? 0;
  const ports = pairs.map(portOf).map((port) => (nodePort > 0 && type === 'NodePort' ? { ...port, nodePort } : port));
  const labels = { app: name };
  await make(run, {
    ...{ apiVersion: 'v1', kind: 'Service', metadata: { labels, name } },
    spec: { ...rest, ...(ports.length > 0 ? { ports } : {}), selector: labels, type },
    status: { loadBalancer: {} },
  });
}

const TCP = { name: 'tcp', type: 'list' } as const;

export const CREATE_SERVICES: readonly Command[] = [
  {
    name: 'service',
    aliases: ['svc'],
    short: 'Create a service using a specified subcommand',
    children: [
      {
        name: 'clusterip',
        short: 'Create a ClusterIP service',
        flags: [...MAKING, TCP, { name: 'clusterip', type: 'value' }],
        run: (run) => {
          const clusterIP = run.flags.value('clusterip');
          return makeService(run, 'ClusterIP', clusterIP === undefined ? {} : { clusterIP });
        },
      },
      {
        name: 'nodeport',
        short: 'Create a NodePort service',
        flags: [...MAKING, TCP, { name: 'node-port', type: 'int' }],
        run: (run) => makeService(run, 'NodePort'),
      },
      {
        name: 'loadbalancer',
        short: 'Create a LoadBalancer service',
        flags: [...MAKING, TCP],
        run: (run) => makeService(run, 'LoadBalancer'),
      },
      {
        name: 'externalname',
        short: 'Create an ExternalName service',
        flags: [...MAKING, TCP, { name: 'external-name', type: 'value' }],
        async run(run) {
          const externalName = run.flags.value('external-name');
          if (externalName === undefined) throw failed('required flag(s) "external-name" not set');
          await makeService(run, 'ExternalName', { externalName });
        },
      },
    ],
  },
  {
    name: 'ingress',
    aliases: ['ing'],
    short: 'Create an ingress with the specified name',
    flags: [
      ...MAKING,
      { name: 'rule', type: 'array' },
      { name: 'class', type: 'value' },
      { name: 'default-backend', type: 'value' },
      { name: 'annotation', type: 'array' },
    ],
    run: makeIngress,
  },
];

function backendOf(text: string): object {
  const [name = '', port = ''] = text.split(':');
  return { service: { name, port: /^\d+$/.test(port) ? { number: Number(port) } : { name: port } } };
}

const RULE = /^([\w*.-]*)(\/[^=]*)?=([\w-]+:[\w-]+)(?:,tls(?:=([\w.-]+))?)?$/;

/** `host/path*=service:port,tls=secret` (kubectl/pkg/cmd/create, create_ingress.go). */
function ruleOf(text: string) {
  const found = RULE.exec(text);
  if (!found) throw failed(`rule ${text} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]`);
  const [, host = '', given = '/', backend = '', secret] = found;
  const isPrefix = given.endsWith('*');
  const path = {
    backend: backendOf(backend),
    path: isPrefix ? given.slice(0, -1) : given,
    pathType: isPrefix ? 'Prefix' : 'Exact',
  };
  return { host, path, isSecured: text.includes(',tls'), secret };
}

async function makeIngress(run: Run): Promise<void> {
  const name = onlyName(run);
  const { flags } = run;
  if (!flags.has('rule') && !flags.has('default-backend'))
    throw failed(
      'not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)',
    );
  const rules = flags.all('rule').map(ruleOf);
  const byHost = Map.groupBy(rules, ({ host }) => host);
  const secured = rules.filter(({ isSecured }) => isSecured);
  const annotations = Object.fromEntries(flags.all('annotation').map((one) => one.split(/=(.*)/s).slice(0, 2)));
  const [ingressClass, byDefault] = [flags.value('class'), flags.value('default-backend')];
  await make(run, {
    ...{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
    metadata: { ...(flags.has('annotation') ? { annotations } : {}), name },
    spec: {
      ...(byDefault === undefined ? {} : { defaultBackend: backendOf(byDefault) }),
      ...(ingressClass === undefined ? {} : { ingressClassName: ingressClass }),
      ...(rules.length === 0
        ? {}
        : {
            rules: Array.from(byHost, ([host, all]) => ({
              ...(host === '' ? {} : { host }),
              http: { paths: all.map(({ path }) => path) },
            })),
          }),
      ...(secured.length === 0
        ? {}
        : {
            tls: Array.from(
              Map.groupBy(secured, ({ secret }) => secret ?? ''),
              ([secret, all]) => {
                const hosts = Array.from(new Set(all.map(({ host }) => host))).filter((host) => host !== '');
                return { ...(hosts.length > 0 ? { hosts } : {}), ...(secret === '' ? {} : { secretName: secret }) };
              },
            ),
          }),
    },
    status: { loadBalancer: {} },
  });
}
