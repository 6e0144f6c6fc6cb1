import { Big } from "big.js";
import type { RawCells } from "./read-raw-sheet.ts";
import type { Json } from "./use-server.ts";

/** What an analyst asks of the imported file, and the same counted from its raw cells. */
export interface Question {
  readonly asks: string;
  readonly query: string;
  readonly variables: object;
  /** The part of the answer that is compared. */
  readonly read: (data: Json) => unknown;
  readonly count: (rows: readonly RawCells[]) => unknown;
}

const cell = (row: RawCells, column: string): string => (row[column] ?? "").trim();
const isOneOf = (row: RawCells, column: string, values: readonly string[]): boolean =>
  values.includes(cell(row, column));
const isTo = (row: RawCells, ...codes: readonly string[]): boolean =>
  cell(row, "recipient_iso3")
    .split(";")
    .some((code) => codes.includes(code.trim()));
const isIn = (row: RawCells, from: number, to: number): boolean =>
  Number(row.year) >= from && Number(row.year) <= to;
const hasAmount = (row: RawCells): boolean => cell(row, "usd_current") !== "";
/** Whole dollars: the file has more decimals than money. */
const sum = (rows: readonly RawCells[]): string =>
  rows
    .filter(hasAmount)
    .reduce((total, row) => total.plus(cell(row, "usd_current")), new Big(0))
    .toFixed(0);
const dollars = (amount: string | null | undefined): string => new Big(amount ?? 0).toFixed(0);

const LOANS = ["Loan (excluding debt rescheduling)", "Export credits", "Strategic/Supplier Credit"];
const GRANTS = ["Grant", "Scholarships/training in the donor country", "Debt forgiveness"];
const STOPPED = ["Cancelled", "Suspended"];
const isConcluded = (row: RawCells): boolean => !isOneOf(row, "status", ["Pipeline: Pledge", ...STOPPED]);
/** What a total counts by default. */
const isCounted = (row: RawCells): boolean =>
  isConcluded(row) && cell(row, "umbrella") === "0" && hasAmount(row);
const ASEAN = ["IDN", "MYS", "PHL", "SGP", "THA", "BRN", "VNM", "LAO", "MMR", "KHM"];
const EAC_FOUNDERS = ["KEN", "TZA", "UGA"];

const TOTAL = `query ($filter: AgreementFilter, $include: [ExclusionReason!]) {
  total(filter: $filter, include: $include) {
    amount matching counted
    exclusions { reason count amount }
  }
}`;
const LIST = `query ($filter: AgreementFilter, $orderBy: AgreementOrder, $first: Int) {
  agreements(filter: $filter, orderBy: $orderBy, first: $first) { count { value } nodes { name } }
}`;
const TIMELINE = `query ($filter: AgreementFilter) {
  timeline(filter: $filter) { buckets { start part { matching amount } } }
}`;

const readTotal = ({ total }: Json): unknown => ({
  matching: total?.matching,
  counted: total?.counted,
  amount: dollars(total?.amount),
});
const totalOf = (matching: readonly RawCells[], counted: readonly RawCells[]): unknown => ({
  matching: matching.length,
  counted: counted.length,
  amount: sum(counted),
});
const readExclusion =
  (...reasons: readonly string[]) =>
  ({ total }: Json): unknown =>
    reasons.map((reason) => {
      const found = (total?.exclusions ?? []).find((each) => each.reason === reason);
      return [reason, found?.count ?? 0, dollars(found?.amount)];
    });
const excluded = (reason: string, rows: readonly RawCells[]): unknown => [reason, rows.length, sum(rows)];

export const QUESTIONS: readonly Question[] = [
  {
    asks: "Which loans to ASEAN members in 2010–2014 were proposed or agreed but never signed, and what do they sum to?",
    query: TOTAL,
    variables: {
      filter: {
        kinds: ["LOAN"],
        membersOf: ["bloc:ASEAN"],
        statuses: ["PROPOSED", "AGREED"],
        date: { from: "2010-01-01", to: "2014-12-31" },
      },
      include: ["NOT_CONCLUDED", "NOT_FOR_AGGREGATES"],
    },
    read: readTotal,
    count: (rows) => {
      const matching = rows.filter(
        (row) =>
          isOneOf(row, "flow", LOANS) &&
          isTo(row, ...ASEAN) &&
          cell(row, "status") === "Pipeline: Pledge" &&
          isIn(row, 2010, 2014),
      );
      return totalOf(matching, matching.filter(hasAmount));
    },
  },
  {
    asks: "What did China commit to transport in Kenya?",
    query: TOTAL,
    variables: { filter: { partiesAll: ["country:CHN", "country:KEN"], sectors: ["sector:transport"] } },
    read: readTotal,
    count: (rows) => {
      const matching = rows.filter((row) => isTo(row, "KEN") && cell(row, "crs_sector_code") === "210");
      return totalOf(matching, matching.filter(isCounted));
    },
  },
  {
    asks: "What are the five largest loans to Angola that can be counted?",
    query: LIST,
    variables: {
      filter: {
        kinds: ["LOAN"],
        partiesAny: ["country:AGO"],
        statuses: ["SIGNED", "IN_FORCE", "COMPLETED"],
        hasValue: true,
      },
      orderBy: { field: "VALUE" },
      first: 5,
    },
    read: ({ agreements }) => [
      agreements?.count?.value,
      ...(agreements?.nodes ?? []).map(({ name }) => name).sort(),
    ],
    count: (rows) => {
      const loans = rows
        .filter(
          (row) => isOneOf(row, "flow", LOANS) && isTo(row, "AGO") && isConcluded(row) && hasAmount(row),
        )
        .sort((a, b) => Number(b.usd_current) - Number(a.usd_current));
      return [
        loans.length,
        ...loans
          .slice(0, 5)
          .map((row) => cell(row, "title"))
          .sort(),
      ];
    },
  },
  {
    asks: "How many projects were cancelled or suspended, and what were they worth?",
    query: TOTAL,
    variables: { filter: { statuses: ["ENDED", "SUSPENDED"] } },
    read: readExclusion("ENDED", "SUSPENDED"),
    count: (rows) => [
      excluded(
        "ENDED",
        rows.filter((row) => row.status === "Cancelled"),
      ),
      excluded(
        "SUSPENDED",
        rows.filter((row) => row.status === "Suspended"),
      ),
    ],
  },
  {
    asks: "How many grants to Cambodia carry no amount at all?",
    query: LIST,
    variables: { filter: { kinds: ["GRANT"], partiesAny: ["country:KHM"], hasValue: false }, first: 1 },
    read: ({ agreements }) => agreements?.count?.value,
    count: (rows) =>
      rows.filter((row) => isOneOf(row, "flow", GRANTS) && isTo(row, "KHM") && !hasAmount(row)).length,
  },
  {
    asks: "What do Tanzania and Zambia share in one agreement, counted once?",
    query: TOTAL,
    variables: { filter: { partiesAll: ["country:TZA", "country:ZMB"] } },
    read: readTotal,
    count: (rows) => {
      const matching = rows.filter((row) => isTo(row, "TZA") && isTo(row, "ZMB"));
      return totalOf(matching, matching.filter(isCounted));
    },
  },
  {
    asks: "How much do energy projects of a billion dollars or more come to, and how many umbrellas are left out?",
    query: TOTAL,
    variables: { filter: { sectors: ["sector:energy"], value: { min: "1000000000", currency: "USD" } } },
    read: (data) => [readTotal(data), readExclusion("NOT_FOR_AGGREGATES")(data)],
    count: (rows) => {
      const matching = rows.filter(
        (row) => cell(row, "crs_sector_code") === "230" && Number(row.usd_current) >= 1_000_000_000,
      );
      const umbrellas = matching.filter((row) => isConcluded(row) && row.umbrella === "1");
      return [totalOf(matching, matching.filter(isCounted)), [excluded("NOT_FOR_AGGREGATES", umbrellas)]];
    },
  },
  {
    asks: "How did counted lending to Africa's largest borrower of the file, Angola, run from year to year?",
    query: TIMELINE,
    variables: { filter: { kinds: ["LOAN"], partiesAny: ["country:AGO"] } },
    read: ({ timeline }) =>
      (timeline?.buckets ?? []).map(({ start, part }) => [
        start?.slice(0, 4),
        part?.matching,
        dollars(part?.amount),
      ]),
    count: (rows) => {
      const loans = rows.filter((row) => isOneOf(row, "flow", LOANS) && isTo(row, "AGO"));
      const years = [...new Set(loans.map((row) => cell(row, "year")))].sort();
      return years.map((year) => {
        const ofYear = loans.filter((row) => cell(row, "year") === year);
        return [year, ofYear.length, sum(ofYear.filter(isCounted))];
      });
    },
  },
  {
    asks: "What did health projects of East African Community members sum to before Rwanda and Burundi joined?",
    query: TOTAL,
    variables: {
      filter: {
        membersOf: ["bloc:EAC"],
        sectors: ["sector:health"],
        date: { from: "2003-01-01", to: "2006-12-31" },
      },
    },
    read: readTotal,
    count: (rows) => {
      const matching = rows.filter(
        (row) =>
          isTo(row, ...EAC_FOUNDERS) &&
          isOneOf(row, "crs_sector_code", ["120", "130"]) &&
          isIn(row, 2003, 2006),
      );
      return totalOf(matching, matching.filter(isCounted));
    },
  },
  {
    asks: "How many stadiums did China build or promise, and what do those concluded come to?",
    query: TOTAL,
    variables: { filter: { text: "stadium" } },
    read: readTotal,
    count: (rows) => {
      const matching = rows.filter((row) => /(^|[^\p{L}\p{N}])stadium/iu.test(cell(row, "title")));
      return totalOf(matching, matching.filter(isCounted));
    },
  },
];
