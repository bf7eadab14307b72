import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadCommands } from '../../src/commands.ts';
import { loadContent } from '../../src/content/load.ts';
import type { Caller, Command } from '../../src/core/command.ts';
import { type Bot, createDispatch, reporter } from '../../src/core/dispatch.ts';
import { createForgetful } from '../../src/core/memory.ts';
import { createWorld, type World } from '../../src/world.ts';

export const ROOT = join(import.meta.dirname, '../..');

/** The course as it is taught. */
export const COURSE = join(ROOT, 'content');

export const student: Caller = {
  id: 'test:student',
  space: 'test',
  channel: 'test:class',
  locale: 'ko',
  manages: false,
  known: ['test:student'],
};

/** Files in a new folder that is gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The whole bot on some content, with `more` commands, at a fixed instant and with fixed randomness; bugs land in `logged`. */
export async function botOf(
  folders: readonly string[],
  {
    random = () => 0.5,
    now = '2026-11-23T01:00:00Z',
    more = [],
  }: { random?: () => number; now?: string; more?: readonly Command[] } = {},
): Promise<{ bot: Bot; world: World; logged: object[] }> {
  let commands: readonly Command[] = [];
  const logged: object[] = [];
  const world = createWorld(loadContent(folders), {
    version: '0.0.0',
    builtIn: folders.includes(COURSE),
    commands: () => commands,
    memory: createForgetful(),
    now: () => Temporal.Instant.from(now),
    random,
  });
  commands = [...(await loadCommands(join(ROOT, 'commands'), world)), ...more];
  const report = reporter({ log: { error: (fields) => void logged.push(fields) }, reference: () => 'abc123' });
  return {
    world,
    logged,
    bot: { commands, dispatch: createDispatch(commands, { talk: 'k8s', report }), report },
  };
}
