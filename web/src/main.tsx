import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/panels.css";
import "./styles/agreement.css";
import "./styles/dialogs.css";
import "./styles/phone.css";
import { NuqsAdapter } from "nuqs/adapters/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { createApiClient } from "./api/client.ts";
import { App } from "./App.tsx";

const root = document.getElementById("root");
if (!root) throw new Error('got no element, expected <div id="root"> in index.html');
createRoot(root).render(
  <StrictMode>
    <Provider value={createApiClient()}>
      <NuqsAdapter>
        <App />
      </NuqsAdapter>
    </Provider>
  </StrictMode>,
);
