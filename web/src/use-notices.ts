import { createContext, useCallback, useContext, useMemo, useRef, useState } from "react";
import { NO_NOTICES, noteDone, noteUndone, say, type Notices, type Undoable } from "./state/notices.ts";

interface Noticing {
  readonly say: (text: string) => void;
  readonly done: (undoable: Undoable) => void;
}

const NoticeContext = createContext<Noticing>({ say: () => undefined, done: () => undefined });
export const NoticeProvider = NoticeContext.Provider;

/** Tells people what happened, at the foot of the page and to screen readers. */
export const useNotice = (): Noticing => useContext(NoticeContext);

interface NoticesAnswer {
  readonly notices: Notices;
  readonly noticing: Noticing;
  readonly dismiss: () => void;
  /** Null where nothing was done that could be taken back. */
  readonly undoLast: (() => void) | null;
}

/** The page's own notices. */
export function useNotices(): NoticesAnswer {
  const [notices, setNotices] = useState(NO_NOTICES);
  const isUndoing = useRef(false);
  const noticing = useMemo<Noticing>(
    () => ({
      say: (text) => setNotices(say(text)),
      done: (undoable) => setNotices(noteDone(undoable)),
    }),
    [],
  );
  const dismiss = useCallback(() => setNotices(say(null)), []);
  const last = notices.undoable.at(-1);
  const undo = useCallback(async (done: Undoable) => {
    // A key that is held down must not take back more than one.
    if (isUndoing.current) return;
    isUndoing.current = true;
    const text = await done
      .undo()
      .catch((error: unknown) => String(error instanceof Error ? error.message : error));
    setNotices(noteUndone(done, text));
    isUndoing.current = false;
  }, []);
  return { notices, noticing, dismiss, undoLast: last ? () => void undo(last) : null };
}
