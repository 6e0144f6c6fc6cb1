import { nameKey } from "@entente/graph-schema";

/** The columns that are read, by what they hold; absent where a layout has none such. */
export interface Columns {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly flow: string;
  readonly year: string;
  readonly donor: string;
  readonly recipients: string;
  readonly recommended: string;
  readonly umbrella: string;
  readonly amount: string;
  readonly currency: string;
  readonly usd: string;
  readonly sector: string;
  readonly constantUsd: string;
  readonly adjustedUsd?: string;
  readonly recipientCodes?: string;
  readonly recipientCount?: string;
  readonly yearUncertain?: string;
  readonly date?: string;
  readonly dateEstimated?: string;
  readonly start: string;
  readonly startYear?: string;
  readonly end: string;
  readonly endYear?: string;
}

export interface Layout {
  readonly release: string;
  readonly title: string;
  readonly url: string;
  readonly columns: Columns;
  /** The year whose prices the constant column is in. */
  readonly baseYear: number;
}

/** Without these a row says nothing that could be an agreement. */
const REQUIRED = ["id", "title", "status", "flow", "year", "donor", "recipients"] as const;

const GCDF: Omit<Columns, "id" | "usd" | "constantUsd"> = {
  title: "Title",
  status: "Status",
  flow: "Flow Type",
  year: "Commitment Year",
  donor: "Financier Country",
  recipients: "Recipient",
  recommended: "Recommended For Aggregates",
  umbrella: "Umbrella",
  amount: "Amount (Original Currency)",
  currency: "Original Currency",
  sector: "Sector Code",
  date: "Commitment Date (MM/DD/YYYY)",
  start: "Actual Implementation Start Date (MM/DD/YYYY)",
  startYear: "Implementation Start Year",
  end: "Actual Completion Date (MM/DD/YYYY)",
  endYear: "Completion Year",
};

/**
 * The releases of AidData's data on Chinese finance, by the names that their files give the columns: Global Chinese
 * Official Finance 1.0 (2017), Global Chinese Development Finance 2.0 (2021) and 3.0 (2023).
 */
export const LAYOUTS: readonly Layout[] = [
  {
    release: "1.0",
    title: "AidData Global Chinese Official Finance Dataset, 2000–2014, version 1.0",
    url: "https://www.aiddata.org/data/chinese-global-official-finance-dataset",
    baseYear: 2014,
    columns: {
      id: "project_id",
      title: "title",
      status: "status",
      flow: "flow",
      year: "year",
      yearUncertain: "year_uncertain",
      donor: "donor",
      recipients: "all_recipients",
      recipientCodes: "recipient_iso3",
      recipientCount: "recipient_count",
      recommended: "recommended_for_research",
      umbrella: "umbrella",
      amount: "amount",
      currency: "currency",
      usd: "usd_current",
      constantUsd: "usd_defl_2014",
      sector: "crs_sector_code",
      start: "start_actual",
      end: "end_actual",
    },
  },
  {
    release: "2.0",
    title: "AidData Global Chinese Development Finance Dataset, version 2.0",
    url: "https://www.aiddata.org/data/aiddatas-global-chinese-development-finance-dataset-version-2-0",
    baseYear: 2017,
    columns: {
      ...GCDF,
      id: "AidData TUFF Project ID",
      yearUncertain: "Commitment Year Estimated",
      usd: "Amount (Nominal)",
      constantUsd: "Amount (Constant USD2017)",
    },
  },
  {
    release: "3.0",
    title: "AidData Global Chinese Development Finance Dataset, version 3.0",
    url: "https://www.aiddata.org/data/aiddatas-global-chinese-development-finance-dataset-version-3-0",
    baseYear: 2021,
    columns: {
      ...GCDF,
      id: "AidData Record ID",
      recipientCodes: "Recipient ISO-3",
      dateEstimated: "Commitment Date Estimated",
      usd: "Amount (Nominal USD)",
      constantUsd: "Amount (Constant USD 2021)",
      adjustedUsd: "Adjusted Amount (Nominal USD)",
    },
  },
];

/** A heading's layout, and which of its columns the table lacks. */
export interface Recognized {
  readonly layout: Layout;
  readonly missing: readonly { readonly column: string; readonly isRequired: boolean }[];
}

/** The layout whose record ids the heading has, else the one most of whose columns it has, if that is half of them. */
export function recognizeLayout(columns: readonly string[]): Recognized | null {
  const has = new Set(columns);
  const lacking = (layout: Layout): Recognized["missing"] =>
    Object.entries(layout.columns).flatMap(([key, column]: [string, string]) =>
      has.has(column) ? [] : [{ column, isRequired: REQUIRED.some((required) => required === key) }],
    );
  const found = LAYOUTS.map((layout) => ({ layout, missing: lacking(layout) })).filter(
    ({ layout, missing }) => missing.length * 2 < Object.keys(layout.columns).length,
  );
  const byId = found.find(({ layout }) => has.has(layout.columns.id));
  return byId ?? found.sort((a, b) => a.missing.length - b.missing.length)[0] ?? null;
}

/** A heading that is spelled much like a missing column: what it was renamed to, perhaps. */
export const similarColumn = (missing: string, columns: readonly string[]): string | undefined =>
  columns.find((column) => nameKey(column).replaceAll(" ", "") === nameKey(missing).replaceAll(" ", ""));
