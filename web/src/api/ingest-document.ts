import { AGREEMENT_CARD } from "./agreement-card.ts";
import { graphql, type ResultOf } from "./graphql.ts";

export const INGEST_DOCUMENT = graphql(
  `
    mutation IngestDocument($input: IngestDocumentInput!) {
      ingestDocument(input: $input) {
        duplicate
        document {
          id
          title
        }
        agreements {
          ...AgreementCard
        }
        claims {
          id
          property
          confidence
          subject {
            id
          }
          evidence {
            quote
            start
            end
          }
        }
        errors {
          code
          message
          path
        }
      }
    }
  `,
  [AGREEMENT_CARD],
);
export type IngestResult = ResultOf<typeof INGEST_DOCUMENT>["ingestDocument"];
