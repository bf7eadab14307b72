// biome-ignore-all lint/suspicious/noTemplateCurlyInString: scripts of the shell have them
import { describe, expect, test } from 'vitest';
import { createContainer } from './support.ts';

/** What a script prints in a container that sleeps. */
async function run(script: string, image = 'busybox:1.36', shell = 'sh') {
  const container = createContainer({
    image,
    hosts: { web: ['10.96.0.7'], 'web.default.svc.cluster.local': ['10.96.0.7'] },
  });
  container.start(['sleep', 'infinity']);
  const { out, err, code } = await container.sh(script, 60_000, shell);
  return { out, err, code };
}

const SCRIPTS: [script: string, out: string, code?: number][] = [
  ['echo a  b "c  d"', 'a b c  d\n'],
  ['x=1; echo "$x" \'$x\' \\$x ${x}y', '1 $x $x 1y\n'],
  ['echo ${X:-def} ${X-def} ${HOME:+set} ${#HOME}', 'def def set 5\n'],
  ['f=/a/b/c.txt; echo ${f##*/} ${f%.txt} ${f%/*} ${f#/}', 'c.txt /a/b/c /a/b a/b/c.txt\n'],
  ['echo $(echo one; echo two) `echo three`', 'one two three\n'],
  ['echo $((1 + 2 * 3)) $((7 / 2)) $((7 % 2)) $((1 < 2)) $((0x10))', '7 3 1 1 16\n'],
  ['i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done', '0\n1\n2\n'],
  ['until [ "$n" = xxx ]; do n=x$n; done; echo $n', 'xxx\n'],
  ['for i in a "b c"; do echo "[$i]"; done', '[a]\n[b c]\n'],
  ['for i in 1 2 3 4; do [ $i = 2 ] && continue; [ $i = 4 ] && break; echo $i; done', '1\n3\n'],
  ['if false; then echo a; elif true; then echo b; else echo c; fi', 'b\n'],
  ['case web-1 in db*) echo db;; web-[0-9]|api) echo web;; *) echo other;; esac', 'web\n'],
  ['f() { local x=$1; echo "$x $#"; return 3; }; f a b; echo $?', 'a 2\n3\n'],
  ['set -- a b c; shift; echo $1 $# "$@"', 'b 2 b c\n'],
  ['echo one | tr a-z A-Z | cat', 'ONE\n'],
  ['false || echo saved; true && echo on', 'saved\non\n'],
  ['(exit 4); echo $?', '4\n'],
  ['set -e; false; echo never', '', 1],
  ['set -e; if false; then :; fi; ! true; echo on', 'on\n'],
  ['trap "echo bye" EXIT; exit 3', 'bye\n', 3],
  ['cat <<EOF\n$HOME and "quotes"\nEOF', '/root and "quotes"\n'],
  ["cat <<'EOF'\n$HOME\nEOF", '$HOME\n'],
  ['echo a > /tmp/x; echo b >> /tmp/x; cat < /tmp/x; ls /nope 2>/dev/null; echo $?', 'a\nb\n1\n'],
  ['x=$(ls /nope 2>&1); echo "$x"', 'ls: /nope: No such file or directory\n'],
  ['printf "%s-%03d|" a 7 b 8', 'a-007|b-008|'],
  ['echo "a b c" | { read x y; echo "$y"; }', 'b c\n'],
  ['seq 2 | while read n; do echo "<$n>"; done', '<1>\n<2>\n'],
  ['yes | head -2', 'y\ny\n'],
  ['date +%Y-%m-%dT%H:%M', '2026-11-30T09:00\n'],
  ['sleep 2 & sleep 1 & wait; date +%S', '02\n'],
  ['sleep 0.5; timeout 1 sleep 9 2>/dev/null; date +%S', '01\n'],
  ['mkdir -p /tmp/a/b && touch /tmp/a/b/c && ls /tmp/a/b && rm -r /tmp/a && ls /tmp', 'c\n'],
  ['echo "a,b,c" | cut -d, -f2,3', 'b,c\n'],
  ['printf "b\\na\\nb\\n" | sort | uniq -c', '      1 a\n      2 b\n'],
  ['printf "x 1\\ny 2\\n" | awk "/y/ {print \\$2}"', '2\n'],
  ['echo "v1.2.3" | sed "s/v\\([0-9]*\\)\\..*/major \\1/"', 'major 1\n'],
  ['printf "ok\\nno\\nok\\n" | grep -c ok; echo "x=12" | grep -oE "[0-9]+"', '2\n12\n'],
  ['echo -n dosirak | base64; echo ZG9zaXJhaw== | base64 -d', 'ZG9zaXJhaw==\ndosirak'],
  ['printf x | sha256sum', '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  -\n'],
  ['echo "a b" | xargs -n1 echo -', '- a\n- b\n'],
  ['exec echo instead; echo never', 'instead\n'],
  ["sh -c 'echo $0 $1' name one", 'name one\n'],
  ['printf "#!/bin/sh\\necho I am $1\\n" > /tmp/s; chmod +x /tmp/s; /tmp/s', 'I am\n'],
  ['[ -f /etc/none ] || [ -d /etc ] && echo folder', 'folder\n'],
  ['[ a = a -a 1 -lt 2 ] && test -n x && echo both', 'both\n'],
  ['nosuch 2>/dev/null; echo $?', '127\n'],
  ["alias ll='echo long'; ll x", 'long x\n'],
];

describe('the shell runs what exercises write', () => {
  test.each(SCRIPTS)('%s', async (script, out, code) => {
    expect(await run(script)).toMatchObject({ out, code: code ?? 0 });
  });

  test('bash has braces, [[ ]] and its own words for what is not there', async () => {
    const { out, err } = await run(
      'for i in {1..3}; do [[ $i == [13] ]] && echo $i; done; nosuch',
      'nginx:1.27',
      'bash',
    );
    expect(out).toBe('1\n3\n');
    expect(err).toBe('bash: line 1: nosuch: command not found\n');
  });

  test.each([
    ['busybox', 'sh: nosuch: not found\n'],
    ['debian', 'sh: 1: nosuch: not found\n'],
  ])('sh of %s words errors as its shell does', async (image, err) => {
    expect((await run('nosuch', image)).err).toBe(err);
  });
});

describe('signals', () => {
  test('the first process of a container does not mind TERM, until it traps it', async () => {
    const plain = createContainer();
    const sleeping = plain.start(['sh', '-c', 'sleep 1000; echo never']);
    await plain.clock.turn(100);
    sleeping.process?.signal('TERM');
    await plain.clock.turn(10_000);
    expect(sleeping.code).toBeUndefined();

    const trapped = createContainer();
    const waiting = trapped.start(['sh', '-c', 'trap "echo bye; exit 0" TERM; while true; do sleep 1; done']);
    await trapped.clock.turn(500);
    waiting.process?.signal('TERM');
    await trapped.clock.turn(200);
    expect(waiting.out).toBe('');
    await trapped.clock.turn(1000);
    expect(waiting).toMatchObject({ out: 'bye\n', code: 0 });
  });

  test('a process of exec finds the first one, and cannot kill it with KILL', async () => {
    const container = createContainer({ image: 'nginx:1.27' });
    const main = container.start(['nginx', '-g', 'daemon off;']);
    await container.clock.turn(100);
    await container.sh('kill -9 1');
    expect(main.code).toBeUndefined();
    await container.sh('kill 1');
    expect(main.code).toBe(0);
  });

  test('who calls exec and goes away ends his process, and no other', async () => {
    const container = createContainer();
    const main = container.start(['sleep', 'infinity']);
    const other = container.start(['sh', '-c', 'while true; do echo x; sleep 1; done']);
    await container.clock.turn(2500);
    other.process?.kill();
    const { length } = other.out;
    await container.clock.turn(5000);
    expect(other.out.length).toBe(length);
    expect((await container.sh('ps | grep -c "echo x"')).out).toBe('2\n');
    expect(main.code).toBeUndefined();
  });
});

describe('a terminal', () => {
  test('shows what is typed, deletes, interrupts and ends', async () => {
    const container = createContainer();
    container.start(['sleep', 'infinity']);
    const shell = container.start(['sh'], true);
    const type = async (text: string): Promise<void> => {
      shell.process?.input(text);
      await container.clock.turn(300);
    };
    await container.clock.turn(100);
    await type('echo hiX\x7f\r');
    expect(shell.out).toBe('/ # echo hiX\b \b\r\nhi\r\n/ # ');
    await type('sleep 100\r');
    await type('\x03');
    await type('echo $?\r');
    expect(shell.out).toContain('^C\r\n/ # echo $?\r\n130\r\n/ # ');
    await type('cat\r');
    await type('line\r\x04');
    expect(shell.out.endsWith('line\r\nline\r\n/ # ')).toBe(true);
    await type('exit 4\r');
    expect(shell.code).toBe(4);
  });

  test('without one, commands are read from what is sent', async () => {
    const container = createContainer();
    container.start(['sleep', 'infinity']);
    const shell = container.start(['sh']);
    shell.process?.input('for i in 1 2\ndo echo $i\ndone\nexit 3\n');
    await container.clock.turn(300);
    expect(shell).toMatchObject({ out: '1\n2\n', err: '', code: 3 });
  });
});
