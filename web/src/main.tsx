import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/panels.css";
import "./styles/agreement.css";
import "./styles/evidence.css";
import "./styles/dialogs.css";
import "./styles/time.css";
import "./styles/desk.css";
import "./styles/identity.css";
import "./styles/phone.css";
import { NuqsAdapter } from "nuqs/adapters/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { TimeProvider } from "./TimeProvider.tsx";

const root = document.getElementById("root");
if (!root) throw new Error('got no element, expected <div id="root"> in index.html');
createRoot(root).render(
  <StrictMode>
    <NuqsAdapter>
      <TimeProvider>
        <App />
      </TimeProvider>
    </NuqsAdapter>
  </StrictMode>,
);
