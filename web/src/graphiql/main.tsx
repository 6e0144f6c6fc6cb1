import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./graphiql.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";

const EXAMPLE = `# The newest agreements, each with the sentence that states it.
query Newest {
  agreements(first: 5, orderBy: { field: DATE }) {
    nodes {
      name
      kind
      status
      date { text }
      claims(first: 1) { nodes { evidence { quote document { title } } } }
    }
  }
}
`;

const root = document.getElementById("graphiql");
if (!root) throw new Error('got no element, expected <div id="graphiql"> in graphiql.html');
createRoot(root).render(
  <GraphiQL fetcher={createGraphiQLFetcher({ url: "/graphql" })} defaultQuery={EXAMPLE} />,
);
