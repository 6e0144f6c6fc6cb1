import { addArticle } from "./add-article.ts";
import { backToNow } from "./back-to-now.ts";
import { centerParty } from "./center-party.ts";
import { clearFilters } from "./clear-filters.ts";
import type { Command } from "./command.ts";
import { expandNeighbors } from "./expand-neighbors.ts";
import { explainSum } from "./explain-sum.ts";
import { fitGraph } from "./fit-graph.ts";
import { openDuplicates } from "./open-duplicates.ts";
import { openHistory } from "./open-history.ts";
import { openReview } from "./open-review.ts";
import { search } from "./search.ts";
import { showHelp } from "./show-help.ts";
import { stepOut } from "./step-out.ts";
import { toggleList } from "./toggle-list.ts";
import { undoLast } from "./undo-last.ts";
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
  openReview,
  openDuplicates,
  undoLast,
  openHistory,
  backToNow,
  showHelp,
];

/** Those that also work where a queue has the page; the queue's own keys come beside them. */
export const DESK_COMMANDS: readonly Command[] = [
  search,
  openReview,
  openDuplicates,
  undoLast,
  openHistory,
  backToNow,
  stepOut,
  showHelp,
];
