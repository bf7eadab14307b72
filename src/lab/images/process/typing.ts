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
  // Arrows and their like, which this terminal does not know: an escape, a bracket, numbers, a letter.
  let key: 'none' | 'begun' | 'numbers' = 'none';
  const isKey = (c: string): boolean => {
    if (key === 'none' && c !== '\u001b') return false;
    if (key === 'none') key = 'begun';
    else if (key === 'begun' && (c === '[' || c === 'O')) key = 'numbers';
    else if (key === 'begun' || /[A-Za-z~]/.test(c)) key = 'none';
    return true;
  };
  if (!isTty) return send;
  return (text) => {
    for (const c of text.slice(0, 65_536)) if (!isKey(c)) type(c);
  };
}
