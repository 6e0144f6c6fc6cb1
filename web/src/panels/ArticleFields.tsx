import type { ArticleDraft } from "./article-input.ts";

interface Props {
  readonly draft: ArticleDraft;
  readonly onChange: (draft: ArticleDraft) => void;
}

export function ArticleFields({ draft, onChange }: Props) {
  const field = (name: keyof ArticleDraft) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [name]: event.target.value }),
  });
  return (
    <div className="fields">
      <label className="field is-wide">
        <span>Text or HTML of the article</span>
        <textarea {...field("body")} rows={11} required data-first placeholder="Paste the article here." />
      </label>
      <label className="field is-wide">
        <span>Title</span>
        <input type="text" {...field("title")} />
      </label>
      <label className="field">
        <span>Publisher</span>
        <input type="text" {...field("publisher")} />
      </label>
      <label className="field">
        <span>Published on</span>
        <input type="date" {...field("published")} />
      </label>
      <label className="field is-wide">
        <span>Address, only recorded</span>
        <input type="url" {...field("url")} placeholder="https://" />
      </label>
    </div>
  );
}
