// Only pages of this very server may talk to it: a foreign site that rebinds its name to 127.0.0.1
// still sends its own Host header, and is refused (DNS rebinding).

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'] as const;

/** True where the Host header names this machine's loopback and the port served. */
export function isLoopbackHost(host: string | undefined, port: number): boolean {
  if (host === undefined) return false;
  const name = host.toLowerCase();
  return LOOPBACK_NAMES.some((loopback) => name === `${loopback}:${port}` || (port === 80 && name === loopback));
}

/** True where the request comes from this server's own page, or from no page at all. */
export function isSameOrigin(headers: { readonly origin?: string | undefined; readonly 'sec-fetch-site'?: string | string[] | undefined }, port: number): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  return origin === undefined || LOOPBACK_NAMES.some((loopback) => origin === `http://${loopback}:${port}`);
}
