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

/** Code keeps its lines: it is smaller where they are long, and wrapped where they are longer than that. */
function fitCode(code: HTMLElement, size: number): void {
  code.classList.remove('wrapped');
  code.style.fontSize = `${Math.max(SMALLEST, size * CODE)}px`;
  const wide = code.scrollWidth / Math.max(1, code.clientWidth);
  if (wide <= 1) return;
  const smaller = (size * CODE) / wide;
  code.style.fontSize = `${Math.max(SMALLEST, smaller)}px`;
  if (smaller < SMALLEST) code.classList.add('wrapped');
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

/** Puts a question and how it was answered on one side: what is right and why stands on the other. */
function putAside(reply: Element): void {
  const figure = reply.querySelector(':scope > figure');
  if (!figure) return;
  const side = document.createElement('div');
  side.className = 'side';
  const all = Array.from(reply.children);
  side.append(...all.slice(0, all.indexOf(figure) + 1).filter(({ tagName }) => tagName !== 'H2'));
  const heading = reply.querySelector(':scope > h2');
  const rest = document.createElement('div');
  rest.className = 'side';
  rest.append(...Array.from(reply.children).filter((one) => one !== heading));
  reply.append(side, rest);
}

/** How what is shown may be laid out, the plainest first: see wall.css. */
const LAYOUTS = ['', 'beside', 'tight', 'beside tight'] as const;

/** Has the wall show all that it says, as large as there is room. */
export function startWall(live: HTMLElement): { shown(isNew: boolean): void } {
  const main = live.closest('main');
  let size = 0;
  const fits = (): boolean => [main, live, ...live.children].every((place) => place === null || fitsWithin(place));
  const lay = (layout: string, words: number): void => {
    if (!main) return;
    main.className = layout;
    main.style.fontSize = `${words}px`;
    for (const code of live.querySelectorAll('pre')) fitCode(code, words);
  };
  const fitsIn = (layout: string, words: number): boolean => {
    lay(layout, words);
    return fits();
  };
  /** The largest words by which all of it is there, nearly; undefined where there are none. */
  const largestIn = (layout: string, from: number): number | undefined => {
    if (fitsIn(layout, from)) return from;
    if (!fitsIn(layout, SMALLEST)) return undefined;
    let [fitting, tooLarge] = [SMALLEST, from];
    while (tooLarge - fitting > NEAR) {
      const words = (fitting + tooLarge) / 2;
      if (fitsIn(layout, words)) fitting = words;
      else tooLarge = words;
    }
    return fitting;
  };
  const bestOf = (from: number): { layout: string; words: number } | undefined => {
    let best: { layout: string; words: number } | undefined;
    for (const layout of LAYOUTS) {
      // Nothing is left out for larger words alone.
      if (best && layout.includes('tight')) break;
      const words = largestIn(layout, from);
      if (words !== undefined && words > (best?.words ?? 0)) best = { layout, words };
      if (words !== undefined && words >= from * COMFORTABLE) break;
    }
    return best;
  };
  const adjust = (from: number): void => {
    const best = bestOf(from) ?? { layout: 'beside tight', words: SMALLEST };
    size = best.words;
    lay(best.layout, size);
  };
  const largest = (): number => Math.max(SMALLEST, Math.min(innerHeight * LARGEST.height, innerWidth * LARGEST.width));
  addEventListener('resize', () => adjust(largest()));
  return {
    shown(isNew) {
      for (const form of live.querySelectorAll('form.menus')) spreadMenus(form);
      for (const reply of live.querySelectorAll('.reply.success:not(:has(> .podium))')) putAside(reply);
      // What only counts on does not jump to another size, while there is room for it.
      if (isNew || size === 0) adjust(largest());
      else {
        lay(main?.className ?? '', size);
        if (!fits()) adjust(size);
      }
    },
  };
}
