import type { SearchHit } from "../api/search.ts";
import type { Theme } from "../use-theme.ts";
import { SearchBox } from "./SearchBox.tsx";

interface Props {
  readonly theme: Theme;
  readonly onTheme: () => void;
  readonly onHome: () => void;
  readonly onChoose: (hit: SearchHit["entity"]) => void;
  readonly onArticle: () => void;
  readonly onHelp: () => void;
}

export function Header({ theme, onTheme, onHome, onChoose, onArticle, onHelp }: Props) {
  return (
    <header className="top">
      <h1>
        <button type="button" className="brand" onClick={onHome}>
          <img src="/favicon.svg" alt="" width="20" height="20" /> Entente
        </button>
      </h1>
      <SearchBox onChoose={onChoose} />
      <nav aria-label="Tools">
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
          title="Keyboard and legend (?)"
          onClick={onHelp}
        >
          ?
        </button>
        <button type="button" className="button is-primary" onClick={onArticle}>
          Add an article
        </button>
      </nav>
    </header>
  );
}
