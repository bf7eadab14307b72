import { createBuckets } from './buckets.ts';
import { WEB } from './limits.ts';

/**
 * Who may try a code. Wrong ones count, right ones do not: a whole lecture hall is one address. Where an address has had
 * too many, each of its browsers may still try once: a new browser costs its address (WEB.requests.newcomers).
 */
export function createCodeTries(now: () => number) {
  const addresses = createBuckets(WEB.wrongCodes.address, now);
  const browsers = createBuckets(WEB.wrongCodes.browser, now);
  const beyond = createBuckets(WEB.wrongCodes.beyond, now);
  return {
    mayTry: (address: string, browser: string): boolean =>
      !browsers.isTouched(browser) ||
      (browsers.hasRoom(browser) && (addresses.hasRoom(address) || beyond.hasRoom(address))),
    wasWrong(address: string, browser: string): void {
      browsers.take(browser);
      if (addresses.hasRoom(address)) addresses.take(address);
      else beyond.take(address);
    },
  };
}
