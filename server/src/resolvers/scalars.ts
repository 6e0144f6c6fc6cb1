import { currencyCode, decimalText, isCalendarDay } from "@entente/graph-schema";
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";

/** Longest address that is kept. */
const MAX_URL_LENGTH = 4000;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

interface TextScalar {
  readonly isValid: (text: string) => boolean;
  readonly expected: string;
}

function isWebAddress(text: string): boolean {
  if (text.length > MAX_URL_LENGTH || !URL.canParse(text)) return false;
  return ["http:", "https:"].includes(new URL(text).protocol);
}

const SCALARS: Readonly<Record<string, TextScalar>> = {
  Cursor: { isValid: (text) => text.length <= 1000, expected: "a cursor from pageInfo or edges" },
  CurrencyCode: {
    isValid: (text) => currencyCode.safeParse(text).success,
    expected: 'an ISO 4217 code such as "USD"',
  },
  Decimal: {
    isValid: (text) => decimalText.safeParse(text).success,
    expected: 'a decimal in quotes such as "1200000000.00"',
  },
  Date: { isValid: isCalendarDay, expected: "a calendar day YYYY-MM-DD" },
  DateTime: {
    isValid: (text) => MOMENT.test(text) && !Number.isNaN(Date.parse(text)),
    expected: 'a moment such as "2015-12-17T09:30:00Z"',
  },
  URL: { isValid: isWebAddress, expected: "an absolute http or https address" },
};

function textScalar(name: string, { isValid, expected }: TextScalar): GraphQLScalarType<string, string> {
  const read = (value: unknown, ast?: ValueNode): string => {
    if (typeof value === "string" && isValid(value)) return value;
    const got = JSON.stringify(value) ?? "nothing";
    throw new GraphQLError(`${name}: got ${got.slice(0, 60)}, expected ${expected}`, {
      nodes: ast ?? null,
      extensions: { code: "BAD_USER_INPUT" },
    });
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: String,
    parseValue: (value) => read(value),
    parseLiteral: (ast) => read("value" in ast && ast.kind === Kind.STRING ? ast.value : printed(ast), ast),
  });
}

/** A literal of another kind as it was written, so that the error can show it. */
const printed = (ast: ValueNode): unknown =>
  "value" in ast ? { literal: ast.value } : { literal: ast.kind };

export const scalarResolvers: Readonly<Record<string, GraphQLScalarType>> = Object.fromEntries(
  Object.entries(SCALARS).map(([name, scalar]) => [name, textScalar(name, scalar)]),
);
