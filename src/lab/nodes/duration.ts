/** A span of time as Go prints it (`time.Duration`): `850ms`, `1.2s`, `2m40s`. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)}ms`;
  const seconds = Number(((ms % 60_000) / 1000).toFixed(3));
  const minutes = Math.floor(ms / 60_000);
  if (minutes === 0) return `${seconds}s`;
  return minutes < 60 ? `${minutes}m${seconds}s` : `${Math.floor(minutes / 60)}h${minutes % 60}m${seconds}s`;
}
