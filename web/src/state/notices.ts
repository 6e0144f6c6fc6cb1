/** Something done that can be taken back. */
export interface Undoable {
  /** What was done, as it is told. */
  readonly text: string;
  /** Takes it back and says so; rejects with the reason where it cannot. */
  readonly undo: () => Promise<string>;
}

/** What is told at the foot of the page, and what could be taken back, the newest last. */
export interface Notices {
  readonly text: string | null;
  readonly undoable: readonly Undoable[];
}

export const NO_NOTICES: Notices = { text: null, undoable: [] };

/** More steps back than anybody remembers having gone forward. */
const MAX_STEPS = 50;

export const say =
  (text: string | null) =>
  (notices: Notices): Notices => ({ ...notices, text });

export const noteDone =
  (done: Undoable) =>
  (notices: Notices): Notices => ({
    text: done.text,
    undoable: [...notices.undoable, done].slice(-MAX_STEPS),
  });

/** Whether it worked or not, it is not offered again. */
export const noteUndone =
  (done: Undoable, text: string) =>
  (notices: Notices): Notices => ({ text, undoable: notices.undoable.filter((each) => each !== done) });
