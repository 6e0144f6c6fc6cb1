import { useCombobox } from "downshift";
import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { SEARCH, type SearchHit, type SearchType } from "../api/search.ts";

const TYPE_NAMES: Readonly<Record<string, string>> = {
  Country: "Country",
  Bloc: "Bloc",
  Region: "Region",
  Organization: "Organization",
  Person: "Person",
  Event: "Event",
  Agreement: "Agreement",
  Sector: "Sector",
};
const TYPES: SearchType[] = [
  "COUNTRY",
  "BLOC",
  "REGION",
  "ORGANIZATION",
  "PERSON",
  "EVENT",
  "AGREEMENT",
  "SECTOR",
];
/** Long enough that a typed word is one request, short enough not to be felt. */
const TYPING_PAUSE_MS = 140;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** The id of the input, for the command that brings the keyboard there. */
export const SEARCH_INPUT = "search";

interface Props {
  readonly onChoose: (hit: SearchHit["entity"]) => void;
}

export function SearchBox({ onChoose }: Props) {
  const [text, setText] = useState("");
  const query = useSettled(text.trim());
  const [answer] = useQuery({ query: SEARCH, variables: { query, types: TYPES }, pause: query.length === 0 });
  const hits = query.length > 0 && text.trim().length > 0 ? (answer.data?.search.nodes ?? []) : [];
  const { isOpen, highlightedIndex, getLabelProps, getInputProps, getMenuProps, getItemProps, reset } =
    useCombobox<SearchHit>({
      inputId: SEARCH_INPUT,
      items: [...hits],
      inputValue: text,
      itemToString: (hit) => hit?.label ?? "",
      itemToKey: (hit) => hit?.entity.id,
      defaultHighlightedIndex: 0,
      onSelectedItemChange: ({ selectedItem }) => {
        if (selectedItem) onChoose(selectedItem.entity);
        reset();
        setText("");
        document.getElementById(SEARCH_INPUT)?.blur();
      },
    });
  const isMenuShown = isOpen && query.length > 0;
  return (
    <div className="search" role="search">
      <label {...getLabelProps()} className="visually-hidden">
        Search countries, blocs, organizations and agreements
      </label>
      <svg className="search-icon" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="7" cy="7" r="4.5" />
        <path d="m10.5 10.5 3.5 3.5" />
      </svg>
      <input
        {...getInputProps({
          // Downshift's own change handler answers a render later, and a fast typist's letters are lost.
          onChange: (event) => setText(event.currentTarget.value),
        })}
        type="text"
        spellCheck={false}
        placeholder="Search China, SCO, “loan to Kenya”…"
      />
      <kbd aria-hidden="true">/</kbd>
      <ul {...getMenuProps()} className="search-menu" hidden={!isMenuShown}>
        {isMenuShown &&
          hits.map((hit, index) => (
            <li
              key={hit.entity.id}
              {...getItemProps({ item: hit, index })}
              className={index === highlightedIndex ? "is-highlighted" : undefined}
            >
              <span className={`dot is-${hit.entity.__typename.toLowerCase()}`} aria-hidden="true" />
              <span className="search-label">
                {hit.label}
                {hit.matched && hit.matched.toLowerCase() !== hit.label.toLowerCase() && (
                  <span className="search-matched"> {hit.matched}</span>
                )}
              </span>
              <span className="search-type">
                {TYPE_NAMES[hit.entity.__typename] ?? hit.entity.__typename}
              </span>
            </li>
          ))}
        {isMenuShown && hits.length === 0 && (
          <li className="search-none" role="option" aria-selected="false" aria-disabled="true">
            {answer.error
              ? "Search does not answer; try again."
              : answer.fetching
                ? "Searching…"
                : `Nothing found for “${text.trim()}”.`}
          </li>
        )}
      </ul>
    </div>
  );
}
