import { DatabaseSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { parseJson } from '../../core/json.ts';
import { ARCHIVE, type Archive } from '../archive/zip.ts';
import { nothing, type Taken, UnreadableError } from '../taken.ts';
import { text as words } from '../text.ts';
import { readNote } from './notes.ts';

/**
 * Where a package has its notes, the newest form first: beside a newer one the older only says that Anki must be updated.
 */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const;

/** The file in which a package has its notes; undefined for an archive that is no package. */
export const collectionIn = ({ names }: Archive): (typeof COLLECTIONS)[number] | undefined =>
  COLLECTIONS.find((name) => names.has(name));

/** Notes that are read, and bytes of one: a deck of a whole language has fewer. */
const NOTES = 200_000;
const LONGEST = 4_000_000;
/** Fields of a note type that have a name of their own. */
const MOST_FIELDS = 100;

const broken = (): UnreadableError => new UnreadableError(words.both(({ brokenCollection }) => brokenCollection));

/**
 * The database is somebody else's: a view in place of the table, or a column that is worked out, could take forever, so
 * that only a plain table is read. @throws UnreadableError for any other.
 */
function requirePlainNotes(database: DatabaseSync): void {
  const found = database.prepare("SELECT type, sql FROM sqlite_schema WHERE name = 'notes'").get();
  const sql = String(found?.sql ?? '');
  if (found?.type !== 'table' || !/^create table\b/i.test(sql) || /\b(?:generated|as)\b/i.test(sql)) throw broken();
}

type Names = ReadonlyMap<string, readonly string[]>;

/** As the newest form of a collection has them: a table of fields. */
function namesInTable(database: DatabaseSync): Names {
  const names = new Map<string, string[]>();
  const fields = database.prepare('SELECT CAST(ntid AS TEXT) AS ntid, ord, name FROM fields LIMIT 5000').all();
  for (const { ntid, ord, name } of fields) {
    const own = names.get(String(ntid)) ?? [];
    const at = Number(ord);
    if (at >= 0 && at < MOST_FIELDS) own[at] = String(name);
    names.set(String(ntid), own);
  }
  return names;
}

const models = z.record(z.string(), z.looseObject({ flds: z.array(z.looseObject({ name: z.string() })) }));

/** As the older forms have them: JSON by the type's id. */
function namesInModels(database: DatabaseSync): Names {
  const found = database.prepare('SELECT models FROM col LIMIT 1').get();
  const checked = models.safeParse(parseJson(String(found?.models ?? '')));
  if (!checked.success) return new Map();
  return new Map(Object.entries(checked.data).map(([id, { flds }]) => [id, flds.map(({ name }) => name)] as const));
}

/** What note types call their fields, by the type's id; none where the collection does not say. */
function fieldNames(database: DatabaseSync): Names {
  const isTable = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  if (isTable.get('fields')) return namesInTable(database);
  return isTable.get('col') ? namesInModels(database) : new Map();
}

function readNotes(database: DatabaseSync): Taken {
  const taken = nothing();
  const names = fieldNames(database);
  const rows = database.prepare('SELECT CAST(mid AS TEXT) AS mid, flds FROM notes ORDER BY id LIMIT ?').iterate(NOTES);
  let line = 0;
  for (const { mid, flds } of rows)
    readNote({ line: ++line, fields: String(flds).split('\x1f'), names: names.get(String(mid)), isHtml: true }, taken);
  return taken;
}

/** The notes of decks that Anki has exported as one file (.apkg, .colpkg). Lines are numbers of notes. */
export async function readAnkiPackage(archive: Archive, name: (typeof COLLECTIONS)[number]): Promise<Taken> {
  const packed = await archive.read(name);
  const database = new DatabaseSync(':memory:', { limits: { length: LONGEST } });
  try {
    const bytes = name.endsWith('b') ? zstdDecompressSync(packed, { maxOutputLength: ARCHIVE.unpacked }) : packed;
    database.deserialize(bytes);
    requirePlainNotes(database);
    return readNotes(database);
  } catch (error) {
    throw error instanceof UnreadableError ? error : broken();
  } finally {
    database.close();
  }
}
