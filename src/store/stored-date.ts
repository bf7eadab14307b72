/** A stored local date (ISO); undefined for what is none. */
export function storedDate(text: string | null): string | undefined {
  try {
    return text === null ? undefined : Temporal.PlainDate.from(text).toString();
  } catch {
    return undefined;
  }
}
