import { lookup } from "node:dns/promises";
import { isPublicAddress } from "./is-public-address.ts";

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Where a fetch may go; tests give one that leads to themselves, no setting does. */
export interface Network {
  /** All addresses of a host name. Rejects where there are none. */
  readonly resolve: (host: string) => Promise<readonly Address[]>;
  readonly allows: (address: string, port: number) => boolean;
}

const WEB_PORTS: ReadonlySet<number> = new Set([80, 443]);

/** The open Internet, on the ports of the web. */
export const PUBLIC_NETWORK: Network = {
  resolve: (host) => lookup(host, { all: true }),
  allows: (address, port) => WEB_PORTS.has(port) && isPublicAddress(address),
};
