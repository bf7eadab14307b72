interface Typing {
  isTty: boolean;
  /** To the program that reads. */
  send(text: string): void;
  /** To who types. */
  show(text: string): void;
  end(): void;
  interrupt(): void;
}

/** Characters of one line that is typed. */
const LONGEST = 4096;

/** Arrows and their like, which this terminal does not know. */
const KEYS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]{0,16}[A-Za-z~]`, 'g');

/** The line editing of a terminal (termios, canonical mode): what is typed is shown, and sent line by line. */
export function createTyping({ isTty, send, show, end, interrupt }: Typing): (text: string) => void {
  let line = '';
  const erase = (): void => {
    if (line === '') return;
    const wide = (line.at(-1) ?? '') > '\u1100' ? 2 : 1;
    line = line.slice(0, -1);
    show('\b \b'.repeat(wide));
  };
  const type = (c: string): void => {
    switch (c) {
      case '\r':
      case '\n':
        show('\r\n');
        send(`${line}\n`);
        line = '';
        return;
      case '\x7f':
      case '\b':
        erase();
        return;
      case '\x15':
        while (line !== '') erase();
        return;
      case '\x03':
        show('^C');
        line = '';
        interrupt();
        return;
      case '\x04':
        if (line === '') end();
        else {
          send(line);
          line = '';
        }
        return;
      default:
        if (c < ' ' && c !== '\t') return;
        if (line.length >= LONGEST) return;
        line += c;
        show(c);
    }
  };
  if (!isTty) return send;
  return (text) => {
    const plain = text.slice(0, 65_536).replace(KEYS, '');
    for (const c of plain) type(c);
  };
}
