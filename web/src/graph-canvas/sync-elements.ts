import type { Core, ElementDefinition } from "cytoscape";

/** Makes the canvas show exactly these elements. What stays keeps its place; only its data changes. */
export function syncElements(cy: Core, wanted: readonly ElementDefinition[]): void {
  const ids = new Set(wanted.map((element) => element.data.id));
  cy.batch(() => {
    cy.elements()
      .filter((element) => !ids.has(element.id()))
      .remove();
    for (const element of wanted) {
      const existing = element.data.id === undefined ? cy.collection() : cy.getElementById(element.data.id);
      if (existing.empty()) cy.add({ ...element, data: { ...element.data } });
      else existing.data(element.data);
    }
  });
}
