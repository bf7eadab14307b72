/** A span of time as Go prints it (`time.Duration`): `850ms`, `1.2s`, `2m40s`. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)}ms`;
  const seconds = Number(((ms % 60_000) / 1000).toFixed(3));
  const minutes = Math.floor(ms / 60_000);
  if (minutes === 0) return `${seconds}s`;
  return minutes < 60 ? `${minutes}m${seconds}s` : `${Math.floor(minutes / 60)}h${minutes % 60}m${seconds}s`;
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** `90s`, `5m`, `1h30m`, `0` in milliseconds, as Go reads it (`time.ParseDuration`); undefined for what is none. */
export function readDuration(text: string): number | undefined {
  if (text === '0') return 0;
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[hms]))+$/.test(text)) return undefined;
  return Array.from(text.matchAll(/(?<![\d.])(\d+(?:\.\d+)?)(ms|[hms])/g)).reduce(
    (sum, [, amount, unit = '']) => sum + Number(amount) * (UNITS[unit] ?? 0),
    0,
  );
}
