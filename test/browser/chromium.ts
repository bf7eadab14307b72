/** Debian's Chromium, driven from here. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's package puts it; CHROMIUM names another one. */
const PATH = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** It asks nothing of the network by itself, and runs as root in a container. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const hasChromium = (): boolean => existsSync(PATH);

export function launch(): Promise<Browser> {
  if (!hasChromium()) throw new Error(`no Chromium at ${PATH}: apt-get install chromium, or name it in CHROMIUM`);
  return chromium.launch({ executablePath: PATH, args: ARGS });
}
