/** ENTENTE_REQUIRE_ALL=1: nothing may be skipped for want of an engine or a browser. */
export const requireAll = process.env.ENTENTE_REQUIRE_ALL === "1";
