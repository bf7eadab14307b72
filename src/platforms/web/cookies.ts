/** Seconds: as long as browsers keep one (RFC 6265bis: 400 days). */
const LASTS = 400 * 86_400;

/** A cookie of a request. */
export const cookieIn = (headers: Headers, name: string): string | undefined =>
  (headers.get('cookie') ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** A cookie that scripts do not read and other sites do not send. */
export const setCookie = (name: string, value: string, isSecure: boolean): string =>
  `${name}=${value}; Path=/; Max-Age=${LASTS}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
