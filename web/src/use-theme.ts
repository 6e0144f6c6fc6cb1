import { useLayoutEffect, useState, useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";
const NEXT: Readonly<Record<Theme, Theme>> = { system: "light", light: "dark", dark: "system" };
const STORED_AS = "entente.theme";

function storedTheme(): Theme {
  const stored = localStorage.getItem(STORED_AS);
  return stored === "light" || stored === "dark" ? stored : "system";
}

/** The chosen theme, the one on screen, and the switch: system, light, dark. */
export function useTheme(): { theme: Theme; shown: "light" | "dark"; nextTheme: () => void } {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const isSystemDark = useMedia("(prefers-color-scheme: dark)");
  const shown = theme === "system" ? (isSystemDark ? "dark" : "light") : theme;
  // A layout effect, because the canvas reads its colors in the effects after it.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(STORED_AS, theme);
  }, [theme]);
  return { theme, shown, nextTheme: () => setTheme((old) => NEXT[old]) };
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
  );
}
