import { scaleBand, scaleLinear } from "d3-scale";
import { useMemo, useRef, type PointerEvent } from "react";
import { useQuery } from "urql";
import { STALE_AFTER_STORING } from "../api/client.ts";
import { toAgreementFilter } from "../api/filter-input.ts";
import type { ResultOf } from "../api/graphql.ts";
import { TIMELINE } from "../api/timeline.ts";
import { setYears, withoutYears } from "../state/filters.ts";
import type { Filters, Transition } from "../state/view.ts";
import { formatAmount } from "../wording/format-money.ts";
import { counted } from "../wording/labels.ts";
import { tickYears, yearBars } from "./timeline-bars.ts";
import { useWidth } from "./use-width.ts";

interface Props {
  readonly filters: Filters;
  /** The party in the middle: the bars are its agreements. */
  readonly focus: string | null;
  readonly setView: (transition: Transition, how?: "push" | "replace") => void;
  /** Opens what the sum counts and what it leaves out. */
  readonly onSum: () => void;
}

const HEIGHT = 46;

/** How near to an end of the range a pointer takes hold of it, in CSS pixels: half a WCAG target. */
const GRIP = 12;

interface Drag {
  /** The year that stays while the pointer moves. */
  readonly anchor: number;
}

/** The end that stays when the pointer takes hold of the other one; null where it begins a new range. */
function anchorOf(at: number, ends: { readonly from: number; readonly to: number }): "from" | "to" | null {
  const toFrom = Math.abs(at - ends.from);
  const toTo = Math.abs(at - ends.to);
  if (Math.min(toFrom, toTo) > GRIP) return null;
  return toFrom < toTo ? "to" : "from";
}

type Answer = ResultOf<typeof TIMELINE>["timeline"];

/** Buckets, undated and imprecise together: every agreement that passes, once. */
function sumOf(timeline: Answer | null): { count: number; amount: number } {
  const parts = timeline
    ? [...timeline.buckets.map(({ part }) => part), timeline.undated, timeline.imprecise]
    : [];
  return {
    count: parts.reduce((total, part) => total + part.matching, 0),
    // For a rounded label only: exact sums are the server's.
    amount: parts.reduce((total, part) => total + Number(part.amount), 0),
  };
}

export function Timeline({ filters, focus, setView, onSum }: Props) {
  const [box, width] = useWidth();
  const drag = useRef<Drag | null>(null);
  const party = focus === null ? {} : { partiesAny: [focus] };
  const [drawn] = useQuery({
    query: TIMELINE,
    variables: { filter: { ...toAgreementFilter(withoutYears(filters)), ...party } },
    context: STALE_AFTER_STORING,
  });
  const [chosen] = useQuery({
    query: TIMELINE,
    variables: { filter: { ...toAgreementFilter(filters), ...party } },
    context: STALE_AFTER_STORING,
  });
  const [whole] = useQuery({ query: TIMELINE, variables: { filter: party }, context: STALE_AFTER_STORING });
  // The years of everything: the axis stays when another party comes to the middle.
  const [everything] = useQuery({ query: TIMELINE, variables: { filter: {} }, context: STALE_AFTER_STORING });
  const frame = useMemo(() => yearBars(everything.data?.timeline.buckets ?? []), [everything.data]);
  const highest = Math.max(1, ...(whole.data?.timeline.buckets ?? []).map(({ part }) => part.matching));
  const bars = useMemo(() => yearBars(drawn.data?.timeline.buckets ?? []), [drawn.data]);
  const first = frame[0]?.year;
  const last = frame.at(-1)?.year;
  if (first === undefined || last === undefined) {
    return <div className="timeline" aria-hidden="true" />;
  }
  const extent = [first, last] as const;
  const from = Math.max(first, filters.from ?? first);
  const to = Math.min(last, filters.to ?? last);
  const x = scaleBand<number>()
    .domain(frame.map((bar) => bar.year))
    .range([0, Math.max(width, 1)])
    .paddingInner(0.25);
  const y = scaleLinear()
    .domain([0, highest])
    .range([0, HEIGHT - 4]);
  const choose = (a: number, b: number) => setView(setYears([a, b], extent), "replace");
  const gap = (x.step() - x.bandwidth()) / 2;
  const ends = { from: (x(from) ?? 0) - gap, to: (x(to) ?? 0) + x.bandwidth() + gap };
  const yearAt = (event: PointerEvent<SVGSVGElement>): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const step = Math.floor((event.clientX - left) / x.step());
    return Math.min(last, Math.max(first, first + step));
  };
  const isNarrowed = filters.from !== null || filters.to !== null;
  const sum = sumOf(chosen.data?.timeline ?? null);
  const undated = drawn.data?.timeline.undated.matching ?? 0;
  return (
    <section className="timeline" aria-label="Timeline">
      <p className="timeline-sum">
        <strong data-testid="timeline-count">{counted(sum.count, "agreement")}</strong>
        {sum.amount > 0 && (
          <button
            type="button"
            className="link timeline-amount"
            title="What this sum counts and leaves out"
            onClick={onSum}
          >
            {formatAmount(String(sum.amount))}
          </button>
        )}
        <span>
          {from === to ? from : `${from}–${to}`}
          {undated > 0 && `, ${isNarrowed ? "without" : "with"} ${undated} undated`}
        </span>
        {isNarrowed && (
          <button type="button" className="link" onClick={() => choose(first, last)}>
            All years
          </button>
        )}
      </p>
      <div className="timeline-plot" ref={box}>
        <svg
          width={width}
          height={HEIGHT + 16}
          aria-hidden="true"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            const { left } = event.currentTarget.getBoundingClientRect();
            const anchor = anchorOf(event.clientX - left, ends);
            drag.current = { anchor: anchor === null ? yearAt(event) : anchor === "from" ? from : to };
          }}
          onPointerMove={(event) => {
            if (drag.current) choose(drag.current.anchor, yearAt(event));
          }}
          onPointerUp={(event) => {
            if (drag.current) choose(drag.current.anchor, yearAt(event));
            drag.current = null;
          }}
          onPointerCancel={() => {
            drag.current = null;
          }}
        >
          <line className="timeline-axis" x1={0} x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
          {bars.map((bar) => (
            <rect
              key={bar.year}
              className={bar.year >= from && bar.year <= to ? "timeline-bar" : "timeline-bar is-out"}
              x={x(bar.year)}
              width={x.bandwidth()}
              y={HEIGHT - y(bar.count)}
              height={y(bar.count)}
            >
              <title>{`${bar.year}: ${counted(bar.count, "agreement")}`}</title>
            </rect>
          ))}
          {tickYears(first, last, Math.max(2, Math.floor(width / 64))).map((year) => (
            <text key={year} x={(x(year) ?? 0) + x.bandwidth() / 2} y={HEIGHT + 13}>
              {year}
            </text>
          ))}
        </svg>
        <input
          type="range"
          aria-label="From year"
          style={{ insetInlineStart: `${ends.from}px` }}
          min={first}
          max={last}
          value={from}
          onChange={(event) => choose(Math.min(Number(event.target.value), to), to)}
        />
        <input
          type="range"
          aria-label="To year"
          style={{ insetInlineStart: `${ends.to}px` }}
          min={first}
          max={last}
          value={to}
          onChange={(event) => choose(from, Math.max(Number(event.target.value), from))}
        />
      </div>
    </section>
  );
}
