import type { HttpAnswer, HttpAsked } from '../../engine/lab.ts';
import { resolvePath } from '../process/paths.ts';
import type { Program } from '../process/process.ts';
import { formatDate } from '../tools/date.ts';
import { NODE, serveUntil, text } from './serve.ts';

const ROOT = '/usr/local/apache2/htdocs';

export const httpdFiles: Readonly<Record<string, string>> = {
  [`${ROOT}/index.html`]: '<html><body><h1>It works!</h1></body></html>\n',
  '/usr/local/apache2/conf/httpd.conf':
    'ServerRoot "/usr/local/apache2"\nListen 80\nDocumentRoot "/usr/local/apache2/htdocs"\nDirectoryIndex index.html\n',
};

const html = (status: number, body: string): HttpAnswer =>
  text(status, body, { Server: 'Apache/2.4.65 (Unix)', 'Content-Type': 'text/html' });

/** `httpd` of Apache: `httpd-foreground` and `httpd -t`. */
export const httpd: Program = function* (proc, argv) {
  const { machine } = proc.box;
  const { files } = machine;
  const config = files.read('/usr/local/apache2/conf/httpd.conf') ?? '';
  if (argv.includes('-t')) {
    proc.err('Syntax OK\n');
    return 0;
  }
  if (argv.includes('-v')) {
    proc.out('Server version: Apache/2.4.65 (Unix)\n');
    return 0;
  }
  const port = Number(/^[ \t]*Listen[ \t]+(?:[\d.]+:)?(\d{1,5})/m.exec(config)?.[1] ?? 80);
  const root = /^[ \t]*DocumentRoot[ \t]+"?([^"\n]{1,200})"?/m.exec(config)?.[1] ?? ROOT;
  const notice = (code: string, message: string): void => {
    const now = machine.now();
    proc.err(
      `[${formatDate('%a %b %d %H:%M:%S', now)}.${String(now % 1000).padStart(3, '0')}000 ${formatDate('%Y', now)}] [${code}] [pid ${proc.pid}:tid ${proc.pid}] ${message}\n`,
    );
  };
  proc.err(
    `AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using ${machine.address}. Set the 'ServerName' directive globally to suppress this message\n`,
  );
  notice('mpm_event:notice', 'AH00489: Apache/2.4.65 (Unix) configured -- resuming normal operations');
  notice('core:notice', "AH00094: Command line: 'httpd -D FOREGROUND'");
  proc.hold(9_000_000);
  function answer(asked: HttpAsked): HttpAnswer {
    const path = resolvePath(root, `.${asked.path.replace(/\?.*/s, '')}`);
    const body = files.read(files.isFolder(path) ? `${path}/index.html` : path);
    if (body !== undefined) return html(200, body);
    if (files.isFolder(path)) {
      const names = [...(files.list(path) ?? [])].sort().map((name) => `<li><a href="${name}"> ${name}</a></li>\n`);
      return html(
        200,
        `<html><head><title>Index of ${asked.path}</title></head><body><h1>Index of ${asked.path}</h1><ul>${names.join('')}</ul></body></html>\n`,
      );
    }
    return html(
      404,
      '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n</body></html>\n',
    );
  }
  const signal = yield* serveUntil(proc, [port], (asked) => {
    proc.box.spend(0.4);
    const answered = answer(asked);
    proc.out(
      `${asked.from ?? NODE} - - [${formatDate('%d/%b/%Y:%H:%M:%S +0000', machine.now())}] "${asked.method} ${asked.path.slice(0, 300)} HTTP/1.1" ${answered.status} ${answered.body.length}\n`,
    );
    return answered;
  });
  if (signal === undefined) {
    proc.err(
      `(98)Address already in use: AH00072: make_sock: could not bind to address [::]:${port}\nno listening sockets available, shutting down\nAH00015: Unable to open logs\n`,
    );
    return 1;
  }
  notice('mpm_event:notice', 'AH00491: caught SIGTERM, shutting down');
  return 0;
};
