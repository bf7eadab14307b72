import type { HttpAnswer, HttpAsked } from '../../engine/lab.ts';
import { resolvePath } from '../process/paths.ts';
import type { Program } from '../process/process.ts';
import { readAll, readLine } from '../process/waits.ts';
import { formatDate } from '../tools/date.ts';
import { NODE, serveOrSay, text } from './serve.ts';

/** `python`: only `-m http.server` and `--version`; a lab runs no code of that language. */
export const python: Program = function* (proc, argv) {
  if (argv.includes('--version') || argv.includes('-V')) {
    proc.out('Python 3.13.0\n');
    return 0;
  }
  if (argv[1] === '-m' && argv[2] === 'http.server') {
    const port = Number(argv.slice(3).find((word) => /^\d+$/.test(word)) ?? 8000);
    const { machine } = proc.box;
    proc.hold(14_000_000);
    proc.out(`Serving HTTP on 0.0.0.0 port ${port} (http://0.0.0.0:${port}/) ...\n`);
    const answer = (asked: HttpAsked): HttpAnswer => {
      const path = resolvePath(proc.folder, `.${asked.path.replace(/\?.*/s, '')}`);
      const { files } = machine;
      const names = files.list(path);
      const index = files.read(`${path === '/' ? '' : path}/index.html`);
      const body =
        files.read(path) ??
        index ??
        (names
          ? `<!DOCTYPE HTML>\n<html lang="en">\n<head>\n<title>Directory listing for ${asked.path}</title>\n</head>\n<body>\n<h1>Directory listing for ${asked.path}</h1>\n<hr>\n<ul>\n${names.map((name) => `<li><a href="${name}">${name}</a></li>\n`).join('')}</ul>\n<hr>\n</body>\n</html>\n`
          : undefined);
      proc.err(
        `${asked.from ?? NODE} - - [${formatDate('%d/%b/%Y %H:%M:%S', machine.now())}] "${asked.method} ${asked.path.slice(0, 200)} HTTP/1.1" ${body === undefined ? 404 : 200} -\n`,
      );
      return text(body === undefined ? 404 : 200, body ?? 'File not found\n', {
        'Content-Type': 'text/html',
        Server: 'SimpleHTTP/0.6 Python/3.13.0',
      });
    };
    return yield* serveOrSay(proc, port, 0, answer, () => 'OSError: [Errno 98] Address already in use');
  }
  return yield* refuse('python')(proc, argv);
};

/** An interpreter whose code a lab does not run: it says so, and waits where a person would type. */
export const refuse = (language: string): Program =>
  function* (proc, argv) {
    proc.hold(20_000_000);
    if (argv.length === 1 && proc.streams.get(0)?.isTty) {
      proc.out(`This lab has no ${language}: it is a stand-in that only starts.\n>>> `);
      for (let line = yield* readLine(proc); line !== undefined; line = yield* readLine(proc)) {
        if (/^\s*(?:exit|quit)\b/.test(line)) return 0;
        proc.out(`this lab runs no ${language} code\n>>> `);
      }
      return 0;
    }
    if (argv.length === 1) yield* readAll(proc);
    else proc.err(`${argv[0]}: this lab runs no ${language} code\n`);
    return argv.length === 1 ? 0 : 1;
  };

/** Digits of pi, as `perl -Mbignum=bpi -wle 'print bpi(2000)'` of Kubernetes' page on Jobs prints them (Machin's formula). */
function pi(digits: number): string {
  const scale = 10n ** BigInt(digits + 10);
  const arctan = (inverse: bigint): bigint => {
    let [power, sum, divisor, sign] = [scale / inverse, scale / inverse, 1n, 1n];
    while (power !== 0n) {
      power /= inverse * inverse;
      divisor += 2n;
      sign = -sign;
      sum += sign * (power / divisor);
    }
    return sum;
  };
  const value = (4n * (4n * arctan(5n) - arctan(239n))) / 10n ** 10n;
  const shown = String(value);
  return `${shown[0]}.${shown.slice(1, digits)}`;
}

let known: { digits: number; text: string } | undefined;

export const perl: Program = function* (proc, argv) {
  const wanted = /^printbpi\((\d{1,5})\);?$/.exec((argv.at(-1) ?? '').slice(0, 100).replaceAll(' ', ''));
  if (!wanted) return yield* refuse('Perl')(proc, argv);
  const digits = Math.max(2, Math.min(3000, Number(wanted[1])));
  proc.hold(9_000_000);
  if (known?.digits !== digits) known = { digits, text: pi(digits) };
  proc.box.spend(digits * 1.5);
  proc.owe(digits / 4);
  yield;
  proc.out(`${known.text}\n`);
  return 0;
};
