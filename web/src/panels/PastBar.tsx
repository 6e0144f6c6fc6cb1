import { useQuery } from "urql";
import { RECORDED } from "../api/recorded.ts";
import { backToNow } from "../commands/back-to-now.ts";
import type { CommandContext } from "../commands/command.ts";
import { openHistory } from "../commands/open-history.ts";
import { readAsOf, travelTo } from "../state/as-of.ts";
import { formatMoment } from "../wording/format-moment.ts";
import { reasonOf } from "../wording/reason-of.ts";

interface Props {
  readonly asOf: string;
  readonly context: CommandContext;
}

/** Says that the page shows the past, which one, and leads back; no view can be mistaken for now. */
export function PastBar({ asOf, context }: Props) {
  const [{ data, error }] = useQuery({
    query: RECORDED,
    variables: { at: readAsOf(asOf) ?? { version: 0 } },
  });
  const recorded = data?.recorded;
  const newest = data?.dataVersion.version ?? 0;
  const step = (version: number) => context.setView(travelTo(String(version)));
  return (
    <section className="past" aria-label="The past">
      <p role="status">
        {error ? (
          <strong>{reasonOf(error)}</strong>
        ) : recorded ? (
          <>
            <strong>
              As known{" "}
              {recorded.version === 0 ? "before the first record" : `on ${formatMoment(recorded.at)}`}
            </strong>{" "}
            <span>
              version {recorded.version} of {newest}. What was recorded later is left out, and nothing can be
              changed.
            </span>
          </>
        ) : (
          "Looking that up…"
        )}
      </p>
      <div className="past-tools">
        <button
          type="button"
          className="button is-small"
          disabled={!recorded || recorded.version <= 0}
          onClick={() => recorded && step(recorded.version - 1)}
        >
          ‹ Earlier
        </button>
        <button
          type="button"
          className="button is-small"
          disabled={!recorded || recorded.version >= newest}
          onClick={() => recorded && step(recorded.version + 1)}
        >
          Later ›
        </button>
        <button type="button" className="button is-small" onClick={() => openHistory.run(context)}>
          Another moment
        </button>
        <button type="button" className="button is-small is-primary" onClick={() => backToNow.run(context)}>
          Back to now
        </button>
      </div>
    </section>
  );
}
