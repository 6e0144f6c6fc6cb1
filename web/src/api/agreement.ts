import { AGREEMENT_CARD } from "./agreement-card.ts";
import { CLAIM_LINE } from "./claim-line.ts";
import { graphql, type ResultOf } from "./graphql.ts";

export const AGREEMENT = graphql(
  `
    query Agreement($id: ID!, $asOf: AsOf) {
      node(id: $id, asOf: $asOf) {
        __typename
        id
        ... on Agreement {
          ...AgreementCard
          binding
          mergedIds
          valueClaims: values {
            claims {
              id
            }
          }
          partyClaims: parties {
            party {
              id
            }
            claims {
              id
            }
          }
          ladder {
            status
            on {
              text
              precision
              earliest
              latest
            }
            claims {
              id
              status
            }
          }
          events {
            id
            name
          }
          partOf {
            id
            name
          }
          parts(first: 20) {
            nodes {
              id
              name
            }
          }
          conflicts {
            property
            reason
            chosen {
              ...ClaimLine
            }
            others {
              ...ClaimLine
            }
          }
          claims(first: 100) {
            nodes {
              ...ClaimLine
            }
          }
        }
      }
    }
  `,
  [AGREEMENT_CARD, CLAIM_LINE],
);
type AgreementNode = NonNullable<ResultOf<typeof AGREEMENT>["node"]>;
export type AgreementDetail = Extract<AgreementNode, { __typename: "Agreement" }>;
