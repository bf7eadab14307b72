/** How the page is served. */
export interface WebConfig {
  /** What people type, without a slash at its end, where it is not the address that is listened on. */
  publicUrl: string | undefined;
  /** Addresses of proxies, or their networks (`10.244.0.0/16`), whose X-Forwarded-For says who comes through them. */
  trustedProxies: readonly string[];
}
