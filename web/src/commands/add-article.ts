import type { Command } from "./command.ts";

export const addArticle: Command = {
  id: "add",
  label: "Add an article",
  shortcut: "a",
  run: ({ openDialog }) => openDialog("article"),
};
