import { useCombobox } from "downshift";
import { useState } from "react";
import { useQuery } from "urql";
import { SEARCH, type SearchHit, type SearchType } from "../api/search.ts";

interface Props {
  readonly label: string;
  readonly types: readonly SearchType[];
  /** Entities that cannot be chosen. */
  readonly without?: readonly string[];
  readonly onChoose: (hit: SearchHit) => void;
}

/** Chooses one entity by its name. */
export function EntityPicker({ label, types, without = [], onChoose }: Props) {
  const [text, setText] = useState("");
  const query = text.trim();
  const [answer] = useQuery({
    query: SEARCH,
    variables: { query, types: [...types] },
    pause: query.length === 0,
  });
  const found = query.length > 0 ? (answer.data?.search.nodes ?? []) : [];
  const hits = found.filter(({ entity }) => !without.includes(entity.id));
  const { isOpen, highlightedIndex, getLabelProps, getInputProps, getMenuProps, getItemProps } =
    useCombobox<SearchHit>({
      items: hits,
      inputValue: text,
      itemToString: (hit) => hit?.label ?? "",
      itemToKey: (hit) => hit?.entity.id,
      defaultHighlightedIndex: 0,
      onSelectedItemChange: ({ selectedItem }) => {
        if (!selectedItem) return;
        setText(selectedItem.label);
        onChoose(selectedItem);
      },
    });
  const isMenuShown = isOpen && query.length > 0;
  return (
    <div className="field picker">
      <label {...getLabelProps()}>{label}</label>
      <input
        {...getInputProps({
          // Downshift's own change handler answers a render later, and a fast typist's letters are lost.
          onChange: (event) => setText(event.currentTarget.value),
        })}
        type="text"
        data-first
        spellCheck={false}
        placeholder="Type a name…"
      />
      <ul {...getMenuProps()} className="search-menu" hidden={!isMenuShown}>
        {isMenuShown &&
          hits.map((hit, index) => (
            <li
              key={hit.entity.id}
              {...getItemProps({ item: hit, index })}
              className={index === highlightedIndex ? "is-highlighted" : undefined}
            >
              <span className={`dot is-${hit.entity.__typename.toLowerCase()}`} aria-hidden="true" />
              <span className="search-label">{hit.label}</span>
              <span className="search-type">{hit.entity.__typename}</span>
            </li>
          ))}
        {isMenuShown && hits.length === 0 && (
          <li className="search-none" role="option" aria-selected="false" aria-disabled="true">
            {answer.fetching ? "Searching…" : `Nothing found for “${query}”.`}
          </li>
        )}
      </ul>
    </div>
  );
}
