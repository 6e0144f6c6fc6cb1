import { useState, type SubmitEvent } from "react";
import { useMutation } from "urql";
import { INGEST_DOCUMENT, type IngestResult } from "../api/ingest-document.ts";
import { counted } from "../wording/labels.ts";
import { EMPTY_DRAFT, toIngestInput, type ArticleDraft } from "./article-input.ts";
import { ArticleFields } from "./ArticleFields.tsx";
import { ArticleFindings } from "./ArticleFindings.tsx";
import { Dialog } from "./Dialog.tsx";
import { reasonOf } from "../wording/reason-of.ts";

interface Props {
  readonly onClose: () => void;
  readonly onOpen: (agreement: string) => void;
}

type Stage = "write" | "found" | "stored";

/** Paste, look at what was found and why, then store: nothing is written before the second button. */
export function AddArticle({ onClose, onOpen }: Props) {
  const [draft, setDraft] = useState<ArticleDraft>(EMPTY_DRAFT);
  const [stage, setStage] = useState<Stage>("write");
  const [result, setResult] = useState<IngestResult | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [mutation, send] = useMutation(INGEST_DOCUMENT);

  const ask = async (dryRun: boolean): Promise<void> => {
    setProblem(null);
    const answer = await send(
      { input: toIngestInput(draft, dryRun) },
      { additionalTypenames: ["Agreement"] },
    );
    if (answer.error) return setProblem(reasonOf(answer.error));
    const payload = answer.data?.ingestDocument;
    if (!payload) return setProblem("The server sent no answer.");
    if (payload.errors.length > 0) return setProblem(payload.errors.map(({ message }) => message).join(" "));
    setResult(payload);
    setStage(dryRun ? "found" : "stored");
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void ask(stage === "write");
  };
  const [first] = result?.agreements ?? [];

  return (
    <Dialog title="Add an article" className="article" onClose={onClose}>
      <form onSubmit={submit}>
        <div className="article-body">
          {stage === "write" && <ArticleFields draft={draft} onChange={setDraft} />}
          {stage !== "write" && result && (
            <>
              <p className="article-outcome" role="status">
                {outcome(result, stage)}
              </p>
              <ArticleFindings result={result} />
            </>
          )}
        </div>
        {problem && (
          <p className="note is-error" role="alert">
            {problem}
          </p>
        )}
        <footer className="dialog-foot">
          {stage === "write" && (
            <>
              <p className="aside">Nothing is stored yet.</p>
              <button className="button is-primary" disabled={mutation.fetching || draft.body.trim() === ""}>
                {mutation.fetching ? "Reading…" : "Find agreements"}
              </button>
            </>
          )}
          {stage === "found" && result && (
            <>
              <button type="button" className="button" onClick={() => setStage("write")}>
                Change the text
              </button>
              {!result.duplicate && (
                <button className="button is-primary" disabled={mutation.fetching}>
                  {mutation.fetching ? "Storing…" : `Store ${counted(result.agreements.length, "agreement")}`}
                </button>
              )}
            </>
          )}
          {stage === "stored" && (
            <>
              <button type="button" className="button" onClick={onClose}>
                Close
              </button>
              {first && (
                <button type="button" className="button is-primary" onClick={() => onOpen(first.id)}>
                  Show in the explorer
                </button>
              )}
            </>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

function outcome(result: IngestResult, stage: Stage): string {
  if (result.duplicate) return "Duplicate: this article is stored already. Nothing changed.";
  const found = counted(result.agreements.length, "agreement");
  return stage === "found"
    ? `Found ${found}, each with the sentences that state it. Nothing is stored yet.`
    : `Stored ${found}.`;
}
