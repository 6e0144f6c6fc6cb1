import { readFileSync } from "node:fs";
import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  parseIsoDate,
  type AgreementState,
  type EntityId,
  type Money,
  type OrganizationState,
  type Rung,
} from "@entente/graph-schema";
import { profileAgreement, type AgreementProfile } from "../agreement-profile.ts";

export interface LabelledPair {
  readonly isSame: boolean;
  /** The line as written, for a message that says which pair went wrong. */
  readonly line: string;
  readonly a: AgreementProfile;
  readonly b: AgreementProfile;
}

const ZEROS: Readonly<Record<string, number>> = { m: 6, b: 9, tn: 12 };
const NAMED = { aliases: [], mergedIds: [], conflicts: [] } as const;

/** Reads a file whose form pairs-tuning.txt tells. */
export function readLabelledPairs(file: "pairs-tuning.txt" | "pairs-held-out.txt"): LabelledPair[] {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [label = "", a = "", b = ""] = line.split(" | ");
      return { isSame: label.startsWith("same "), line, a: readReport(a, "a"), b: readReport(b, "b") };
    });
}

function readReport(text: string, side: string): AgreementProfile {
  const [kind, parties = "", date = "", value = "", sectors = "", name] = text
    .split(";")
    .map((part) => part.trim());
  if (name === undefined) throw new Error(`report: got "${text}", expected six parts between semicolons`);
  const organizations = new Map<EntityId, OrganizationState>();
  const codes = parties.match(/@.*?(?:\/[A-Z]{3}|(?= [A-Z@])|$)|\S+/g) ?? [];
  const ids = codes.map((code) => readParty(code, { side, organizations }));
  const ladder = date === "" ? [] : [readRung(date)];
  return profileAgreement(
    {
      ...NAMED,
      type: "agreement",
      id: `agreement:${side}`,
      name,
      kind: AGREEMENT_KINDS.find((each) => each === kind) ?? fail("kind", text),
      status: "signed",
      binding: false,
      date: ladder[0]?.on ?? null,
      count: null,
      ladder,
      parties: ids.map((party) => ({
        party,
        role: "party",
        from: null,
        to: null,
        standing: { accepted: 0, proposed: 0, disputed: 0 },
        claims: [],
      })),
      values: value === "" ? [] : [{ money: readMoney(value), year: null, claims: [] }],
      counted: null,
      amounts: [],
      sourceRank: "unknown",
      notForAggregates: false,
      sectors: sectors.split(" ").flatMap((sector) => (sector === "" ? [] : [`sector:${sector}`])),
      events: [],
      signedBy: [],
      partOf: [],
      amends: [],
      replaces: [],
      documents: [],
      reach: [],
      existence: { accepted: 0, proposed: 1, disputed: 0 },
      recordedIn: 1,
    } satisfies AgreementState,
    organizations,
  );
}

interface Known {
  readonly side: string;
  readonly organizations: Map<EntityId, OrganizationState>;
}

/** Countries by code, blocs by id, "@Name/HOME" for an organization, whose home may be left out. */
function readParty(code: string, { side, organizations }: Known): EntityId {
  if (!code.startsWith("@")) return code.includes(":") ? code : `country:${code}`;
  const [name = "", home] = code.slice(1).split("/");
  const id = `organization:${side}-${organizations.size}`;
  const basedIn = home === undefined ? null : `country:${home}`;
  organizations.set(id, { ...NAMED, type: "organization", id, name, basedIn });
  return id;
}

/** A day signed; "in-force 2019-03-05" names another stage; "~2019-03-05" is only the day of publication. */
function readRung(text: string): Rung {
  const [, byPublication, stage, day = ""] = /^(~?)(?:([a-z-]+) )?([\d-]+)$/.exec(text) ?? fail("date", text);
  const status = AGREEMENT_STATUSES.find((each) => each === (stage ?? "signed")) ?? fail("status", text);
  return {
    status,
    on: parseIsoDate(day) ?? fail("date", text),
    byPublication: byPublication === "~",
    claims: [],
  };
}

function readMoney(text: string): Money {
  const [, about, currency = "", figure = "", unit = ""] =
    /^(about )?([A-Z]{3}) ([\d.]+)(m|b|tn)$/.exec(text) ?? fail("value", text);
  const [whole = "", part = ""] = figure.split(".");
  const amount = whole + part.padEnd(ZEROS[unit] ?? 0, "0");
  return { amount, currency, role: "stated", hedge: about ? "about" : "exact" };
}

function fail(what: string, text: string): never {
  throw new Error(
    `labelled pair: got "${text}", which has no ${what} of the form that pairs-tuning.txt tells`,
  );
}
