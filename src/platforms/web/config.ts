/** How the page is served. */
export interface WebConfig {
  /** What people type, without a slash at its end, where it is not the address that is listened on. */
  publicUrl: string | undefined;
  /** Addresses of proxies whose X-Forwarded-For says who comes through them. */
  trustedProxies: readonly string[];
}
