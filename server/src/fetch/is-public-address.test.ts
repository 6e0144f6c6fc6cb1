import { expect, test } from "vitest";
import { isPublicAddress } from "./is-public-address.ts";

test.each([
  ["this machine", ["127.0.0.1", "127.255.255.254", "0.0.0.0", "::1", "::"]],
  [
    "private networks",
    ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd00:ec2::254", "fec0::1"],
  ],
  ["link-local, with cloud metadata", ["169.254.169.254", "169.254.170.2", "fe80::1"]],
  ["a cloud's own machines", ["168.63.129.16", "100.100.100.200"]],
  [
    "carrier-grade NAT, tests and protocols",
    ["100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "2001:db8::1"],
  ],
  ["multicast, broadcast and reserved", ["224.0.0.1", "255.255.255.255", "240.0.0.1", "ff02::1", "100::1"]],
  [
    "IPv4 in IPv6",
    [
      "::ffff:127.0.0.1",
      "::ffff:8.8.8.8",
      "::ffff:a9fe:a9fe",
      "::127.0.0.1",
      "64:ff9b::7f00:1",
      "2002:7f00:1::",
      "2001:0:7f00:1::",
    ],
  ],
  ["what is no address", ["", "localhost", "127.1", "example.org", "1.2.3.4.5", "fe80::1%eth0"]],
])("%s are not public", (_, addresses) => {
  for (const address of addresses) expect([address, isPublicAddress(address)]).toEqual([address, false]);
});

test("addresses of the open Internet are", () => {
  for (const address of [
    "8.8.8.8",
    "93.184.216.34",
    "172.32.0.1",
    "2606:4700::1111",
    "2a00:1450:4001::200e",
  ]) {
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  }
});
