import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';

test('what is looked for often is found by an index, however much there is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dosirak-'));
  const file = join(folder, 'dosirak.db');
  const store = await openStore({ engine: 'sqlite', file }, { unique: randomUUID, log: { warn: () => {} } });
  const raw = new DatabaseSync(file);
  onTestFinished(async () => {
    raw.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const planOf = (sql: string): string =>
    raw
      .prepare(`explain query plan ${sql}`)
      .all()
      .map(({ detail }) => String(detail))
      .join(' · ');
  const due =
    "select * from appointment where kind = 'live' and wakes is not null and wakes <= 5 order by wakes limit 9";
  expect(planOf(due)).toMatch(/^SEARCH appointment USING INDEX appointment_due \(kind=\? .*wakes<\?\)$/);
  expect(planOf("select class from class_closed_channel where channel in ('a', 'b')")).toContain(
    'class_closed_channel_channel',
  );
});
