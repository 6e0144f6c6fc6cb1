import { Big } from "big.js";

/** What an amount may have: ISO 4217 knows no currency with more. */
const DECIMALS = 4;
const HALF_EVEN = 2;

/**
 * A decimal number, times a whole unit, as an amount: rounded half-even to four decimals, so that
 * "78624.655589999995" becomes "78624.6556".
 */
export const roundAmount = (number: string, unit = 1): string =>
  new Big(number).times(unit).round(DECIMALS, HALF_EVEN).toFixed();
