import { DatabaseSync } from 'node:sqlite';
import { zstdCompressSync } from 'node:zlib';
import { zipOf } from './zip.ts';

/** A collection as Anki's older packages have it (schema 11): note types are JSON in `col`. */
export function oldCollection(
  notes: readonly (readonly string[])[],
  fields: readonly string[] = ['Front', 'Back'],
): Uint8Array {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
      ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
      models text not null, decks text not null, dconf text not null, tags text not null);
    create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
      usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
      flags integer not null, data text not null);
    create index ix_notes_csum on notes (csum);`);
  const models = { 1342697561419: { name: 'Basic', flds: fields.map((name, ord) => ({ name, ord })) } };
  database.prepare("insert into col values (1,0,0,0,11,0,0,0,'{}',?,'{}','{}','{}')").run(JSON.stringify(models));
  const insert = database.prepare("insert into notes values (?,?,1342697561419,0,0,'',?,?,0,0,'')");
  for (const [i, note] of notes.entries()) insert.run(1_700_000_000_000 + i, `g${i}`, note.join('\x1f'), note[0] ?? '');
  const bytes = database.serialize();
  database.close();
  return bytes;
}

/** The same as newer packages have it (schema 18): note types are tables. */
export function newCollection(
  notes: readonly (readonly string[])[],
  fields: readonly string[] = ['Front', 'Back'],
): Uint8Array {
  const database = new DatabaseSync(':memory:');
  database.deserialize(oldCollection(notes));
  database.exec(`
    update col set ver = 18, models = '';
    create table notetypes (id integer not null primary key, name text not null, mtime_secs integer not null,
      usn integer not null, config blob not null);
    create table fields (ntid integer not null, ord integer not null, name text not null, config blob not null,
      primary key (ntid, ord)) without rowid;`);
  const insert = database.prepare("insert into fields values (1342697561419, ?, ?, x'')");
  for (const [i, name] of fields.entries()) insert.run(i, name);
  const bytes = database.serialize();
  database.close();
  return bytes;
}

/** What older versions of Anki find in a package of a newer one. */
const STUB = oldCollection([
  ['Please update to the latest Anki version, then import the .colpkg/.apkg file again.', ''],
]);

/** A package of the newest form, packed with Zstandard beside a stub for older versions. */
export const newPackage = (collection: Uint8Array): Buffer =>
  zipOf([
    { name: 'meta', data: Uint8Array.of(8, 3) },
    { name: 'collection.anki2', data: STUB },
    { name: 'collection.anki21b', data: zstdCompressSync(collection), stored: true },
    { name: 'media', data: zstdCompressSync(Buffer.alloc(0)) },
  ]);
