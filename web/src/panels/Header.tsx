import { useQuery } from "urql";
import { STALE_AFTER_STORING } from "../api/client.ts";
import { QUEUE_COUNTS } from "../api/queue-counts.ts";
import type { SearchHit } from "../api/search.ts";
import { addArticle } from "../commands/add-article.ts";
import type { Command, CommandContext } from "../commands/command.ts";
import { openDuplicates } from "../commands/open-duplicates.ts";
import { openHistory } from "../commands/open-history.ts";
import { openReview } from "../commands/open-review.ts";
import { showHelp } from "../commands/show-help.ts";
import { showOverview } from "../state/view.ts";
import type { Theme } from "../use-theme.ts";
import { SearchBox } from "./SearchBox.tsx";

interface Props {
  readonly theme: Theme;
  readonly context: CommandContext;
  readonly onTheme: () => void;
  readonly onChoose: (hit: SearchHit["entity"]) => void;
}

const titleOf = ({ label, shortcut }: Command): string => `${label} (${shortcut})`;
const COUNT = new Intl.NumberFormat("en", { notation: "compact" });

/** What waits, in words and as a badge. */
function Waiting({ count, noun }: { readonly count: number | undefined; readonly noun: string }) {
  if (!count) return null;
  return (
    <span className="badge" title={`${count} ${noun}`}>
      {COUNT.format(count)} <span className="visually-hidden">{noun}</span>
    </span>
  );
}

export function Header({ theme, context, onTheme, onChoose }: Props) {
  const { view, adding, setView } = context;
  const [{ data }] = useQuery({ query: QUEUE_COUNTS, context: STALE_AFTER_STORING });
  return (
    <header className="top">
      <h1>
        <button type="button" className="brand" onClick={() => setView(showOverview)}>
          <img src="/favicon.svg" alt="" width="20" height="20" /> Entente
        </button>
      </h1>
      <SearchBox onChoose={onChoose} />
      <nav className="desks" aria-label="Work">
        <button
          type="button"
          className="desk-tab"
          aria-current={view.desk === "review" ? "page" : undefined}
          title={titleOf(openReview)}
          onClick={() => openReview.run(context)}
        >
          Review <Waiting count={data?.reviewQueue.count.value} noun="claims wait" />
        </button>
        <button
          type="button"
          className="desk-tab"
          aria-current={view.desk === "duplicates" ? "page" : undefined}
          title={titleOf(openDuplicates)}
          onClick={() => openDuplicates.run(context)}
        >
          Duplicates <Waiting count={data?.possibleDuplicates.count.value} noun="pairs wait" />
        </button>
        <button
          type="button"
          className="desk-tab"
          title={titleOf(openHistory)}
          onClick={() => openHistory.run(context)}
        >
          History
        </button>
      </nav>
      <nav className="tools" aria-label="Tools">
        <a className="link api-link" href="/graphiql">
          API
        </a>
        <button
          type="button"
          className="icon-button"
          aria-label={`Theme: ${theme}`}
          title={`Theme: ${theme}`}
          onClick={onTheme}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="5.5" />
            <path className="is-filled" d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
          </svg>
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Keyboard and legend"
          title={titleOf(showHelp)}
          onClick={() => showHelp.run(context)}
        >
          ?
        </button>
        <button
          type="button"
          className="button is-primary"
          disabled={!adding.isAllowed}
          title={adding.isAllowed ? titleOf(addArticle) : adding.reason}
          onClick={() => addArticle.run(context)}
        >
          Add an article
        </button>
      </nav>
    </header>
  );
}
