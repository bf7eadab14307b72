import { readFileSync, writeFileSync } from 'node:fs';

/** Puts a section in the place of the one with the same title, or behind all others; a section begins with `# `. */
export function writeSection(file: string, section: string): void {
  const title = /^# .*$/m.exec(section)?.[0];
  const all = readFileSync(file, 'utf8').split(/^(?=# )/m);
  const known = all.findIndex((one) => one.split('\n')[0] === title);
  const text = `${section.trim()}\n`;
  const next = known < 0 ? [...all, text] : all.with(known, text);
  writeFileSync(
    file,
    next
      .map((one) => one.trim())
      .join('\n\n')
      .concat('\n'),
  );
}
