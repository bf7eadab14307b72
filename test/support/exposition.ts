/** Figures as Prometheus reads them, https://prometheus.io/docs/instrumenting/exposition_formats/ : the text format 0.0.4. */
interface Family {
  type: string;
  /** By name and labels as they are written, such as `x_total{outcome="sent"}`. */
  samples: Map<string, number>;
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const SAMPLE = new RegExp(`^((${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})?) (\\S+)$`);
/** As Go's ParseFloat reads it, whatever the case. */
const VALUE = /^(?:[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|inf)|nan)$/i;
const ENDS: Readonly<Record<string, readonly string[]>> = {
  counter: [''],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count'],
};

function refuse(line: string, why: string): never {
  throw new Error(`${why}: ${line}`);
}

/** Buckets of one series grow, and the last is the count. */
function checkBuckets(name: string, { samples }: Family): void {
  const series = Map.groupBy(
    Array.from(samples).filter(([key]) => key.startsWith(`${name}_bucket`)),
    ([key]) => key.replace(/le="[^"]*",?/, '').replace(/,\}$|\{\}$/, (end) => (end === '{}' ? '' : '}')),
  );
  for (const [key, buckets] of series) {
    const counts = buckets.map(([, count]) => count);
    if (counts.some((count, at) => count < (counts[at - 1] ?? 0))) refuse(key, 'buckets do not grow');
    if (!buckets.at(-1)?.[0].includes('le="+Inf"')) refuse(key, 'no last bucket');
    if (counts.at(-1) !== samples.get(key.replace('_bucket', '_count'))) refuse(key, 'the buckets are not the count');
  }
}

/** Reads it strictly: each family once, with its help and type first. @throws Error that names the line. */
export function readExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) refuse('', 'the last line has no end');
  const families = new Map<string, Family>();
  let helped: string | undefined;
  let current: [string, Family] | undefined;
  for (const line of text.split('\n')) {
    const [, help] = new RegExp(`^# HELP (${NAME}) (?:[^\\\\\\n]|\\\\[\\\\n])+$`).exec(line) ?? [];
    const [, typed, type = ''] = new RegExp(`^# TYPE (${NAME}) (\\w+)$`).exec(line) ?? [];
    if (line === '') continue;
    if (help !== undefined) {
      if (families.has(help)) refuse(line, 'a family twice');
      helped = help;
    } else if (typed !== undefined) {
      if (typed !== helped || !(type in ENDS)) refuse(line, 'a type without its help, or an unknown one');
      current = [typed, { type, samples: new Map() }];
      families.set(...current);
    } else {
      const [, key = '', name = '', , value = ''] = SAMPLE.exec(line) ?? refuse(line, 'not a sample');
      const [family, { type, samples }] = current ?? refuse(line, 'a sample of no family');
      if (!ENDS[type]?.some((end) => name === `${family}${end}`)) refuse(line, 'a sample of another family');
      if (!VALUE.test(value) || samples.has(key)) refuse(line, 'no number, or a second one');
      samples.set(key, Number(value.replace(/inf/i, 'Infinity')));
    }
  }
  for (const [name, family] of families) if (family.type === 'histogram') checkBuckets(name, family);
  return families;
}
