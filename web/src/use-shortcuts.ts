import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { CommandContext } from "./commands/command.ts";
import { COMMANDS } from "./commands/commands.ts";
import { findCommand } from "./commands/find-command.ts";

const STORED_AS = "entente.shortcuts";

const isTypingIn = (target: EventTarget | null): boolean =>
  document.querySelector("dialog[open]") !== null ||
  (target instanceof HTMLElement &&
    target.matches("input:not([type=checkbox],[type=range]), textarea, select"));

/** Listens for the commands' keys; single letters can be turned off for people who dictate. */
export function useShortcuts(context: CommandContext): readonly [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(STORED_AS) !== "off");
  const latest = useRef(context);
  useEffect(() => localStorage.setItem(STORED_AS, isOn ? "on" : "off"), [isOn]);
  // Before the first paint: a key pressed as soon as the page is seen must count.
  useLayoutEffect(() => {
    latest.current = context;
  });
  useLayoutEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
      const isTyping = isTypingIn(event.target) || event.defaultPrevented;
      const command = findCommand(COMMANDS, { key: event.key, hasModifier, isTyping }, latest.current);
      if (!command) return;
      event.preventDefault();
      command.run(latest.current);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
  return [isOn, setOn];
}
