/** The table of contents. */
export const CONTENTS = 'chapters';

/** All weeks, as people and buttons name them. */
export const WEEKS = 'weeks';

/** `chapters part:"pods"`: a chapter, a section or a week; `page` from 1. */
export const partLine = (part: string, page = 1): string =>
  `${CONTENTS} part:"${part}"${page === 1 ? '' : ` page:${page}`}`;

export const weekLine = (week: number): string => partLine(`week ${week}`);

/** The number of a page as people type it, in digits: `2쪽`, `page 2`. */
export const readPageNumber = (text: string): string | undefined =>
  /^(\d{1,3}) ?쪽$|^page (\d{1,3})$/i
    .exec(text)
    ?.slice(1)
    .find((digits) => digits !== undefined);

/** The same where it is said to be a page. */
export const readBareNumber = (text: string): string | undefined => (/^\d{1,3}$/.test(text) ? text : undefined);
