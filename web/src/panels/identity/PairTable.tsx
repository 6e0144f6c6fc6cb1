import type { DuplicatePair } from "../../api/identity.ts";
import { compareAgreements, type ComparedValue } from "../../wording/compare-agreements.ts";
import { labelOf } from "../../wording/labels.ts";

interface Props {
  readonly pair: DuplicatePair;
  readonly onOpen: (agreement: string) => void;
}

function Values({ values }: { readonly values: readonly ComparedValue[] }) {
  if (values.length === 0) return <span className="aside">not stated</span>;
  return values.map(({ text, isShared }) => (
    <p key={text} className={isShared ? undefined : "is-only"}>
      {text}
    </p>
  ));
}

/** Both agreements side by side; where they differ is marked, and said. */
export function PairTable({ pair, onOpen }: Props) {
  const lines = compareAgreements(pair.a, pair.b);
  return (
    <table className="compare">
      <thead>
        <tr>
          <td />
          {[pair.a, pair.b].map((side) => (
            <th key={side.id} scope="col">
              <button type="button" className="link" onClick={() => onOpen(side.id)}>
                {side.name || labelOf(side.kind)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, a, b, differs }) => (
          <tr key={label} className={differs ? "is-different" : undefined}>
            <th scope="row">
              {label}
              {differs && (
                <span className="compare-mark" title="They differ">
                  {" "}
                  <span aria-hidden="true">≠</span>
                  <span className="visually-hidden">, they differ</span>
                </span>
              )}
            </th>
            <td>
              <Values values={a} />
            </td>
            <td>
              <Values values={b} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
