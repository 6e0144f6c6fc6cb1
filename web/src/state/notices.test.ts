import { expect, test } from "vitest";
import { NO_NOTICES, noteDone, noteUndone, say } from "./notices.ts";

const act = (text: string) => ({ text, undo: () => Promise.resolve(`Took back ${text}`) });

test("the newest act is told and is the first to be taken back", () => {
  const [one, two] = [act("one"), act("two")];
  const done = noteDone(two)(noteDone(one)(NO_NOTICES));
  expect(done).toEqual({ text: "two", undoable: [one, two] });
  expect(noteUndone(two, "Took back two")(done)).toEqual({ text: "Took back two", undoable: [one] });
});

test("saying something else, or nothing, keeps what can be taken back", () => {
  const done = noteDone(act("one"))(NO_NOTICES);
  expect(say(null)(done)).toEqual({ text: null, undoable: done.undoable });
});
