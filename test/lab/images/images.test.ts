import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../src/lab/images/catalogue/catalogue.ts';
import { createImages } from '../../../src/lab/images/images.ts';
import { createContainer, rethrow } from './support.ts';

const images = createImages(rethrow);
const ask = (path: string, method = 'GET') => ({
  method,
  path,
  headers: { host: 'web' },
  body: '',
  from: '10.244.2.7',
});

describe('an image is found', () => {
  test.each([
    ['nginx', 'docker.io/library/nginx', 'latest'],
    ['nginx:1.14.2', 'docker.io/library/nginx', '1.14.2'],
    ['docker.io/library/nginx:1.27-alpine', 'docker.io/library/nginx', '1.27-alpine'],
    ['docker.io/nginx:1.16.1', 'docker.io/library/nginx', '1.16.1'],
    ['public.ecr.aws/nginx/nginx:1.29', 'public.ecr.aws/nginx/nginx', '1.29'],
    ['gcr.io/google-samples/hello-app:2.0', 'gcr.io/google-samples/hello-app', '2.0'],
    ['registry.k8s.io/e2e-test-images/agnhost:2.53', 'registry.k8s.io/e2e-test-images/agnhost', '2.53'],
    ['dosirak/web:1.1', 'docker.io/dosirak/web', '1.1'],
  ])('%s', (reference, repository, tag) => {
    expect(images.find(reference)).toMatchObject({ repository, tag });
  });

  test('by its digest as well', () => {
    const image = images.find('nginx:1.27');
    expect(images.find(`nginx@${image?.digest}`)?.tag).toBe('1.27');
    expect(images.find(`nginx@sha256:${'0'.repeat(64)}`)).toBeUndefined();
  });

  test.each([
    ['nginx:1.161', 'ErrImagePull', 'docker.io/library/nginx:1.161: not found'],
    ['nosuch/image', 'ErrImagePull', 'pull access denied, repository does not exist or may require authorization'],
    ['registry.example.com/a:1', 'ErrImagePull', 'no such host'],
    ['Nginx:1', 'InvalidImageName', 'repository name must be lowercase'],
    ['nginx:', 'InvalidImageName', 'invalid reference format'],
  ])('%s is not', (reference, reason, message) => {
    expect(images.find(reference)).toBeUndefined();
    expect(images.refusal(reference)).toMatchObject({ reason, message: expect.stringContaining(message) });
  });

  test('every row has a program for its words, and no tag twice', async () => {
    for (const { names, tags } of CATALOGUE) {
      expect(new Set(tags).size).toBe(tags.length);
      const [tag] = tags;
      const container = createContainer({ image: `${names[0]}:${tag}` });
      const { entrypoint, command } = container.image;
      expect([names[0], container.start([...entrypoint, ...command]).process === undefined]).toEqual([names[0], false]);
    }
  });
});

describe('nginx', () => {
  const served = async (files: Record<string, string> = {}, image = 'nginx:1.27') => {
    const container = createContainer({
      image,
      files,
      hosts: { api: ['10.96.0.9'] },
      answer: (host, port, { path }) => ({ status: 200, headers: {}, body: `${host}:${port}${path}` }),
    });
    const main = container.start([...container.image.entrypoint, ...container.image.command]);
    await container.clock.turn(1000);
    return {
      ...container,
      main,
      get: async (path: string) => main.process?.serve(main.process.ports()[0] ?? 0, ask(path)),
    };
  };

  test('shows its page, and says in its log who asked', async () => {
    const { main, get } = await served();
    expect(main.process?.ports()).toEqual([80]);
    expect(await get('/')).toMatchObject({ status: 200, body: expect.stringContaining('<h1>Welcome to nginx!</h1>') });
    expect(main.out).toContain('10.244.2.7 - - [30/Nov/2026:09:00:01 +0000] "GET / HTTP/1.1" 200 615 "-" "-" "-"\n');
    expect(main.err).toContain('[notice] 1#1: start worker processes\n');
    expect(await get('/x')).toMatchObject({
      status: 404,
      body: expect.stringContaining('<hr><center>nginx/1.27.5</center>'),
    });
    expect(main.err).toContain(
      'open() "/usr/share/nginx/html/x" failed (2: No such file or directory), client: 10.244.2.7',
    );
  });

  test('ends at QUIT, and reads its files anew at HUP', async () => {
    const { main, clock, files, get } = await served();
    files.write('/etc/nginx/conf.d/default.conf', 'server { listen 80; location / { return 200 "new"; } }');
    main.process?.signal('HUP');
    await clock.turn(100);
    expect(await get('/')).toMatchObject({ body: 'new' });
    main.process?.signal('QUIT');
    await clock.turn(100);
    expect(main.code).toBe(0);
  });

  test.each([
    ['location /a { return 418 "tea"; }', '/a', { status: 418, body: 'tea' }],
    ['location / { return 301 https://x$request_uri; }', '/p', { status: 301, headers: { Location: 'https://x/p' } }],
    ['location /api/ { proxy_pass http://api:8080/; }', '/api/v1', { status: 200, body: 'api:8080/v1' }],
    ['location ~ \\.txt$ { return 200 "text $uri on $hostname"; }', '/a.txt', { body: 'text /a.txt on web-0' }],
    ['location = / { return 204; } location / { return 200 "other"; }', '/', { status: 204 }],
  ])('%s', async (block, path, answer) => {
    const { get } = await served({ '/etc/nginx/conf.d/default.conf': `server { listen 80; ${block} }` });
    expect(await get(path)).toMatchObject(answer);
  });

  test.each([
    ['server { listen 80; foo bar; }', 'unknown directive "foo" in /etc/nginx/conf.d/default.conf:1'],
    [
      'include conf/mime.types;',
      'open() "/etc/nginx/conf/mime.types" failed (2: No such file or directory) in /etc/nginx/conf.d/default.conf:1',
    ],
    ['server { listen 80;', 'unexpected end of file, expecting "}" in /etc/nginx/conf.d/default.conf:1'],
    [
      'server { location / { proxy_pass http://nosuch; } }',
      'host not found in upstream "nosuch" in /etc/nginx/conf.d/default.conf:1',
    ],
  ])('does not start with %s', async (text, why) => {
    const { main } = await served({ '/etc/nginx/conf.d/default.conf': text });
    expect(main.code).toBe(1);
    expect(main.err).toContain(`nginx: [emerg] ${why}\n`);
  });

  test('needs the capability CHOWN, but for the image that runs as no root', async () => {
    const lacks = ['CHOWN'];
    const usual = createContainer({ image: 'nginx', lacks });
    const main = usual.start(usual.image.command);
    await usual.clock.turn(1000);
    expect(main.err).toContain(
      'nginx: [emerg] chown("/var/cache/nginx/client_temp", 101) failed (1: Operation not permitted)\n',
    );
    expect(main.code).toBe(1);
    const other = createContainer({ image: 'nginxinc/nginx-unprivileged', lacks });
    const { process } = other.start(other.image.command);
    await other.clock.turn(1000);
    expect(process?.ports()).toEqual([8080]);
  });

  test('wants to be root, but for the image that does not', async () => {
    const container = createContainer({ image: 'nginx', user: 1000 });
    const main = container.start(['nginx', '-g', 'daemon off;']);
    await container.clock.turn(100);
    expect(main).toMatchObject({
      code: 1,
      err: expect.stringContaining('mkdir() "/var/cache/nginx/client_temp" failed (13: Permission denied)'),
    });
    expect((await served({}, 'nginxinc/nginx-unprivileged')).main.process?.ports()).toEqual([8080]);
  });
});

describe('the course’s own images', () => {
  test('web answers its version and its Pod', async () => {
    const { start, clock, image, seen } = createContainer({ image: 'dosirak/web:1.1', env: { GREETING: 'Annyeong' } });
    const { process } = start(image.command);
    await clock.turn(100);
    expect(await process?.serve(8080, ask('/'))).toMatchObject({ body: 'Annyeong! version 1.1, pod web-0\n' });
    expect(await process?.serve(8080, ask('/healthz'))).toMatchObject({ status: 200 });
    for (let nth = 0; nth < 10; nth++) void process?.serve(8080, ask('/work?ms=50'));
    await clock.turn(1500);
    expect(seen.worked).toBeGreaterThan(400);
    await clock.turn(3000);
    expect(seen.worked).toBe(0);
  });

  test('crash ends with 1 and says why', async () => {
    const { start, clock } = createContainer({ image: 'dosirak/crash' });
    const main = start(['crash']);
    await clock.turn(5000);
    expect(main).toMatchObject({ code: 1, err: expect.stringContaining('FATAL') });
  });

  test('slow listens after 20 seconds, hungry holds more each second, busy works', async () => {
    const slow = createContainer({ image: 'dosirak/slow' });
    const late = slow.start(['slow']);
    await slow.clock.turn(19_000);
    expect(late.process?.ports()).toEqual([]);
    await slow.clock.turn(2000);
    expect(late.process?.ports()).toEqual([8080]);
    const hungry = createContainer({ image: 'dosirak/hungry' });
    hungry.start(['hungry']);
    await hungry.clock.turn(9500);
    expect(hungry.seen.held).toBe(10 * 10 * 1_048_576);
    const busy = createContainer({ image: 'dosirak/busy', env: { MILLICORES: '700' } });
    busy.start(['busy']);
    await busy.clock.turn(100);
    expect(busy.seen.worked).toBe(700);
  });
});

describe('others', () => {
  test('databases want their passwords', async () => {
    const { start, clock } = createContainer({ image: 'mysql:8' });
    const main = start(['mysqld']);
    await clock.turn(5000);
    expect(main).toMatchObject({ code: 1, err: expect.stringContaining('- MYSQL_ROOT_PASSWORD\n') });
  });

  test('redis-cli is answered by redis-server', async () => {
    const container = createContainer({ image: 'redis:7' });
    container.start(['redis-server']);
    await container.clock.turn(100);
    expect((await container.sh('redis-cli ping; redis-cli set a 1; redis-cli get a; redis-cli incr a')).out).toBe(
      'PONG\nOK\n1\n2\n',
    );
  });

  test.each([
    ['hashicorp/http-echo', ['/http-echo', '-text=hi', '-listen=:80'], 80, '/', 'hi\n'],
    [
      'gcr.io/google-samples/hello-app:1.0',
      ['/hello-app'],
      8080,
      '/',
      'Hello, world!\nVersion: 1.0.0\nHostname: web-0\n',
    ],
    [
      'gcr.io/google-samples/kubernetes-bootcamp:v1',
      ['node', 'server.js'],
      8080,
      '/',
      'Hello Kubernetes bootcamp! | Running on: web-0 | v=1\n',
    ],
    [
      'registry.k8s.io/e2e-test-images/agnhost:2.53',
      ['/agnhost', 'netexec', '--http-port=8080'],
      8080,
      '/hostname',
      'web-0',
    ],
    ['httpd', ['httpd-foreground'], 80, '/', '<html><body><h1>It works!</h1></body></html>\n'],
  ])('%s answers', async (image, argv, port, path, body) => {
    const { start, clock } = createContainer({ image });
    const { process } = start(argv);
    await clock.turn(100);
    expect(await process?.serve(port, ask(path))).toMatchObject({ status: 200, body });
  });

  test('stress holds and works what it is told to', async () => {
    const { start, clock, seen } = createContainer({ image: 'polinux/stress' });
    start(['stress', '--vm', '1', '--vm-bytes', '150M', '--vm-hang', '1', '--cpu', '2']);
    await clock.turn(5000);
    expect(seen).toMatchObject({ held: 150 * 1_048_576, worked: 2000 });
  });
});

test.each([
  [
    'nginx:1.29',
    ['nginx', '-g', 'daemon off;'],
    80,
    'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)',
  ],
  ['httpd', ['httpd-foreground'], 80, 'no listening sockets available'],
  ['redis:7.4', ['redis-server'], 6379, 'bind: Address already in use'],
  ['dosirak/web:1.0', ['/web'], 8080, 'listen tcp :8080: bind: address already in use'],
  ['hashicorp/http-echo:1.0', ['/http-echo', '-text=hi'], 5678, 'listen tcp :5678: bind: address already in use'],
  ['gcr.io/google-samples/kubernetes-bootcamp:v1', ['node', 'server.js'], 8080, 'EADDRINUSE'],
  ['python:3.13', ['python', '-m', 'http.server'], 8000, 'OSError: [Errno 98] Address already in use'],
])('a server of %s whose port another container of the Pod has says so and ends', async (image, argv, port, words) => {
  const { start, clock } = createContainer({ image, taken: [port] });
  const said = start(argv);
  await clock.turn(5000);
  expect(said.out + said.err).toContain(words);
  expect(said.code).toBe(1);
  const alone = createContainer({ image });
  const { process } = alone.start(argv);
  await alone.clock.turn(5000);
  expect(process?.ports()).toContain(port);
});

test('tar unpacks what it packed, as kubectl cp needs it', async () => {
  const container = createContainer({ image: 'nginx' });
  container.start(['sleep', 'infinity']);
  const script =
    'mkdir -p /tmp/a/b; echo 도시락 > /tmp/a/b/c; cd /tmp; tar cf - a | tar -xmf - -C /root; cat /root/a/b/c';
  expect(await container.sh(script)).toMatchObject({ out: '도시락\n', code: 0 });
});

test('bytes that are no text stay as they are: packed, unpacked, encoded and counted', async () => {
  const container = createContainer({ image: 'nginx' });
  container.start(['sleep', 'infinity']);
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => 255 - byte));
  const given = bytes.toString('base64');
  const script = `cd /tmp; echo ${given} | base64 -d > a; tar cf - a | tar -xmf - -C /root; base64 -w0 /root/a; wc -c /root/a; sha256sum < a`;
  const sum = createHash('sha256').update(bytes).digest('hex');
  const { out } = await container.sh(script);
  expect([out.slice(0, given.length), out.slice(given.length).trim().split(/\s+/)]).toEqual([
    given,
    ['256', '/root/a', sum, '-'],
  ]);
});

describe('wget and curl say what they say', () => {
  const net = {
    hosts: { web: ['10.96.0.7'], gone: ['10.96.0.8'] },
    answer: (host: string) =>
      host === '10.96.0.8' ? ('connection refused' as const) : { status: 200, headers: {}, body: 'ok\n' },
  };
  const run = async (image: string, script: string) => {
    const container = createContainer({ image, ...net });
    container.start(['sleep', 'infinity']);
    return container.sh(script);
  };

  test.each([
    ['wget -qO- web', 'ok\n', ''],
    ['wget -q -O- nosuch', '', "wget: bad address 'nosuch'\n"],
    ['wget -qO- gone', '', "wget: can't connect to remote host (10.96.0.8): Connection refused\n"],
    ['wget --spider web', '', 'Connecting to web (10.96.0.7:80)\nremote file exists\n'],
  ])('%s', async (script, out, err) => {
    expect(await run('busybox', script)).toMatchObject({ out, err });
  });

  test.each([
    ['curl -s web', 'ok\n', ''],
    ['curl nosuch', '', 'curl: (6) Could not resolve host: nosuch\n'],
    ['curl -s -o /dev/null -w "%{http_code}" web', '200', ''],
    ['curl -sS gone', '', 'curl: (7) Failed to connect to gone port 80 after 2 ms: Could not connect to server\n'],
  ])('%s', async (script, out, err) => {
    expect(await run('curlimages/curl', script)).toMatchObject({ out, err });
  });
});
