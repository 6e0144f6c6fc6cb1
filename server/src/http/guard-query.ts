import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import type { GraphQLRequest, Refusal } from "./read-request.ts";

/** Measured: every hostile document is refused within 60 ms, and no honest query of the explorer comes near. */
export const LIMITS = {
  tokens: 2000,
  /** Fragments opened while walking: a bomb doubles with each level. */
  visits: 2000,
  roots: 10,
  aliases: 30,
  fields: 300,
  depth: 12,
  /** An introspection query nests `ofType` nine levels deep. */
  introspectionDepth: 20,
  /** Product of the `first` on the way, summed over all lists. */
  nodes: 10_000,
  /** The longest single list: an overview's pairs. */
  listed: 500,
} as const;

export interface Inspected {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Nodes it may return: what it costs. */
  readonly nodes: number;
}

class TooComplex extends Error {}

const refuse = (code: string, message: string): Refusal => ({ status: 400, code, message });

/** Parses a query and walks it once with its variables; refuses one that could keep the server busy. */
export function guardQuery(schema: GraphQLSchema, request: GraphQLRequest): Inspected | Refusal {
  let document: DocumentNode;
  try {
    document = parse(request.query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    const message = error instanceof Error ? error.message : "Syntax error";
    const tooLong = message.includes("Parsing aborted");
    return refuse(tooLong ? "QUERY_TOO_COMPLEX" : "GRAPHQL_PARSE_FAILED", message);
  }
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const named = operations.filter(({ name }) => name?.value === request.operationName);
  const operation = request.operationName === null && operations.length === 1 ? operations[0] : named[0];
  if (!operation) {
    const names = operations.map(({ name }) => name?.value ?? "(unnamed)").join(", ");
    const got = request.operationName ?? "none";
    return refuse(
      "BAD_USER_INPUT",
      `operationName: got ${got}, expected one of ${names || "no operation at all"}`,
    );
  }
  try {
    const walk = new Walk({ schema, document, operation, variables: request.variables });
    return { document, operation, nodes: walk.run() };
  } catch (error) {
    if (error instanceof TooComplex) return refuse("QUERY_TOO_COMPLEX", error.message);
    throw error;
  }
}

interface WalkInput {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: GraphQLRequest["variables"];
}

interface Place {
  readonly type: GraphQLNamedType | undefined;
  readonly depth: number;
  readonly maxDepth: number;
  /** How many times the fields here are resolved. */
  readonly times: number;
}

/** One pass over an operation, fragments opened in place. */
class Walk {
  readonly #input: WalkInput;
  readonly #fragments: ReadonlyMap<string, { readonly selectionSet: SelectionSetNode; readonly on: string }>;
  readonly #open = new Set<string>();
  readonly #counts = { visits: 0, roots: 0, aliases: 0, fields: 0, nodes: 0 };

  constructor(input: WalkInput) {
    this.#input = input;
    this.#fragments = new Map(
      input.document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION
          ? [
              [
                definition.name.value,
                { selectionSet: definition.selectionSet, on: definition.typeCondition.name.value },
              ],
            ]
          : [],
      ),
    );
  }

  run(): number {
    const { schema, operation } = this.#input;
    const type = schema.getRootType(operation.operation) ?? undefined;
    this.#walk(operation.selectionSet, { type, depth: 1, maxDepth: LIMITS.depth, times: 1 });
    return this.#counts.nodes;
  }

  #count(what: keyof typeof NAMES, by = 1): void {
    this.#counts[what] += by;
    if (this.#counts[what] > LIMITS[what]) {
      throw new TooComplex(
        `Query too complex: more than ${LIMITS[what]} ${NAMES[what]}. Ask for less at once.`,
      );
    }
  }

  #walk(selectionSet: SelectionSetNode, place: Place): void {
    if (place.depth > place.maxDepth) {
      throw new TooComplex(`Query too complex: deeper than ${place.maxDepth} levels. Ask for less at once.`);
    }
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) this.#field(selection, place);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#count("visits");
        this.#walk(selection.selectionSet, this.#narrowed(place, selection.typeCondition?.name.value));
      } else this.#spread(selection.name.value, place);
    }
  }

  #spread(name: string, place: Place): void {
    this.#count("visits");
    const fragment = this.#fragments.get(name);
    // A cycle or an unknown fragment is a validation error; the walk only must not follow it.
    if (!fragment || this.#open.has(name)) return;
    this.#open.add(name);
    this.#walk(fragment.selectionSet, this.#narrowed(place, fragment.on));
    this.#open.delete(name);
  }

  #narrowed(place: Place, typeName: string | undefined): Place {
    return typeName === undefined ? place : { ...place, type: this.#input.schema.getType(typeName) };
  }

  #field(field: FieldNode, place: Place): void {
    this.#count("fields");
    if (place.depth === 1) this.#count("roots");
    if (field.alias) this.#count("aliases");
    if (!field.selectionSet) return;
    const name = field.name.value;
    const introspects = name.startsWith("__");
    const parent = place.type;
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const size = definition ? this.#listSize(field, definition.args) : null;
    const times = place.times * Math.max(1, size ?? 1);
    if (size !== null) this.#count("nodes", Math.min(times, LIMITS.nodes + 1));
    const type = introspects
      ? this.#input.schema.getType(name === "__schema" ? "__Schema" : "__Type")
      : definition && getNamedType(definition.type);
    const maxDepth = introspects ? LIMITS.introspectionDepth : place.maxDepth;
    this.#walk(field.selectionSet, { type, depth: place.depth + 1, maxDepth, times });
  }

  /** How many nodes a field lists; null for a field that is no list of its own. */
  #listSize(field: FieldNode, args: readonly GraphQLArgument[]): number | null {
    const number = (name: string): number | null => {
      const arg = args.find((one) => one.name === name);
      if (!arg) return null;
      const value = this.#argument(field, arg);
      // What no list allows is refused by name later, and lists nothing.
      return typeof value === "number" && value <= LIMITS.listed ? value : null;
    };
    const ids = args.find(({ name }) => name === "ids");
    const idCount = ids ? this.#length(this.#argument(field, ids)) : null;
    const perNode = number("perNode");
    if (perNode !== null) return perNode * (idCount ?? 1) * Math.max(1, number("depth") ?? 1);
    const isPaged = args.some(({ name }) => name === "first");
    if (isPaged) return number("last") ?? number("first") ?? DEFAULT_FIRST;
    return idCount;
  }

  #length(value: unknown): number {
    return Array.isArray(value) ? value.length : 1;
  }

  #argument(field: FieldNode, arg: GraphQLArgument): unknown {
    const given = field.arguments?.find(({ name }) => name.value === arg.name)?.value;
    if (!given) return arg.defaultValue;
    return this.#literal(given, arg);
  }

  #literal(value: ValueNode, arg: GraphQLArgument): unknown {
    switch (value.kind) {
      case Kind.INT:
      case Kind.FLOAT:
        return Number(value.value);
      case Kind.LIST:
        return value.values;
      case Kind.VARIABLE: {
        const name = value.name.value;
        if (Object.hasOwn(this.#input.variables, name)) return this.#input.variables[name];
        const definition = this.#input.operation.variableDefinitions?.find(
          (one) => one.variable.name.value === name,
        );
        const fallback = definition?.defaultValue;
        return fallback && fallback.kind !== Kind.LIST
          ? Number("value" in fallback && fallback.value)
          : arg.defaultValue;
      }
      default:
        return null;
    }
  }
}

/** What a list gives where `first` is not said and has no default in the schema. */
const DEFAULT_FIRST = 20;

const NAMES = {
  visits: "fragments opened",
  roots: "fields at the root",
  aliases: "aliases",
  fields: "fields",
  nodes: "nodes",
} as const;
