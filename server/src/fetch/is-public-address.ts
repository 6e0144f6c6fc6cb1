import ipaddr from "ipaddr.js";

/** The address at which Azure answers its virtual machines, alone among public ones to be a machine's own. */
const AZURE_HOST = "168.63.129.16";
/** All that is given out for use on the Internet in IPv6 (RFC 4291). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * True for an address that belongs to the open Internet: not loopback, private, link-local (where clouds keep their
 * metadata), carrier-grade NAT, multicast, reserved, or an IPv6 form that wraps an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address === AZURE_HOST) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6);
}
