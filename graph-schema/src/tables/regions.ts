import type { RegionRow } from "./rows.ts";

/**
 * Macro regions of the UN M49 standard (unstats.un.org/unsd/methodology/m49) with their codes and nesting.
 * Caribbean, Central and South America hang under Latin America (419), African subregions under 202 or 002.
 * Aliases are names in use for the same area; looser ones ("Middle East", "Eurasia") have no M49 code and are absent.
 */
export const REGIONS: readonly RegionRow[] = [
  { m49: "001", name: "World", aliases: ["Worldwide"] },
  { m49: "002", name: "Africa", aliases: ["African continent"], parent: "001" },
  { m49: "019", name: "Americas", aliases: ["Western Hemisphere"], parent: "001" },
  { m49: "142", name: "Asia", aliases: ["Asian continent"], parent: "001" },
  { m49: "150", name: "Europe", aliases: ["European continent"], parent: "001" },
  { m49: "009", name: "Oceania", aliases: [], parent: "001" },
  { m49: "015", name: "Northern Africa", aliases: ["North Africa"], parent: "002" },
  { m49: "202", name: "Sub-Saharan Africa", aliases: ["Subsaharan Africa"], parent: "002" },
  { m49: "014", name: "Eastern Africa", aliases: ["East Africa"], parent: "202" },
  { m49: "017", name: "Middle Africa", aliases: ["Central Africa"], parent: "202" },
  { m49: "018", name: "Southern Africa", aliases: [], parent: "202" },
  { m49: "011", name: "Western Africa", aliases: ["West Africa"], parent: "202" },
  { m49: "003", name: "North America", aliases: ["North American continent"], parent: "019" },
  { m49: "021", name: "Northern America", aliases: [], parent: "003" },
  {
    m49: "419",
    name: "Latin America and the Caribbean",
    aliases: ["Latin America & the Caribbean", "LAC", "Latin America"],
    parent: "019",
  },
  { m49: "029", name: "Caribbean", aliases: ["West Indies"], parent: "419" },
  { m49: "013", name: "Central America", aliases: [], parent: "419" },
  { m49: "005", name: "South America", aliases: [], parent: "419" },
  { m49: "143", name: "Central Asia", aliases: [], parent: "142" },
  {
    m49: "030",
    name: "Eastern Asia",
    aliases: ["East Asia", "Northeast Asia", "North-East Asia"],
    parent: "142",
  },
  {
    m49: "035",
    name: "South-eastern Asia",
    aliases: ["Southeast Asia", "South-East Asia", "South East Asia"],
    parent: "142",
  },
  { m49: "034", name: "Southern Asia", aliases: ["South Asia"], parent: "142" },
  { m49: "145", name: "Western Asia", aliases: ["West Asia", "Southwest Asia"], parent: "142" },
  { m49: "151", name: "Eastern Europe", aliases: [], parent: "150" },
  { m49: "154", name: "Northern Europe", aliases: [], parent: "150" },
  { m49: "039", name: "Southern Europe", aliases: [], parent: "150" },
  { m49: "155", name: "Western Europe", aliases: [], parent: "150" },
  { m49: "053", name: "Australia and New Zealand", aliases: ["Australasia"], parent: "009" },
  { m49: "054", name: "Melanesia", aliases: [], parent: "009" },
  { m49: "057", name: "Micronesia", aliases: [], parent: "009" },
  { m49: "061", name: "Polynesia", aliases: [], parent: "009" },
];
