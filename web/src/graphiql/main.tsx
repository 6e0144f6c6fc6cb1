import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./graphiql.css";
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

const askApi = async (request: object): Promise<object> => {
  const headers = { accept: "application/json", "content-type": "application/json" };
  const answer = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(request) });
  return (await answer.json()) as object;
};

const root = document.getElementById("graphiql");
if (!root) throw new Error('got no element, expected <div id="graphiql"> in graphiql.html');
createRoot(root).render(<GraphiQL fetcher={askApi} defaultQuery={EXAMPLE} />);
