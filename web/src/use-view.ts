import { useQueryStates } from "nuqs";
import { useCallback } from "react";
import { URL_KEYS, VIEW_PARSERS } from "./state/url.ts";
import type { Transition, View } from "./state/view.ts";

export type SetView = (transition: Transition, how?: "push" | "replace") => void;

/** The view as the URL has it, and the one way to change it. `replace` adds no step to the browser's history. */
export function useView(): readonly [View, SetView] {
  const [view, setQuery] = useQueryStates(VIEW_PARSERS, { urlKeys: URL_KEYS });
  const setView = useCallback<SetView>(
    (transition, how = "push") => void setQuery((old) => ({ ...transition(old) }), { history: how }),
    [setQuery],
  );
  return [view, setView];
}
