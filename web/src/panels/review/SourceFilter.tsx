import { useQuery } from "urql";
import { SOURCES } from "../../api/review.ts";

interface Props {
  readonly source: string | null;
  readonly onChoose: (source: string | null) => void;
}

/** The API's own limit for a page; an older source is chosen from one of its claims. */
const NEWEST = 100;

/** Only one source's claims, or all. */
export function SourceFilter({ source, onChoose }: Props) {
  const [{ data }] = useQuery({ query: SOURCES, variables: { first: NEWEST } });
  const sources = data?.documents.nodes ?? [];
  const isListed = source === null || sources.some(({ id }) => id === source);
  return (
    <label className="source-filter">
      <span className="visually-hidden">Source</span>
      <select value={source ?? ""} onChange={(event) => onChoose(event.target.value || null)}>
        <option value="">All sources</option>
        {!isListed && <option value={source}>The chosen source</option>}
        {sources.map(({ id, title, publisher }) => (
          <option key={id} value={id}>
            {publisher ? `${title} (${publisher})` : title}
          </option>
        ))}
      </select>
    </label>
  );
}
