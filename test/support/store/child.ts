/** A process of its own that uses a store: `node child.ts JOB ADDRESS`, the address as JSON; tells what it did line by line. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Activity } from '../../../src/core/learner-records.ts';
import type { DatabaseAddress } from '../../../src/store/address.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';

/** Keys that processes fight for. */
const KEYS = 200;
/** Notes that are written together. */
const TOGETHER = 40;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Claims every key, and tells those that are its own. */
async function claimAll(store: Store): Promise<void> {
  for (let key = 0; key < KEYS; key++) if (await store.claim(`key:${key}`, key)) say(String(key));
}

/** A batch, of which all or nothing is written. */
const notesOf = (person: string): Activity[] =>
  Array.from({ length: TOGETHER }, (_, at) => ({
    kind: 'answer',
    person,
    question: `question:${at}`,
    term: 'pod',
    right: true,
    at,
  }));

/** Writes for ever, and tells which batches are written: a person's each. */
async function writeOn(store: Store): Promise<void> {
  for (let batch = 0; ; batch++) {
    const person = `${process.pid}.${batch}`;
    say(`begin ${person}`);
    await store.record(notesOf(person));
    say(`done ${person}`);
    // SQLite has no queue: without a pause one writer may keep the lock from another for minutes on a busy machine.
    await setTimeout(1);
  }
}

/** Writes until the disk is full, tells what is there, and goes on once the file `ballast` beside it is gone. */
async function fill(store: Store, address: DatabaseAddress): Promise<void> {
  if (address.engine !== 'sqlite') throw new Error('only a file is on a disk of ours');
  const answered = async (person: number) => (await store.practice(String(person), 1)).answered;
  let person = 0;
  for (;;) {
    try {
      await store.record(notesOf(String(person)));
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      break;
    }
    person += 1;
  }
  say(`the one before: ${await answered(person - 1)}, the one that failed: ${await answered(person)}`);
  rmSync(join(dirname(address.file), 'ballast'));
  await store.record(notesOf(String(person)));
  say(`with room again: ${await answered(person)}`);
}

const JOBS: Readonly<Record<string, (store: Store, address: DatabaseAddress) => Promise<void>>> = {
  claim: claimAll,
  write: writeOn,
  fill,
  open: async () => {},
};

const [, , job = '', address = ''] = process.argv;
say('ready');
// All begin at once.
await once(process.stdin, 'data');
process.stdin.destroy();
const where: DatabaseAddress = JSON.parse(address);
const store = await openStore(where, { unique: randomUUID, log: { warn: () => {} } });
await JOBS[job]?.(store, where);
await store.close();
