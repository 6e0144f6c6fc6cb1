import type { Command } from "./command.ts";

export const addArticle: Command = {
  id: "add",
  label: "Add an article",
  shortcut: "a",
  isEnabled: ({ adding }) => adding.isAllowed,
  run: ({ openDialog }) => openDialog("article"),
};
