import { useEffect, useRef } from "react";
import type { QueueClaim, ReviewStatus } from "../../api/review.ts";
import type { WorkQueue } from "../../state/work-queue.ts";
import { claimText } from "../../wording/claim-text.ts";
import { percentOf } from "../../wording/labels.ts";

interface Props {
  readonly queue: WorkQueue<QueueClaim, ReviewStatus>;
  readonly onChoose: (key: string) => void;
}

/** What was loaded of the queue, with what became of it. */
export function ReviewList({ queue, onChoose }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [queue.at]);
  return (
    <ol className="work-list" ref={list}>
      {queue.items.map(({ key, value }) => {
        const outcome = queue.outcomes[key];
        return (
          <li key={key}>
            <button
              type="button"
              className={outcome ? "work-item is-done" : "work-item"}
              aria-current={key === queue.at || undefined}
              onClick={() => onChoose(key)}
            >
              <span className="work-title">{claimText(value)}</span>
              <span className="work-sub">{value.subject?.name ?? "not in the graph any more"}</span>
              <span className={outcome ? `work-mark is-${outcome.toLowerCase()}` : "work-mark"}>
                {outcome ? outcome.toLowerCase() : percentOf(value.confidence)}
                {!outcome && <span className="visually-hidden"> sure</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
