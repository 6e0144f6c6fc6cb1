import type { Core } from "cytoscape";

export interface Selection {
  readonly hub: string | null;
  readonly cursor: string | null;
  readonly pair: string | null;
}

/** Outlines where the keyboard is, and colors the spoke whose agreements are listed. */
export function markSelection(cy: Core, { hub, cursor, pair }: Selection): void {
  cy.batch(() => {
    cy.elements().removeClass("is-cursor is-open");
    if (cursor !== null) cy.getElementById(cursor).addClass("is-cursor");
    if (pair === null || hub === null) return;
    const partner = cy.getElementById(pair);
    partner.addClass("is-open");
    partner.edgesWith(cy.getElementById(hub)).addClass("is-open");
  });
}
