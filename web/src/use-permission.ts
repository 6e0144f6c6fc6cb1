import { useQuery } from "urql";
import { VIEWER } from "./api/viewer.ts";
import { permissionFor, type Permission, type Role } from "./state/permission.ts";
import { useView } from "./use-view.ts";

/** Whether the reader may change something here and now. */
export function usePermission(needed: Role): Permission {
  const [{ asOf }] = useView();
  const [{ data }] = useQuery({ query: VIEWER });
  return permissionFor({ role: data?.viewer.role ?? null, needed, isPast: asOf !== null });
}

/** True for those who may read the log of what was done. */
export function useMayReadLog(): boolean {
  const [{ data }] = useQuery({ query: VIEWER });
  return permissionFor({ role: data?.viewer.role ?? null, needed: "ADMIN", isPast: false }).isAllowed;
}
