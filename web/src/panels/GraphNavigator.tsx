import { useState, type KeyboardEvent, type Ref } from "react";
import type { Scene } from "../state/scene.ts";
import { walk } from "../state/walk.ts";
import { counted } from "../wording/labels.ts";

interface Props {
  readonly scene: Scene;
  readonly cursor: string | null;
  readonly onCursor: (id: string | null) => void;
  /** Enter: opens what the cursor is on. */
  readonly onOpen: (id: string) => void;
  readonly ref?: Ref<HTMLDivElement>;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The keyboard's and the screen reader's way through the graph: the canvas itself is hidden from both. */
export function GraphNavigator({ scene, cursor, onCursor, onOpen, ref }: Props) {
  const [message, setMessage] = useState("");
  const hub = scene.nodes.find((node) => node.role === "hub");
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const stop = walk(scene, cursor, step);
      if (!stop) return;
      onCursor(stop.id);
      const what = hub ? "Partner" : "Party";
      setMessage(`${what} ${stop.place} of ${stop.of}: ${stop.name}, ${counted(stop.count, "agreement")}`);
    } else if (event.key === "Enter" && cursor !== null) {
      event.preventDefault();
      onOpen(cursor);
    }
  };
  return (
    <>
      <div
        ref={ref}
        className="navigator"
        role="application"
        tabIndex={0}
        aria-label={hub ? `Graph of ${hub.name} and partners` : "Graph of the busiest pairs"}
        aria-describedby="navigator-hint"
        onKeyDown={onKeyDown}
        onBlur={() => onCursor(null)}
      />
      <p id="navigator-hint" className="visually-hidden">
        Arrow keys walk, Enter opens the agreements, e adds partners, c puts in the middle.
      </p>
      <p className="navigator-live" role="status" aria-live="polite">
        {message}
      </p>
    </>
  );
}
