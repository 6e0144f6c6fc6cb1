import { rankPairs, rankPartners } from "../state/ranking.ts";
import type { Scene } from "../state/scene.ts";
import { openPair, openPairOf, type Transition } from "../state/view.ts";
import { formatAmount } from "../wording/format-money.ts";

interface Props {
  readonly scene: Scene;
  readonly pair: string | null;
  readonly setView: (transition: Transition) => void;
}

/** The graph's data as a table: the equal text view. */
export function RankedList({ scene, pair, setView }: Props) {
  const hub = scene.nodes.find((node) => node.role === "hub");
  const rows = hub
    ? rankPartners(scene).map((partner) => ({
        key: partner.id,
        title: partner.name,
        type: partner.type,
        count: partner.count,
        amount: partner.amount,
        open: openPair(partner.id),
      }))
    : rankPairs(scene).map(({ source, target, count, amount }) => ({
        key: `${source.id}|${target.id}`,
        title: `${source.name} – ${target.name}`,
        type: target.type,
        count,
        amount,
        open: openPairOf(source.id, target.id),
      }));
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <div className="ranked" tabIndex={-1}>
      <table>
        <caption>
          {hub ? `Partners of ${hub.name}, most agreements first` : "Pairs with most agreements"}
        </caption>
        <thead>
          <tr>
            <th scope="col">{hub ? "Partner" : "Pair"}</th>
            <th scope="col">Agreements</th>
            <th scope="col" className="is-number">
              Value
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} aria-current={row.key === pair || undefined}>
              <th scope="row">
                <button type="button" className="row-link" onClick={() => setView(row.open)}>
                  {row.title}
                </button>
              </th>
              <td>
                <span
                  className="count-bar"
                  style={{ inlineSize: `${(row.count / most) * 72}px` }}
                  aria-hidden="true"
                />
                {row.count}
              </td>
              <td className="is-number">{row.amount ? formatAmount(row.amount) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
