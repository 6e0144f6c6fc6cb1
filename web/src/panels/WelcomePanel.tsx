import { useQuery } from "urql";
import { AGREEMENTS } from "../api/agreements.ts";
import { STALE_AFTER_STORING } from "../api/client.ts";
import { DATA_VERSION } from "../api/data-version.ts";
import { toAgreementFilter } from "../api/filter-input.ts";
import { focusOn, openAgreement, openPairOf, type Transition, type View } from "../state/view.ts";
import type { SetView } from "../use-view.ts";
import { counted } from "../wording/labels.ts";
import { AgreementRow } from "./AgreementRow.tsx";
import { ErrorNote } from "./Notes.tsx";

interface Props {
  readonly view: View;
  readonly setView: SetView;
  readonly onAddArticle: () => void;
}

/** Three worked questions, so that nobody starts from an empty box. */
const QUESTIONS: readonly { readonly text: string; readonly ask: Transition }[] = [
  { text: "Who does China make agreements with?", ask: focusOn("country:CHN") },
  { text: "What have China and Kazakhstan agreed?", ask: openPairOf("country:CHN", "country:KAZ") },
  {
    text: "Which loans were signed since 2010?",
    ask: (view) => ({ ...view, kinds: ["loan"], from: 2010, to: null }),
  },
];

export function WelcomePanel({ view, setView, onAddArticle }: Props) {
  const [data, refetch] = useQuery({ query: DATA_VERSION, context: STALE_AFTER_STORING });
  const [list] = useQuery({
    query: AGREEMENTS,
    variables: {
      filter: toAgreementFilter(view),
      orderBy: { field: "DATE", direction: "DESC" },
      first: 12,
    },
    context: STALE_AFTER_STORING,
  });
  const version = data.data?.dataVersion;
  const isEmpty = version?.agreements === 0;
  return (
    <section className="welcome">
      <div className="panel-head">
        <h2 tabIndex={-1}>Who agreed what with whom</h2>
        <p className="panel-sub">
          {version
            ? `${counted(version.agreements, "agreement")} from ${counted(version.documents, "source")}. Every fact opens the sentence that states it.`
            : "Every fact opens the sentence that states it."}
        </p>
      </div>
      {data.error && <ErrorNote error={data.error} onRetry={() => refetch()} />}
      {isEmpty ? (
        <div className="note">
          <p>
            The graph is empty. Give it a news article and it shows the agreements it finds before storing
            them.
          </p>
          <button type="button" className="button is-primary" onClick={onAddArticle}>
            Add an article
          </button>
        </div>
      ) : (
        <ul className="questions">
          {QUESTIONS.map(({ text, ask }) => (
            <li key={text}>
              <button type="button" onClick={() => setView(ask)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
      {(list.data?.agreements.nodes.length ?? 0) > 0 && <h3 className="section-title">Newest</h3>}
      <ul className="agreement-list">
        {list.data?.agreements.nodes.map((agreement) => (
          <AgreementRow
            key={agreement.id}
            agreement={agreement}
            onOpen={(id) => setView(openAgreement(id))}
          />
        ))}
      </ul>
    </section>
  );
}
