import type { CombinedError } from "urql";

/** What to tell people: the server's own sentence, else that it cannot be reached. */
export const reasonOf = (error: CombinedError): string =>
  error.networkError && error.graphQLErrors.length === 0
    ? "The server does not answer."
    : error.graphQLErrors.map(({ message }) => message).join(" ");
