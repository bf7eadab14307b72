import { bytesOfText } from '../../../bytes.ts';
import type { HttpAnswer, HttpAsked } from '../../../engine/lab.ts';
import type { Machine } from '../../machine.ts';
import { resolvePath } from '../../process/paths.ts';
import { reasonOf } from '../../tools/http.ts';
import { compileRegex } from '../../tools/regex.ts';
import type { Directive } from './config.ts';
import { type Location, type Site, type Sites, wordsOf } from './site.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  css: 'text/css',
  js: 'application/javascript',
  json: 'application/json',
  txt: 'text/plain',
  xml: 'text/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
};

interface Answering {
  machine: Machine;
  sites: Sites;
  version: string;
  /** To the error log. */
  failed(message: string): void;
}

const page = (status: number, version: string): string => {
  const title = `${status} ${reasonOf(status)}`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx/${version}</center>\r\n</body>\r\n</html>\r\n`;
};

/** nginx, ngx_http_core_module: exact, then the longest prefix, unless a regular expression matches. */
function locate(site: Site, path: string): Location | undefined {
  const exact = site.locations.find((location) => location.sign === '=' && location.path === path);
  if (exact) return exact;
  let longest: Location | undefined;
  for (const location of site.locations)
    if (
      (location.sign === '' || location.sign === '^~') &&
      path.startsWith(location.path) &&
      location.path.length > (longest?.path.length ?? -1)
    )
      longest = location;
  if (longest?.sign === '^~') return longest;
  const matched = site.locations.find(
    ({ sign, path: pattern }) =>
      (sign === '~' || sign === '~*') &&
      compileRegex(pattern, { isExtended: true, ignoreCase: sign === '~*' })?.find(path.slice(0, 1024)),
  );
  return matched ?? longest;
}

export function siteFor({ sites }: Sites, port: number, host: string): Site | undefined {
  const there = sites.filter(({ ports }) => ports.includes(port));
  const named = there.find(({ names }) =>
    names.some((name) => name === host || (name.startsWith('*.') && host.endsWith(name.slice(1)))),
  );
  return named ?? there.find(({ isDefault }) => isDefault) ?? there[0];
}

/** Answers a request by a site's directives. */
export function answer(
  site: Site,
  asked: HttpAsked,
  { machine, sites, version, failed }: Answering,
): HttpAnswer | Promise<HttpAnswer> {
  const [path = '/', query = ''] = decode(asked.path).split(/\?(.*)/s, 2);
  const host = (asked.headers.host ?? asked.headers.Host ?? '').replace(/:\d+$/, '');
  const variables: Readonly<Record<string, string>> = {
    host,
    http_host: asked.headers.host ?? '',
    uri: path,
    document_uri: path,
    request_uri: asked.path,
    args: query,
    query_string: query,
    is_args: query ? '?' : '',
    hostname: machine.hostname,
    remote_addr: asked.from ?? '',
    proxy_add_x_forwarded_for: asked.from ?? '',
    server_addr: machine.address,
    server_port: String(site.ports[0] ?? 80),
    server_name: site.names[0] ?? '',
    scheme: 'http',
    request_method: asked.method,
    nginx_version: version,
    http_user_agent: asked.headers['user-agent'] ?? '',
    time_iso8601: new Date(machine.now()).toISOString().replace(/\.\d+Z$/, '+00:00'),
  };
  const fill = (text: string): string => text.replace(/\$\{?(\w{1,64})\}?/g, (_, name) => variables[name] ?? '');
  const location = locate(site, path);
  const all: readonly Directive[] = [...sites.http, ...site.directives, ...(location?.directives ?? [])];
  const added = (location?.directives.some(({ name }) => name === 'add_header') ? location.directives : all)
    .filter(({ name }) => name === 'add_header')
    .map(({ words }) => [words[0] ?? '', fill(words[1] ?? '')] as const);
  const reply = (status: number, body: string, type: string, more: Record<string, string> = {}): HttpAnswer => ({
    status,
    headers: {
      Server: `nginx/${version}`,
      Date: new Date(machine.now()).toUTCString(),
      'Content-Type': type,
      'Content-Length': String(bytesOfText(body).length),
      Connection: 'keep-alive',
      ...Object.fromEntries(added),
      ...more,
    },
    body: asked.method === 'HEAD' ? '' : body,
  });
  const error = (status: number): HttpAnswer => {
    for (const { name, words } of all) {
      if (name !== 'error_page' || !words.slice(0, -1).includes(String(status))) continue;
      const root = wordsOf(all, 'root')?.[0] ?? '/etc/nginx/html';
      const own = machine.files.read(resolvePath(root, `.${words.at(-1) ?? ''}`));
      if (own !== undefined) return reply(status, own, 'text/html');
    }
    return reply(status, page(status, version), 'text/html');
  };
  if (!['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].includes(asked.method)) return error(405);
  const returned =
    (location?.directives ?? []).find(({ name }) => name === 'return') ??
    site.directives.find(({ name }) => name === 'return');
  if (returned) {
    const status = Number(returned.words[0]);
    const words = fill(returned.words[1] ?? '').replace(/\\n/g, '\n');
    if (Number.isNaN(status))
      return reply(302, page(302, version), 'text/html', { Location: fill(returned.words[0] ?? '') });
    if (status >= 300 && status < 400) return reply(status, page(status, version), 'text/html', { Location: words });
    if (status >= 400 && words === '') return error(status);
    return reply(status, words, fill(wordsOf(all, 'default_type')?.[0] ?? 'text/plain'));
  }
  if (location?.directives.some(({ name }) => name === 'stub_status'))
    return reply(
      200,
      'Active connections: 1 \nserver accepts handled requests\n 1 1 1 \nReading: 0 Writing: 1 Waiting: 0 \n',
      'text/plain',
    );
  const passed = wordsOf(location?.directives ?? [], 'proxy_pass')?.[0];
  if (passed !== undefined) return proxy(fill(passed));
  if (asked.method !== 'GET' && asked.method !== 'HEAD') return error(405);
  return file();

  async function proxy(url: string): Promise<HttpAnswer> {
    const [, name = '', rest] = /^https?:\/\/([^/]+)(\/.*)?$/.exec(url) ?? [];
    const servers = sites.upstreams.get(name) ?? [name];
    const address = servers[Math.floor(machine.random() * servers.length)] ?? name;
    const [upstream = '', port = '80'] = address.split(':');
    const target = rest === undefined ? asked.path : rest + asked.path.slice(location?.path.length ?? 0);
    const headers: Record<string, string> = { ...asked.headers, host: name, connection: 'close' };
    for (const { name: directive, words } of all)
      if (directive === 'proxy_set_header') headers[(words[0] ?? '').toLowerCase()] = fill(words[1] ?? '');
    const got = await machine.network.ask(upstream, Number(port), { ...asked, path: target, headers }, 60_000);
    if (typeof got !== 'string')
      return { ...got, headers: { ...got.headers, Server: `nginx/${version}`, ...Object.fromEntries(added) } };
    const why = {
      'bad address': 'no live upstreams',
      'connection refused': 'connect() failed (111: Connection refused)',
      'timed out': 'upstream timed out (110: Connection timed out)',
      'no route': 'connect() failed (113: No route to host)',
    }[got];
    failed(
      `${why} while connecting to upstream, client: ${asked.from ?? ''}, server: ${site.names[0] ?? ''}, request: "${asked.method} ${asked.path} HTTP/1.1", upstream: "${url}", host: "${host}"`,
    );
    return error(got === 'timed out' ? 504 : 502);
  }

  function file(): HttpAnswer {
    const alias = wordsOf(location?.directives ?? [], 'alias')?.[0];
    const root = fill(wordsOf(all, 'root')?.[0] ?? '/etc/nginx/html');
    const place = (uri: string): string =>
      alias === undefined
        ? resolvePath(root, `.${uri}`)
        : resolvePath(fill(alias), `./${uri.slice(location?.path.length ?? 0)}`);
    const { files } = machine;
    const indexes = wordsOf(all, 'index') ?? ['index.html'];
    const indexOf = (uri: string): string | undefined =>
      indexes.map((name) => `${place(uri)}/${name}`).find((each) => files.read(each) !== undefined);
    const tries = wordsOf(location?.directives ?? [], 'try_files');
    const tail = `client: ${asked.from ?? ''}, server: ${site.names[0] ?? ''}, request: "${asked.method} ${asked.path} HTTP/1.1", host: "${host}"`;
    let uri = path;
    if (tries) {
      const fitting = tries
        .slice(0, -1)
        .map(fill)
        .find((each) => (each.endsWith('/') ? indexOf(each) !== undefined : files.read(place(each)) !== undefined));
      const last = fill(tries.at(-1) ?? '');
      if (fitting === undefined && /^=\d{3}$/.test(last)) return error(Number(last.slice(1)));
      uri = fitting ?? last;
    }
    const at = place(uri);
    if (files.isFolder(at)) {
      if (!uri.endsWith('/')) return reply(301, page(301, version), 'text/html', { Location: `http://${host}${uri}/` });
      const index = indexOf(uri);
      if (index !== undefined) return reply(200, files.read(index) ?? '', 'text/html', { 'Accept-Ranges': 'bytes' });
      if (wordsOf(all, 'autoindex')?.[0] === 'on') {
        const links = [...(files.list(at) ?? [])].sort().map((name) => `<a href="${name}">${name}</a>\n`);
        return reply(
          200,
          `<html>\r\n<head><title>Index of ${uri}</title></head>\r\n<body>\r\n<h1>Index of ${uri}</h1><hr><pre><a href="../">../</a>\n${links.join('')}</pre><hr></body>\r\n</html>\r\n`,
          'text/html',
        );
      }
      failed(`directory index of "${at === '/' ? '' : at}/" is forbidden, ${tail}`);
      return error(403);
    }
    const found = files.read(at);
    if (found === undefined) {
      failed(`open() "${at}" failed (2: No such file or directory), ${tail}`);
      return error(404);
    }
    return reply(
      200,
      found,
      TYPES[/\.(\w{1,8})$/.exec(at)?.[1] ?? ''] ?? wordsOf(all, 'default_type')?.[0] ?? 'application/octet-stream',
      { 'Accept-Ranges': 'bytes' },
    );
  }
}

function decode(path: string): string {
  try {
    return decodeURI(path.slice(0, 8192));
  } catch {
    return path.slice(0, 8192);
  }
}
