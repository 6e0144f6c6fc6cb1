import { useMemo, type ReactNode } from "react";
import { Provider } from "urql";
import { createApiClient } from "./api/client.ts";
import { readAsOf } from "./state/as-of.ts";
import { useView } from "./use-view.ts";

/** Everything inside asks the graph as of the moment in the URL, or as it is now. */
export function TimeProvider({ children }: { readonly children: ReactNode }) {
  const [{ asOf }] = useView();
  const client = useMemo(() => createApiClient(readAsOf(asOf)), [asOf]);
  return <Provider value={client}>{children}</Provider>;
}
