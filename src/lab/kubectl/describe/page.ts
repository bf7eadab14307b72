import { DESCRIBE, lineUp } from '../print/tabs.ts';
import { keys } from '../read.ts';

/** Bytes of an annotation that are shown in its line (kubectl/pkg/describe). */
const LONGEST_ANNOTATION = 140;
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** A description as it is written: lines with tabs between what stands in columns. */
export interface Page {
  /** A line, so many levels deep. */
  line(level: number, line: string): void;
  /** `Title:` and below each other what it holds, or `<none>`. */
  many(title: string, values: readonly string[], indent?: string): void;
  labels(title: string, labels: Readonly<Record<string, string>>, indent?: string): void;
  annotations(title: string, annotations: Readonly<Record<string, string>>): void;
  /** What follows is in columns of its own. */
  flush(): void;
  text(): string;
  /** What is not lined up yet, with its tabs. */
  raw(): string;
}

const shorten = (text: string): string => {
  const most = LONGEST_ANNOTATION - 2;
  return text.length > most ? `${text.slice(0, most)}...` : text;
};

export function createPage(): Page {
  let done = '';
  let open = '';
  const page: Page = {
    line(level, line) {
      open += `${'  '.repeat(level)}${line}\n`;
    },
    many(title, values, indent = '') {
      const [first = '<none>', ...rest] = values;
      open += `${indent}${title}:\t${first}\n${rest.map((one) => `${indent}\t${one}\n`).join('')}`;
    },
    labels: (title, labels, indent) =>
      page.many(
        title,
        keys(labels).map((key) => `${key}=${labels[key]}`),
        indent,
      ),
    annotations(title, annotations) {
      const shown = keys(annotations).filter((key) => key !== LAST_APPLIED);
      if (shown.length === 0) return void page.many(title, []);
      const entries = shown.map((key) => {
        const value = (annotations[key] ?? '').replace(/\n$/, '');
        const isLong = value.length + key.length + 2 > LONGEST_ANNOTATION || value.includes('\n');
        if (!isLong) return `${key}: ${value}\n`;
        const lines = value.split('\n').map((line) => `\t  ${shorten(line)}\n`);
        return `${key}:\n${lines.join('')}`;
      });
      open += `${title}:\t${entries.join('\t')}`;
    },
    flush() {
      done += lineUp(open, DESCRIBE);
      open = '';
    },
    raw: () => open,
    text() {
      page.flush();
      return done;
    },
  };
  return page;
}
