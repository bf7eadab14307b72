/** The number of a page as people type it, in digits: `2쪽`, `page 2`. */
export const readPageNumber = (text: string): string | undefined =>
  /^(\d{1,3}) ?쪽$|^page (\d{1,3})$/i
    .exec(text)
    ?.slice(1)
    .find((digits) => digits !== undefined);

/** The same where it is said to be a page. */
export const readBareNumber = (text: string): string | undefined => (/^\d{1,3}$/.test(text) ? text : undefined);
