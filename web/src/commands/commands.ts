import { addArticle } from "./add-article.ts";
import { centerParty } from "./center-party.ts";
import { clearFilters } from "./clear-filters.ts";
import type { Command } from "./command.ts";
import { expandNeighbors } from "./expand-neighbors.ts";
import { explainSum } from "./explain-sum.ts";
import { fitGraph } from "./fit-graph.ts";
import { search } from "./search.ts";
import { showHelp } from "./show-help.ts";
import { stepOut } from "./step-out.ts";
import { toggleList } from "./toggle-list.ts";
import { walkGraph } from "./walk-graph.ts";

/** In the order of the help page. */
export const COMMANDS: readonly Command[] = [
  search,
  walkGraph,
  expandNeighbors,
  centerParty,
  fitGraph,
  toggleList,
  stepOut,
  clearFilters,
  explainSum,
  addArticle,
  showHelp,
];
