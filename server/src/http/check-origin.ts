/** Names of this machine that only this machine answers to. */
const LOOPBACK_NAMES = ["localhost", "127.0.0.1", "[::1]"];

/** True for an address that only programs on this machine can reach. */
export const isLoopbackAddress = (host: string): boolean =>
  LOOPBACK_NAMES.includes(host) || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);

interface Place {
  readonly name: string;
  readonly port: string;
}

function readPlace(host: string): Place | null {
  if (!URL.canParse(`http://${host}`)) return null;
  const { hostname, port, username, pathname } = new URL(`http://${host}`);
  return username === "" && pathname === "/" ? { name: hostname, port: port || "80" } : null;
}

const isLoopback = (place: Place | null): place is Place => place !== null && isLoopbackAddress(place.name);

export interface Caller {
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

/**
 * Why a caller may not write through a server on loopback; null if it may. Host must be a loopback name, for a page
 * elsewhere can point its own name at this machine; Origin must be ours or absent, for browsers always send a page's.
 */
export function findWriteObstacle({ host, origin }: Caller): string | null {
  const here = readPlace(host ?? "");
  if (!isLoopback(here)) {
    return `Host: got "${host ?? ""}", expected localhost, 127.0.0.1 or [::1]: changes are made only on this machine itself.`;
  }
  if (origin === undefined) return null;
  const there = origin.startsWith("http://") ? readPlace(origin.slice("http://".length)) : null;
  if (isLoopback(there) && there.port === here.port) return null;
  return `Origin: got "${origin}", expected http://${host}: a page elsewhere may read, but not change anything.`;
}
