import { AGREEMENT_KINDS, AGREEMENT_STATUSES, SECTORS } from "@entente/graph-schema";
import { useEffect, useRef, useState, type KeyboardEvent, type SubmitEvent } from "react";
import type { ClaimLine } from "../../api/claim-line.ts";
import type { SearchType } from "../../api/search.ts";
import { propertyLabel, wordOf } from "../../wording/labels.ts";
import { EntityPicker } from "../EntityPicker.tsx";

interface Props {
  readonly claim: ClaimLine;
  readonly isBusy: boolean;
  /** The server's own words about what does not fit. */
  readonly problem: string | null;
  readonly onSend: (value: string) => void;
  readonly onCancel: () => void;
}

const TERMS: Readonly<Record<string, readonly string[]>> = {
  kind: AGREEMENT_KINDS,
  status: AGREEMENT_STATUSES,
  sector: SECTORS,
};
const PARTY_TYPES: readonly SearchType[] = ["COUNTRY", "BLOC", "REGION", "ORGANIZATION"];
const TYPES: Readonly<Record<string, readonly SearchType[]>> = {
  Agreement: ["AGREEMENT"],
  Person: ["PERSON"],
  Event: ["EVENT"],
};

const HINTS: Readonly<Record<string, string>> = {
  amount: "An amount and a currency, such as 1200000000 USD, or 1000 to 2000 EUR",
  date: "2015, 2015-03, 2015-03-27, or two days: 2015-01-01/2015-06-30",
  count: "A whole number",
};

/** A new value in the reviewer's own name: the claim is rejected, theirs is accepted. */
export function CorrectForm({ claim, isBusy, problem, onSend, onCancel }: Props) {
  const [value, setValue] = useState(claim.value ?? "");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("[data-first]")?.focus(), []);
  const isFlag = claim.value === "true" || claim.value === "false";
  const terms = TERMS[claim.property] ?? (isFlag ? ["true", "false"] : null);
  const hint = HINTS[claim.property];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSend(value);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onCancel();
  };
  const isSame = value.trim() === "" || value === claim.value;
  return (
    <form className="correct" ref={form} onSubmit={submit} onKeyDown={leave}>
      {claim.object ? (
        <EntityPicker
          label={`${propertyLabel(claim.property)} in place of ${claim.object.name}`}
          types={TYPES[claim.object.__typename] ?? PARTY_TYPES}
          without={[claim.object.id]}
          onChoose={({ entity }) => setValue(entity.id)}
        />
      ) : (
        <label className="field">
          <span>{propertyLabel(claim.property)}, corrected</span>
          {terms ? (
            <select data-first value={value} onChange={(event) => setValue(event.target.value)}>
              {terms.map((term) => (
                <option key={term} value={term}>
                  {wordOf(term)}
                </option>
              ))}
            </select>
          ) : (
            <input
              data-first
              type="text"
              value={value}
              aria-describedby={hint ? "correct-hint" : undefined}
              onChange={(event) => setValue(event.target.value)}
            />
          )}
        </label>
      )}
      {hint && (
        <p id="correct-hint" className="aside">
          {hint}
        </p>
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="correct-foot">
        <button className="button is-primary" disabled={isBusy || isSame}>
          {isBusy ? "Storing…" : "Correct it"}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
