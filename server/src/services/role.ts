import { EntenteError } from "../errors.ts";

/** Lowest first: each role includes those before it. */
const ROLES = ["READER", "CONTRIBUTOR", "REVIEWER", "ADMIN"] as const;
export type Role = (typeof ROLES)[number];

export interface Viewer {
  readonly name: string | null;
  readonly role: Role;
}

/** Rejects a viewer below the role that an action takes. */
export function requireRole({ role }: Viewer, needed: Role): void {
  if (ROLES.indexOf(role) >= ROLES.indexOf(needed)) return;
  throw new EntenteError("FORBIDDEN", `This needs the role ${needed}; you are ${role} here.`);
}
