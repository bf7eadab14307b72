/** Pixels of the smallest words on a wall: read from the last row. */
const SMALLEST = 20;
/** Of the largest, as shares of the window. */
const LARGEST = { height: 0.044, width: 0.034 } as const;
/** Pixels by which words may be smaller than they could be. */
const NEAR = 1;
/** Words of this share of the largest are read well. */
const COMFORTABLE = 0.8;
/** Of code, beside the words around it. */
const CODE = 0.85;
/** Pixels of a machine's table that has no room otherwise: the front rows read it, and a phone shows it as well. */
const TABLE = 14;
/** Pixels beside code: see style.css. */
const PADDING = 12;

/** Does what stands above what mean something in it? See render/code.ts. */
const isTable = (code: Element): boolean => code.closest('.columns') !== null;

/**
 * Code keeps its lines: it is smaller where they are long, and wrapped where they are longer than that. For its columns a
 * table is smaller still, as far as it can be read at all.
 */
function fitCode(code: HTMLElement, size: number): void {
  code.classList.remove('wrapped');
  const largest = Math.max(SMALLEST, size * CODE);
  code.style.fontSize = `${largest}px`;
  if (code.scrollWidth <= code.clientWidth) return;
  const smaller = Math.floor((largest * (code.clientWidth - 2 * PADDING)) / (code.scrollWidth - PADDING));
  const isWhole = smaller >= (isTable(code) ? TABLE : SMALLEST);
  code.style.fontSize = `${isWhole ? smaller : SMALLEST}px`;
  code.classList.toggle('wrapped', !isWhole);
}

/** Is all of it there without scrolling? A part of a pixel is none. */
const fitsWithin = (place: Element): boolean =>
  place.scrollHeight <= place.clientHeight + 1 && place.scrollWidth <= place.clientWidth + 1;

/** A list to be read of what a menu offers. */
function spread(options: readonly string[]): HTMLUListElement {
  const list = document.createElement('ul');
  list.className = 'spread';
  for (const option of options) list.appendChild(document.createElement('li')).textContent = option;
  return list;
}

/** What is picked from menus on phones is read on the wall: once where all menus offer the same. */
function spreadMenus(form: Element): void {
  const menus = Array.from(form.querySelectorAll('select'));
  const offered = menus.map(({ options }) =>
    Array.from(options).flatMap(({ value, text }) => (value === '' ? [] : [text])),
  );
  const [first = []] = offered;
  const isShared = menus.length > 1 && offered.every((options) => options.join('\n') === first.join('\n'));
  for (const [i, menu] of menus.entries())
    if (isShared) menu.remove();
    else menu.replaceWith(spread(offered[i] ?? []));
  if (isShared) form.append(spread(first));
}

const placeOf = (className: string, parts: readonly Element[]): HTMLElement => {
  const place = document.createElement('div');
  place.className = className;
  place.append(...parts);
  return place;
};

/**
 * Puts a question and how it was answered on one side: what is right and why stands on the other. A question with a table
 * has the whole width, above both.
 */
function putAside(reply: Element): void {
  const figure = reply.querySelector(':scope > figure');
  if (!figure) return;
  const all = Array.from(reply.children).filter(({ tagName }) => tagName !== 'H2');
  const at = all.indexOf(figure);
  const asked = all.slice(0, at);
  const isWide = asked.some((one) => one.classList.contains('columns'));
  if (isWide) reply.append(placeOf('whole', asked));
  reply.append(placeOf('side', isWide ? [figure] : [...asked, figure]), placeOf('side', all.slice(at + 1)));
}

/** How what is shown may be laid out, the plainest first: see wall.css. What is tight leaves out what was read before. */
const LAYOUTS = { roomy: ['', 'beside'], tight: ['tight', 'beside tight'] } as const;

/** How the wall is laid out, the best first, and pixels of a machine's table in it: at last one is wrapped. */
const WAYS = [
  [LAYOUTS.roomy, SMALLEST],
  [LAYOUTS.roomy, TABLE],
  [LAYOUTS.tight, SMALLEST],
  [LAYOUTS.tight, TABLE],
  [[...LAYOUTS.roomy, ...LAYOUTS.tight], 0],
] as const;

/** Has the wall show all that it says, as large as there is room. */
export function startWall(live: HTMLElement): { shown(isNew: boolean): void } {
  const main = live.closest('main');
  let size = 0;
  const fits = (): boolean => [main, live, ...live.children].every((place) => place === null || fitsWithin(place));
  /** Has each table its columns, in words of so many pixels? */
  const areTablesRead = (least: number): boolean =>
    least === 0 ||
    Array.from(live.querySelectorAll<HTMLElement>('.columns pre')).every(
      (table) =>
        !table.checkVisibility() ||
        (!table.classList.contains('wrapped') && Number.parseFloat(table.style.fontSize) >= least),
    );
  const lay = (layout: string, words: number): void => {
    if (!main) return;
    main.className = layout;
    main.style.fontSize = `${words}px`;
    for (const code of live.querySelectorAll('pre')) fitCode(code, words);
  };
  const fitsIn = (layout: string, words: number, table: number): boolean => {
    lay(layout, words);
    return fits() && areTablesRead(table);
  };
  /** The largest words by which all of it is there, nearly; undefined where there are none. */
  const largestIn = (layout: string, from: number, table: number): number | undefined => {
    if (fitsIn(layout, from, table)) return from;
    if (!fitsIn(layout, SMALLEST, table)) return undefined;
    let [fitting, tooLarge] = [SMALLEST, from];
    while (tooLarge - fitting > NEAR) {
      const words = (fitting + tooLarge) / 2;
      if (fitsIn(layout, words, table)) fitting = words;
      else tooLarge = words;
    }
    return fitting;
  };
  const bestOf = (layouts: readonly string[], from: number, table: number) => {
    let best: { layout: string; words: number } | undefined;
    for (const layout of layouts) {
      const words = largestIn(layout, from, table);
      if (words !== undefined && words > (best?.words ?? 0)) best = { layout, words };
      if (words !== undefined && words >= from * COMFORTABLE) break;
    }
    return best;
  };
  const adjust = (from: number): void => {
    let best: { layout: string; words: number } | undefined;
    for (const [layouts, table] of WAYS) best ??= bestOf(layouts, from, table);
    best ??= { layout: 'beside tight', words: SMALLEST };
    size = best.words;
    lay(best.layout, size);
  };
  const largest = (): number => Math.max(SMALLEST, Math.min(innerHeight * LARGEST.height, innerWidth * LARGEST.width));
  addEventListener('resize', () => adjust(largest()));
  return {
    shown(isNew) {
      for (const form of live.querySelectorAll('form.menus')) spreadMenus(form);
      for (const reply of live.querySelectorAll('.reply.success:not(.final)')) putAside(reply);
      // What only counts on does not jump to another size, while there is room for it.
      if (isNew || size === 0) adjust(largest());
      else {
        lay(main?.className ?? '', size);
        if (!fits()) adjust(size);
      }
    },
  };
}
