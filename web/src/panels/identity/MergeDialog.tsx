import { useCallback, useState, type SubmitEvent } from "react";
import type { MergeResult } from "../../api/identity.ts";
import type { SearchType } from "../../api/search.ts";
import { messageOf, useIdentity } from "../../use-identity.ts";
import { Dialog } from "../Dialog.tsx";
import { EntityPicker } from "../EntityPicker.tsx";
import { MergePreview } from "./MergePreview.tsx";

export interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly one: Named;
  /** Null where it is still to be chosen. */
  readonly other: Named | null;
  readonly type: SearchType;
  readonly onClose: () => void;
  readonly onMerged: (result: MergeResult, names: { readonly into: Named; readonly from: Named }) => void;
}

/** Which other, which of the two keeps its id, what it would be, why: then the merge. */
export function MergeDialog({ one, other: given, type, onClose, onMerged }: Props) {
  const { merge } = useIdentity();
  const [other, setOther] = useState(given);
  const [keepsOther, setKeepsOther] = useState(false);
  const [reason, setReason] = useState("");
  const [isReady, setReady] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ready = useCallback((is: boolean) => setReady(is), []);
  const pair = other && (keepsOther ? { into: other, from: one } : { into: one, from: other });

  const send = async () => {
    if (!pair) return;
    setBusy(true);
    setProblem(null);
    try {
      onMerged(await merge({ into: pair.into.id, from: pair.from.id, reason: reason.trim() }), pair);
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <Dialog title="Merge two that are one" className="merge" onClose={onClose}>
      <form onSubmit={submit}>
        <div className="merge-body">
          {given === null && (
            <EntityPicker
              label={`Which one is the same as ${one.name}?`}
              types={[type]}
              without={[one.id]}
              onChoose={({ entity, label }) => {
                setReady(false);
                setOther({ id: entity.id, name: label });
              }}
            />
          )}
          {other && pair && (
            <>
              <fieldset className="merge-into">
                <legend>Which one stays? The other leads to it.</legend>
                {[one, other].map((side, index) => (
                  <label key={side.id} className="check">
                    <input
                      type="radio"
                      name="into"
                      checked={pair.into.id === side.id}
                      onChange={() => {
                        setReady(false);
                        setKeepsOther(index === 1);
                      }}
                    />
                    {side.name}
                  </label>
                ))}
              </fieldset>
              <MergePreview
                key={`${pair.into.id} ${pair.from.id}`}
                into={pair.into.id}
                from={pair.from.id}
                onReady={ready}
              />
              <label className="field">
                <span>Why are they one?</span>
                <input
                  type="text"
                  required
                  maxLength={2000}
                  value={reason}
                  {...(given === null ? {} : { "data-first": true })}
                  onChange={(event) => setReason(event.target.value)}
                />
              </label>
            </>
          )}
          {problem && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
        </div>
        <footer className="dialog-foot">
          <p className="aside">Nothing is stored yet.</p>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button className="button is-primary" disabled={!isReady || isBusy || reason.trim() === ""}>
            {isBusy ? "Merging…" : "Merge"}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
