import { describe, expect, test } from "vitest";
import { parseIsoDate } from "../fuzzy-date.ts";
import { foldName } from "../names.ts";
import { AMBIGUOUS_NAMES } from "./ambiguous-names.ts";
import { BLOCS } from "./blocs.ts";
import { COUNTRIES } from "./countries.ts";
import { CURRENCIES } from "./currencies.ts";
import { findBloc, findCountry, findRegion, referenceId } from "./find-rows.ts";
import { FORMER_STATES } from "./former-states.ts";
import { REGIONS } from "./regions.ts";
import type { BlocRow, MembershipRow } from "./rows.ts";

const STATES = [...COUNTRIES, ...FORMER_STATES];
const ambiguous = new Set(AMBIGUOUS_NAMES.map(({ name }) => foldName(name)));

/** Codes that the labels of news articles use, to be spelled exactly so (three more have two words). */
const CODES_IN_USE =
  "UN EU G7 ASEAN AU NATO IMF G20 Quad AUKUS GCC CARICOM OECD IDB WHO APEC IGAD OSCE ADD IFC IOM LAS ICC OPEC+ " +
  "Afreximbank EBRD EIB IsDB SCO SICA OAS ADB MRC C5+1 IAEA ICAO IMO SPRFMO ILO FAO WFP IJC SEATO WTO IEA PIF " +
  "I2U2 IRENA MFO ACG SACN CAN MERCOSUR";

/** Names (folded) that more than one owner has, with their owners. */
function sharedNames(owners: readonly (readonly [owner: string, names: readonly string[]])[]): string[] {
  const ownersOf = new Map<string, Set<string>>();
  for (const [owner, names] of owners) {
    for (const name of names.map(foldName)) {
      ownersOf.set(name, (ownersOf.get(name) ?? new Set()).add(owner));
    }
  }
  return [...ownersOf]
    .filter(([, set]) => set.size > 1)
    .map(([name, set]) => `${name}: ${[...set].join(" ")}`);
}

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, i) => values.indexOf(value) !== i);

/** First and last day of a period, open ends as far away as text sorts. */
function daysOf(bloc: BlocRow, { from, to }: MembershipRow): readonly [string, string] {
  const last = to ?? bloc.dissolved;
  return [
    parseIsoDate(from ?? bloc.founded)?.earliest ?? "invalid",
    last === undefined ? "9999-12-31" : (parseIsoDate(last)?.latest ?? "invalid"),
  ];
}

function row(acronym: string): BlocRow {
  const bloc = findBloc(acronym);
  if (!bloc) throw new Error(`bloc: got "${acronym}", expected an acronym of the tables`);
  return bloc;
}

/** Full members of a bloc on a day. */
const membersOn = (acronym: string, day: string): string[] =>
  row(acronym)
    .memberships.filter(({ role }) => role === "member")
    .filter((period) => {
      const [first, last] = daysOf(row(acronym), period);
      return first <= day && day <= last;
    })
    .map(({ member }) => member);

describe("countries", () => {
  test("are all of ISO 3166-1, and Kosovo", () => {
    expect(COUNTRIES.length).toBe(250);
    expect(findCountry("XKX")?.name).toBe("Kosovo");
  });

  test("have codes of their own", () => {
    expect(repeated(COUNTRIES.map(({ iso2 }) => iso2))).toEqual([]);
    expect(repeated(STATES.map(({ iso3 }) => iso3))).toEqual([]);
    expect(COUNTRIES.filter(({ iso2, iso3 }) => !/^[A-Z]{2} [A-Z]{3}$/.test(`${iso2} ${iso3}`))).toEqual([]);
  });

  test("share no name or demonym that is not listed as ambiguous", () => {
    const owners = COUNTRIES.map(
      ({ iso3, name, aliases, demonyms }) => [iso3, [name, ...aliases, ...demonyms]] as const,
    );
    expect(sharedNames(owners).filter((line) => !ambiguous.has(line.split(":")[0] ?? ""))).toEqual([]);
  });

  test("have no ambiguous name among their own", () => {
    const names = COUNTRIES.flatMap(({ name, aliases, demonyms }) => [name, ...aliases, ...demonyms]);
    expect(names.filter((name) => ambiguous.has(foldName(name)))).toEqual([]);
    expect(
      AMBIGUOUS_NAMES.flatMap(({ countries }) => countries).filter((code) => !findCountry(code)),
    ).toEqual([]);
  });

  test.each([
    ["TUR", "Turkey"],
    ["TUR", "Türkiye"],
    ["CZE", "Czech Republic"],
    ["CIV", "Ivory Coast"],
    ["ARE", "U.A.E."],
    ["USA", "U.S."],
    ["GBR", "Britain"],
    ["SWZ", "Swaziland"],
    ["MMR", "Burma"],
    ["CPV", "Cape Verde"],
    ["MKD", "FYROM"],
    ["COD", "Zaire"],
    ["VAT", "Holy See"],
    ["PRK", "DPRK"],
    ["KOR", "Republic of Korea"],
  ])("find %s under the name %s", (iso3, name) => {
    const country = findCountry(iso3);
    expect([country?.name, ...(country?.aliases ?? [])]).toContain(name);
  });

  test("lie in a known region, and regions in one another", () => {
    expect(STATES.filter(({ region }) => !findRegion(region)).map(({ iso3 }) => iso3)).toEqual([]);
    expect(REGIONS.filter(({ parent }) => parent && !findRegion(parent))).toEqual([]);
    expect(REGIONS.filter(({ parent }) => !parent).map(({ m49 }) => m49)).toEqual(["001"]);
  });

  test("have days of beginning and end that a calendar has", () => {
    const days = STATES.flatMap(({ from, to }) => [from, to]).filter((day) => day !== undefined);
    expect(days.filter((day) => !parseIsoDate(day))).toEqual([]);
  });
});

describe("currencies", () => {
  test("have codes of their own and known countries", () => {
    expect(repeated(CURRENCIES.map(({ code }) => code))).toEqual([]);
    expect(CURRENCIES.flatMap(({ countries }) => countries).filter((code) => !findCountry(code))).toEqual([]);
  });
});

describe("blocs", () => {
  test("are at least sixty, each with an acronym and a source", () => {
    expect(BLOCS.length).toBeGreaterThanOrEqual(60);
    expect(repeated(BLOCS.map(({ acronym }) => acronym.toUpperCase()))).toEqual([]);
    expect(BLOCS.filter(({ source }) => source.length < 8).map(({ acronym }) => acronym)).toEqual([]);
  });

  test("are spelled as labels of news articles spell them", () => {
    const codes = [...CODES_IN_USE.split(" "), "World Bank", "Paris Club", "Negev Forum"];
    expect(codes.filter((code) => findBloc(code)?.acronym !== code)).toEqual([]);
  });

  test("share no name with one another, nor with a country", () => {
    const owners = BLOCS.map(({ acronym, name, aliases }) => [acronym, [acronym, name, ...aliases]] as const);
    // A plus is no letter to the fold.
    expect(sharedNames(owners)).toEqual(["opec: OPEC OPEC+"]);
    // In exact case: GUAM is an organization, Guam an island.
    const places = new Set(STATES.flatMap(({ name, aliases, demonyms }) => [name, ...aliases, ...demonyms]));
    expect(owners.flatMap(([, names]) => names).filter((name) => places.has(name))).toEqual([]);
  });

  test("yield to the country where an acronym is also a country's code", () => {
    expect(referenceId("CAN")).toBe("country:CAN");
    expect(referenceId("NAM")).toBe("country:NAM");
    expect(referenceId("AU")).toBe("bloc:AU");
    expect(referenceId("KZ")).toBeNull();
  });

  test("have members that the tables know", () => {
    const strangers = BLOCS.flatMap(({ acronym, memberships }) =>
      memberships.filter(({ member }) => !referenceId(member)).map(({ member }) => `${acronym} ${member}`),
    );
    expect(strangers).toEqual([]);
  });

  test("have real dates: founded before dissolved, no member before the founding or after the end", () => {
    const wrong = BLOCS.flatMap(({ acronym, founded, dissolved, memberships }) => {
      const first = parseIsoDate(founded)?.earliest ?? "invalid";
      const last = dissolved ? (parseIsoDate(dissolved)?.latest ?? "") : "9999-12-31";
      const periods = memberships.filter(({ from = founded, to }) => {
        const [start, end] = [parseIsoDate(from), to === undefined ? null : parseIsoDate(to)];
        const ordered =
          to === undefined || (end && start && start.earliest <= end.latest && end.earliest <= last);
        return !(start && first <= start.latest && ordered);
      });
      const own = first < last ? [] : [`${acronym} ${founded}`];
      return [
        ...own,
        ...periods.map(({ member, from = "", to = "" }) => `${acronym} ${member} ${from}–${to}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test("count a member once on any day, in one role", () => {
    const twice = BLOCS.flatMap((bloc) =>
      bloc.memberships.flatMap((period, i) => {
        const [first, last] = daysOf(bloc, period);
        const earlier = bloc.memberships.slice(0, i).filter((other) => {
          const [otherFirst, otherLast] = daysOf(bloc, other);
          return other.member === period.member && otherFirst <= last && first <= otherLast;
        });
        return earlier.map(() => `${bloc.acronym} ${period.member} ${first}`);
      }),
    );
    expect(twice).toEqual([]);
  });

  test("name no state as a member after its end", () => {
    const former = BLOCS.flatMap((bloc) =>
      bloc.memberships.filter((period) => {
        const state = FORMER_STATES.find(({ iso3 }) => iso3 === period.member);
        return state?.to !== undefined && daysOf(bloc, period)[1] > state.to;
      }),
    );
    expect(former).toEqual([]);
  });
});

describe("memberships on the day", () => {
  test.each([
    ["EU", "GBR", "2020-01-31", "2020-02-01"],
    ["OPEC", "QAT", "2018-12-31", "2019-01-01"],
    ["ECOWAS", "MLI", "2025-01-29", "2025-01-30"],
    ["ECOWAS", "NER", "2025-01-29", "2025-01-30"],
    ["ECOWAS", "MRT", "1999-12-31", "2001-01-01"],
    ["CAN", "VEN", "2006-04-22", "2006-04-23"],
    ["CAN", "CHL", "1976-10-30", "1976-10-31"],
    ["MERCOSUR", "VEN", "2012-07-31", "2017-08-05"],
    ["OAU", "MAR", "1970-01-01", "1990-01-01"],
    ["OAS", "NIC", "2023-11-19", "2023-11-20"],
    ["NAFTA", "CAN", "1994-01-01", "2020-07-01"],
  ])("%s has %s on %s, and no more on %s", (bloc, member, ...[day, later]) => {
    expect(membersOn(bloc, day)).toContain(member);
    expect(membersOn(bloc, later)).not.toContain(member);
  });

  test.each([
    ["SCO", "IRN", "2023-07-03", "2023-07-04"],
    ["SCO", "BLR", "2024-07-03", "2024-07-04"],
    ["AU", "MAR", "2017-01-29", "2017-01-30"],
    ["AU", "SSD", "2011-07-08", "2011-07-27"],
    ["BRICS", "EGY", "2023-12-31", "2024-01-01"],
    ["BRICS", "ETH", "2023-12-31", "2024-01-01"],
    ["BRICS", "IRN", "2023-12-31", "2024-01-01"],
    ["BRICS", "ARE", "2023-12-31", "2024-01-01"],
    ["BRICS", "IDN", "2024-12-31", "2025-01-31"],
    ["NATO", "SWE", "2024-03-06", "2024-03-07"],
    ["NATO", "FIN", "2023-04-03", "2023-04-04"],
    ["ASEAN", "TLS", "2025-10-25", "2025-10-26"],
    ["EAC", "SOM", "2024-03-03", "2024-03-04"],
    ["G20", "AU", "2023-09-08", "2023-09-09"],
    ["MERCOSUR", "BOL", "2024-06-30", "2024-08-31"],
  ])("%s has no %s on %s, and has it on %s", (bloc, member, ...[earlier, day]) => {
    expect(membersOn(bloc, earlier)).not.toContain(member);
    expect(membersOn(bloc, day)).toContain(member);
  });

  test.each([
    ["EU", "2024-01-01", 27],
    ["EU", "2019-01-01", 28],
    ["AU", "2024-01-01", 55],
    ["NATO", "2025-01-01", 32],
    ["ASEAN", "2024-01-01", 10],
    ["SADC", "2024-01-01", 16],
    ["COMESA", "2024-01-01", 21],
    ["EAC", "2025-01-01", 8],
    ["ECOWAS", "2024-01-01", 15],
    ["CARICOM", "2024-01-01", 15],
    ["CELAC", "2024-01-01", 33],
    ["OECD", "2024-01-01", 38],
    ["IDB", "2024-01-01", 48],
    ["ALADI", "2024-01-01", 13],
    ["SICA", "2024-01-01", 8],
    ["ACS", "2024-01-01", 25],
    ["OHADA", "2024-01-01", 17],
    ["ECCAS", "2024-01-01", 11],
    ["LAS", "2024-01-01", 22],
    ["OIC", "2026-01-01", 57],
    ["OSCE", "2024-01-01", 57],
    ["COE", "2024-01-01", 46],
    ["UN", "2024-01-01", 193],
    ["WTO", "2025-01-01", 166],
    ["Commonwealth", "2024-01-01", 56],
    ["PIF", "2024-01-01", 18],
    ["OPEC", "2024-06-01", 12],
    ["APEC", "2024-01-01", 21],
    ["IORA", "2024-01-01", 23],
    ["CICA", "2024-01-01", 28],
    ["IEA", "2024-01-01", 31],
    ["OIF", "2024-01-01", 51],
    ["ESA", "2024-01-01", 22],
    ["OSCE", "1980-01-01", 35],
  ])("%s on %s has all its members: %i", (bloc, day, count) => {
    expect(membersOn(bloc, day).length).toBe(count);
  });
});
