import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Command } from "./commands/command.ts";
import { findCommand } from "./commands/find-command.ts";

const STORED_AS = "entente.shortcuts";

const isTypingIn = (target: EventTarget | null): boolean =>
  document.querySelector("dialog[open]") !== null ||
  (target instanceof HTMLElement &&
    target.matches("input:not([type=checkbox],[type=radio],[type=range]), textarea, select"));

/** Single letters can be turned off, for people who dictate. */
export function useShortcutSetting(): readonly [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(STORED_AS) !== "off");
  useEffect(() => localStorage.setItem(STORED_AS, isOn ? "on" : "off"), [isOn]);
  return [isOn, setOn];
}

/** Listens for the commands' keys while `isOn`. */
export function useShortcuts<Context>(
  commands: readonly Command<Context>[],
  context: Context,
  isOn: boolean,
): void {
  const latest = useRef({ commands, context });
  // Before the first paint: a key pressed as soon as the page is seen must count.
  useLayoutEffect(() => {
    latest.current = { commands, context };
  });
  useLayoutEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
      const isTyping = isTypingIn(event.target) || event.defaultPrevented;
      const press = { key: event.key, hasModifier, isTyping };
      const command = findCommand(latest.current.commands, press, latest.current.context);
      if (!command) return;
      event.preventDefault();
      command.run(latest.current.context);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
}
