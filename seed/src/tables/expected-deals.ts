import type { ExpectedDeal } from "../expected-deal.ts";
import { EXPECTED_1950S } from "./expected-1950s.ts";
import { EXPECTED_1960S } from "./expected-1960s.ts";
import { EXPECTED_1970S } from "./expected-1970s.ts";
import { EXPECTED_1980S } from "./expected-1980s.ts";
import { EXPECTED_1990S } from "./expected-1990s.ts";
import { EXPECTED_2000S } from "./expected-2000s.ts";
import { EXPECTED_2010S } from "./expected-2010s.ts";
import { EXPECTED_2020S } from "./expected-2020s.ts";

/** Every deal of every brief; a brief without a row holds none on purpose. */
export const EXPECTED_DEALS: readonly ExpectedDeal[] = [
  ...EXPECTED_1950S,
  ...EXPECTED_1960S,
  ...EXPECTED_1970S,
  ...EXPECTED_1980S,
  ...EXPECTED_1990S,
  ...EXPECTED_2000S,
  ...EXPECTED_2010S,
  ...EXPECTED_2020S,
];
