import uFuzzy from '@leeoniya/ufuzzy';
import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import flexsearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Content } from '../src/content/model.ts';
import { finish } from '../src/core/steps.ts';
import { learnedBy } from '../src/course/learned.ts';
import { jamo } from '../src/language/hangul.ts';
import type { Document } from '../src/search/document.ts';
import { searchSteps } from '../src/search/search.ts';

/** What a search says to a query: ids best first, none where it refuses. */
export type Answer = (query: string) => string[] | Promise<string[]>;

/** A search library with the settings its documentation recommends for typo-tolerant search over named documents. */
export interface Peer {
  name: string;
  /** `course`: what Dosirak has beside the documents; its peers have no place for it. */
  build(documents: readonly Document[], course: Pick<Content, 'synonyms' | 'settings'>): Answer | Promise<Answer>;
}

const flat = (document: Document) => ({
  id: document.id,
  title: `${document.title.ko} ${document.title.en}`,
  names: [...document.names, ...document.misspellings].join(' '),
  asks: document.asks.join(' '),
  text: `${document.definition} ${document.body}`,
});

const dosirak: Peer = {
  name: 'Dosirak',
  build(documents, course) {
    const search = finish(searchSteps(documents, course.synonyms, {}, { learned: learnedBy(course) }));
    return (query) => {
      const { answered, matches } = search(query);
      return answered ? matches.map((match) => match.document.id) : [];
    };
  },
};

const FUSE = {
  keys: [
    { name: 'title', weight: 4 },
    { name: 'names', weight: 3 },
    { name: 'asks', weight: 2 },
    { name: 'text', weight: 1 },
  ],
  ignoreLocation: true,
  threshold: 0.4,
};

const fuse: Peer = {
  name: 'Fuse.js',
  build(documents) {
    const index = new Fuse(documents.map(flat), FUSE);
    return (query) => index.search(query.slice(0, 200), { limit: 5 }).map(({ item }) => item.id);
  },
};

/** As Fuse.js, over the keys of Hangul: a mistyped key is one letter of three, not a whole syllable. */
const fuseOverKeys: Peer = {
  name: 'Fuse.js over keys',
  build(documents) {
    const keyed = documents.map(flat).map(({ id, ...fields }) => ({
      id,
      ...Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, jamo(text.toLowerCase())])),
    }));
    const index = new Fuse(keyed, FUSE);
    return (query) => index.search(jamo(query.toLowerCase().slice(0, 200)), { limit: 5 }).map(({ item }) => item.id);
  },
};

const minisearch: Peer = {
  name: 'MiniSearch',
  build(documents) {
    const index = new MiniSearch({ fields: ['title', 'names', 'asks', 'text'] });
    index.addAll(documents.map(flat));
    const options = { fuzzy: 0.2, prefix: true, boost: { title: 4, names: 3, asks: 2 } };
    return (query) =>
      index
        .search(query, options)
        .slice(0, 5)
        .map(({ id }) => String(id));
  },
};

const orama: Peer = {
  name: 'Orama',
  async build(documents) {
    const index = create({
      schema: { id: 'string', title: 'string', names: 'string', asks: 'string', text: 'string' } as const,
    });
    await insertMultiple(index, documents.map(flat), 1000);
    const boost = { title: 4, names: 3, asks: 2 };
    return async (term) => {
      const { hits } = await oramaSearch(index, { term, tolerance: 1, limit: 5, boost });
      return hits.map(({ document }) => document.id);
    };
  },
};

const flex: Peer = {
  name: 'FlexSearch',
  build(documents) {
    const index = new flexsearch.Index({ tokenize: 'forward', resolution: 9 });
    documents.forEach((document, i) => {
      const { title, names, asks, text } = flat(document);
      index.add(i, `${title} ${names} ${asks} ${text}`);
    });
    return (query) => index.search(query, { limit: 5, suggest: true }).map((i) => documents[Number(i)]?.id ?? '');
  },
};

const ufuzzy: Peer = {
  name: 'uFuzzy',
  build(documents) {
    const fuzzy = new uFuzzy({
      unicode: true,
      intraMode: 1,
      interSplit: "[^\\p{L}\\d']+",
      intraSplit: '\\p{Ll}\\p{Lu}',
      intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
      intraChars: "[\\p{L}\\d']",
      intraContr: "'\\p{L}{1,2}\\b",
    });
    const haystack = documents.map((document) => {
      const { title, names, asks, text } = flat(document);
      return `${title} ${names} ${asks} ${text}`;
    });
    return (query) => {
      const [found, info, order] = fuzzy.search(haystack, query, 1, 1000);
      const ids = order && info ? order.map((i) => info.idx[i] ?? 0) : (found ?? []);
      return ids.slice(0, 5).map((i) => documents[i]?.id ?? '');
    };
  },
};

export const PEERS: readonly Peer[] = [dosirak, fuse, fuseOverKeys, minisearch, orama, flex, ufuzzy];
