/** Lowest first: each role includes those before it. */
const ROLES = ["READER", "CONTRIBUTOR", "REVIEWER", "ADMIN"] as const;
export type Role = (typeof ROLES)[number];

/** Whether something may be changed here and now, and if not, why, in words. */
export type Permission =
  { readonly isAllowed: true } | { readonly isAllowed: false; readonly reason: string };

interface Asking {
  /** Null until the server has said. */
  readonly role: Role | null;
  readonly needed: Role;
  readonly isPast: boolean;
}

const WHAT: Readonly<Record<Role, string>> = {
  READER: "look",
  CONTRIBUTOR: "add articles",
  REVIEWER: "review, merge and retract",
  ADMIN: "do this",
};

export function permissionFor({ role, needed, isPast }: Asking): Permission {
  if (role === null) return { isAllowed: false, reason: "The server has not said yet what you may do." };
  if (ROLES.indexOf(role) < ROLES.indexOf(needed)) {
    const reason =
      role === "READER"
        ? `You may only look here. To ${WHAT[needed]} takes the role ${needed.toLowerCase()}.`
        : `To ${WHAT[needed]} takes the role ${needed.toLowerCase()}; you are ${role.toLowerCase()} here.`;
    return { isAllowed: false, reason };
  }
  if (isPast) return { isAllowed: false, reason: "The past cannot be changed. Go back to now first." };
  return { isAllowed: true };
}
