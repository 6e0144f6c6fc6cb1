import { isIP } from "node:net";
import { InvalidInputError } from "../errors.ts";
import type { Address, Network } from "./network.ts";

/** Longest address that is fetched, in characters; browsers and servers stop at about as many. */
const MAX_URL_LENGTH = 2048;

export interface Target {
  readonly url: URL;
  /** All checked: the connection goes to one of these, whatever the name resolves to later. */
  readonly addresses: readonly Address[];
}

export function refuse(url: string, got: string, expected: string): never {
  const shown = url.length > 200 ? `${url.slice(0, 200)}…` : url;
  throw new InvalidInputError(`url: got "${shown}", ${got}; expected ${expected}`, ["input", "url"]);
}

/**
 * Resolves the host once and checks every address. Throws InvalidInputError for another scheme or port, a name and
 * password, an unknown host, and a host of which any address is not on the open Internet.
 */
export async function checkTarget(address: string, network: Network): Promise<Target> {
  if (address.length > MAX_URL_LENGTH || !URL.canParse(address)) {
    refuse(address, "which is no web address", `http://… or https://… of up to ${MAX_URL_LENGTH} characters`);
  }
  // The parser turns every spelling of an IPv4 address (0x7f.1, 2130706433, full-width digits) into the usual one.
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    refuse(address, `whose scheme is ${url.protocol.slice(0, -1)}`, "http or https");
  }
  if (url.username !== "" || url.password !== "") {
    refuse(`${url.protocol}//…@${url.host}`, "which holds a user name or password", "an address without");
  }
  const host = url.hostname.replace(/^\[|\]$/gu, "").replace(/\.$/u, "");
  const port = Number(url.port || (url.protocol === "http:" ? 80 : 443));
  const addresses = await resolveHost(host, network).catch(() =>
    refuse(address, "whose host is not known", "a host that has an address"),
  );
  if (addresses.length === 0 || !addresses.every((one) => network.allows(one.address, port))) {
    refuse(address, "which leads to a private address or port", "a public host on port 80 or 443");
  }
  return { url, addresses };
}

async function resolveHost(host: string, network: Network): Promise<readonly Address[]> {
  const family = isIP(host);
  return family === 0 ? await network.resolve(host) : [{ address: host, family }];
}
